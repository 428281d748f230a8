// Offers side by side: marks first, then the totals, what decides it, and the table of everything.

import { button, buttons, el, fresh } from "../dom.js";
import { addressOf, company, store, titleOf } from "../notes.js";
import { offerWays } from "../show-example.js";
import { compareOffers } from "./compare.js";
import { amount, bound, dayField, refresh } from "./form.js";
import { library, situation } from "./here.js";
import { currentOffer } from "./current.js";
import { EQUITY, PARTS } from "./pay.js";
import { payChart } from "./pay-chart.js";
import { paysOf } from "./rows.js";
import { money, sayComparison } from "./saying.js";

let revealed = false;
const MARKS = { "": "–", 1: "1", 2: "2", 3: "3", 4: "4", 5: "5" };
const WEIGHTS = { "": "1", 0: "0", 2: "2", 3: "3" };
const STAYS = { "": "Four years", 6: "Half a year", 12: "One year", 18: "A year and a half", 24: "Two years", 30: "Two and a half", 36: "Three years", 42: "Three and a half" };

export function start() {
  for (const place of fresh("[data-offers]")) {
    revealed = false;
    offerWays(place);
  }
  return render();
}

store.watch(render);

async function render() {
  const place = document.querySelector("[data-offers] [data-list]");
  if (!place) return;
  const known = await library();
  const { companies, basis, today, notes } = situation();
  const offers = {};
  for (const one of companies) {
    const offer = currentOffer(one, today);
    if (offer && offer.state !== "withdrawn" && !["declined", "rejected"].includes(one.outcome)) offers[one.id] = offer;
  }
  const foreign = [...new Set(Object.values(offers).map(({ currency }) => currency).filter((one) => one && one !== basis.currency))];
  const shape = [Object.keys(offers).join(" "), foreign.join(" ")].join("/");
  if (place.dataset.shape !== shape) build(place, shape, Object.keys(offers), foreign, known);
  refresh(place);
  const outcome = place.querySelector("[data-outcome]");
  if (outcome) outcome.replaceChildren(...result(offers, basis, known, notes));
}

function build(place, shape, ids, foreign, known) {
  place.dataset.shape = shape;
  if (!ids.length) {
    place.replaceChildren(el("p", {}, "No offer yet. Open a company's page and choose ", el("strong", {}, "Add their offer"), "."));
    return;
  }
  place.replaceChildren(
    el("h2", {}, "What isn't money"),
    marks(ids, known.criteria),
    el("h2", {}, "What you decide by"),
    el("div", { class: "pb-form pb-grid" }, decidedBy(), foreign.flatMap(rate)),
    el("h2", {}, "The money"),
    el("div", { "data-outcome": "" }),
  );
}

function name(id) {
  return titleOf(company(id));
}

function marks(ids, criteria) {
  const head = el("tr", {}, el("th", { scope: "col" }, "What counts"), el("th", { scope: "col" }, "Weight"), ids.map((id) => el("th", { scope: "col" }, el("a", { href: addressOf(id) }, name(id)))));
  const cell = (path, label, options) => el("td", {}, labelled(path, label, options));
  const lines = criteria.map((one) =>
    el("tr", {}, el("th", { scope: "row", title: one.about }, one.name), cell(`criterion/-/${one.id}/weight`, `Weight of ${one.name}`, WEIGHTS), ids.map((id) => cell(`mark/${id}/${one.id}`, `${one.name} at ${name(id)}`, MARKS))),
  );
  return el("div", { class: "pb-scroll" }, el("table", { class: "pb-marks-table" }, el("thead", {}, head), el("tbody", {}, lines)));
}

function labelled(path, label, options) {
  const made = bound(path, label, { options: Object.entries(options) });
  made.firstChild.className = "pb-unseen";
  return made;
}

function decidedBy() {
  return [
    bound("deciding/-/stay", "I think I'll stay", { options: Object.entries(STAYS) }),
    amount("deciding/-/shares", "Shares count at, %", "Left empty: 100, the price you typed."),
    amount("deciding/-/walk_away", "My walk-away point, a year"),
    bound("deciding/-/currency", "My currency", { maxlength: "3", pattern: "[a-z]{3}", placeholder: "usd" }),
  ];
}

function rate(currency) {
  const upper = currency.toUpperCase();
  return [amount(`rate/-/${currency}/value`, `One ${upper} in my currency`), dayField(`rate/-/${currency}/day`, `Day of the ${upper} rate`)];
}

