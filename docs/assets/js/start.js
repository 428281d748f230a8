// The loader: a behaviour is fetched only where its markup is on the page.

const BEHAVIOURS = [
  ["body", "look.js"],
  ["[data-find]", "search.js"],
  ["body", "switch.js"],
  ["[data-home]", "home.js"],
  ["[data-answers]", "answers.js"],
  ["[data-tick]", "ticks.js"],
  ["[data-filters]", "filters.js"],
  ["details [id]", "unfold.js"],
  ["button[data-print]", "print.js"],
  ["[data-blank], [data-script-tools]", "scripts.js"],
  ["[data-scorecard]", "scorecard.js"],
  ["[data-mine]", "flags.js"],
  ["[data-board]", "board.js"],
  ["[data-plan]", "plan.js"],
  ["[data-take-along]", "take-along.js"],
  ["[data-companies]", "deciding/companies-page.js"],
  ["[data-company]", "deciding/company-page.js"],
  ["[data-offers]", "deciding/offers-page.js"],
  ["[data-dates]", "deciding/dates-page.js"],
];

/** Fulfilled when every behaviour of the page has started. */
export const started = Promise.all(
  BEHAVIOURS.filter(([selector]) => document.querySelector(selector)).map(async ([, file]) =>
    (await import(`./${file}`)).start(),
  ),
);
