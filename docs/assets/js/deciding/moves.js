// The next move for each company: the first whose conditions all hold, as plan/deciding/moves.py finds it.

import { NEVER } from "./current.js";
import { gatherFacts } from "./known.js";

/** Return [{company, move, daysLeft, shown}], the most urgent first; `moves` are entries of data/moves/. */
export function planMoves(companies, basis, today, moves) {
  const { facts, asking } = gatherFacts(companies, basis, today);
  return Object.entries(facts)
    .map(([company, known]) => ({ company, known, move: findMove(known, moves) }))
    .filter(({ move }) => move)
    .sort((one, other) => compare(order(one), order(other)))
    .map(({ company, known, move }) => ({
      company,
      move,
      daysLeft: known["days-left"] === NEVER ? null : known["days-left"],
      shown: (move.when ?? []).some(({ fact }) => fact === "round") ? asking.shown : "",
    }));
}

export function findMove(facts, moves) {
  return moves.find((move) => {
    const when = move.when ?? [];
    const told = when.some(({ fact }) => fact === "outcome") || facts.outcome === "open";
    return !move.does && told && when.every((condition) => holds(condition, facts));
  });
}

function holds({ fact, among = [], at_least: low, at_most: high }, facts) {
  const value = facts[fact];
  if (among.length && !among.includes(String(value))) return false;
  const number = typeof value === "number" ? value : 0;
  return (low ?? number) <= number && number <= (high ?? number);
}

function order({ company, known, move }) {
  return [move.urgency, known["days-left"], known.tier || 4, company];
}

function compare(one, other) {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place < 0 ? 0 : one[place] < other[place] ? -1 : 1;
}
