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
let page;

function start() {
  if (page?.isConnected) return;
  page = document.querySelector("article");
  const needed = BEHAVIOURS.filter(([selector]) => document.querySelector(selector));
  started = Promise.all(needed.map(async ([, file]) => (await import(`./${file}`)).start()));
}

// The theme announces each page, the first one again.
const follow = () => window.document$?.subscribe(start) ?? start();
document.addEventListener("theme", follow);
follow();
