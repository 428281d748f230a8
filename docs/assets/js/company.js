// What is known of one company, in a dialog.

import { announce, button, confirmFirst, el, field, openDialog, option } from "./dom.js";
import { changeCompany, company, removeCompany } from "./notes.js";

const STAGES = ["lead", "applied", "screen", "onsite", "offer", "decided"];
const TIERS = { "": "Not decided", 1: "1, the dream", 2: "2, good", 3: "3, practice and leverage" };

/** Open the form of a company; `stages` are [id, name] where they are not the usual ones. */
export function openCompany(id, stages = STAGES.map((stage) => [stage, stage[0].toUpperCase() + stage.slice(1)])) {
  const known = company(id);
  if (known.stage && !stages.some(([stage]) => stage === known.stage)) stages = [...stages, [known.stage, known.stage]];
  const input = (name, attributes = {}) =>
    el("input", { value: known[name], autocomplete: "off", maxlength: "200", oninput: (event) => save(name, event), ...attributes });
  const save = (name, event) => {
    const text = event.target.value;
    if (name !== "name" || text.trim()) changeCompany(id, { [name]: text });
  };
  const select = (name, options) =>
    el("select", { onchange: (event) => save(name, event) }, options.map(([value, words]) => option(value, words, value === known[name])));
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
    el("p", { class: "pb-buttons" }, button("Done", () => dialog.close()), button("Remove this company", remove, { class: "pb-danger" })),
  ]);
}
