// The plan for other weeks and hours than the guide's: made anew in the page, and as a calendar.

import { announce, download, fresh, several } from "./dom.js";
import { BASE, store } from "./notes.js";
import { PATTERNS } from "./patterns.js";
import { FIELDS } from "./records.js";
import { start as startTicks } from "./ticks.js";

const built = new WeakMap();
let loaded;
let asked = false;

export function start() {
  for (const form of fresh("[data-plan]")) {
    form.addEventListener("change", () => form.reportValidity() && keep(form));
    form.addEventListener("reset", () => setTimeout(() => keep(form)));
    form.addEventListener("submit", (event) => saveCalendar(event, form));
  }
  render();
}

store.watch(render);

function ranges() {
  const [weeks, heading, left] = ["[data-weeks]", "#left-out", "[data-left]"].map((one) => document.querySelector(one));
  const all = [new Range(), new Range()];
  all[0].setStartAfter(weeks);
  all[0].setEndBefore(heading);
  all[1].selectNodeContents(left);
  return all;
}

function keep(form) {
  const { elements } = form;
  const kept = FIELDS.plan
    .map((name) => elements[name])
    .map(({ name, value, defaultValue }) => [`plan/-/${name}`, value === defaultValue ? "" : value]);
  asked = true;
  store.put(Object.fromEntries(kept));
}

/** Show in the form what is kept, as far as it may be; return the time it gives. */
function read({ elements }) {
  const inputs = FIELDS.plan.map((name) => elements[name]);
  for (const input of inputs.filter((one) => one !== document.activeElement)) {
    input.value = store.get(`plan/-/${input.name}`).match(PATTERNS[`plan.${input.name}`] ?? PATTERNS[input.name]) ?? "";
    if (!input.value || !input.validity.valid) input.value = input.defaultValue;
  }
  const [weeks, hours, first] = inputs.map(({ value }) => value);
  const usual = inputs.every(({ value, defaultValue }) => value === defaultValue);
  return { weeks: Number(weeks), hours_per_week: Number(hours), start: Date.parse(first), usual };
}

async function make(time) {
  try {
    loaded ??= Promise.all([
      fetch(new URL("plan.json", BASE)).then((answer) => answer.json()),
      import("./schedule.js"),
      import("./weeks.js"),
      import("./calendar.js"),
    ]);
    const [data, { schedule }, weeks, { calendar }] = await loaded;
    return { data, plan: schedule(data, time), calendar, ...weeks };
  } catch {
    loaded = undefined;
    announce("The plan cannot be made now. Try again when this site can be reached.");
  }
}

async function render() {
  const form = document.querySelector("[data-plan]");
  if (!form) return;
  const time = read(form);
  const wanted = time.usual ? "" : JSON.stringify(time);
  if (wanted === (form.dataset.made ?? "") || !form.checkValidity()) return;
  form.dataset.made = wanted;
  if (time.usual) return show(form, built.get(form));
  const all = await make(time);
  if (form.dataset.made !== wanted) return;
  if (!all) return delete form.dataset.made;
  show(form, [all.weekNodes(all.plan, all.data, time), all.leftNodes(all.plan, all.data)]);
}

function show(form, contents) {
  const before = ranges().map((range, number) => {
    const nodes = [...range.extractContents().childNodes];
    const place = document.createElement("div");
    range.insertNode(place);
    place.replaceWith(...contents[number]);
    return nodes;
  });
  if (!built.has(form)) built.set(form, before);
  for (const link of document.querySelectorAll('.pb-contents [href*="#week-"]')) {
    link.parentElement.hidden = !document.querySelector(link.hash);
  }
  startTicks();
  if (asked) announce(said(form));
  asked = false;
}

function said({ elements: { weeks, hours_per_week: hours } }) {
  const warning = document.querySelector(".admonition.warning > .admonition-title");
  const plan = `Plan for ${several(weeks.value, "week")} of ${several(hours.value, "hour")}.`;
  return warning ? `${plan} ${warning.textContent}.` : plan;
}

async function saveCalendar(event, form) {
  event.preventDefault();
  const time = read(form);
  if (Number.isNaN(time.start)) {
    form.elements.start.focus();
    return announce("Give the first day first.");
  }
  const all = await make(time);
  if (!all) return;
  const { data, plan, calendar, hours, named } = all;
  const line = (task) => `[ ] ${task.minutes} min, ${named(task, data)}`;
  download("preparation.ics", calendar(plan.weeks, time.start, Date.now(), data.version, hours, line), "text/calendar");
}
