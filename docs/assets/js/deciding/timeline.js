// From a reader's notes, as in the saved file, to what the sums need, as plan/deciding/timeline.py has it.

import { SCALE, readAmount } from "./amounts.js";
import { dayOf } from "./days.js";
import { currentOffer } from "./current.js";

const TAKING_PART = ["screen", "onsite", "offer"];
const MONTHS = 48;
const MOST = 1000;

export function basisIn({ deciding, rates = [] }) {
  const { currency, walk_away: walkAway, stay, shares } = deciding ?? {};
  const known = rates.map((rate) => [rate.currency, readAmount(rate.value).value]).filter(([, value]) => value);
  return {
    currency: currency ?? "",
    rates: Object.fromEntries(known),
    walkAway: readAmount(walkAway).value,
    stay: whole(stay, 1, MONTHS, MONTHS),
    shares: whole(shares, 0, MOST, 100),
  };
}

function whole(text, least, most, unset) {
  const { value, wrong } = readAmount(text);
  return wrong ? unset : Math.min(most, Math.max(least, Number(value / SCALE)));
}

/** Return {id: known} of every company whose offer may still come or is open. */
export function knownDates(companies, today) {
  const part = companies.filter((one) => takesPart(one, today));
  return Object.fromEntries(part.map((one) => [one.id, known(one, today)]));
}

function takesPart(one, today) {
  const offer = currentOffer(one, today);
  const ended = dayOf(offer?.ends);
  const gone = offer?.state === "withdrawn" || (ended !== null && ended < today);
  return TAKING_PART.includes(one.stage) && !one.outcome && !one.present && !gone;
}

function known(one, today) {
  const offer = currentOffer(one, today);
  const came = (one.offers ?? []).map(({ said_on: day }) => dayOf(day)).filter((day) => day !== null);
  const first = came.length ? Math.min(...came) : null;
  const here = first !== null && first <= today ? first : offer?.state && first === null ? today : null;
  return {
    stage: one.stage,
    screen: last(one, "screen"),
    onsite: last(one, "onsite"),
    answer: dayOf(one.answer_on),
    answersAfter: days(one.answers_after),
    arrived: here,
    openFor: days(one.open_for),
    ends: dayOf(offer?.ends),
    final: offer?.state === "final",
  };
}

function last({ interviews = [] }, kind) {
  const all = interviews.filter((one) => one.kind === kind).map(({ day }) => dayOf(day));
  const known = all.filter((day) => day !== null);
  return known.length ? Math.max(...known) : null;
}

function days(text) {
  const { value, wrong } = readAmount(text);
  return wrong ? null : Math.min(365, Number(value / SCALE));
}
