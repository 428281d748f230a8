// Your red flags: marked in the order you fear them, and the order of questions that follows from it.

import { answers, store } from "./notes.js";

const PRIORITY = { must: 0, should: 1, could: 2 };

/** Your red flags, the one you fear most first. */
export function redFlags() {
  return store
    .list("flag/-/")
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .map(([path]) => path.split("/")[2]);
}

/** Return the elements of questions, the best first. */
export function rank(items, flags, company) {
  const keys = new Map(items.map((item, index) => [item, key(item, flags, company, index)]));
  return [...items].sort((one, other) => compare(keys.get(one), keys.get(other)));
}

function key({ dataset }, flags, company, index) {
  const asked = company && answers(company, [dataset.question]).some((one) => one.mark);
  const fears = dataset.reveals
    .split(" ")
    .map((flag) => flags.indexOf(flag))
    .filter((place) => place >= 0);
  return [asked ? 1 : 0, Math.min(flags.length, ...fears), PRIORITY[dataset.priority] ?? 1, index];
}

function compare(one, other) {
  const different = one.findIndex((value, place) => value !== other[place]);
  return different < 0 ? 0 : one[different] - other[different];
}

export function start() {
  for (const box of document.querySelectorAll("[data-mine]:not([data-on])")) {
    Object.assign(box, { disabled: false }).dataset.on = "";
    box.addEventListener("change", () => store.put({ [`flag/-/${box.dataset.mine}`]: box.checked ? next() : "" }));
  }
  render();
}

store.watch(render);

function next() {
  return String(1 + Math.max(0, ...store.list("flag/-/").map(([, order]) => Number(order) || 0)));
}

function render() {
  const flags = redFlags();
  for (const box of document.querySelectorAll("[data-mine]")) {
    const place = flags.indexOf(box.dataset.mine);
    box.checked = place >= 0;
    const order = box.parentElement.querySelector("[data-order]");
    if (order) order.textContent = place >= 0 ? `Mine, ${place + 1}` : "Mine";
  }
}
