// Choosing, adding, changing and removing companies, in dialogs.

import { announce, button, buttons, confirmFirst, el, field, openDialog, option } from "./dom.js";
import { STAGES } from "./facts.js";
import {
  BASE,
  addCompany,
  addressOf,
  changeCompany,
  chooseCompany,
  chosenCompany,
  companies,
  company,
  removeCompany,
  titleOf,
} from "./notes.js";
import { reminder } from "./take.js";

const READING = "No company: just reading";
export const stages = STAGES.map(({ id, name }) => [id, name]);
const PAGES = {
  "companies/": "Next moves",
  "companies/offers/": "Offers",
  "companies/dates/": "Dates",
  "checklists/scorecard/": "Scorecard",
  "get-the-interview/tracker/": "Board",
  "yours/notes/": "Take it along",
};
const LONG = { rows: "3", maxlength: "4000" };
const TIERS = { "": "Not decided", 1: "1, the dream", 2: "2, good", 3: "3, practice and leverage" };

/** Ask which company; `then` runs once one is chosen. */
export function choose(then) {
  const pick = (id) => {
    dialog.close();
    chooseCompany(id);
    announce(id ? `Notes for ${company(id).name}.` : "No company: just reading.");
    if (id) then?.();
  };
  const name = el("input", {
    name: "name",
    required: true,
    pattern: ".*\\S.*",
    maxlength: "80",
    autocomplete: "off",
    enterkeyhint: "done",
  });
  const add = (event) => {
    event.preventDefault();
    pick(addCompany(name.value));
    askToKeep();
  };
  const much = reminder();
  const dialog = openDialog("My companies", [
    el("p", {}, "Answers, notes and blanks belong to the company you choose. They stay in this browser."),
    el(
      "ul",
      { class: "pb-choices" },
      choice("", READING, pick),
      ...companies().map((one) => choice(one.id, titleOf(one), pick, () => edit(one.id))),
    ),
    el(
      "form",
      { class: "pb-row", onsubmit: add },
      field("Add a company", name),
      el("button", { class: "pb-button" }, "Add"),
    ),
    much && el("p", { class: "pb-reminder" }, much),
    el(
      "p",
      { class: "pb-links" },
      Object.entries(PAGES).map(([path, words]) => el("a", { href: new URL(path, BASE).href }, words)),
    ),
  ]);
  const edit = (id) => {
    dialog.close();
    openCompany(id);
  };
}

function choice(id, name, pick, edit) {
  const current = id === chosenCompany();
  const states = { class: "pb-choice", "aria-pressed": String(current), autofocus: current };
  const change = edit && button("Edit", edit, { "aria-label": `Edit ${name}` });
  const page = edit && el("a", { href: addressOf(id), onclick: () => pick(id), "aria-label": `Page of ${name}` }, "Page");
  return el("li", {}, button(name, () => pick(id), states), change, page);
}

/** Some browsers delete what a page keeps when nobody has come for a while, unless they are asked not to. */
function askToKeep() {
  navigator.storage?.persist?.().catch(() => {});
}

/** Open the form of a company; a stage that this copy does not know can still be chosen. */
export function openCompany(id) {
  const known = company(id);
  const foreign = known.stage && !stages.some(([stage]) => stage === known.stage);
  const save = (name, text) => {
    if (name !== "name" || text.trim()) changeCompany(id, { [name]: text });
  };
  const control = (tag, name, attributes = {}, options = []) => {
    const made = el(tag, { autocomplete: "off", maxlength: "200", ...attributes }, options.map(option));
    made.addEventListener("input", () => save(name, made.value));
    made.value = known[name];
    return made;
  };
  const remove = () =>
    confirmFirst(`Remove ${known.name}?`, "Its answers, notes, ticks and blanks go with it.", "Remove", () => {
      dialog.close();
      announce(`${known.name} removed.`, removeCompany(id));
    });
  const page = el("a", { href: addressOf(id), onclick: () => dialog.close() }, "Everything about it, on its own page");
  const dialog = openDialog(titleOf(known), [
    el("p", { class: "pb-links" }, page),
    el(
      "div",
      { class: "pb-form" },
      field("Name", control("input", "name", { required: true, maxlength: "80" })),
      field("Stage", control("select", "stage", {}, [...stages, ...(foreign ? [[known.stage, known.stage]] : [])])),
      field("Tier", control("select", "tier", {}, Object.entries(TIERS))),
      field("Next step", control("input", "next")),
      field("By when", control("input", "due", { type: "date" })),
      field("People", control("textarea", "contacts", LONG)),
      field("Notes", control("textarea", "note", LONG)),
    ),
    buttons(
      button("Done", () => dialog.close()),
      button("Remove this company", remove, { class: "pb-danger" }),
    ),
  ]);
  return dialog;
}
