// The scorecard: red flags by company, side by side, and what is still unasked.

import { MARKS } from "./answers.js";
import { button, el, openDialog } from "./dom.js";
import { STAGES } from "./facts.js";
import { answers, companies, store } from "./notes.js";

const BLANK_COLUMNS = 3;

export const VERDICTS = {
  pattern: "Pattern",
  again: "Ask again",
  unclear: "Unclear",
  good: "Good so far",
  away: "Does not apply",
  unasked: "Unasked",
};

/** Return a key of VERDICTS; all answers without a name count as one person's. */
export function verdict(answers) {
  const marked = (mark) => answers.filter((one) => one.mark === mark);
  const people = new Set(marked("bad").map((one) => one.who.trim().toLowerCase()));
  if (people.size > 1) return "pattern";
  if (people.size) return "again";
  if (marked("mixed").length) return "unclear";
  if (marked("good").length) return "good";
  return marked("does-not-apply").length ? "away" : "unasked";
}

store.watch(start);

export function start() {
  const table = document.querySelector("[data-scorecard]");
  if (!table) return;
  const all = companies();
  const width = Math.max(all.length, BLANK_COLUMNS);
  const columns = Array.from({ length: width }, (_, number) => all[number]);
  fill(table.tHead.rows[0], columns, (one) => el("th", { scope: "col" }, one ? one.name : "Company:"));
  for (const row of table.tBodies[0].rows) {
    if (row.dataset.flag) fill(row, columns, (one) => el("td", {}, one ? cell(row, one) : ""));
    else row.cells[0].colSpan = width + 1;
  }
  for (const place of document.querySelectorAll("[data-unasked]")) unasked(place, all);
}

function fill(row, columns, make) {
  const focused = [...row.cells].findIndex((one) => one.contains(document.activeElement));
  while (row.cells.length > 1) row.cells[1].remove();
  row.append(...columns.map(make));
  if (focused > 0) row.cells[focused]?.querySelector("button")?.focus();
}

function cell(row, one) {
  const said = answers(one.id, row.dataset.questions.split(" "));
  const key = verdict(said);
  if (key === "unasked") return el("span", { class: "pb-verdict" }, VERDICTS[key]);
  const flag = row.cells[0].querySelector("a").textContent;
  const label = `${VERDICTS[key]}: ${flag} at ${one.name}`;
  const show = () => openDialog(`${flag} at ${one.name}: ${VERDICTS[key].toLowerCase()}`, list(said));
  return button(VERDICTS[key], show, {
    class: `pb-verdict pb-verdict-${key}`,
    "aria-label": label,
    "aria-haspopup": "dialog",
  });
}

function list(said) {
  const lines = said.map(({ question, mark, who, note }) => {
    const by = [MARKS[mark], who].filter(Boolean).join(", ");
    return el(
      "li",
      {},
      el("p", {}, store.get(`words/${question}`) || question),
      el("p", {}, el("strong", {}, by), note && `: ${note}`),
    );
  });
  return el("ul", { class: "pb-said-list" }, lines);
}

function unasked(place, all) {
  const names = `${place.dataset.unasked} ${place.dataset.was ?? ""}`.trim().split(" ");
  const open = all.filter(
    (one) => one.stage !== STAGES.at(-1)?.id && !answers(one.id, names).some((said) => said.mark),
  );
  const where = open.length ? `Unasked at ${open.map((one) => one.name).join(", ")}` : "Asked everywhere";
  place.textContent = all.length ? where : "";
}
