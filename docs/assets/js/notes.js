// The notes of this site: the store under this copy's own path, and which company is chosen.

import { STAGES } from "./facts.js";
import { idOf } from "./records.js";
import { Store } from "./store.js";

export const BASE = new URL("../../", import.meta.url);
export const FIELDS = ["name", "tier", "stage", "next", "due", "contacts", "note"];

const PREFIX = `offer-playbook:${BASE.pathname}:`;
const CHOSEN = `${PREFIX}company`;

/** Return a storage of the browser; where none is allowed, one whose every use fails like the real one. */
function storage(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

export const store = new Store({
  storage: storage("localStorage"),
  session: storage("sessionStorage"),
  prefix: PREFIX,
});

window.addEventListener("storage", (event) => {
  if (event.key === null || event.key === store.key) store.sync();
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

export function company(id) {
  return { id, ...Object.fromEntries(FIELDS.map((field) => [field, store.get(`company/${id}/${field}`)])) };
}

/** Add a company of that name and return its id; one that is called so already stays as it is. */
export function addCompany(name) {
  const wanted = name.trim();
  const there = companies().find((one) => one.name.toLowerCase() === wanted.toLowerCase());
  if (there) return there.id;
  const id = freeId(idOf(wanted));
  store.put({ [`company/${id}/name`]: wanted, [`company/${id}/stage`]: STAGES[0]?.id ?? "" });
  return id;
}

/** A company that was renamed keeps its id, so that another one of the old name needs its own. */
function freeId(id) {
  let free = id;
  for (let number = 2; store.get(`company/${free}/name`); number += 1) free = `${id}-${number}`;
  return free;
}

export function changeCompany(id, fields) {
  store.put(Object.fromEntries(Object.entries(fields).map(([field, text]) => [`company/${id}/${field}`, text])));
}

/** Delete a company with everything noted about it; return what undoes that. */
export function removeCompany(id) {
  const before = store.snapshot();
  const paths = [...before.keys()].filter((path) => path.split("/")[1] === id && !path.startsWith("words/"));
  store.put(Object.fromEntries(paths.map((path) => [path, ""])));
  return () => store.put(Object.fromEntries(paths.map((path) => [path, before.get(path)[0]])));
}

let chosen = remembered();

function remembered() {
  for (const kept of [store.session, store.storage]) {
    try {
      const id = kept.getItem(CHOSEN);
      if (id !== null) return id;
    } catch {
      // Nothing may be kept: start with no company.
    }
  }
  return "";
}

/** The id of the chosen company, or an empty text for just reading. Each tab has its own. */
export function chosenCompany() {
  return store.get(`company/${chosen}/name`) ? chosen : "";
}

export function chooseCompany(id) {
  chosen = id;
  for (const kept of [store.session, store.storage]) {
    try {
      kept.setItem(CHOSEN, id);
    } catch {
      // It stays chosen until this page is left.
    }
  }
  store.put({});
}

/** The answers to questions at a company: {question, n, mark, who, note}. */
export function answers(companyId, questions) {
  if (indexed !== store.revision) index();
  return questions.flatMap((question) => [...(found.get(`${companyId}/${question}`)?.values() ?? [])]);
}

let found = new Map();
let indexed = -1;

function index() {
  indexed = store.revision;
  found = new Map();
  for (const [path, text] of store.list("answer/")) {
    const [, owner, question, n, field] = path.split("/");
    const key = `${owner}/${question}`;
    if (!found.has(key)) found.set(key, new Map());
    const people = found.get(key);
    if (!people.has(n)) people.set(n, { question, n, mark: "", who: "", note: "" });
    people.get(n)[field] = text;
  }
}

/** Move what was noted under the earlier ids of an entry to its own. */
export function adopt(id, earlier) {
  const changes = {};
  for (const [path, text] of [...store.list("answer/"), ...store.list("tick/")]) {
    const parts = path.split("/");
    if (!earlier.includes(parts[2])) continue;
    const own = parts.with(2, id).join("/");
    if (!store.get(own)) Object.assign(changes, { [own]: text, [path]: "" });
  }
  if (Object.keys(changes).length) store.put(changes);
}
