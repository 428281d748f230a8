// Reworded entries: what was noted under an earlier id moves to the new one, and no answer mixes with another.

import { answers, store } from "./notes.js";

export function adopt(id, earlier) {
  for (const old of earlier) adoptFrom(id, old);
}

function adoptFrom(id, old) {
  const changes = {};
  for (const [path, text] of [...store.list("answer/"), ...store.list("tick/")]) {
    const [kind, owner, entry, n, ...field] = path.split("/");
    if (entry !== old) continue;
    const taken = answers(owner, [id]).some((one) => one.n === n);
    const here = [kind, owner, id, taken ? old : n, ...field].filter(Boolean).join("/");
    if (!store.get(here)) Object.assign(changes, { [here]: text, [path]: "" });
  }
  if (Object.keys(changes).length) store.put(changes);
}
