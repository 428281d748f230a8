// On every page: whose notes these are, in the header, and what is wrong with the storage, said once and calmly.

import { chosenCompany, company, exampleDay, showExample, store } from "./notes.js";

const GONE = "What you note now is gone when you close the page.";
const SAID = {
  forbidden: "This browser keeps nothing for this site.",
  full: "This browser's storage is full.",
  damaged: "Your notes are here, but damaged: this page cannot read them and leaves them as they are.",
  newer: "Your notes were saved by a newer version of this guide. This page leaves them as they are.",
};

let shown = null;

export function start() {
  const tools = document.querySelector(".pb-header-tools") ?? document.querySelector("[role=main], main, body");
  if (!document.querySelector(".pb-switch")) {
    const open = document.createElement("button");
    Object.assign(open, { type: "button", className: "pb-switch" }).setAttribute("aria-haspopup", "dialog");
    open.append(document.createElement("span"));
    open.addEventListener("click", async () => (await import("./companies.js")).choose());
    tools.prepend(open);
  }
  const wide = [...document.querySelectorAll("table, pre > code")].filter((one) => one.scrollWidth > one.clientWidth);
  for (const one of wide) one.tabIndex = 0;
  render();
}

store.watch(render);

function render() {
  const id = chosenCompany();
  const name = id ? company(id).name : "My companies";
  const open = document.querySelector(".pb-switch");
  if (open) {
    open.firstChild.textContent = name;
    open.setAttribute("aria-label", id ? `${name}. Choose whose notes these are` : name);
    open.classList.toggle("pb-chosen", Boolean(id));
  }
  warn();
  if (exampleDay) tell();
}

/** Say on every page that these are nobody's notes, and how to leave them. */
function tell() {
  if (document.querySelector(".pb-example")) return;
  const line = document.createElement("p");
  const back = document.createElement("button");
  line.className = "pb-example";
  line.setAttribute("role", "note");
  Object.assign(back, { type: "button", className: "pb-button", textContent: "Back to my own notes" });
  back.addEventListener("click", () => showExample(""));
  line.append(`The made-up search, on ${exampleDay}. Your own notes are untouched. `, back);
  document.querySelector(".pb-page")?.prepend(line);
}

async function warn() {
  const trouble = needed();
  if (trouble === shown) return;
  shown = trouble;
  document.querySelector(".pb-trouble")?.remove();
  if (!trouble) return;
  const { notice } = await import("./take-along.js");
  if (shown === trouble) document.body.append(notice(`${SAID[trouble]} ${GONE}`));
}

/** A browser that keeps nothing is only worth a word once something has been noted. */
function needed() {
  return store.trouble === "forbidden" && !store.unsaved ? null : store.trouble;
}
