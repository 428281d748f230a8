// When offers come and end, and which single move would gain the most days, as plan/deciding/dates.py has it.
// Days are numbers since 1970.

const ORDER = ["stall", "more-time", "hurry"];
const SCREENED = ["onsite", "offer"];

/** Return {windows, overlap, firstEnd, lastArrival, moves} of {id: known}; see `Known` in dates.py. */
export function planDates(known, today, usual, reach) {
  const ids = Object.keys(known);
  const windows = Object.fromEntries(ids.map((id) => [id, windowOf(known[id], today, usual)]));
  if (ids.length < 2) return { windows, overlap: null, firstEnd: "", lastArrival: "", moves: [] };
  const before = overlap(windows);
  const moves = ids
    .flatMap((company) =>
      possible(known[company], windows[company], today, usual, reach).map(([does, days, moved]) => {
        const after = overlap({ ...windows, [company]: moved });
        return { company, does, days, gain: after - before, overlap: after };
      }),
    )
    .filter(({ gain }) => gain > 0)
    .sort(
      (one, other) =>
        other.gain - one.gain ||
        ORDER.indexOf(one.does) - ORDER.indexOf(other.does) ||
        (one.company < other.company ? -1 : 1),
    );
  const sorted = [...ids].sort();
  const firstEnd = sorted.reduce((best, id) => (windows[id].ends < windows[best].ends ? id : best));
  const lastArrival = sorted.reduce((best, id) => (windows[id].arrives >= windows[best].arrives ? id : best));
  return { windows, overlap: before, firstEnd, lastArrival, moves };
}

export function overlap(windows) {
  const all = Object.values(windows);
  return Math.min(...all.map((one) => one.ends)) - Math.max(...all.map((one) => one.arrives));
}

export function windowOf(known, today, usual) {
  const [arrives, arrivalGuessed] = arrival(known, today, usual);
  if (known.ends != null) return { arrives, ends: Math.max(known.ends, arrives), arrivalGuessed, endGuessed: false };
  const ends = arrives + (known.openFor ?? usual.openFor);
  return { arrives, ends, arrivalGuessed, endGuessed: known.openFor == null };
}

function arrival(known, today, usual) {
  const said = known.arrived ?? known.answer;
  if (said != null) return [said, false];
  const [day, guessed] = onsite(known, today, usual);
  return [day + (known.answersAfter ?? usual.toOffer), guessed || known.answersAfter == null];
}

function onsite(known, today, usual) {
  if (known.onsite != null) return [known.onsite, false];
  if (known.screen != null) return [Math.max(known.screen + usual.toOnsite, today), true];
  if (SCREENED.includes(known.stage)) return [today, true];
  return [today + usual.toScreen + usual.toOnsite, true];
}

/** Return what can be asked of a company: [move, days, the window then]. */
function possible(known, now, today, usual, reach) {
  const found = [];
  const here = known.arrived != null;
  const [day] = onsite(known, today, usual);
  if (!here && day > today) found.push(["stall", reach.stall, later(now, reach.stall, known)]);
  if (!known.final && now.ends >= today)
    found.push(["more-time", reach.moreTime, { ...now, ends: now.ends + reach.moreTime }]);
  const days = Math.min(reach.hurry, now.arrives - Math.max(today, day) - 1);
  if (!here && days > 0) found.push(["hurry", days, later(now, -days, known)]);
  return found;
}

function later(now, days, known) {
  const arrives = now.arrives + days;
  return { ...now, arrives, ends: known.ends != null ? Math.max(now.ends, arrives) : now.ends + days };
}
