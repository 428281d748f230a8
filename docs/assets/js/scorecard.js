// The scorecard: red flags by company, side by side, and what is still unasked.

import { MARKS } from "./answers.js";
import { button, el, openDialog, several } from "./dom.js";
import { STAGES } from "./facts.js";
import { redFlags } from "./flags.js";
import { BASE, answers, companies, store, titleOf } from "./notes.js";

const BLANK_COLUMNS = 3;

/** The rows as they came. */
let order;

export const VERDICTS = {
  pattern: "Pattern",
  again: "Ask again",
  unclear: "Unclear",
  since: "Good since",
  good: "Good so far",
  away: "Does not apply",
  unasked: "Unasked",
};

const LIFT = 2; // so many other people must later answer well before one bad answer counts no more

/** Return a key of VERDICTS; all answers without a name count as one person's. */
export function verdict(answers) {
  const marked = (mark) => answers.filter((one) => one.mark === mark);
  const bad = people(marked("bad"));
  if (bad.size > 1) return "pattern";
  if (bad.size) return lifted(answers, bad) ? "since" : "again";
  if (marked("mixed").length) return "unclear";
  if (marked("good").length) return "good";
  return marked("does-not-apply").length ? "away" : "unasked";
}

function people(answers) {
  return new Set(answers.map((one) => one.who.trim().toLowerCase()));
}

/** Whether enough others answered well after the last bad answer. */
function lifted(answers, bad) {
  const last = Math.max(...answers.filter((one) => one.mark === "bad").map((one) => one.at));
  const later = answers.filter((one) => one.mark === "good" && one.at > last);
  return [...people(later)].filter((who) => !bad.has(who)).length >= LIFT;
}

store.watch(start);

export function start() {
  const table = document.querySelector("[data-scorecard]");
  if (!table) return;
  if (!order?.[0].isConnected) order = undefined;
  const all = companies();
  const width = Math.max(all.length, BLANK_COLUMNS);
  const columns = Array.from({ length: width }, (_, number) => all[number]);
  fill(table.tHead.rows[0], columns, (one) => el("th", { scope: "col" }, one ? named(one) : "Company:"));
  mineFirst(table.tBodies[0]);
  sums(table, all);
  for (const row of table.tBodies[0].rows) {
    if (row.dataset.flag) fill(row, columns, (one) => el("td", {}, one ? cell(row, one) : ""));
    else row.cells[0].colSpan = width + 1;
  }
  for (const place of document.querySelectorAll("[data-unasked]")) unasked(place, all);
}

function named(one) {
  return el("a", { href: new URL(`companies/company/?id=${one.id}`, BASE).href }, titleOf(one));
}

/** Put the rows of my red flags first, in my order, and the others as they came. */
function mineFirst(body) {
  order ??= [...body.rows];
  const flags = redFlags();
  const place = (row) => (flags.indexOf(row.dataset.flag) + flags.length + 1) % (flags.length + 1);
  const wanted = [...order].sort((one, other) => place(one) - place(other));
  if (wanted.some((row, number) => body.rows[number] !== row)) body.append(...wanted);
}

/** One line for each company: patterns, what to ask again, and which of mine nobody has been asked about. */
function sums(table, all) {
  const place = document.querySelector("[data-sums]");
  if (!place) return;
  const rows = [...table.tBodies[0].rows].filter((row) => row.dataset.flag);
  place.replaceChildren(...all.map((one) => el("li", {}, el("strong", {}, one.name), `: ${sum(rows, one)}`)));
}

function sum(rows, one) {
  const flags = redFlags();
  const said = rows.map((row) => ({ row, key: verdict(answers(one.id, row.dataset.questions.split(" "))) }));
  const names = (key) => said.filter((each) => each.key === key).map((each) => nameOf(each.row));
  const open = said.filter(({ row, key }) => key === "unasked" && flags.includes(row.dataset.flag));
  const asks = open.map(({ row }) => `${nameOf(row)} (ask ${row.dataset.to.split(" ").join(" or ").replaceAll("-", " ")})`);
  const parts = [
    [several(names("pattern").length, "pattern"), names("pattern")],
    [`${names("again").length} to ask again`, names("again")],
    [`${open.length} of yours unasked`, asks],
  ];
  return parts.map(([count, which]) => (which.length ? `${count}: ${which.join(", ")}` : count)).join(". ");
}

function nameOf(row) {
  return row.cells[0].querySelector("a").textContent;
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
  const flag = nameOf(row);
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
