// Making elements without markup in text: whatever is shown to the reader stays text.

/** Make an element; `onclick` and the like listen, true and false set or leave out an attribute. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if ((value ?? false) !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => (child ?? null) !== null));
  return element;
}

/**
 * @param {string} words
 * @param {(event: Event) => void} onclick
 * @param {Record<string, any>} attributes its `class` comes after ours
 */
export function button(words, onclick, { class: kind = "", ...attributes } = {}) {
  return el("button", { type: "button", class: `pb-button ${kind}`, ...attributes, onclick }, words);
}

export function field(label, control) {
  return el("label", { class: "pb-field" }, el("span", {}, label), control);
}

export function option([value, words]) {
  return el("option", { value }, words);
}

export function several(count, thing) {
  return `${count} ${thing}${Number(count) === 1 ? "" : "s"}`;
}

export function buttons(...all) {
  return el("p", { class: "pb-buttons" }, all);
}

/** Return the elements of a kind that were not started before, ready for use from now on. */
export function fresh(selector) {
  const found = [...document.querySelectorAll(`${selector}:not([data-on])`)];
  for (const one of found) {
    one.dataset.on = "";
    for (const part of [one, ...one.querySelectorAll("fieldset, [data-add]")]) part.disabled = false;
  }
  return found;
}

/** Set what a control shows, unless the reader is in the middle of typing there. */
export function show(control, value) {
  const typing = control === document.activeElement && document.hasFocus();
  if (!typing && control.value !== value) control.value = value;
}

let status;
let before;
let dialogs = 0;

/** Put the line that is spoken into the page early: with its first words it is often not heard. */
function listen() {
  if (status?.isConnected) return;
  status = el("div", { role: "status", class: "pb-status" });
  status.addEventListener("focusin", ({ relatedTarget }) => {
    if (!status.contains(relatedTarget)) before = relatedTarget;
  });
  document.body.append(status);
}

listen();

/** Say something at the foot of the page, to screen readers too; what can be undone stays. */
export function announce(words, undo) {
  listen();
  clearTimeout(status.timer);
  status.replaceChildren(el("span", {}, words));
  if (!undo) status.timer = setTimeout(() => status.replaceChildren(), 6000);
  else
    status.append(
      button("Undo", () => back(undo)),
      button("Close", leave, { "aria-label": "Close this message" }),
    );
}

function back(undo) {
  undo();
  leave();
  announce("Undone.");
}

function leave() {
  status.replaceChildren();
  before?.focus();
}

/** @param {Record<string, any>} attributes */
export function openDialog(title, content, attributes = {}) {
  const heading = el("h2", { id: `pb-dialog-${(dialogs += 1)}` }, title);
  const close = button("Close", () => dialog.close(), { class: "pb-close" });
  const dialog = el("dialog", { class: "pb-dialog", "aria-labelledby": heading.id, ...attributes });
  dialog.append(el("div", { class: "pb-dialog-head" }, heading, close), ...[content].flat().filter(Boolean));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function confirmFirst(title, words, yes, action) {
  const agree = () => {
    dialog.close();
    action();
  };
  const dialog = openDialog(title, [
    el("p", {}, words),
    buttons(
      button(yes, agree, { class: "pb-danger" }),
      button("Cancel", () => dialog.close(), { autofocus: true }),
    ),
  ]);
}

export function download(name, text, type = "application/json") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
