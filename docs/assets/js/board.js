// The board: companies in columns by stage, moved by dragging, arrow keys, or the menu on each card.

import { choose, openCompany, stages } from "./companies.js";
import { announce, button, el, field, fresh, option } from "./dom.js";
import { addressOf, changeCompany, companies, company, shelf, store, titleOf, today } from "./notes.js";
import { dragByTouch } from "./touch-drag.js";

const ORDER = "board-order";
const ORDERS = { "": "How much I want it", due: "By date" };

export function start() {
  for (const board of fresh("[data-board]")) {
    board.querySelector("[data-add]").addEventListener("click", () => choose());
    for (const column of board.querySelectorAll("[data-column]")) droppable(column);
    dragByTouch(board, (id, column) => move(id, column.dataset.column));
    board.querySelector("[data-board-tools]").append(order(), saver("csv", "Save as CSV"), saver("md", "Save as Markdown"));
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
  for (const one of inOrder()) {
    const home = all.find((column) => column.dataset.column === one.stage) ?? all[0];
    home.querySelector("ul").append(card(one));
  }
  if (focused) document.querySelector(`[data-card="${focused.dataset.card}"] ${control}`)?.focus();
}

function order() {
  const choice = el("select", {});
  choice.append(...Object.entries(ORDERS).map(option));
  choice.value = shelf.get(ORDER) ?? "";
  choice.addEventListener("change", () => {
    shelf.put(ORDER, choice.value);
    render();
  });
  return field("Order", choice);
}

/** Return the companies, the most wanted first, or those with the nearest date. */
function inOrder() {
  const all = companies();
  if (shelf.get(ORDER) !== "due") return all;
  return all.sort((one, other) => (one.due || "9").localeCompare(other.due || "9"));
}

function saver(kind, words) {
  const save = async () => (await import("./deciding/tables.js")).saveTable(table(), "companies", kind);
  return button(words, save, { class: "pb-quiet" });
}

/** Return the board as a table, for a file. */
function table() {
  const row = (cells, tag) => el("tr", {}, ...cells.map((words) => el(tag, {}, words)));
  const head = ["Company", "Role", "Stage", "Tier", "Next step", "By when", "People"];
  const lines = inOrder().map((one) => [one.name, one.role, one.stage, one.tier, one.next, one.due, one.contacts]);
  return el("table", {}, row(head, "th"), ...lines.map((cells) => row(cells, "td")));
}

function card(one) {
  const edit = () => openCompany(one.id).addEventListener("close", () => focusOn(one.id));
  const open = button(titleOf(one), edit, {
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
  const overdue = one.due && one.due < today() && !one.outcome;
  const due = one.due && (overdue ? `overdue since ${one.due}` : `by ${one.due}`);
  const facts = [one.tier && `Tier ${one.tier}`, due].filter(Boolean).join(", ");
  const drag = (event) => event.dataTransfer.setData("text/plain", one.id);
  return el(
    "li",
    { class: `pb-card${overdue ? " pb-overdue" : ""}`, "data-card": one.id, draggable: "true", ondragstart: drag },
    open,
    facts && el("p", {}, facts),
    one.next && el("p", {}, one.next),
    menu,
    el("p", {}, el("a", { href: addressOf(one.id), "aria-label": `Everything about ${titleOf(one)}` }, "Everything")),
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
