// What people said at one company, also without a mark, with a search; and what is still unasked, by whom to ask.

import { MARKS } from "../answers.js";
import { el } from "../dom.js";
import { BASE, store } from "../notes.js";
import { VERDICTS, verdict } from "../scorecard.js";

const PEOPLE = { recruiter: "Recruiter", manager: "Manager", peer: "Peer", "skip-level": "Manager's manager", founder: "Founder" };
const pairs = Object.entries;

/** Show the answers of a company in a place. */
export function showAnswers(part, id, known) {
  if (part.querySelector("input") === document.activeElement && part.querySelector("input")) return;
  const all = answersOf(id);
  const find = el("input", { type: "search", "aria-label": "Search the answers", placeholder: "Search the answers", oninput: () => narrow(part, find.value) });
  const patterns = known.flags.map((flag) => [flag, verdict(all.filter(({ question }) => flag.questions.includes(question)))]).filter(([, key]) => key === "pattern" || key === "again");
  part.replaceChildren(
    ...(all.length ? [find] : [el("p", {}, "No answers noted yet.")]),
    ...(patterns.length ? [el("p", {}, patterns.map(([flag, key]) => `${flag.name}: ${VERDICTS[key].toLowerCase()}`).join(". "), ".")] : []),
    el("ul", { class: "pb-said-list" }, all.map(answer)),
  );
}

/** Show what nobody there has answered yet. */
export function showUnasked(part, id, known) {
  const asked = new Set(answersOf(id).filter(({ mark }) => mark).map(({ question }) => question));
  const open = pairs(known.asked).filter(([question]) => !asked.has(question));
  const groups = pairs(PEOPLE).map(([to, name]) => [name, open.filter(([, one]) => one.to[0] === to)]);
  part.replaceChildren(
    ...groups.filter(([, all]) => all.length).map(([name, all]) =>
      el("details", { class: "pb-more pb-group" }, el("summary", {}, `${name}: ${all.length}`), el("ul", {}, all.map(([, one]) => el("li", {}, el("a", { href: new URL(one.address, BASE).href }, one.ask))))),
    ),
  );
}

/** Return all answers noted at a company, also those without a mark. */
function answersOf(id) {
  const found = new Map();
  for (const [path, text, at] of store.list(`answer/${id}/`)) {
    const [, , question, n, field] = path.split("/");
    const key = `${question}/${n}`;
    if (!found.has(key)) found.set(key, { question, mark: "", who: "", note: "", at: 0 });
    const one = found.get(key);
    Object.assign(one, { [field]: text, at: Math.max(one.at, at) });
  }
  return [...found.values()];
}

function answer({ question, mark, who, note }) {
  const by = [MARKS[mark], who].filter(Boolean).join(", ");
  return el("li", {}, el("p", {}, store.get(`words/${question}`) || question), el("p", {}, el("strong", {}, by), note && `: ${note}`));
}

function narrow(part, wanted) {
  for (const line of part.querySelectorAll("li")) line.hidden = !line.textContent.toLowerCase().includes(wanted.trim().toLowerCase());
}
