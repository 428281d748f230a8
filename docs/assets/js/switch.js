// On every page: whose notes these are, in the header, and what is wrong with the storage, said once and calmly.

import { chosenCompany, company, store } from "./notes.js";

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
  const name = id ? company(id).name : "Just reading";
  const open = document.querySelector(".pb-switch");
  if (open) {
    open.firstChild.textContent = name;
    open.setAttribute("aria-label", `${name}. Choose whose notes these are`);
    open.classList.toggle("pb-chosen", Boolean(id));
  }
  warn();
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
