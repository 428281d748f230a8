// The page of one company, chosen by its id in the address. What to do stands there at once; the rest comes when opened.

import { el, fresh } from "../dom.js";
import { addressOf, chooseCompany, chosenCompany, companies, company, store, titleOf } from "../notes.js";
import { offerWays } from "../show-example.js";
import { library, situation } from "./here.js";
import { moveCard } from "./move-card.js";
import { planMoves } from "./moves.js";

const forms = async (place, id) => (await import("./company-forms.js")).showForms(place.closest("[data-list]"), id);
const SECTIONS = {
  standing: ["Where you stand", forms],
  interviews: ["Interviews", forms],
  offers: ["Offer", forms],
  answers: ["Answers", async (place, ...all) => (await import("./company-heard.js")).showAnswers(place, ...all)],
  unasked: ["Still to ask", async (place, ...all) => (await import("./company-heard.js")).showUnasked(place, ...all)],
  tools: ["Print, calendar, remove", async (place, id) => (await import("./company-tools.js")).showTools(place, id, openAll)],
};

export function start() {
  for (const place of fresh("[data-company]")) {
    offerWays(place, () => location.assign(addressOf(chosenCompany())));
    const wanted = new URLSearchParams(location.search).get("id");
    if (wanted && company(wanted).name) chooseCompany(wanted);
  }
  return render();
}

store.watch(render);

/** The company of the address, or else the chosen one; none if it is not there. */
function shown() {
  const wanted = new URLSearchParams(location.search).get("id");
  return wanted && company(wanted).name ? wanted : chosenCompany();
}

async function render() {
  const place = document.querySelector("[data-company] [data-list]");
  if (!place) return;
  const known = await library();
  const id = shown();
  if (place.dataset.shape !== id) build(place, id);
  if (!id) return;
  place.querySelector(".pb-company-name").textContent = titleOf(company(id));
  move(place.querySelector("[data-move]"), id, known);
  for (const one of place.querySelectorAll("details[open] > [data-form]")) await fill(one, id, known);
}

function fill(part, id, known) {
  return SECTIONS[part.dataset.form][1](part, id, known);
}

function build(place, id) {
  place.dataset.shape = id;
  if (!id) {
    const all = companies().map((one) => el("li", {}, el("a", { href: addressOf(one.id) }, titleOf(one))));
    place.replaceChildren(el("p", {}, "Choose a company, or add one."), el("ul", {}, all));
    return;
  }
  const name = el("p", { class: "pb-company-name" });
  place.replaceChildren(name, el("div", { "data-move": "" }), ...Object.keys(SECTIONS).map(section));
}

function section(name) {
  const part = el("div", { "data-form": name });
  const made = el("details", { class: "pb-more pb-group" }, el("summary", {}, SECTIONS[name][0]), part);
  made.addEventListener("toggle", () => made.open && render());
  return made;
}

function move(part, id, known) {
  const { companies: all, basis, today } = situation();
  const found = planMoves(all, basis, today, known.moves).find((one) => one.company === id);
  const open = part.querySelector("details")?.open;
  part.replaceChildren(found ? moveCard(found, known, today, "h2") : el("p", {}, "Nothing to do here now."));
  if (open && part.querySelector("details")) part.querySelector("details").open = true;
}

/** Open every section and wait until it is filled: for paper. */
async function openAll() {
  const known = await library();
  for (const part of document.querySelectorAll("[data-company] [data-form]")) {
    part.parentElement.open = true;
    await fill(part, shown(), known);
  }
}
