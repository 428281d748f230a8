// The buttons of the pages of companies: add one, or show the made-up search in this tab, apart from the reader's notes.

import { BASE, exampleDay, exampleShelf, showExample } from "./notes.js";
import { encode } from "./records.js";
import { NOTES } from "./store.js";

/** Make both buttons of a place work; `then` runs once a company is chosen. */
export function offerWays(place, then) {
  place.querySelector("[data-add]").addEventListener("click", async () => (await import("./companies.js")).choose(then));
  const button = place.querySelector("[data-example]");
  button.hidden = Boolean(exampleDay);
  button.disabled = false;
  button.addEventListener("click", load);
}

async function load() {
  const { fromFile } = await import("./open-file.js");
  const text = await (await fetch(new URL("example.json", BASE))).text();
  const { saved } = JSON.parse(text);
  exampleShelf().put(NOTES, encode(fromFile(text, Date.parse(saved)).records));
  showExample(saved.slice(0, 10));
}
