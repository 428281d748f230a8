// Choosing, adding, changing and removing companies, in dialogs.

import { announce, button, confirmFirst, el, field, openDialog, option } from "./dom.js";
import { STAGES } from "./facts.js";
import {
  BASE,
  addCompany,
  changeCompany,
  chooseCompany,
  chosenCompany,
  companies,
  company,
  removeCompany,
} from "./notes.js";
import { reminder } from "./take.js";

const READING = "Just reading";
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
    title: "At least one letter",
    maxlength: "80",
    autocomplete: "off",
    enterkeyhint: "done",
  });
  const add = (event) => {
    event.preventDefault();
    pick(addCompany(name.value));
  };
  const close = () => dialog.close(); // instant navigation would leave it open over the next page
  const dialog = openDialog("Whose notes?", [
    el("p", {}, "Answers, notes and blanks belong to the company you choose. They stay in this browser."),
    el(
      "ul",
      { class: "pb-choices" },
      choice("", READING, pick),
      ...companies().map((one) => choice(one.id, one.name, pick, () => edit(one.id))),
    ),
    el(
      "form",
      { class: "pb-row", onsubmit: add },
      el("label", { class: "pb-field" }, el("span", {}, "Add a company"), name),
      el("button", { class: "pb-button" }, "Add"),
    ),
    remind(),
    el(
      "p",
      { class: "pb-links" },
      link("checklists/scorecard/", "Scorecard", close),
      link("get-the-interview/tracker/", "Board", close),
      link("yours/notes/", "Take it along", close),
    ),
  ]);
  const edit = (id) => {
    dialog.close();
    openCompany(id);
  };
}

function choice(id, name, pick, edit) {
  const current = id === chosenCompany();
  const button_ = button(name, () => pick(id), {
    class: "pb-choice",
    "aria-pressed": String(current),
    autofocus: current,
  });
  return el("li", {}, button_, edit && button("Edit", edit, { "aria-label": `Edit ${name}` }));
}

function link(path, words, close) {
  return el("a", { href: new URL(path, BASE).href, onclick: close }, words);
}

function remind() {
  const words = reminder();
  return words && el("p", { class: "pb-reminder" }, words);
}

/** Open the form of a company and return it; a stage that this copy does not know stays one to choose. */
export function openCompany(id) {
  const known = company(id);
  const stages = STAGES.map((stage) => [stage.id, stage.name]);
  if (known.stage && !stages.some(([stage]) => stage === known.stage)) stages.push([known.stage, known.stage]);
  const input = (name, attributes = {}) =>
    el("input", {
      value: known[name],
      autocomplete: "off",
      maxlength: "200",
      oninput: (event) => save(name, event),
      ...attributes,
    });
  const save = (name, event) => {
    const text = event.target.value;
    if (name !== "name" || text.trim()) changeCompany(id, { [name]: text });
  };
  const select = (name, options) =>
    el(
      "select",
      { onchange: (event) => save(name, event) },
      options.map(([value, words]) => option(value, words, value === known[name])),
    );
  const area = (name) => {
    const text = el("textarea", { rows: "3", maxlength: "4000", oninput: (event) => save(name, event) });
    text.value = known[name];
    return text;
  };
  const remove = () =>
    confirmFirst(`Remove ${known.name}?`, "Its answers, notes, ticks and blanks go with it.", "Remove", () => {
      dialog.close();
      announce(`${known.name} removed.`, removeCompany(id));
    });
  const dialog = openDialog(known.name, [
    el(
      "div",
      { class: "pb-form" },
      field("Name", input("name", { required: true, maxlength: "80" })),
      field("Stage", select("stage", stages)),
      field("Tier", select("tier", Object.entries(TIERS))),
      field("Next step", input("next")),
      field("By when", input("due", { type: "date" })),
      field("People", area("contacts")),
      field("Notes", area("note")),
    ),
    el(
      "p",
      { class: "pb-buttons" },
      button("Done", () => dialog.close()),
      button("Remove this company", remove, { class: "pb-danger" }),
    ),
  ]);
  return dialog;
}
