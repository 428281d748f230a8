// The rounds of the tiers: whom to show which offer now, and when to stop, as plan/deciding/tier_rounds.py has it.

const TARGETS = { 1: [1, 2], 2: [2, 3], 3: [1, 2] };
const MOST_ASKS = 2;

/** Return {round, shown, ask} for {id, tier, kept, base, final, asks, askedIn}; round 0: they are over. */
export function planRound(standings) {
  const offers = [...standings].sort((one, other) => one.tier - other.tier || (one.id < other.id ? -1 : 1));
  for (const number of [1, 2, 3]) {
    const shown = shownIn(number, offers);
    const ask = shown ? offers.filter((one) => isAsked(one, shown, number)).map(({ id }) => id) : [];
    if (ask.length) return { round: number, shown: shown.id, ask };
  }
  return { round: 0, shown: "", ask: [] };
}

function shownIn(number, offers) {
  const third = offers.filter(({ tier }) => tier === 3);
  const wanted = { 1: third.length ? third : offers, 2: offers.filter(({ tier }) => tier < 3), 3: offers }[number];
  const better = (one, other) =>
    one.kept - other.kept || other.tier - one.tier || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
  return wanted.reduce((best, one) => (best && better(best, one) >= 0 ? best : one), null);
}

function isAsked(one, shown, number) {
  const helps = shown.kept > one.kept || shown.base > one.base;
  const asked = one.final || one.asks >= MOST_ASKS || one.askedIn >= number;
  return one.id !== shown.id && TARGETS[number].includes(one.tier) && helps && !asked;
}
