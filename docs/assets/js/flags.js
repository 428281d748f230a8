// Your red flags: marked in the order you fear them, and the order of questions that follows from it.

import { fresh } from "./dom.js";
import { answers, store } from "./notes.js";

const PRIORITY = { must: 0, should: 1, could: 2 };

export function redFlags() {
  return store
    .list("flag/-/")
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .map(([path]) => path.split("/")[2]);
}

/** Return the elements of questions, the best first. */
export function rank(items, flags, company) {
  const places = new Map(items.map((item) => [item, place(item.dataset, flags, company)]));
  return [...items].sort((one, other) => places.get(one) - places.get(other));
}

/** Return a number: what was asked comes last, what is feared most first; then the priority decides. */
function place({ question, reveals, priority }, flags, company) {
  const asked = company && answers(company, [question]).some((one) => one.mark) ? 1 : 0;
  const fears = flags.findIndex((flag) => reveals.split(" ").includes(flag));
  return asked * 1e6 + (fears < 0 ? flags.length : fears) * 10 + (PRIORITY[priority] ?? 1);
}

export function start() {
  for (const box of fresh("[data-mine]")) {
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
