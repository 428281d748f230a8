// The notes of this site: the store under this copy's own path, and which company is chosen.

import { STAGES } from "./facts.js";
import { FIELDS, idOf } from "./records.js";
import { Shelf } from "./shelf.js";
import { NOTES, Store } from "./store.js";

export const BASE = new URL("../../", import.meta.url);

const PREFIX = `offer-playbook:${BASE.pathname}:`;
const EXAMPLE = "example";
const own = shelfIn("sessionStorage", PREFIX);

/** The day on which the made-up search is shown in this tab, instead of the reader's own notes; empty: it is not. */
export const exampleDay = own.get(EXAMPLE) || "";
const CHOSEN = exampleDay ? "example-company" : "company";

export const shelf = exampleDay ? exampleShelf() : shelfIn("localStorage", PREFIX);

/** Return where the made-up search of this tab lies. */
export function exampleShelf() {
  return shelfIn("sessionStorage", `${PREFIX}${EXAMPLE}:`);
}

/** Show the made-up search in this tab from now on, on a day; without one, the reader's own notes again. */
export function showExample(day) {
  if (!day) exampleShelf().clear();
  own.put(EXAMPLE, day);
  location.reload();
}

/** Today as 2027-03-26; in the made-up search, the day on which it is shown. */
export function today() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000);
  return exampleDay || local.toISOString().slice(0, 10);
}

function shelfIn(name, prefix) {
  try {
    return new Shelf(window[name], prefix);
  } catch {
    return new Shelf(null, prefix);
  }
}

export const store = new Store(shelf);

window.addEventListener("storage", (event) => {
  if (event.key === null || event.key === PREFIX + NOTES) store.sync();
});
window.addEventListener("pageshow", () => store.sync());
document.addEventListener("visibilitychange", () => store.sync());
window.addEventListener("beforeunload", (event) => {
  if (store.trouble && store.unsaved) event.preventDefault();
});

/** Every company, the most wanted first: {id, name, tier, stage, next, due, contacts, note}. */
export function companies() {
  return store
    .list("company/")
    .filter(([path]) => path.endsWith("/name"))
    .map(([path]) => company(path.split("/")[1]))
    .sort((one, other) => (one.tier || "9").localeCompare(other.tier || "9") || one.name.localeCompare(other.name));
}

/** @returns {Record<string, string>} its id and FIELDS.company */
export function company(id) {
  return { id, ...Object.fromEntries(FIELDS.company.map((field) => [field, store.get(`company/${id}/${field}`)])) };
}

/** Return the address of the page of a company. */
export function addressOf(id) {
  return new URL(`companies/company/?id=${id}`, BASE).href;
}

/** Return what to call a company: with the role, if another one has the same name. */
export function titleOf(one) {
  const same = companies().filter(({ name }) => name === one.name).length > 1;
  return same && one.role ? `${one.name}, ${one.role}` : one.name;
}

/** Add a company of that name and return its id; one that is called so already stays as it is. */
export function addCompany(name) {
  const wanted = name.trim();
  const there = companies().find((one) => one.name.toLowerCase() === wanted.toLowerCase());
  return there?.id ?? addAnother(wanted);
}

/** Add a company even if there is one of that name, for a second role there. */
export function addAnother(name, fields = {}) {
  const id = freeId(idOf(name));
  changeCompany(id, { name, stage: STAGES[0]?.id ?? "", ...fields });
  return id;
}

/** A company that was renamed keeps its id, so that another one of the old name needs its own. */
function freeId(id) {
  let free = id;
  for (let number = 2; store.get(`company/${free}/name`); number += 1) free = `${id}-${number}`;
  return free;
}

export function changeCompany(id, fields) {
  store.put(under(`company/${id}`, fields));
}

export function under(path, fields) {
  return Object.fromEntries(Object.entries(fields).map(([field, text]) => [`${path}/${field}`, text]));
}

/** Delete a company with all that was noted of it; return what undoes that. */
export function removeCompany(id) {
  const gone = removed(([path]) => path.split("/")[1] === id && !path.startsWith("words/"));
  store.put(Object.fromEntries(gone.map(({ path }) => [path, ""])));
  return () => undo(gone);
}

export function removeAll() {
  const gone = removed(() => true);
  own.clear();
  store.wipe();
  return () => undo(gone);
}

function removed(which) {
  return store
    .list("")
    .filter(which)
    .map(([path, before]) => ({ path, before, after: "" }));
}

/** Take changes, {path, before, after}, back, but for what was changed again since. */
export function undo(changes) {
  const still = changes.filter(({ path, after }) => store.get(path) === after);
  store.put(Object.fromEntries(still.map(({ path, before }) => [path, before])));
}

let chosen = own.get(CHOSEN) ?? shelf.get(CHOSEN) ?? "";

export function chosenCompany() {
  return store.get(`company/${chosen}/name`) ? chosen : "";
}

export function chooseCompany(id) {
  chosen = id;
  own.put(CHOSEN, id);
  shelf.put(CHOSEN, id);
  store.put({});
}

/** The answers to questions at a company: {question, n, mark, who, note}, and `at`, when the mark was made. */
export function answers(companyId, questions) {
  if (indexed !== store.revision) index();
  return questions.flatMap((question) => [...(found.get(`${companyId}/${question}`)?.values() ?? [])]);
}

let found = new Map();
let indexed = -1;

function index() {
  indexed = store.revision;
  found = new Map();
  for (const [path, text, time] of store.list("answer/")) {
    const [, owner, question, n, field] = path.split("/");
    const key = `${owner}/${question}`;
    if (!found.has(key)) found.set(key, new Map());
    const people = found.get(key);
    if (!people.has(n)) people.set(n, { question, n, mark: "", who: "", note: "" });
    people.get(n)[field] = text;
    if (field === "mark") people.get(n).at = time;
  }
}
