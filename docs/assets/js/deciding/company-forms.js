// The forms of one company: where you stand, its interviews, and every version of its offer.

import { announce, button, buttons, el } from "../dom.js";
import { stages } from "../companies.js";
import { BASE, store, today } from "../notes.js";
import { currentOffer } from "./current.js";
import { amount, bound, dayField, group, refresh, without } from "./form.js";
import { situation } from "./here.js";
import { offerForm, showNeeded } from "./offer-form.js";
import { readTerms } from "./offer-terms.js";
import { Pay } from "./pay.js";
import { money } from "./saying.js";
import { saidWrong } from "./wrong.js";

const TIERS = { "": "Not decided", 1: "1, the dream", 2: "2, good", 3: "3, practice and leverage" };
const OUTCOMES = { "": "Still open", signed: "I signed", declined: "I said no", rejected: "They said no", silent: "Silence" };
const KINDS = { "": "Choose", "first-call": "First call", screen: "Screen", onsite: "Onsite", "offer-call": "Offer call", other: "Other" };
const PEOPLE = { "": "Choose", recruiter: "Recruiter", manager: "Manager", peer: "Peer", "skip-level": "Manager's manager", founder: "Founder" };
const pairs = Object.entries;
const hasRoom = { rows: "3", maxlength: "4000" };

/** Show the forms in their places, made anew only when an interview or an offer comes or goes. */
export function showForms(place, id) {
  const all = { standing, interviews, offers };
  for (const [name, make] of Object.entries(all)) {
    const part = place.querySelector(`[data-form=${name}]`);
    const shape = [id, ...(name === "offers" ? keys(`offer/${id}/`) : name === "interviews" ? keys(`interview/${id}/`) : [])].join(" ");
    if (part.dataset.shape !== shape) build(part, shape, make(id));
  }
  refresh(place);
  for (const form of place.querySelectorAll("[data-offer-form]")) showNeeded(form, form.dataset.offerForm);
  sum(place.querySelector("[data-pay]"), id);
}

function build(part, shape, content) {
  const opened = [...part.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
  part.dataset.shape = shape;
  part.replaceChildren(...content);
  for (const one of part.querySelectorAll("details > summary")) if (opened.includes(one.textContent)) one.parentElement.open = true;
}

/** Return the different keys of records: those of offers or of interviews, the first ones first. */
function keys(start) {
  const all = store.list(start).map(([path]) => path.split("/")[2]);
  return [...new Set(all)].sort((one, other) => Number(one) - Number(other));
}

function standing(id) {
  const at = (name) => `company/${id}/${name}`;
  const fields = [
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
  return [el("div", { class: "pb-form pb-grid" }, fields)];
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
  return [el("div", { "data-pay": "" }), ...forms, buttons(button(words, add), el("a", { class: "pb-button", href: new URL("companies/offers/", BASE).href }, "Compare offers"))];
}

function sum(part, id) {
  const { companies: all, today: now } = situation();
  const offer = currentOffer(all.find((one) => one.id === id) ?? {}, now);
  if (!offer) {
    part.replaceChildren();
    return;
  }
  const terms = readTerms(offer);
  const pay = new Pay(terms);
  const words = `An average year comes to ${money(pay.average)} before tax, four years to ${money(pay.total)}.`;
  const wrong = saidWrong(terms.wrong).map((line) => el("li", {}, line));
  part.replaceChildren(el("p", {}, words), ...(wrong.length ? [el("ul", { class: "pb-wrong" }, wrong)] : []));
}
