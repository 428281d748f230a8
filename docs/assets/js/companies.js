// The switch in the header: whose notes these are.

import { openCompany } from "./company.js";
import { announce, button, el, openDialog } from "./dom.js";
import { BASE, addCompany, chooseCompany, chosenCompany, companies, company, store } from "./notes.js";
import { reminder } from "./take.js";

const READING = "Just reading";

export function start() {
  const title = document.querySelector(".md-header__title");
  if (!title || document.querySelector(".pb-switch")) return;
  const label = el("span", { class: "pb-switch-name" });
  const open = el("button", { type: "button", class: "pb-switch", "aria-haspopup": "dialog", onclick: () => choose() }, label);
  title.after(open);
  store.watch(() => render(open, label));
  render(open, label);
}

function render(open, label) {
  const id = chosenCompany();
  const name = id ? company(id).name : READING;
  label.textContent = name;
  open.setAttribute("aria-label", id ? `Notes for ${name}. Change company` : "Just reading. Choose a company for your notes");
  open.classList.toggle("pb-chosen", Boolean(id));
  document.body.dataset.company = name;
}

/** Ask which company; `then` runs once one is chosen. */
export function choose(then) {
  const pick = (id) => {
    dialog.close();
    chooseCompany(id);
    announce(id ? `Notes for ${company(id).name}.` : "No company: just reading.");
    if (id) then?.();
  };
  const name = el("input", { name: "name", required: true, maxlength: "80", autocomplete: "off", enterkeyhint: "done" });
  const add = (event) => {
    event.preventDefault();
    if (name.value.trim()) pick(addCompany(name.value));
  };
  const dialog = openDialog("Whose notes?", [
    el("p", {}, "Answers, notes and blanks belong to the company you choose. They stay in this browser."),
    el("ul", { class: "pb-choices" }, choice("", READING, pick), ...companies().map((one) => choice(one.id, one.name, pick, () => edit(one.id)))),
    el("form", { class: "pb-row", onsubmit: add }, el("label", { class: "pb-field" }, el("span", {}, "Add a company"), name), el("button", { class: "pb-button" }, "Add")),
    remind(),
    el("p", { class: "pb-links" }, link("checklists/scorecard/", "Scorecard"), link("get-the-interview/tracker/", "Board"), link("yours/notes/", "Take it along")),
  ]);
  const edit = (id) => {
    dialog.close();
    openCompany(id);
  };
}

function choice(id, name, pick, edit) {
  const current = id === chosenCompany();
  const button_ = button(name, () => pick(id), { class: "pb-choice", "aria-pressed": String(current), autofocus: current });
  return el("li", {}, button_, edit && button("Edit", edit, { "aria-label": `Edit ${name}` }));
}

function link(path, words) {
  return el("a", { href: new URL(path, BASE).href }, words);
}

function remind() {
  const words = reminder();
  return words ? el("p", { class: "pb-reminder" }, words) : null;
}
