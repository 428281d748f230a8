// The page of one company, chosen by its id in the address: what to do, whom you meet, the offer, the answers, what is unasked.

import { MARKS } from "../answers.js";
import { addressOf, choose, stages } from "../companies.js";
import { announce, button, buttons, confirmFirst, download, el, fresh } from "../dom.js";
import { BASE, addAnother, chooseCompany, chosenCompany, companies, company, removeCompany, store, titleOf, today } from "../notes.js";
import { verdict, VERDICTS } from "../scorecard.js";
import { offerExample } from "../show-example.js";
import { appointments, calendarOf } from "./appointments.js";
import { Pay } from "./pay.js";
import { amount, bound, dayField, group, refresh, without } from "./form.js";
import { library, situation } from "./here.js";
import { currentOffer } from "./known.js";
import { moveCard } from "./move-card.js";
import { planMoves } from "./moves.js";
import { offerForm, saidWrong, showNeeded } from "./offer-form.js";
import { readTerms } from "./offer-terms.js";
import { money } from "./saying.js";

const TIERS = { "": "Not decided", 1: "1, the dream", 2: "2, good", 3: "3, practice and leverage" };
const OUTCOMES = { "": "Still open", signed: "I signed", declined: "I said no", rejected: "They said no", silent: "Silence" };
const KINDS = { "": "Choose", "first-call": "First call", screen: "Screen", onsite: "Onsite", "offer-call": "Offer call", other: "Other" };
const PEOPLE = { "": "Choose", recruiter: "Recruiter", manager: "Manager", peer: "Peer", "skip-level": "Manager's manager", founder: "Founder" };
const pairs = Object.entries;
const hasRoom = { rows: "3", maxlength: "4000" };

