// Interviews, next steps and last days as a calendar file; an entry keeps its id, so that a new file changes the old one.

import { folded, stamp, text } from "../calendar.js";
import { download } from "../dom.js";
import { BASE, store } from "../notes.js";
import { dayOf, textOf } from "./days.js";
import { currentOffer } from "./current.js";

const KINDS = { "first-call": "First call", screen: "Screen", onsite: "Onsite", "offer-call": "Offer call", other: "Meeting" };
const EPOCH = Date.UTC(2026, 0, 1);

/** Hand over the calendar file of some companies. */
export function saveCalendar(name, companies, today) {
  download(`${name}.ics`, calendarOf(appointments(companies, today), Date.now()), "text/calendar");
}

/** Return the address of the list of questions to take along. */
function sheetFor({ to }) {
  return new URL(to ? `checklists/${to}-questions/` : "checklists/choose/", BASE).href;
}

/** Return all appointments of companies as in the saved file: {uid, summary, day, time, minutes, place, description}. */
export function appointments(companies, today) {
  return companies.flatMap((one) => [
    ...(one.interviews ?? []).filter(({ day }) => dayOf(day) !== null).map((item) => interview(one, item)),
    ...step(one),
    ...lastDay(one, today),
  ]);
}

function interview(one, item) {
  const lines = [item.people && `With: ${item.people}`, `Take along: ${sheetFor(item)}`];
  return {
    uid: `interview-${item.key}.${one.id}@offer-playbook`,
    summary: `${KINDS[item.kind] ?? "Interview"}: ${one.name}`,
    day: item.day,
    time: item.time ?? "",
    minutes: Number(item.minutes) || 60,
    place: item.place ?? "",
    description: lines.filter(Boolean).join("\n"),
    changed: newest(`interview/${one.id}/${item.key}/`),
  };
}

function step(one) {
  if (dayOf(one.due) === null || one.outcome) return [];
  const summary = `${one.name}: ${one.next || "next step"}`;
  return [{ uid: `step.${one.id}@offer-playbook`, summary, day: one.due, description: one.contacts ?? "", changed: newest(`company/${one.id}/`) }];
}

function lastDay(one, today) {
  const offer = currentOffer(one, today);
  if (!offer || dayOf(offer.ends) === null || one.outcome || offer.state === "withdrawn") return [];
  const summary = `Last day of the offer: ${one.name}`;
  return [{ uid: `offer.${one.id}@offer-playbook`, summary, day: offer.ends, description: "", changed: newest(`offer/${one.id}/`) }];
}

function newest(start) {
  return Math.max(EPOCH, ...store.list(start).map(([, , at]) => at));
}

/** Return the text of the file; times are those of the place where it is opened. */
export function calendarOf(events, now) {
  const whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Offer Playbook//Companies//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Interviews and offers"];
  return [...whole, ...events.flatMap((event) => lines(event, now)), "END:VCALENDAR", ""].map(folded).join("\r\n");
}

function lines(event, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `SEQUENCE:${Math.floor((event.changed - EPOCH) / 1000)}`,
    `DTSTAMP:${stamp(now)}`,
    ...when(event),
    `SUMMARY:${text(event.summary)}`,
    ...(event.place ? [`LOCATION:${text(event.place)}`] : []),
    ...(event.description ? [`DESCRIPTION:${text(event.description)}`] : []),
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

function when({ day, time, minutes }) {
  const plain = day.replaceAll("-", "");
  if (!time) {
    const next = textOf(dayOf(day) + 1).replaceAll("-", "");
    return [`DTSTART;VALUE=DATE:${plain}`, `DTEND;VALUE=DATE:${next}`, "TRANSP:TRANSPARENT"];
  }
  const start = `${plain}T${time.replace(":", "")}00`;
  return [`DTSTART:${start}`, `DURATION:PT${Math.min(1440, Math.max(1, Math.round(minutes)))}M`];
}
