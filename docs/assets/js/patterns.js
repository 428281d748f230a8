// What a field may hold when a file is opened; fields that are not here hold any text.

import { ID } from "./records.js";

const DAY = /^\d{4}-\d\d-\d\d$/;
const AMOUNT = /^[\s\S]{1,40}$/;
const oneOf = (...words) => new RegExp(`^(${words.join("|")})$`);
// A field in another kind of thing may have other values: `answer.mark` goes before `mark`.
export const PATTERNS = {
  mark: oneOf("good", "mixed", "bad", "does-not-apply"),
  "mark.mark": /^[1-5]$/,
  "plan.weeks": /^\d{1,2}$/,
  "item.state": oneOf("done", "does-not-apply"),
  state: oneOf("said", "written", "final", "withdrawn"),
  tier: /^[123]$/,
  stage: ID,
  order: /^\d{1,15}$/,
  hours_per_week: /^\d{1,2}$/,
  present: oneOf("yes"),
  outcome: oneOf("signed", "declined", "rejected", "silent"),
  asks: /^\d$/,
  round: /^[123]$/,
  currency: /^[a-z]{3}$/,
  clawback: oneOf("full", "part"),
  equity: oneOf("value", "units", "options"),
  schedule: oneOf("even", "5-15-40-40", "33-33-33", "own"),
  years: /^[345]$/,
  vests: oneOf("month", "quarter", "year"),
  kind: oneOf("first-call", "screen", "onsite", "offer-call", "other"),
  to: oneOf("recruiter", "manager", "peer", "skip-level", "founder"),
  time: /^\d\d:\d\d$/,
  weight: /^[0-3]$/,
  ...every(DAY, "start said_on ends answer_on heard asked day"),
  ...every(AMOUNT, "base bonus bonus_paid sign_on_1 sign_on_2 sign_on_3 yours_after_1 yours_after_2 yours_after_3"),
  ...every(AMOUNT, "equity_value units unit_price strike shares_by_year cliff refresher benefits hours weeks minutes"),
  ...every(AMOUNT, "answers_after open_for walk_away stay shares value"),
};

function every(pattern, names) {
  return Object.fromEntries(names.split(" ").map((name) => [name, pattern]));
}
