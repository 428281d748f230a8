// The loader: a behaviour is fetched only where its markup is on the page, and told of every new page.

const BEHAVIOURS = [
  ["body", "look.js"],
  ["body", "switch.js"],
  ["[data-answers]", "answers.js"],
  ["[data-tick]", "ticks.js"],
  ["[data-filters]", "filters.js"],
  ["button[data-print]", "print.js"],
  ["[data-blank], [data-script-tools]", "scripts.js"],
  ["[data-scorecard]", "scorecard.js"],
  ["[data-mine]", "flags.js"],
  ["[data-board]", "board.js"],
  ["[data-plan]", "plan.js"],
  ["[data-take-along]", "take-along.js"],
];

/** Fulfilled when every behaviour of the page has started. */
export let started;

function start() {
  const needed = BEHAVIOURS.filter(([selector]) => document.querySelector(selector));
  started = Promise.all(needed.map(async ([, file]) => (await import(`./${file}`)).start()));
}

// Once it is there, the theme announces each page, the first one too.
const follow = () => window.document$.subscribe(start);
if (window.document$) follow();
else {
  document.addEventListener("theme", follow);
  start();
}