export function start() {
  for (const place of fresh("[data-company]")) {
    place.querySelector("[data-add]").addEventListener("click", () => choose(() => location.assign(addressOf(chosenCompany()))));
    offerExample(place);
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
  if (!id) {
    place.replaceChildren(el("p", {}, "Choose a company, or add one."), list());
    return;
  }
  const shape = [id, ...keys(`offer/${id}/`), ...keys(`interview/${id}/`)].join(" ");
  if (place.dataset.shape !== shape) build(place, id, shape);
  refresh(place);
  for (const form of place.querySelectorAll("[data-offer-form]")) showNeeded(form, form.dataset.offerForm);
  for (const part of place.querySelectorAll("[data-part]")) PARTS[part.dataset.part](part, id, known);
}

function list() {
  const all = companies().map((one) => el("li", {}, el("a", { href: addressOf(one.id) }, titleOf(one))));
  return el("ul", {}, all);
}

/** Return the different keys of records: those of offers or of interviews, the first ones first. */
function keys(start) {
  const all = store.list(start).map(([path]) => path.split("/")[2]);
  return [...new Set(all)].sort((one, other) => Number(one) - Number(other));
}

function build(place, id, shape) {
  const opened = [...place.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
  const part = (name) => el("div", { "data-part": name });
  place.dataset.shape = shape;
  place.replaceChildren(
    part("title"),
    part("move"),
    group("Where you stand", standing(id)),
    section("Interviews", interviews(id)),
    section("Offer", offers(id)),
    section("Answers", [part("answers")]),
    section("Still to ask", [part("unasked")]),
    tools(id),
  );
  for (const one of place.querySelectorAll("details > summary")) {
    if (opened.includes(one.textContent)) one.parentElement.open = true;
  }
}

function section(title, content) {
  return el("section", { class: "pb-section" }, el("h2", {}, title), content);
}

function standing(id) {
  const at = (name) => `company/${id}/${name}`;
  return [
    bound(at("name"), "Name", { maxlength: "80" }),
    bound(at("role"), "Role", { maxlength: "80" }),
    bound(at("stage"), "Stage", { options: stages }),
    bound(at("tier"), "Tier", { options: pairs(TIERS) }),
    bound(at("outcome"), "How it ended", { options: pairs(OUTCOMES) }),
    bound(at("present"), "What it is", { options: [["", "A company I talk to"], ["yes", "My present job, or a plan B"]] }),
    bound(at("next"), "Next step", { maxlength: "200" }),
    dayField(at("due"), "By when"),
    dayField(at("heard"), "Last heard from them"),
    dayField(at("asked"), "Last asked for more"),
    bound(at("asks"), "How often asked", { options: pairs({ "": "Not yet", 1: "Once", 2: "Twice", 3: "Three times" }) }),
    bound(at("round"), "Asked in round", { options: pairs({ "": "None", 1: "1", 2: "2", 3: "3" }) }),
    dayField(at("answer_on"), "They'll answer on"),
    amount(at("answers_after"), "Days from onsite to offer, they say"),
    amount(at("open_for"), "Days their offer stays open, they say"),
    bound(at("contacts"), "People", hasRoom),
    bound(at("note"), "Notes", hasRoom),
  ];
}

function next(start) {
  return String(1 + Math.max(0, ...keys(start).map(Number).filter(Number.isFinite)));
}

function interviews(id) {
  const start = `interview/${id}/`;
  const add = () => store.put({ [`${start}${next(start)}/kind`]: "other" });
  const each = keys(start).map((key) => {
    const at = (name) => `${start}${key}/${name}`;
    const remove = () => {
      const before = Object.fromEntries(store.list(`${start}${key}/`).map(([path, text]) => [path, text]));
      store.put(without(`${start}${key}/`));
      announce("Interview removed.", () => store.put(before));
    };
    const title = [KINDS[store.get(at("kind"))] ?? "Interview", store.get(at("day"))].filter(Boolean).join(", ");
    return group(title, [
      bound(at("kind"), "What it is", { options: pairs(KINDS) }),
      bound(at("to"), "Whom you meet", { options: pairs(PEOPLE) }),
      dayField(at("day"), "Day"),
      bound(at("time"), "Time", { type: "time" }),
      amount(at("minutes"), "Minutes"),
      bound(at("place"), "Place or link", { maxlength: "400" }),
      bound(at("people"), "Their names", { maxlength: "400" }),
      el("p", {}, button("Remove this interview", remove, { class: "pb-quiet" })),
    ]);
  });
  return [...each, buttons(button("Add an interview", add))];
}

function offers(id) {
  const start = `offer/${id}/`;
  const all = keys(start);
  const add = () => {
    const last = all.at(-1);
    const key = next(start);
    const copied = last ? store.list(`${start}${last}/`).map(([path, text]) => [path.replace(`${start}${last}/`, `${start}${key}/`), text]) : [];
    store.put({ ...Object.fromEntries(copied), [`${start}${key}/said_on`]: today(), ...(last ? {} : { [`${start}${key}/state`]: "said" }) });
  };
  const forms = all.map((key, number) => {
    const form = offerForm(`${start}${key}`);
    form.dataset.offerForm = `${start}${key}`;
    const remove = () => {
      const before = Object.fromEntries(store.list(`${start}${key}/`).map(([path, text]) => [path, text]));
      store.put(without(`${start}${key}/`));
      announce("Offer removed.", () => store.put(before));
    };
    const title = all.length > 1 ? `Version ${number + 1}` : "What they offer";
    const tool = el("p", {}, button("Remove this version", remove, { class: "pb-quiet" }));
    return el("details", { class: "pb-more pb-group", open: number === all.length - 1 }, el("summary", {}, title), form, tool);
  });
  const words = all.length ? "They improved it" : "Add their offer";
  return [el("div", { "data-part": "pay" }), ...forms, buttons(button(words, add), el("a", { class: "pb-button", href: new URL("companies/offers/", BASE).href }, "Compare offers"))];
}

function tools(id) {
  const remove = () =>
    confirmFirst(`Remove ${company(id).name}?`, "Its answers, notes, ticks, offers and dates go with it.", "Remove", () => {
      const undo = removeCompany(id);
      location.assign(new URL("companies/", BASE).href);
      announce("Removed.", undo);
    });
  const another = () => location.assign(addressOf(addAnother(company(id).name, { tier: company(id).tier })));
  const calendar = () => {
    const { companies: all, today: now } = situation();
    const mine = all.filter((one) => one.id === id);
    download(`${id}.ics`, calendarOf(appointments(mine, now, sheet), Date.now()), "text/calendar");
  };
  return buttons(
    button("Print this company", () => window.print()),
    button("Calendar file", calendar),
    button("Another role there", another, { class: "pb-quiet" }),
    button("Remove this company", remove, { class: "pb-danger" }),
  );
}

/** Return the address of the list of questions to take along. */
export function sheet(_, { to }) {
  return new URL(to ? `checklists/${to}-questions/` : "checklists/choose/", BASE).href;
}

const PARTS = {
  title: (part, id) => part.replaceChildren(el("p", { class: "pb-company-name" }, titleOf(company(id)))),
  move: (part, id, known) => {
    const { companies: all, basis, today: now } = situation();
    const found = planMoves(all, basis, now, known.moves).find((one) => one.company === id);
    const open = part.querySelector("details")?.open;
    part.replaceChildren(found ? moveCard(found, known, now, "h2") : el("p", {}, "Nothing to do here now."));
    if (open) part.querySelector("details").open = true;
  },
  pay: (part, id) => {
    const { companies: all, today: now } = situation();
    const offer = currentOffer(all.find((one) => one.id === id) ?? {}, now);
    if (!offer) return part.replaceChildren();
    const terms = readTerms(offer);
    const pay = new Pay(terms);
    const sum = `An average year comes to ${money(pay.average)} before tax, four years to ${money(pay.total)}.`;
    const wrong = saidWrong(terms.wrong).map((line) => el("li", {}, line));
    return part.replaceChildren(el("p", {}, sum), ...(wrong.length ? [el("ul", { class: "pb-wrong" }, wrong)] : []));
  },
  answers: (part, id, known) => {
    if (part.querySelector("input") === document.activeElement && part.querySelector("input")) return;
    const all = answersOf(id);
    const find = el("input", { type: "search", "aria-label": "Search the answers", placeholder: "Search the answers", oninput: () => narrow(part, find.value) });
    const patterns = known.flags.map((flag) => [flag, verdict(all.filter(({ question }) => flag.questions.includes(question)))]).filter(([, key]) => key === "pattern" || key === "again");
    part.replaceChildren(
      ...(all.length ? [find] : [el("p", {}, "No answers noted yet.")]),
      ...(patterns.length ? [el("p", {}, patterns.map(([flag, key]) => `${flag.name}: ${VERDICTS[key].toLowerCase()}`).join(". "), ".")] : []),
      el("ul", { class: "pb-said-list" }, all.map(answer)),
    );
  },
  unasked: (part, id, known) => {
    const asked = new Set(answersOf(id).filter(({ mark }) => mark).map(({ question }) => question));
    const open = pairs(known.asked).filter(([question]) => !asked.has(question));
    const groups = pairs(PEOPLE).slice(1).map(([to, name]) => [name, open.filter(([, one]) => one.to[0] === to)]);
    part.replaceChildren(
      ...groups.filter(([, all]) => all.length).map(([name, all]) =>
        el("details", { class: "pb-more pb-group" }, el("summary", {}, `${name}: ${all.length}`), el("ul", {}, all.map(([, one]) => el("li", {}, el("a", { href: new URL(one.address, BASE).href }, one.ask))))),
      ),
    );
  },
};

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
