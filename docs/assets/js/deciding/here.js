// The reader's companies as everything here is worked out from, and what the library has to say to it.

import { BASE, store, today } from "../notes.js";
import { dayOf } from "./days.js";
import { basisIn } from "./timeline.js";

let asked;

/** Return the moves, usual days, words and questions of this guide. */
export function library() {
  asked ??= fetch(new URL("deciding.json", BASE)).then((answer) => answer.json());
  return asked;
}

let known = { revision: -1 };

/** Return {companies, basis, notes, today}: companies as in the saved file, but for answers; today as a number. */
export function situation() {
  if (known.revision !== store.revision) {
    const notes = gather();
    known = { revision: store.revision, notes, companies: notes.companies, basis: basisIn(notes), today: dayOf(today()) };
  }
  return known;
}

/** Return what is decided by in the shape of the saved file. */
function gather() {
  const notes = { companies: [], rates: [], criteria: [], deciding: {} };
  const within = (list, name, key, made = {}) => {
    const found = list.find((one) => one[name] === key) ?? { [name]: key, ...made };
    if (!list.includes(found)) list.push(found);
    return found;
  };
  const company = (id) => within(notes.companies, "id", id, { offers: [], interviews: [], marks: [] });
  const put = {
    company: (id, field, text) => (company(id)[field] = text),
    offer: (id, key, text, field) => (within(company(id).offers, "key", key)[field] = text),
    interview: (id, key, text, field) => (within(company(id).interviews, "key", key)[field] = text),
    mark: (id, criterion, text) => company(id).marks.push({ criterion, mark: text }),
    deciding: (_, field, text) => (notes.deciding[field] = text),
    rate: (_, currency, text, field) => (within(notes.rates, "currency", currency)[field] = text),
    criterion: (_, id, text, field) => (within(notes.criteria, "id", id)[field] = text),
  };
  for (const [path, text] of store.list("")) {
    const [kind, owner, key, field] = path.split("/");
    put[kind]?.(owner, key, text, field);
  }
  notes.companies = notes.companies.filter(({ name }) => name).sort((one, other) => (one.id < other.id ? -1 : 1));
  return notes;
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
