// Choosing questions. The choice stands in the address, so that it can be shared; it holds no name and no note.

import { fresh } from "./dom.js";
import { MINUTES_EACH } from "./facts.js";
import { chosenCompany, store } from "./notes.js";
import { rank, redFlags } from "./flags.js";

const NAMES = ["to", "stage", "flag", "priority", "minutes", "sort"];
let page;

export function start() {
  const [form] = fresh("[data-filters]");
  if (!form) return;
  const items = [...document.querySelectorAll(".pb-checklist > [data-question]")];
  page = { form, items, homes: new Map(items.map((item) => [item, item.parentElement])), company: chosenCompany() };
  read(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => apply(true));
  form.addEventListener("reset", () => setTimeout(() => apply(true)));
  form.querySelector("[data-five]").addEventListener("click", () => {
    form.elements.minutes.value = "5";
    apply(true);
  });
  if (new URLSearchParams(location.search).size) apply(false);
  else count(items.length);
}

/** Choose anew for another company, but not while one answers. */
store.watch(() => {
  if (page?.form.isConnected && page.company !== chosenCompany()) apply(false);
});

function read(form) {
  const wanted = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const control = form.elements[name];
    const value = wanted.get(name) ?? "";
    const offered = control.options ? [...control.options].some((one) => one.value === value) : /^\d{1,3}$/.test(value);
    if (value && offered) control.value = value;
  }
}

function apply(write) {
  page.company = chosenCompany();
  /** @type {any} */
  const values = Object.fromEntries(NAMES.map((name) => [name, page.form.elements[name].value]));
  if (write) remember(values);
  const fitting = page.items.filter((item) => fits(item.dataset, values));
  const order = rank(fitting, redFlags(), page.company);
  const most = values.minutes ? Math.max(1, Math.floor(values.minutes / MINUTES_EACH)) : fitting.length;
  const shown = new Set(order.slice(0, most));
  for (const item of page.items) item.hidden = !shown.has(item);
  arrange(values.sort === "mine" ? order : null);
  count(shown.size);
}

function remember(values) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
}

function fits(data, { to, stage, flag, priority }) {
  const has = (words, word) => !word || words.split(" ").includes(word);
  const then = !data.stage || has(data.stage, stage);
  return then && has(data.to, to) && has(data.reveals, flag) && has(data.priority, priority);
}

/** Put the questions under their headings, or all in one list in the order given; the focus stays. */
function arrange(order) {
  const { items, homes, mixed } = page;
  const lists = new Set(homes.values());
  const [first] = lists;
  const focused = document.activeElement;
  if (order || mixed) for (const item of order ?? items) (order ? first : homes.get(item)).append(item);
  focused.focus({ preventScroll: true });
  page.mixed = order !== null;
  for (const list of lists) {
    list.hidden = ![...list.children].some((item) => !item.hidden);
    const heading = list.closest("section").previousElementSibling;
    if (heading?.tagName !== "H2") continue;
    heading.hidden = list.hidden || order !== null;
    const listed = document.querySelector(`.pb-contents [href="#${CSS.escape(heading.id)}"]`);
    if (listed) listed.parentElement.hidden = heading.hidden;
  }
}

function count(number) {
  page.form.querySelector("[data-count]").textContent = `${number} of ${page.items.length} questions`;
}
