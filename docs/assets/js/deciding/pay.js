// What an offer pays: month by month, year by year, and what you keep if you leave, as plan/deciding/pay.py has it.

import { SCALE, rounded } from "./amounts.js";
import { HUNDRED } from "./offer-terms.js";

export const YEARS = 4;
export const PARTS = ["base", "bonus", "sign_on", "benefits", "equity", "refresher"];
export const CASH = ["base", "bonus", "sign_on"];
export const EQUITY = ["equity", "refresher"];

const add = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** What an offer pays with its shares at so many millionths of a per cent, in the currency that `rate` leads to. */
export class Pay {
  constructor(terms, shares = HUNDRED, rate = SCALE) {
    Object.assign(this, { terms, shares, rate });
  }

  at(percent) {
    return new Pay(this.terms, BigInt(percent) * SCALE, this.rate);
  }

  /** Return what one of PARTS has paid after some months, in whole units. */
  part(name, months, leaving = false) {
    const [numerator, denominator] = AMOUNTS[name](this, months, leaving);
    return rounded(numerator * this.rate, denominator * SCALE);
  }

  year(name, year) {
    return this.part(name, 12 * year) - this.part(name, 12 * (year - 1));
  }

  get years() {
    return Array.from({ length: YEARS }, (_, n) => add(PARTS.map((name) => this.year(name, n + 1))));
  }

  get total() {
    return this.together(PARTS);
  }

  get average() {
    return rounded(BigInt(this.total), BigInt(YEARS));
  }

  /** Hundredths of a unit for each hour of an average year; null if the hours are unknown. */
  get centsAnHour() {
    const hours = this.terms.hours * this.terms.weeks;
    return hours ? rounded(BigInt(this.total) * 100n * SCALE * SCALE, BigInt(YEARS) * hours) : null;
  }

  together(names) {
    return add(names.map((name) => this.part(name, 12 * YEARS)));
  }

  /** Return what you have and keep if you leave after some months. */
  leaving(months) {
    return add(PARTS.map((name) => this.part(name, months, true)));
  }
}

function grant({ terms, shares }) {
  if (terms.equity === "value") return [terms.value * shares, SCALE * HUNDRED];
  if (terms.equity === "units") return [terms.units * terms.price * shares, SCALE * SCALE * HUNDRED];
  const gain = terms.equity === "options" ? terms.price * shares - terms.strike * HUNDRED : 0n;
  return [terms.units * (gain > 0n ? gain : 0n), SCALE * SCALE * HUNDRED];
}

/** Return the part of a grant that has vested after some months, as numerator and denominator. */
export function vested({ parts, whole, cliff, every }, months) {
  if (months < cliff) return [0n, 1n];
  const steps = months - (months % every);
  const full = Math.floor(steps / 12);
  const before = parts.slice(0, full).reduce((all, one) => all + one, 0n);
  return [before * 12n + (parts[full] ?? 0n) * BigInt(steps % 12), whole * 12n];
}

function signed({ terms }, months, leaving) {
  const begun = terms.signOn.filter((payment) => months > payment.starts);
  const kept = begun.map(({ amount, starts, yoursAfter }) => {
    const held = months - starts;
    if (!leaving || held >= yoursAfter) return [amount, 1n];
    return terms.partBack ? [amount * BigInt(held), BigInt(yoursAfter)] : [0n, 1n];
  });
  const whole = kept.reduce((all, [, denominator]) => all * denominator, 1n);
  const paid = kept.reduce((all, [numerator, denominator]) => all + numerator * (whole / denominator), 0n);
  return [paid, whole * SCALE];
}

const AMOUNTS = {
  base: ({ terms }, months) => [terms.base * BigInt(months), SCALE * 12n],
  bonus: ({ terms }, months) => [terms.bonus[0] * BigInt(Math.floor(months / 12)), terms.bonus[1]],
  sign_on: signed,
  benefits: ({ terms }, months) => [terms.benefits * BigInt(months), SCALE * 12n],
  equity: (pay, months) => {
    const [worth, part] = [grant(pay), vested(pay.terms.schedule, months)];
    return [worth[0] * part[0], worth[1] * part[1]];
  },
  refresher: ({ terms, shares }, months) => [
    terms.refresher * shares * BigInt(Math.max(0, months - 12)),
    SCALE * HUNDRED * 12n,
  ],
};
