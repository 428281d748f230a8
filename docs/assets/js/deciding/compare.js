// Offers side by side: which leads, by how much, and where that turns, as plan/deciding/compare.py has it.

import { SCALE } from "./amounts.js";
import { CASH, EQUITY, Pay, YEARS } from "./pay.js";
import { HUNDRED, readTerms } from "./offer-terms.js";

const MONTHS = 12 * YEARS;
const MOST = 1000;

/** @param {Record<string, any>} given */
export function basisOf({ currency = "", rates = {}, walkAway = 0n, stay = MONTHS, shares = 100 } = {}) {
  return { currency, rates, walkAway, stay, shares };
}

/** Compare offers, each by the id of its company: {rows, leader, against}. */
export function compareOffers(offers, basis) {
  const pays = new Map(
    Object.entries(offers).map(([id, offer]) => [id, new Pay(readTerms(offer), HUNDRED, rateOf(offer, basis) ?? SCALE)]),
  );
  const rows = [...pays].map(([id, pay]) => row(id, pay, offers[id], basis));
  const [leader, ...others] = rows
    .filter(({ comparable }) => comparable)
    .sort((one, other) => other.kept - one.kept || (one.id < other.id ? -1 : 1));
  if (!leader) return { rows, leader: "", against: [] };
  return { rows, leader: leader.id, against: others.map((other) => against(leader, other, pays, basis)) };
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

function against(leader, other, pays, basis) {
  const [first, second] = [pays.get(leader.id), pays.get(other.id)];
  const now = basis.shares;
  const kept = new Map();
  const keeps = (pay, percent) => {
    const key = `${pay === first} ${percent}`;
    if (!kept.has(key)) kept.set(key, pay.at(percent).leaving(basis.stay));
    return kept.get(key);
  };
  const ahead = (mine, theirs) => keeps(first, mine) > keeps(second, theirs);
  return {
    other: other.id,
    gap: leader.kept - other.kept,
    equal: nearlyEqual(leader.kept, other.kept),
    stretches: stretches(first.at(now), second.at(now), leader.id, other.id),
    leaderShares: turns(now - 1, -1, (percent) => !ahead(percent, now)),
    otherShares: turns(now + 1, 1, (percent) => !ahead(now, percent)),
    bothBelow: turns(now - 1, -1, (percent) => !ahead(percent, percent)),
    bothAbove: turns(now + 1, 1, (percent) => !ahead(percent, percent)),
  };
}

/** Return the first per cent at which it has turned, going down to zero or up to ten times; null if it never does. */
function turns(start, step, turned) {
  for (let percent = start; percent >= 0 && percent <= MOST; percent += step) if (turned(percent)) return percent;
  return null;
}

/** Return who has paid more, for each length of stay from one month on: {first, last, ahead}. */
export function stretches(first, second, one, other) {
  const found = [];
  for (let month = 1; month <= MONTHS; month += 1) {
    const [mine, theirs] = [first.leaving(month), second.leaving(month)];
    const ahead = mine > theirs ? one : theirs > mine ? other : "";
    if (found.at(-1)?.ahead === ahead) found.at(-1).last = month;
    else found.push({ first: month, last: month, ahead });
  }
  return found;
}
