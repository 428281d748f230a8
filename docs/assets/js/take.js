// What taking in a file would change, and how much is in this browser alone.

import { merge } from "./records.js";
import { shelf, store } from "./notes.js";

const SAVED = "saved";
const MUCH = 25;
const DAY = 86400000;

export function combined(current, incoming, replace) {
  return replace ? new Map(incoming) : merge(current, incoming);
}

/** Return every difference as {path, before, after}. */
export function differences(current, next) {
  const paths = [...new Set([...current.keys(), ...next.keys()])].filter((path) => !path.startsWith("words/"));
  return paths
    .map((path) => ({ path, before: current.get(path)?.[0] ?? "", after: next.get(path)?.[0] ?? "" }))
    .filter(({ before, after }) => before !== after);
}

/** Return the changes by company: {name, added, changed, removed}. */
export function summary(changes, current, next) {
  const groups = new Map();
  for (const { path, before, after } of changes) {
    const owner = path.split("/")[1];
    const named = (records) => records.get(`company/${owner}/name`)?.[0];
    const name = owner === "-" ? "No company" : named(next) || named(current) || owner;
    if (!groups.has(owner)) groups.set(owner, { name, added: 0, changed: 0, removed: 0 });
    groups.get(owner)[before ? (after ? "changed" : "removed") : "added"] += 1;
  }
  return [...groups.values()];
}

export function markSaved() {
  shelf.put(SAVED, String(Date.now()));
  store.put({});
}

export function noted() {
  return store.list("").filter(([path]) => !path.startsWith("words/"));
}

export function reminder() {
  const saved = Number(shelf.get(SAVED)) || 0;
  const count = noted().filter(([, , at]) => at > saved).length;
  if (count < MUCH || Date.now() - saved < DAY) return "";
  return `${count} changes are in this browser alone. Take them along as a file.`;
}
