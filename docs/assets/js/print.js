// Printing what is chosen: as a blank form, or with answers and notes as text.

import { MARKS } from "./answers.js";
import { el, fresh } from "./dom.js";
import { answers, chosenCompany, company, store } from "./notes.js";

export function start() {
  for (const print of fresh("button[data-print]"))
    print.addEventListener("click", () => printPage(print.dataset.print));
}

function printPage(how) {
  const added = how === "filled" ? written() : heads();
  document.body.dataset.print = how;
  if (how === "blank") for (const box of document.querySelectorAll("[data-tick]")) box.checked = false;
  const restore = () => {
    for (const element of added) element.remove();
    delete document.body.dataset.print;
    store.put({});
  };
  window.addEventListener("afterprint", restore, { once: true });
  window.print();
}

/** Where one writes whom one asked: only a list of questions has it. */
function heads() {
  if (!document.querySelector(".pb-few")) return [];
  const line = el("p", { class: "pb-heads" }, ...["Company", "Who", "Date"].map((words) => el("span", {}, words)));
  document.querySelector("h1")?.after(line);
  return [line];
}

function written() {
  const id = chosenCompany();
  const questions = [...document.querySelectorAll("[data-question]:not([hidden])")];
  if (!id || !questions.length) return [];
  const name = el("p", { class: "pb-printed" }, company(id).name);
  document.querySelector("article h1")?.after(name);
  return [
    name,
    ...questions.flatMap((question) => answers(id, [question.dataset.question]).map((one) => line(question, one))),
  ];
}

function line(question, { mark, who, note }) {
  const text = [mark && MARKS[mark], who, note].filter(Boolean).join(". ");
  const element = el("p", { class: "pb-printed" }, text);
  question.append(element);
  return element;
}
