// Choosing questions: the order comes with the site. The address keeps the choice and the ids, but no name and no note.

import { fresh } from "./dom.js";
import { LIFTED, MINUTES_EACH } from "./facts.js";
import { answers, chosenCompany, store } from "./notes.js";
import { redFlags } from "./flags.js";

const NAMES = ["to", "moment", "flag", "minutes", "sort"];
const SHARED = 30; // with more questions than this the address would be too long to send
let page;

export async function start() {
  const [form] = fresh("[data-filters]");
  if (!form) return;
  const items = [...document.querySelectorAll(".pb-checklist > [data-question]")];
  const homes = new Map(items.map((item) => [item, item.parentElement]));
  page = { form, items, homes, company: chosenCompany(), shared: null, few: items[0]?.parentElement.children.length };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  form.querySelector("[data-five]").addEventListener("click", () => {
    form.elements.minutes.value = "5";
    form.elements.sort.value = "mine";
    choose();
  });
  read(form);
  if (chosen() || page.shared) await apply();
  else count();
}

/** Choose anew for another company, but not while one answers. */
store.watch(() => {
  if (page?.form.isConnected && page.company !== chosenCompany() && chosen() && !page.shared) apply();
});

async function choose() {
  page.shared = null;
  await apply();
  remember();
}

function values() {
  return /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, page.form.elements[name].value])));
}

function chosen() {
  const { to, ...others } = values();
  return Object.values(others).some(Boolean) || (to && page.form.elements.to.type !== "hidden");
}

function read(form) {
  const wanted = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const control = form.elements[name];
    const value = wanted.get(name) ?? (name === "moment" && wanted.get("stage")) ?? "";
    const offered = control.options ? [...control.options].some((one) => one.value === value) : /^\d{1,2}$/.test(value);
    if (value && offered && control.type !== "hidden") control.value = value;
  }
  const ids = (wanted.get("ids") ?? "").split(" ");
  const shared = ids.flatMap((id) => page.items.find((item) => item.dataset.question === id) ?? []);
  if (shared.length) page.shared = shared;
}

async function apply() {
  page.company = chosenCompany();
  if (!chosen() && !page.shared) {
    arrange(null);
    count();
    return;
  }
  const shown = page.shared ?? (await fitting());
  arrange(shown);
  count(shown.length);
}

/** Return the questions that fit, in the order of the site. */
async function fitting() {
  page.orders ??= fetch(page.form.dataset.order).then((answer) => answer.json());
  const { ids, lists } = await page.orders;
  const { to, moment, flag, minutes, sort } = values();
  const byId = new Map(page.items.map((item) => [item.dataset.question, item]));
  const all = lists[to][moment].flatMap((place) => byId.get(ids[place]) ?? []);
  const about = all.filter((item) => !flag || has(item.dataset.reveals, flag));
  const ordered = sort === "mine" ? unaskedFirst(lift(about, redFlags())) : about;
  return minutes ? ordered.slice(0, Math.max(1, Math.floor(Number(minutes) / MINUTES_EACH))) : ordered;
}

const has = (words, word) => words.split(" ").includes(word);

/** The first question for each of my first red flags comes up, as plan/ordering.py does it for a profile. */
export function lift(items, flags) {
  const lifted = new Set();
  for (const flag of flags.slice(0, LIFTED)) {
    const first = items.find((item) => has(item.dataset.reveals, flag) && !lifted.has(item));
    if (first) lifted.add(first);
  }
  return [...new Set([...lifted, ...items])];
}

function unaskedFirst(items) {
  const company = page.company;
  const asked = new Set(items.filter((one) => company && answers(company, [one.dataset.question]).some((said) => said.mark)));
  return [...items.filter((one) => !asked.has(one)), ...asked];
}

function remember() {
  const address = new URL(location.href);
  address.search = "";
  for (const [name, value] of Object.entries(values())) {
    if (value && page.form.elements[name].type !== "hidden") address.searchParams.set(name, value);
  }
  const shown = page.items.filter((one) => !one.hidden).length;
  const ids = page.mixed && shown <= SHARED ? [...page.mixed].map((one) => one.dataset.question) : [];
  if (ids.length) address.searchParams.set("ids", ids.join(" "));
  history.replaceState(history.state, "", address);
}

/** Show these in one list, or all where they belong; the focus stays. */
function arrange(shown) {
  const [first] = new Set(page.homes.values());
  const focused = document.activeElement;
  if (page.mixed || shown) for (const item of page.items) page.homes.get(item).append(item);
  const wanted = new Set(shown ?? page.items);
  for (const item of page.items) item.hidden = !wanted.has(item);
  if (shown) first.append(...shown);
  for (const part of document.querySelectorAll("[data-rest]")) {
    part.hidden = shown !== null;
    const listed = part.id && document.querySelector(`.pb-contents [href="#${part.id}"]`);
    if (listed) listed.parentElement.hidden = part.hidden;
  }
  focused.focus({ preventScroll: true });
  page.mixed = shown;
  document.dispatchEvent(new Event("pb-shown"));
}

function count(number) {
  const all = page.items.length;
  const few = number === undefined && page.few < all;
  const words = few ? `The first ${page.few} of ${all} questions` : `${number ?? all} of ${all} questions`;
  page.form.querySelector("[data-count]").textContent = page.shared ? `${words}, as in the link` : words;
}
