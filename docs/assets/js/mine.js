// Your red flags: marked in the order you fear them.

import { store } from "./notes.js";
import { redFlags } from "./rank.js";

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
