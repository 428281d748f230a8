// "My companies": the next move with each, the most urgent first, and the one request that would win the most days.

import { el, fresh } from "../dom.js";
import { addressOf, companies, store, titleOf } from "../notes.js";
import { offerWays } from "../show-example.js";
import { library, situation } from "./here.js";
import { moveCard } from "./move-card.js";
import { planMoves } from "./moves.js";

export function start() {
  for (const place of fresh("[data-companies]")) offerWays(place);
  return render();
}

store.watch(render);

async function render() {
  const place = document.querySelector("[data-companies] [data-list]");
  if (!place) return;
  const known = await library();
  const { companies: all, basis, today } = situation();
  const moves = planMoves(all, basis, today, known.moves);
  const open = place.querySelector("details[open]")?.closest("article")?.querySelector("a")?.href;
  const done = companies().filter(({ id }) => !moves.some(({ company }) => company === id));
  place.replaceChildren(
    ...(all.length ? moves.map((next) => moveCard(next, known, today)) : [nothing()]),
    ...(done.length ? [rest(done)] : []),
  );
  for (const card of place.querySelectorAll("article")) {
    const details = card.querySelector("details");
    if (open && details && card.querySelector("a").href === open) details.open = true;
  }
}

function nothing() {
  return el("p", {}, "No company yet. Add the first one, or look at a made-up search.");
}

function rest(done) {
  const links = done.map((one) => el("li", {}, el("a", { href: addressOf(one.id) }, titleOf(one))));
  return el("details", { class: "pb-more pb-group" }, el("summary", {}, `${done.length} more with nothing to do now`), el("ul", {}, links));
}
