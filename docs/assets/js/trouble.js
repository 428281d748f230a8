// What one can do about a storage that does not work.

import { button, el } from "./dom.js";
import { store } from "./notes.js";
import { download, save } from "./take-along.js";

export function notice(trouble, said) {
  const words = el("p", {}, said);
  const afresh = () => store.setAside() || words.append(" There is no room to set them aside.");
  const unread = () => download("unreadable-notes.txt", store.unread, "text/plain");
  const buttons =
    store.unread === null
      ? [button("Save a file", save)]
      : [button("Save them as a file", unread), button("Set them aside and start afresh", afresh)];
  return el("section", { class: "pb-trouble", "aria-label": "Storage", role: "alert" }, words, el("p", {}, buttons));
}
