// A plan as the page shows it; templates/partials/plan.md has the same shape.

import { el, several } from "./dom.js";
import { BASE } from "./notes.js";

const DAY = 86400000;

export function hours(minutes) {
  const rest = minutes % 60;
  return [minutes > 59 && `${Math.floor(minutes / 60)} h`, (rest || !minutes) && `${rest} min`]
    .filter(Boolean)
    .join(" ");
}

export function named(task, { rounds, topics }) {
  if (task.kind === "drill") return `${topics[task.topic].name}: ${task.do}`;
  return task.kind === "mock" ? `Mock interview: ${rounds[task.round]}` : "Review the week";
}

export function weekNodes(plan, data, time) {
  const free = plan.weeks.reduce((minutes, week) => minutes + week.free, 0);
  return [
    meta(
      `${hours(plan.available)} in all`,
      `${hours(plan.available - free)} planned`,
      `${hours(free)} free for what takes longer`,
      `musts: ${hours(plan.musts)}`,
    ),
    ...(plan.musts_missing ? [warning(plan)] : []),
    ...plan.weeks.flatMap((week) => [
      el("h2", { id: `week-${week.number}` }, `Week ${week.number}${from(time.start, week.number)}`),
      meta(`${hours(week.minutes)} planned`, `${hours(week.free)} free`),
      el(
        "ul",
        { class: "pb-ticks pb-plan" },
        week.tasks.map((task) => line(task, data)),
      ),
    ]),
  ];
}

function from(start, number) {
  const first = new Date(start + (number - 1) * 7 * DAY);
  /** @type {Intl.DateTimeFormatOptions} */
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return Number.isNaN(start) ? "" : `, from ${first.toLocaleDateString("en-US", long)}`;
}

function meta(...words) {
  return el(
    "p",
    { class: "pb-meta" },
    words.map((each) => el("span", {}, each)),
  );
}

function warning({ musts, musts_missing: missing, weeks_for_musts: enough }) {
  const advice = enough
    ? `At these hours all musts need ${enough} weeks.`
    : "At these hours half a year is too short for them: find more hours.";
  return el(
    "div",
    { class: "admonition warning" },
    el("p", { class: "admonition-title" }, "The time is too short for every must"),
    el("p", {}, `The musts alone take ${hours(musts)}, and ${hours(missing)} of them do not fit. ${advice}`),
  );
}

function line(task, data) {
  if (task.kind !== "drill") {
    const why = el("p", { class: "pb-why" }, `${task.minutes} min · ${task.why}`);
    return el("li", { class: "pb-rhythm" }, el("strong", {}, named(task, data)), why);
  }
  return el(
    "li",
    {},
    el("label", { class: "pb-tick" }, el("input", { type: "checkbox", "data-tick": task.id }), el("span", {}, task.do)),
    el("span", { class: "pb-away-slot", "data-away": "" }),
    el("p", { class: "pb-why" }, `${task.minutes} min · `, link(task.topic, data), ` · ${task.why}`),
  );
}

function link(topic, { topics }) {
  return el("a", { href: new URL(topics[topic].address, BASE).href }, topics[topic].name);
}

export function leftNodes(plan, data) {
  const reasons = [...new Set(plan.left_out.map(({ why }) => why))];
  return reasons.map((why) => {
    const left = plan.left_out.filter((one) => one.why === why);
    const minutes = left.reduce((all, one) => all + one.minutes, 0);
    const rows = left.map((one) =>
      el("li", {}, link(one.topic, data), `: ${several(one.drills.length, "drill")}, ${hours(one.minutes)}`),
    );
    const sums = `${several(left.length, "topic")}, ${hours(minutes)}: ${why}`;
    return el("details", { class: "pb-more" }, el("summary", {}, sums), el("ul", {}, rows));
  });
}
