// The reader's companies as everything here is worked out from, and what the library has to say to it.

import { BASE, store, today } from "../notes.js";
import { toFile } from "../save-file.js";
import { dayOf } from "./days.js";
import { basisIn } from "./timeline.js";

let asked;

/** Return the moves, usual days, words and questions of this guide. */
export function library() {
  asked ??= fetch(new URL("deciding.json", BASE)).then((answer) => answer.json());
  return asked;
}

let known = { revision: -1 };

/** Return {companies, basis, notes, today}: companies as in the saved file, today as a number. */
export function situation() {
  if (known.revision !== store.revision) {
    const notes = toFile(store.snapshot(), Date.now());
    known = {
      revision: store.revision,
      notes,
      companies: notes.companies,
      basis: basisIn(notes),
      today: dayOf(today()),
    };
  }
  return known;
}

/** Return a day as people say it: Fri, Mar 26. */
export function said(day) {
  const options = { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat("en-US", options).format(new Date(day * 86400000));
}

/** Return how far a day is: today, tomorrow, in 3 days, 2 days ago. */
export function distance(days) {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
