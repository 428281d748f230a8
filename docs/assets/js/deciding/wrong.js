// What is missing or wrong in an offer, as sentences.

const FIELDS = {
  base: "Base",
  bonus: "Target bonus",
  bonus_paid: "Expected share of the bonus",
  equity_value: "Value of the grant",
  units: "Number of shares",
  unit_price: "Price of a share",
  strike: "Strike price",
  shares_by_year: "Percent by year",
  currency: "Currency",
};
const WRONG = {
  missing: "is missing",
  unreadable: "can't be read as a number",
  negative: "can't be below zero",
  "too-large": "is more than a trillion",
  "not-hundred": "doesn't add up to 100",
  "no-rate": "has no exchange rate yet",
};

/** Return what is missing or wrong as sentences. */
export function saidWrong(wrong) {
  return wrong.map(([name, what]) => `${FIELDS[name] ?? name.replaceAll("_", " ")} ${WRONG[what]}.`);
}
