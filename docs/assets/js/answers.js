// Answers to questions: a row of marks beside each, and who said it with a note behind a button.

import { adopt } from "./adopt.js";
import { choose } from "./companies.js";
import { button, el, field, show } from "./dom.js";
import { answers, chosenCompany, company, store, under } from "./notes.js";

const FIRST = "1";
const AWAY = "does-not-apply";
export const MARKS = { "": "Not asked", good: "Good", mixed: "Mixed", bad: "Bad", [AWAY]: "Does not apply" };

export function start() {
  for (const question of document.querySelectorAll("[data-question][data-was]")) {
    adopt(question.dataset.question, question.dataset.was.split(" "));
  }
  render();
}

store.watch(render);

function render() {
  const id = chosenCompany();
  for (const place of document.querySelectorAll("[data-answers]")) {
    const question = place.closest("[data-question]");
    if (place.dataset.for !== (id || "-")) build(place, question, id);
    if (id) refresh(place, question, id);
  }
}

function build(place, question, id) {
  const focused = place.contains(document.activeElement);
  place.dataset.for = id || "-";
  if (!id) {
    const first = () => choose(() => place.querySelector("input")?.focus());
    place.replaceChildren(button("Note an answer", first, { class: "pb-quiet", "aria-haspopup": "dialog" }));
    return;
  }
  const panel = el("div", { class: "pb-said", hidden: true });
  const toggle = () => {
    panel.hidden = !panel.hidden;
    more.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    refresh(place, question, id);
    panel.querySelector("input:not([type=radio])").focus();
  };
  const more = button("Notes", toggle, { class: "pb-quiet", "aria-expanded": "false" });
  place.replaceChildren(marks(question, id, FIRST), more, panel);
  if (focused) place.querySelector("input").focus();
}

function marks(question, id, key) {
  const group = `pb-mark-${question.dataset.question}-${key}`;
  const legend = el("legend", { class: "pb-unseen" }, `Answer at ${company(id).name}: ${words(question)}`);
  const options = Object.entries(MARKS).map(([value, label]) => {
    const mark = () => write(question, id, key, { mark: value });
    const input = el("input", { type: "radio", name: group, value, onchange: mark });
    return el("label", { class: "pb-mark" }, input, el("span", {}, label));
  });
  return el("fieldset", { class: "pb-marks" }, legend, options);
}

function write(question, id, key, fields) {
  const name = question.dataset.question;
  const changes = { ...under(`answer/${id}/${name}/${key}`, fields), [`words/${name}`]: words(question) };
  if (fields.mark !== undefined) {
    const others = answers(id, [name]).filter((one) => one.n !== key);
    changes[`tick/${id}/${name}`] = tick([fields, ...others]);
  }
  store.put(changes);
}

/** Done once anybody has judged the question, unless it applies to nobody. */
function tick(all) {
  const [first = "", ...rest] = all.map(({ mark }) => mark).filter(Boolean);
  return rest.every((mark) => mark === first) && first === AWAY ? AWAY : first && "done";
}

function words(question) {
  return (question.querySelector(".pb-tick span, h2, h3, h4")?.firstChild.textContent ?? "").trim();
}

function refresh(place, question, id) {
  const known = answers(id, [question.dataset.question]);
  const first = known.find((one) => one.n === FIRST) ?? { n: FIRST, mark: "", who: "", note: "" };
  const all = [first, ...known.filter((one) => one !== first)];
  const [row, more, panel] = place.children;
  check(row, first.mark);
  const count = all.filter((one) => one.who || one.note || one.n !== FIRST).length;
  more.textContent = count ? `Notes (${count})` : "Notes";
  if (!panel.hidden) fill(panel, question, id, all);
}

function check(group, mark) {
  for (const input of group.querySelectorAll("input")) input.checked = input.value === mark;
}

/** A block for each person who answered; those that are there keep the focus. */
function fill(panel, question, id, all) {
  if (!panel.firstChild) panel.append(button("Another person answered", another, { class: "pb-quiet" }));
  function another() {
    const key = Math.random().toString(36).slice(2, 8);
    const block = person(panel, question, id, key);
    block.dataset.fresh = "";
    block.querySelector("[name=who]").focus();
  }
  const blocks = new Map([...panel.querySelectorAll(".pb-person")].map((block) => [block.dataset.key, block]));
  for (const one of all) {
    const block = blocks.get(one.n) ?? person(panel, question, id, one.n);
    blocks.delete(one.n);
    delete block.dataset.fresh;
    show(block.querySelector("[name=who]"), one.who);
    show(block.querySelector("textarea"), one.note);
    const group = block.querySelector(".pb-marks");
    if (group) check(group, one.mark);
  }
  for (const block of blocks.values()) if (!("fresh" in block.dataset)) block.remove();
}

function person(panel, question, id, key) {
  const first = key === FIRST;
  const save = (name) => (event) => write(question, id, key, { [name]: event.target.value });
  const remove = () => {
    block.remove();
    write(question, id, key, { mark: "", who: "", note: "" });
    panel.querySelector("[name=who]").focus();
  };
  const block = el(
    "div",
    { class: "pb-person", "data-key": key },
    first ? null : marks(question, id, key),
    field("Who answered", el("input", { name: "who", maxlength: "80", autocomplete: "off", oninput: save("who") })),
    field("What they said", el("textarea", { rows: "2", maxlength: "4000", oninput: save("note") })),
    first ? null : button("Remove this answer", remove, { class: "pb-quiet" }),
  );
  panel.lastChild.before(block);
  return block;
}
