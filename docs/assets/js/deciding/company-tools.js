// What can be done with a whole company: print it, put it into a calendar, add another role there, remove it.

import { announce, button, buttons, confirmFirst } from "../dom.js";
import { addAnother, addressOf, company, removeCompany } from "../notes.js";
import { situation } from "./here.js";

/** Show what can be done with a whole company. */
export function showTools(part, id, openAll) {
  if (part.dataset.shape === id) return;
  part.dataset.shape = id;
  const remove = () =>
    confirmFirst(`Remove ${company(id).name}?`, "Its answers, notes, ticks, offers and dates go with it.", "Remove", () => {
      announce("Removed.", removeCompany(id));
    });
  const another = () => location.assign(addressOf(addAnother(company(id).name, { tier: company(id).tier })));
  const calendar = async () => {
    const { companies: all, today } = situation();
    const { saveCalendar } = await import("./appointments.js");
    saveCalendar(id, all.filter((one) => one.id === id), today);
  };
  part.replaceChildren(
    buttons(
    button("Print this company", () => openAll().then(() => window.print())),
    button("Calendar file", calendar),
    button("Another role there", another, { class: "pb-quiet" }),
    button("Remove this company", remove, { class: "pb-danger" }),
    ),
  );
}
