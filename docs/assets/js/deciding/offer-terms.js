// An offer as numbers to count with, and what is missing or wrong in it, as plan/deciding/offer_terms.py reads it.

import { SCALE, readAmount, readList } from "./amounts.js";

export const HUNDRED = 100n * SCALE;
const STEPS = { "": 1, month: 1, quarter: 3, year: 12 };
const FIXED = { "5-15-40-40": [5n, 15n, 40n, 40n], "33-33-33": [1n, 1n, 1n] };
const NEEDED = ["base", "equity_value", "units", "unit_price", "strike", "shares_by_year"];
const sum = (parts) => parts.reduce((all, one) => all + one, 0n);

/** Return the numbers of an offer; what cannot be read counts as zero and is named in `wrong`. */
export function readTerms(offer) {
  const wrong = [];
  const counted = (name, amount, needed) => {
    if (amount.wrong && (needed || amount.wrong !== "missing")) wrong.push([name, amount.wrong]);
    return amount.value;
  };
  const number = (name, needed = false) => counted(name, readAmount(offer[name]), needed);
  const months = (name) => Number(number(name) / SCALE);
  const bonus = () => {
    const paid = readAmount(offer.bonus_paid);
    const expected = paid.wrong === "missing" ? 50n * SCALE : counted("bonus_paid", paid, false);
    const target = number("bonus");
    if (!(offer.bonus ?? "").includes("%")) return [target * expected, SCALE * HUNDRED];
    return [readAmount(offer.base).value * target * expected, SCALE * HUNDRED * HUNDRED];
  };
  const payments = () =>
    [1, 2, 3]
      .map((n) => ({ amount: number(`sign_on_${n}`), starts: 12 * (n - 1), yoursAfter: months(`yours_after_${n}`) }))
      .filter(({ amount }) => amount);
  const own = () => {
    const amounts = readList(offer.shares_by_year);
    const parts = amounts.slice(0, 5).map(({ value }) => value);
    let bad = amounts.find((one) => one.wrong)?.wrong ?? "";
    if (!bad && sum(parts) !== HUNDRED) bad = parts.length ? "not-hundred" : "missing";
    if (bad) wrong.push(["shares_by_year", bad]);
    return bad ? [1n, 1n, 1n, 1n] : parts;
  };
  const schedule = () => {
    const parts =
      offer.schedule === "own" ? own() : (FIXED[offer.schedule] ?? Array(Number(offer.years || 4)).fill(1n));
    return { parts, whole: sum(parts) || 1n, cliff: months("cliff"), every: STEPS[offer.vests ?? ""] };
  };
  const kind = offer.equity ?? "";
  const shares = kind === "units" || kind === "options";
  const terms = {
    base: number("base", true),
    bonus: bonus(),
    signOn: payments(),
    partBack: offer.clawback === "part",
    equity: kind,
    value: number("equity_value", kind === "value"),
    units: number("units", shares),
    price: number("unit_price", shares),
    strike: number("strike", kind === "options"),
    schedule: schedule(),
    refresher: number("refresher"),
    benefits: number("benefits"),
    hours: number("hours"),
    weeks: number("weeks"),
    wrong,
  };
  return { ...terms, complete: !wrong.some(([name]) => NEEDED.includes(name)) };
}
