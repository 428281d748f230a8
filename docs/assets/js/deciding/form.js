// Fields of forms that are bound to records: each has the path of one, writes it, and shows it when it changes elsewhere.

import { el, field, option, show } from "../dom.js";
import { store } from "../notes.js";

/**
 * Return a labelled control of a record.
 * @param {string} path
 * @param {string} label
 * @param {{options?: [string, string][], hint?: string, rows?: string, [name: string]: any}} kind
 */
export function bound(path, label, { options, hint, ...attributes } = {}) {
  const tag = options ? "select" : attributes.rows ? "textarea" : "input";
  const plain = tag === "input" ? { autocomplete: "off", maxlength: "40" } : {};
  const control = el(tag, { ...plain, ...attributes, "data-path": path }, (options ?? []).map(option));
  control.value = store.get(path);
  control.addEventListener(options ? "change" : "input", () => store.put({ [path]: control.value }));
  const labelled = field(label, control);
  if (!hint) return labelled;
  const below = el("small", { id: `pb-hint-${path.replaceAll("/", "-")}` }, hint);
  control.setAttribute("aria-describedby", below.id);
  return el("div", {}, labelled, below);
}

/** Show in each control below a place what its record is now. */
export function refresh(place) {
  for (const control of place.querySelectorAll("[data-path]")) show(control, store.get(control.dataset.path));
}

export function amount(path, label, hint) {
  return bound(path, label, { inputmode: "decimal", hint });
}

export function dayField(path, label) {
  return bound(path, label, { type: "date" });
}

export function group(title, fields, open = false) {
  return el("details", { class: "pb-more pb-group", open }, el("summary", {}, title), el("div", { class: "pb-form pb-grid" }, fields));
}

/** Return records that are gone: paths below a start, each with an empty text. */
export function without(start) {
  return Object.fromEntries(store.list(start).map(([path]) => [path, ""]));
}
