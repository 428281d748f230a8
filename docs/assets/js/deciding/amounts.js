// Numbers as people type them, read into whole millionths, as scripts/playbook/plan/deciding/amounts.py reads them.

export const SCALE = 1_000_000n;

const LARGEST = 10n ** 12n * SCALE;
const NUMBER = /^(-?)(\d{1,18})(?:\.(\d{1,6})\d*)?([km]?)$/;
const FACTORS = { "": 1n, k: 1_000n, m: 1_000_000n };

/** Return {value, wrong}: millionths, or `missing`, `unreadable`, `negative`, `too-large`. */
export function readAmount(text = "") {
  const plain = text.replace(/[\s,'’_$€£%]/g, "").toLowerCase();
  if (!plain) return { value: 0n, wrong: text.trim() ? "unreadable" : "missing" };
  const found = NUMBER.exec(plain);
  if (!found) return { value: 0n, wrong: "unreadable" };
  const [, sign, whole, part = "", unit] = found;
  const value = (BigInt(whole) * SCALE + BigInt(part.padEnd(6, "0"))) * FACTORS[unit];
  if (sign && value) return { value: 0n, wrong: "negative" };
  return value > LARGEST ? { value: 0n, wrong: "too-large" } : { value, wrong: "" };
}

/** Read numbers with commas, slashes, semicolons or spaces between them: 10, 20, 30, 40. */
export function readList(text = "") {
  return text
    .trim()
    .split(/[\s,;/]+/)
    .filter(Boolean)
    .map(readAmount);
}

/** Return a quotient of two numbers that are not negative as a whole number, halves up. */
export function rounded(numerator, denominator) {
  return Number((2n * numerator + denominator) / (2n * denominator));
}
