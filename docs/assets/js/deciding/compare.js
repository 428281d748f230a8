// Offers side by side: which leads, by how much, and where that turns, as plan/deciding/compare.py has it.

import { YEARS } from "./pay.js";
import { nearlyEqual, paysOf, rowsOf } from "./rows.js";

const MONTHS = 12 * YEARS;
const MOST = 1000;

/** Compare offers, each by the id of its company: {rows, leader, against}. */
export function compareOffers(offers, basis) {
  const pays = paysOf(offers, basis);
  const rows = rowsOf(offers, basis, pays);
  const [leader, ...others] = rows
    .filter(({ comparable }) => comparable)
    .sort((one, other) => other.kept - one.kept || (one.id < other.id ? -1 : 1));
  if (!leader) return { rows, leader: "", against: [] };
  return { rows, leader: leader.id, against: others.map((other) => against(leader, other, pays, basis)) };
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
