// The board: companies in columns by stage, moved by dragging, arrow keys, or the menu on each card.

import { choose, openCompany, stages } from "./companies.js";
import { announce, button, el, fresh, option } from "./dom.js";
import { changeCompany, companies, company, store } from "./notes.js";

export function start() {
  for (const board of fresh("[data-board]")) {
    board.querySelector("[data-add]").addEventListener("click", () => choose());
    for (const column of board.querySelectorAll("[data-column]")) droppable(column);
  }
  render();
}

store.watch(render);

function columns() {
  return [...document.querySelectorAll("[data-board] [data-column]")];
}

function render() {
  const all = columns();
  if (!all.length) return;
  const focused = document.activeElement?.closest?.("[data-card]");
  const control = focused && document.activeElement.tagName;
  for (const column of all) column.querySelector("ul").replaceChildren();
  for (const one of companies()) {
    const home = all.find((column) => column.dataset.column === one.stage) ?? all[0];
    home.querySelector("ul").append(card(one));
  }
  if (focused) document.querySelector(`[data-card="${focused.dataset.card}"] ${control}`)?.focus();
}

function card(one) {
  const edit = () => openCompany(one.id).addEventListener("close", () => focusOn(one.id));
  const open = button(one.name, edit, {
    class: "pb-card-name",
    "aria-haspopup": "dialog",
    onkeydown: (event) => byKey(event, one),
  });
  const menu = el("select", {
    "aria-label": `Move ${one.name} to`,
    onchange: (event) => move(one.id, event.target.value),
  });
  menu.append(...stages.map(option));
  menu.value = one.stage;
  const facts = [one.tier && `Tier ${one.tier}`, one.due && `by ${one.due}`].filter(Boolean).join(", ");
  const drag = (event) => event.dataTransfer.setData("text/plain", one.id);
  return el(
    "li",
    { class: "pb-card", "data-card": one.id, draggable: "true", ondragstart: drag },
    open,
    facts && el("p", {}, facts),
    one.next && el("p", {}, one.next),
    menu,
  );
}

function focusOn(id) {
  (document.querySelector(`[data-card="${id}"] button`) ?? document.querySelector("[data-add]"))?.focus();
}

function byKey(event, one) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const place = stages.findIndex(([stage]) => stage === one.stage);
  const next = stages[Math.max(place, 0) + step];
  if (next) move(one.id, next[0]);
}

function move(id, stage) {
  const before = company(id).stage;
  if (before === stage) return;
  changeCompany(id, { stage });
  const [, name] = stages.find(([known]) => known === stage);
  announce(`${company(id).name} moved to ${name}.`, () => changeCompany(id, { stage: before }));
}

function droppable(column) {
  const drag = (event) => {
    event.preventDefault();
    column.classList.toggle("pb-over", event.type === "dragover");
    const id = event.type === "drop" && event.dataTransfer.getData("text/plain");
    if (id && company(id).name) move(id, column.dataset.column);
  };
  for (const kind of ["dragover", "dragleave", "drop"]) column.addEventListener(kind, drag);
}
