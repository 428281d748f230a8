// Your red flags: marked in the order you fear them, and the order of questions that follows from it.

import { fresh } from "./dom.js";
import { store } from "./notes.js";

export function redFlags() {
  return store
    .list("flag/-/")
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .map(([path]) => path.split("/")[2]);
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
