// The calendar of a plan, as scripts/playbook/builder/calendar.py writes it: one entry for each week, over all its days.

const DAY = 86400000;

/** Return the text of the file; `start`, the first day, and `now` are in milliseconds. */
export function calendar(weeks, start, now, version, said, line) {
  const events = weeks.map((week) => {
    const first = start + (week.number - 1) * 7 * DAY;
    return `BEGIN:VEVENT
SUMMARY:${text(`Prepare, week ${week.number} of ${weeks.length}: ${said(week.minutes)}`)}
DTSTART;VALUE=DATE:${stamp(first).slice(0, 8)}
DTEND;VALUE=DATE:${stamp(first + 7 * DAY).slice(0, 8)}
DTSTAMP:${stamp(now)}
UID:week-${week.number}.plan@offer-playbook
CLASS:PRIVATE
DESCRIPTION:${text(week.tasks.map(line).join("\n"))}
TRANSP:TRANSPARENT
END:VEVENT
`;
  });
  const whole = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Offer Playbook//${version}//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Preparation
${events.join("")}END:VCALENDAR
`;
  return whole.split("\n").map(folded).join("\r\n");
}

export function stamp(time) {
  return new Date(time).toISOString().replace(/-|:|\.\d+/g, "");
}

export function text(plain) {
  return plain.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Break a line below 75 bytes, never inside a letter or behind its backslash. */
export function folded(line) {
  let size = 0;
  const pieces = (line.match(/\\?./gu) ?? []).map((piece) => {
    const bytes = new TextEncoder().encode(piece).length;
    size += bytes;
    if (size < 75) return piece;
    size = bytes;
    return `\r\n ${piece}`;
  });
  return pieces.join("");
}
