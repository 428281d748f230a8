// The next move of a company as a card: what, why, the words for it with their blanks filled, and what to go through.

import { button, el } from "../dom.js";
import { BASE, addressOf, changeCompany, company, store, titleOf, today } from "../notes.js";
import { distance, said } from "./here.js";

/** @param {{company: string, move: any, daysLeft: number | null, shown: string}} next */
export function moveCard(next, library, now, heading = "h3") {
  const one = company(next.company);
  const { move } = next;
  const left = next.daysLeft === null ? "" : `Its last day is ${said(now + next.daysLeft)}, ${distance(next.daysLeft)}.`;
  const shown = next.shown && next.shown !== next.company ? `You show the offer of ${titleOf(company(next.shown))}.` : "";
  const tier = one.tier && `Tier ${one.tier}`;
  return el(
    "article",
    { class: `pb-move-card${move.urgency < 3 ? " pb-urgent" : ""}` },
    el(heading, {}, el("a", { href: addressOf(one.id) }, titleOf(one)), ": ", move.name),
    el("p", {}, move.do),
    el("p", { class: "pb-why" }, [move.why, shown, left, tier && `${tier}.`].filter(Boolean).join(" ")),
    lines(next, library, one),
    el("p", { class: "pb-links" }, ["script", "lever", "checklist"].map((kind) => link(move[kind], library))),
    next.shown && askedButton(next),
  );
}


function link(id, { places }) {
  if (!id || !places[id]) return null;
  return el("a", { href: new URL(places[id].address, BASE).href }, places[id].name);
}

function lines({ move, shown, daysLeft }, library, one) {
  const say = library.lines[move.script];
  if (!say) return null;
  const known = {
    company: one.name,
    "other-company": shown && company(shown).name,
    deadline: daysLeft === null ? "" : said(daysLeft + Date.parse(today()) / 86400000),
  };
  const filled = (word) =>
    store.get(`blank/${one.id}/${word}`) || store.get(`blank/-/${word}`) || known[word] || `[${word.replaceAll("-", " ")}]`;
  const spoken = say.map((line) => line.replace(/\{([a-z-]+)\}/g, (_, word) => filled(word)));
  return el("details", { class: "pb-more pb-group" }, el("summary", {}, "What to say"), spoken.map((line) => el("p", { class: "pb-line" }, line)));
}

/** In a round: note that you asked, so that the next one can come. */
function askedButton({ company: id, move }) {
  const number = { "move-round-one": "1", "move-round-two": "2", "move-round-three": "3" }[move.id];
  const note = () => {
    const asks = String(Math.min(9, Number(company(id).asks || 0) + 1));
    changeCompany(id, { asks, round: number ?? company(id).round, asked: today() });
  };
  return el("p", { class: "pb-buttons" }, button("I asked them", note));
}
