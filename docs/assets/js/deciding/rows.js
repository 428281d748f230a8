// Each offer in numbers, as the rows of plan/deciding/compare.py.

import { SCALE } from "./amounts.js";
import { HUNDRED, readTerms } from "./offer-terms.js";
import { CASH, EQUITY, Pay } from "./pay.js";

/** Return what each offer pays, by the id of its company. */
export function paysOf(offers, basis) {
  const pay = (offer) => new Pay(readTerms(offer), HUNDRED, rateOf(offer, basis) ?? SCALE);
  return new Map(Object.entries(offers).map(([id, offer]) => [id, pay(offer)]));
}

export function rowsOf(offers, basis, pays = paysOf(offers, basis)) {
  return [...pays].map(([id, pay]) => row(id, pay, offers[id], basis));
}

function rateOf(offer, basis) {
  return !offer.currency || offer.currency === basis.currency ? SCALE : basis.rates[offer.currency];
}

function row(id, pay, offer, basis) {
  const rate = rateOf(offer, basis);
  return {
    id,
    base: pay.part("base", 12),
    years: pay.years,
    total: pay.total,
    average: pay.average,
    cash: pay.together(CASH),
    benefits: pay.together(["benefits"]),
    equity: pay.together(EQUITY),
    centsAnHour: pay.centsAnHour,
    atShares: pay.at(basis.shares).total,
    atHalf: pay.at(50).total,
    atZero: pay.at(0).total,
    kept: pay.at(basis.shares).leaving(basis.stay),
    below: BigInt(pay.average) * SCALE < basis.walkAway,
    wrong: rate === undefined ? [...pay.terms.wrong, ["currency", "no-rate"]] : pay.terms.wrong,
    comparable: pay.terms.complete && rate !== undefined,
  };
}

export function nearlyEqual(one, other) {
  return Math.abs(one - other) * 20 < Math.max(one, other) || one === other;
}
