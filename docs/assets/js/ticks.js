// Ticks: open, done or does not apply, and how far one is. Drills are yours; checklists are the chosen company's.

import { adopt } from "./adopt.js";
import { announce, button, el, fresh } from "./dom.js";
import { chosenCompany, store, undo } from "./notes.js";

const DONE = "done";
const AWAY = "does-not-apply";

export function start() {
  for (const box of fresh("[data-tick]")) prepare(box);
  render();
}

store.watch(render);
document.addEventListener("toggle", () => render(), true);
document.addEventListener("pb-shown", () => render());

function path(box) {
  const owner = box.closest(".pb-checklist") ? chosenCompany() || "-" : "-";
  return `tick/${owner}/${box.dataset.tick}`;
}

function prepare(box) {
  if (box.dataset.was) adopt(box.dataset.tick, box.dataset.was.split(" "));
  const write = (state) => store.put({ [path(box)]: state });
  box.addEventListener("change", () => write(box.checked ? DONE : ""));
  const place = box.closest("li")?.querySelector(":scope > [data-away]");
  if (!place) return;
  const away = el("input", {
    type: "checkbox",
    "aria-label": `Does not apply: ${box.parentElement.textContent.trim()}`,
    onchange: (event) => write(event.target.checked ? AWAY : ""),
  });
  place.replaceChildren(el("label", { title: "Does not apply" }, away, el("span", { "aria-hidden": "true" }, "n/a")));
}

function render() {
  const boxes = [...document.querySelectorAll("[data-tick]")];
  const states = boxes.map((box) => store.get(path(box)));
  boxes.forEach((box, number) => {
    const line = box.closest("li");
    const away = states[number] === AWAY;
    box.checked = states[number] === DONE;
    line?.classList.toggle("pb-away", away);
    const other = line?.querySelector(":scope > [data-away] input");
    if (other) other.checked = away;
  });
  const place = document.querySelector("[data-progress]");
  if (place) progress(place, states.filter((_, number) => isShown(boxes[number])));
}

/** What is folded away or not chosen does not count. */
function isShown(box) {
  return !box.closest("details:not([open]), [hidden]");
}

function progress(place, states) {
  const counted = states.filter((one) => one !== AWAY);
  const done = counted.filter((one) => one === DONE).length;
  if (!place.firstElementChild) {
    const over = button("Start this list over", startOver, { class: "pb-quiet" });
    place.append(el("progress", { "aria-label": "Progress" }), el("span"), over);
  }
  const [bar, text, over] = place.children;
  over.hidden = !states.some(Boolean);
  bar.max = Math.max(counted.length, 1);
  bar.value = done;
  text.textContent = counted.length
    ? `${done} of ${counted.length} done, ${Math.floor((100 * done) / counted.length)} %`
    : "Nothing applies";
}

/** Make everything on this page open again; answers and notes stay. */
function startOver() {
  const paths = [...new Set([...document.querySelectorAll("[data-tick]")].map(path))];
  const changes = paths.map((one) => ({ path: one, before: store.get(one), after: "" })).filter(({ before }) => before);
  store.put(Object.fromEntries(changes.map((change) => [change.path, ""])));
  announce("Every tick of this list is open again.", () => undo(changes));
}
