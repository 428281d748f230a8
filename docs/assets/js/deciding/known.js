// What is known of each company when its next move is looked for, as plan/deciding/facts.py has it.
// Companies are as in the saved file; days are numbers since 1970.

import { NEVER, currentOffer, daysTo, isOpen } from "./current.js";
import { dayOf } from "./days.js";
import { nearlyEqual, rowsOf } from "./rows.js";
import { planRound } from "./tier-rounds.js";

const word = (yes) => (yes ? "yes" : "no");

/** Return {facts: {id: {fact: value}}, asking} of all companies. */
export function gatherFacts(companies, basis, today) {
  const open = companies.filter((one) => isOpen(one, today));
  const offers = Object.fromEntries(open.map((one) => [one.id, currentOffer(one, today)]));
  const rows = rowsOf(offers, basis);
  const asking = planRound(standings(open, rows, offers));
  const facts = companies.map((one) => [one.id, factsOf(one, companies, rows, asking, today)]);
  return { facts: Object.fromEntries(facts), asking };
}

function standings(open, rows, offers) {
  return open
    .filter((one) => !one.present)
    .flatMap((one) => {
      const row = rows.find(({ id }) => id === one.id);
      if (!row.comparable) return [];
      return {
        id: one.id,
        tier: Number(one.tier || 2),
        kept: row.kept,
        base: row.base,
        final: offers[one.id].state === "final",
        asks: Number(one.asks || 0),
        askedIn: Number(one.round || 0),
      };
    });
}

function factsOf(one, companies, rows, asking, today) {
  const offer = currentOffer(one, today);
  const row = rows.find(({ id }) => id === one.id);
  const top = Math.max(0, ...rows.filter(({ comparable }) => comparable).map(({ kept }) => kept));
  const coming = (one.interviews ?? []).map(({ day }) => daysTo(day, today)).filter((days) => days >= 0);
  return {
    kind: one.present ? "present" : "process",
    stage: one.stage ?? "",
    tier: Number(one.tier || 0),
    outcome: one.outcome || "open",
    "signed-elsewhere": word(companies.some((other) => other !== one && other.outcome === "signed")),
    offer: offer?.state || "none",
    "days-left": offer ? daysTo(offer.ends, today) : NEVER,
    best: word(row?.comparable && row.kept === top),
    "equal-to-best": word(row?.comparable && nearlyEqual(row.kept, top)),
    "below-walk-away": word(row?.comparable && row.below),
    ...othersOf(one, companies, today),
    ...askedOf(one, today),
    round: asking.ask.includes(one.id) ? asking.round : 0,
    "rounds-over": word(asking.round === 0),
    "interview-in": Math.min(NEVER, ...coming),
    overdue: dayOf(one.due) === null ? 0 : Math.max(0, -daysTo(one.due, today)),
    "has-next": word((one.next ?? "").trim()),
  };
}

function othersOf(one, companies, today) {
  const others = companies.filter((other) => other !== one && !other.present);
  const toCome = others.filter((other) => isToCome(other, today));
  const live = [...others, one].filter((other) => isOpen(other, today) && !other.present);
  const ending = live.filter((other) => daysTo(currentOffer(other, today).ends, today) <= 1);
  const tier = ({ tier: given }) => Number(given || 2);
  return {
    "others-open": others.filter((other) => isOpen(other, today)).length,
    "to-come": toCome.length,
    "better-to-come": toCome.filter((other) => tier(other) < tier(one)).length,
    "all-end-tomorrow": word(live.length && ending.length === live.length),
  };
}

/** Whether a company is close to an offer: past the screen, with nothing decided and no offer yet. */
export function isToCome(company, today) {
  const near = ["onsite", "offer"].includes(company.stage ?? "");
  return near && !company.outcome && !company.present && !currentOffer(company, today)?.state;
}

function askedOf(one, today) {
  const [asked, heard] = [dayOf(one.asked), dayOf(one.heard)];
  const waiting = asked !== null && (heard === null || heard <= asked) ? today - asked : 0;
  return {
    asks: Number(one.asks || 0),
    waiting: Math.max(0, waiting),
    quiet: heard === null ? 0 : Math.max(0, today - heard),
    "answer-late": dayOf(one.answer_on) === null ? 0 : Math.max(0, -daysTo(one.answer_on, today)),
  };
}
