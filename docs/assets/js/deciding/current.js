// The version of an offer that counts today, as plan/deciding/facts.py finds it. Days are numbers since 1970.

import { dayOf } from "./days.js";

export const NEVER = 999;
const OPEN = ["said", "written", "final"];

export function daysTo(text, today) {
  const day = dayOf(text);
  return day === null ? NEVER : day - today;
}

/** Return the version of an offer that counts: the last that has come by today. */
export function currentOffer({ offers = [] }, today) {
  const come = offers.filter(({ said_on: day }) => dayOf(day) === null || daysTo(day, today) <= 0);
  const number = ({ key }) => (/^\d+$/.test(key) ? Number(key) : 0);
  return come.reduce((last, one) => {
    if (!last) return one;
    const later = number(one) - number(last) || (one.key > last.key ? 1 : -1);
    return later > 0 ? one : last;
  }, null);
}

export function isOpen(company, today) {
  const offer = currentOffer(company, today);
  return Boolean(offer && OPEN.includes(offer.state) && daysTo(offer.ends, today) >= 0 && !company.outcome);
}
