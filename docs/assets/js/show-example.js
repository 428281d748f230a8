// "Show me with an example": the made-up search in this tab, apart from the reader's own notes.

import { BASE, exampleDay, showExample } from "./notes.js";
import { fromFile } from "./open-file.js";
import { encode } from "./records.js";

/** Make a button of the page show the example; where it is shown already, there is none. */
export function offerExample(place) {
  const button = place.querySelector("[data-example]");
  if (exampleDay) button.hidden = true;
  button.disabled = false;
  button.addEventListener("click", load);
}

async function load() {
  const text = await (await fetch(new URL("example.json", BASE))).text();
  const { saved } = JSON.parse(text);
  showExample(saved.slice(0, 10), encode(fromFile(text, Date.parse(saved)).records));
}
