// The dates: when each offer arrives and ends, whether all are open at once, and the request that would win the most days.

import { button, buttons, el, fresh } from "../dom.js";
import { BASE, addressOf, company, store, titleOf } from "../notes.js";
import { offerWays } from "../show-example.js";
import { timelineChart } from "./timeline-chart.js";
import { planDates } from "./dates.js";
import { distance, library, said, situation } from "./here.js";
import { knownDates } from "./timeline.js";

const ASKS = { stall: "Stall", "more-time": "More time from", hurry: "Hurry" };

export function start() {
  for (const place of fresh("[data-dates]")) offerWays(place);
  return render();
}

store.watch(render);

async function render() {
  const place = document.querySelector("[data-dates] [data-list]");
  if (!place) return;
  const known = await library();
  const { companies, today } = situation();
  const dates = planDates(knownDates(companies, today), today, known.usual, known.reach);
  const ids = Object.keys(dates.windows);
  if (!ids.length) {
    place.replaceChildren(el("p", {}, "No company is past the first call yet. Set the stage of a company, and add its interviews."));
    return;
  }
  place.replaceChildren(
    ...(dates.overlap === null ? [el("p", {}, "One company always meets itself. With a second one you'll see the days both are open.")] : verdict(dates)),
    timelineChart(rows(dates), today, said, `Timeline: ${rows(dates).map((one) => `${one.name} ${said(one.arrives)} to ${said(one.ends)}`).join("; ")}`),
    table(dates, today),
    ...(dates.moves.length ? asks(dates.moves, known) : []),
    buttons(button("Calendar file of everything", () => save(companies, today)), button("Print", () => window.print())),
  );
}

function name(id) {
  return titleOf(company(id));
}

function rows({ windows }) {
  const all = Object.entries(windows).map(([id, one]) => ({ name: name(id), ...one, guessed: one.arrivalGuessed || one.endGuessed }));
  return all.sort((one, other) => one.arrives - other.arrives);
}

function verdict({ overlap, firstEnd, lastArrival }) {
  const days = `${overlap < 0 ? "−" : ""}${Math.abs(overlap)} day${Math.abs(overlap) === 1 ? "" : "s"}`;
  const meaning =
    overlap >= 7
      ? "Time for three rounds, calls with managers, and a night's sleep."
      : overlap > 2
        ? "Time for one round, and hurry."
        : overlap > 0
          ? "Time for one call with each."
          : "You never hold all of them at once. Move something.";
  return [
    el("p", { class: "pb-verdict-line" }, el("strong", {}, `Overlap: ${days}. `), meaning),
    el("p", {}, `The first to end is ${name(firstEnd)}. The last to arrive is ${name(lastArrival)}.`),
  ];
}

function table({ windows }, today) {
  const when = (day, guessed) => `${said(day)}, ${distance(day - today)}${guessed ? " (guess)" : ""}`;
  const head = el("tr", {}, ["Company", "Arrives", "Ends"].map((words) => el("th", { scope: "col" }, words)));
  const lines = Object.entries(windows).map(([id, one]) =>
    el("tr", {}, el("th", { scope: "row" }, el("a", { href: addressOf(id) }, name(id))), el("td", {}, when(one.arrives, one.arrivalGuessed)), el("td", {}, when(one.ends, one.endGuessed))),
  );
  return el("div", { class: "pb-scroll" }, el("table", {}, el("thead", {}, head), el("tbody", {}, lines)));
}

function asks(moves, { moves: entries, places }) {
  const lines = moves.map((move, number) => {
    const entry = entries.find(({ does }) => does === move.does);
    const script = entry && places[entry.script];
    const gain = `${move.days} days there win ${move.gain} in all: ${move.overlap} days together.`;
    return el(
      "li",
      {},
      el(number ? "span" : "strong", {}, `${ASKS[move.does]} ${name(move.company)}. `),
      gain,
      " ",
      script && el("a", { href: new URL(script.address, BASE).href }, script.name),
    );
  });
  return [el("h2", {}, "The request that wins the most"), el("p", {}, "One at a time. The first wins the most days."), el("ol", {}, lines)];
}

async function save(companies, today) {
  const { saveCalendar } = await import("./appointments.js");
  saveCalendar("interviews-and-offers", companies, today);
}
