// What is wrong with the storage, said once, calmly, with what one can do about it.

import { button, el } from "./dom.js";
import { store } from "./notes.js";

const SAID = {
  forbidden: "This browser keeps nothing for this site. What you note is gone when you close the page.",
  full: "This browser's storage is full. What you noted last is gone when you close the page.",
  damaged: "Your notes are here, but damaged: this page cannot read them and leaves them as they are.",
  newer: "Your notes were saved by a newer version of this guide. This page leaves them as they are.",
};

let shown = null;

export function start() {
  render();
}

store.watch(render);

function render() {
  const trouble = needed();
  if (trouble === shown && (!trouble || document.querySelector(".pb-trouble"))) return;
  document.querySelector(".pb-trouble")?.remove();
  shown = trouble;
  if (trouble) document.body.append(notice(trouble));
}

/** A browser that keeps nothing is only worth a word once something has been noted. */
function needed() {
  return store.trouble === "forbidden" && !store.unsaved ? null : store.trouble;
}

function notice(trouble) {
  const take = async () => (await import("./take-along.js")).save();
  const unread = async () => (await import("./take-along.js")).download("unreadable-notes.txt", store.unread, "text/plain");
  const afresh = () => store.setAside() || words.append(" There is no room to set them aside.");
  const words = el("p", {}, SAID[trouble]);
  const buttons = store.unread
    ? [button("Save them as a file", unread), button("Set them aside and start afresh", afresh)]
    : [button("Save a file", take)];
  return el("section", { class: "pb-trouble", "aria-label": "Storage", role: "alert" }, words, el("p", { class: "pb-buttons" }, buttons));
}
