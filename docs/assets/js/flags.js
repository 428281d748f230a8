// Your red flags: marked in the order you fear them, and the order of questions that follows from it.

import { button, fresh } from "./dom.js";
import { store } from "./notes.js";

export function redFlags() {
  return store
    .list("flag/-/")
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .map(([path]) => path.split("/")[2]);
}

export function start() {
  for (const box of fresh("[data-mine]")) {
    box.addEventListener("change", () => mark(box.dataset.mine, box.checked));
  }
  for (const list of fresh("[data-mine-list]")) prepare(list);
  render();
}

store.watch(render);

function mark(flag, mine) {
  store.put({ [`flag/-/${flag}`]: mine ? next() : "" });
}

function next() {
  return String(1 + Math.max(0, ...store.list("flag/-/").map(([, order]) => Number(order) || 0)));
}

/** The list of mine on the worksheet: each has a way up and a way out. */
function prepare(list) {
  for (const item of list.children) {
    const flag = item.dataset.flag;
    const name = item.querySelector("a").textContent;
    const up = button("Up", () => raise(flag), { class: "pb-quiet", "aria-label": `Up: ${name}` });
    const out = button("Not mine", () => mark(flag, false), { class: "pb-quiet", "aria-label": `Not mine: ${name}` });
    item.querySelector("[data-tools]").append(up, out);
  }
}

/** Change places with the one before. */
function raise(flag) {
  const flags = redFlags();
  const at = flags.indexOf(flag);
  if (at < 1) return;
  const wanted = flags.with(at, flags[at - 1]).with(at - 1, flag);
  store.put(Object.fromEntries(wanted.map((id, place) => [`flag/-/${id}`, String(place + 1)])));
}

function render() {
  const flags = redFlags();
  for (const box of document.querySelectorAll("[data-mine]")) {
    const place = flags.indexOf(box.dataset.mine);
    box.checked = place >= 0;
    const order = box.parentElement.querySelector("[data-order]");
    if (order) order.textContent = place >= 0 ? `Mine, ${place + 1}` : "Mine";
  }
  for (const list of document.querySelectorAll("[data-mine-list]")) arrange(list, flags);
}

function arrange(list, flags) {
  const focused = document.activeElement;
  const items = new Map([...list.children].map((item) => [item.dataset.flag, item]));
  for (const [flag, item] of items) item.hidden = !flags.includes(flag);
  list.prepend(...flags.flatMap((flag) => items.get(flag) ?? []));
  if (list.contains(focused)) focused.focus();
  document.querySelector("[data-mine-none]").hidden = flags.length > 0;
}
