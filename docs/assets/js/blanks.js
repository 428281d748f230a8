// Blanks: filled once for a company, they appear in every line of every script.

import { show } from "./dom.js";
import { chosenCompany, company, store } from "./notes.js";

export function start() {
  for (const input of document.querySelectorAll("[data-fill]:not([data-on])")) {
    Object.assign(input, { disabled: false }).dataset.on = "";
    input.addEventListener("input", () => fillIn(input.dataset.fill, input.value));
  }
  render();
}

store.watch(render);

export function fillIn(word, text) {
  store.put({ [`blank/${chosenCompany() || "-"}/${word}`]: text });
}

/** What stands in a blank, or an empty text: the company's own name needs no filling in. */
export function filled(word) {
  const id = chosenCompany();
  return store.get(`blank/${id || "-"}/${word}`) || (word === "company" && id ? company(id).name : "");
}

function render() {
  for (const input of document.querySelectorAll("[data-fill]")) show(input, filled(input.dataset.fill));
  for (const blank of document.querySelectorAll("[data-blank]:not(.pb-blanks *)")) {
    const text = filled(blank.dataset.blank);
    blank.textContent = text || blank.dataset.blank;
    blank.classList.toggle("pb-filled", Boolean(text));
  }
}