function result(offers, basis, known, notes) {
  const table = compareOffers(offers, basis);
  const points = scores(Object.keys(offers), notes, known.criteria);
  const unmarked = Object.keys(offers).filter((id) => !points[id]);
  if (unmarked.length && !revealed && Object.keys(offers).length > 1) return [hidden(unmarked)];
  const names = Object.fromEntries(Object.keys(offers).map((id) => [id, name(id)]));
  const pays = Object.fromEntries(paysOf(offers, basis));
  return [
    ...sayComparison(table, names, basis, known.words).map((line, n) => el("p", { class: n ? "" : "pb-verdict-line" }, line)),
    payChart(charted(pays, names), short, `Pay by year: ${table.rows.map((row) => `${names[row.id]} ${row.years.map(money).join(", ")}`).join("; ")}`),
    el("div", { class: "pb-scroll", tabindex: "0", role: "group", "aria-label": "Offers side by side" }, whole(table, names, pays, points, basis)),
    ...problems(table.rows, names),
    el("h3", {}, "Who has paid more, by how long you stay"),
    ...table.against.map((one) => staying(one, names)),
    buttons(...savers(), button("Print", () => window.print())),
  ];
}

function savers() {
  const save = (kind) => async () => (await import("./tables.js")).saveTable(document.querySelector("[data-outcome] table"), "offers", kind);
  return [
    button("Save as CSV", save("csv"), { class: "pb-quiet" }),
    button("Save as Markdown", save("md"), { class: "pb-quiet" }),
  ];
}

function hidden(unmarked) {
  const show = () => {
    revealed = true;
    store.put({});
  };
  return el(
    "div",
    {},
    el("p", {}, `Marks first: ${unmarked.map(name).join(", ")} ${unmarked.length > 1 ? "have" : "has"} none yet. Totals change what you'd mark.`),
    buttons(button("Show the totals anyway", show)),
  );
}

function scores(ids, { companies, criteria = [] }, entries) {
  const weight = Object.fromEntries(criteria.map((one) => [one.id, one.weight ?? ""]));
  const marksOf = (id) => companies.find((one) => one.id === id)?.marks ?? [];
  return Object.fromEntries(
    ids.map((id) => {
      const known = marksOf(id).filter(({ criterion }) => entries.some((one) => one.id === criterion));
      return [id, known.reduce((sum, { criterion, mark }) => sum + Number(mark) * Number(weight[criterion] || (weight[criterion] === "0" ? 0 : 1)), 0)];
    }),
  );
}

function charted(pays, names) {
  return Object.entries(pays).map(([id, pay]) => ({
    name: names[id],
    years: [1, 2, 3, 4].map((year) => {
      const sum = (parts) => parts.reduce((all, part) => all + pay.year(part, year), 0);
      return { cash: sum(PARTS.filter((part) => !EQUITY.includes(part))), equity: sum(EQUITY) };
    }),
  }));
}

function short(sum) {
  return sum >= 10000 ? `${Math.round(sum / 1000)}k` : String(sum);
}

function whole({ rows }, names, pays, points, basis) {
  const line = (title, value) => el("tr", {}, el("th", { scope: "row" }, title), rows.map((row) => el("td", {}, value(row))));
  const part = { base: "Base", bonus: "Bonus", sign_on: "Sign-on", benefits: "Benefits", equity: "Shares", refresher: "Refreshers" };
  const used = PARTS.filter((one) => rows.some((row) => pays[row.id].together([one])));
  const hour = (row) => (row.centsAnHour === null ? "hours missing" : (row.centsAnHour / 100).toFixed(2));
  return el(
    "table",
    {},
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Before tax"), rows.map((row) => el("th", { scope: "col" }, el("a", { href: addressOf(row.id) }, names[row.id]))))),
    el(
      "tbody",
      {},
      [0, 1, 2, 3].map((n) => line(`Year ${n + 1}`, (row) => money(row.years[n]))),
      line("Four years", (row) => el("strong", {}, money(row.total))),
      line("An average year", (row) => money(row.average)),
      used.map((one) => line(`${part[one]}, four years`, (row) => money(pays[row.id].together([one])))),
      line("For an hour", hour),
      basis.shares === 100 ? [] : line(`With shares at ${basis.shares}%`, (row) => money(row.atShares)),
      line("With shares at half", (row) => money(row.atHalf)),
      line("With shares at zero", (row) => money(row.atZero)),
      [12, 24, 36].map((months) => line(`If you leave after ${months} months`, (row) => money(pays[row.id].at(basis.shares).leaving(months)))),
      basis.walkAway ? line("Walk-away point", (row) => (row.below ? "below it" : "above it")) : [],
      line("Points for the rest", (row) => String(points[row.id] || "no marks")),
    ),
  );
}

/** What is missing or wrong, with the words for it, which come when something is. */
function problems(rows, names) {
  const wrong = rows.filter((row) => row.wrong.length);
  if (!wrong.length) return [];
  const list = el("ul", { class: "pb-wrong" });
  import("./wrong.js").then(({ saidWrong }) => {
    list.append(...wrong.flatMap((row) => saidWrong(row.wrong).map((line) => el("li", {}, `${names[row.id]}: ${line}`))));
  });
  return [el("p", {}, "Missing or wrong:"), list];
}

function staying({ stretches }, names) {
  const said = stretches.map(({ first, last, ahead }) => `${first === last ? `month ${first}` : `months ${first} to ${last}`}: ${ahead ? names[ahead] : "level"}`);
  return el("p", {}, said.join(". "), ".");
}
