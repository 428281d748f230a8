// Taking everything along: save, open with a preview, undo, delete; and what to do if the storage fails.

import { announce, button, buttons, confirmFirst, download, el, fresh } from "./dom.js";
import { earlier } from "./earlier.js";
import { removeAll, store, undo } from "./notes.js";
import { fromFile } from "./open-file.js";
import { toFile } from "./save-file.js";
import { combined, differences, markSaved, noted, reminder, summary } from "./take.js";

const TOO_LARGE = 10_000_000;

export function start() {
  render();
  moved();
  kept();
  for (const place of fresh("[data-take-along]")) {
    place.querySelector("[data-save]").addEventListener("click", save);
    place.querySelector("[data-delete]").addEventListener("click", deleteAll);
    place.querySelector("[data-open]").addEventListener("change", (event) => open(event.target));
  }
}

store.watch(render);

function render() {
  const state = document.querySelector("[data-held]");
  if (!state) return;
  const count = noted().length;
  state.textContent = count ? `Noted in this browser: ${count}. ${reminder()}` : "Nothing noted yet.";
}

/** Offer the notes that lie under another address of this host. */
function moved() {
  const place = document.querySelector("[data-changes]");
  const found = earlier();
  if (!place || !found.length || document.querySelector("[data-moved]")) return;
  const each = found.map(({ path, count, records }) => {
    const take = () => {
      propose(records, false);
      preview().focus();
    };
    return el("p", {}, `Under ${path} this browser has ${count} more notes. `, button("Take them over", take));
  });
  place.before(el("div", { "data-moved": "" }, each));
}

/** Say whether the browser has promised to keep everything. */
async function kept() {
  const place = document.querySelector("[data-kept]");
  const promised = await navigator.storage?.persisted?.().catch(() => false);
  if (place) place.textContent = promised ? "This browser has said yes." : "This browser has not promised it.";
}

export function save() {
  const text = `${JSON.stringify(toFile(store.snapshot(), Date.now()), null, 2)}\n`;
  download(`offer-playbook-notes-${new Date().toISOString().slice(0, 10)}.json`, text);
  markSaved();
  announce("Saved as a file.");
}

async function open(input) {
  const [file] = input.files;
  if (!file) return;
  /** @type {any} */
  const { records, problems } = await read(file);
  input.value = "";
  if (problems.length) refuse(problems);
  else propose(records, false);
  preview().focus();
}

async function read(file) {
  if (file.size > TOO_LARGE) return { problems: ["The file is too large to be one of these."] };
  try {
    return fromFile(await file.text(), Date.now());
  } catch {
    return { problems: ["The browser cannot read the file."] };
  }
}

function preview() {
  return document.querySelector("[data-changes]");
}

function leave() {
  preview().replaceChildren();
  document.querySelector("[data-open]").focus();
}

function refuse(problems) {
  const lines = problems.slice(0, 10).map((problem) => el("li", {}, problem));
  preview().replaceChildren(el("p", {}, "Nothing was changed:"), el("ul", {}, lines));
}

function propose(incoming, replace) {
  const current = store.snapshot();
  const next = combined(current, incoming, replace);
  const changes = differences(current, next);
  const choose = (value) => {
    propose(incoming, value);
    preview().querySelector("input:checked").focus();
  };
  const take = () => {
    store[replace ? "restore" : "take"](replace ? next : incoming);
    leave();
    announce(`${changes.length} changed.`, () => undo(changes));
  };
  preview().replaceChildren(
    el("h3", {}, "What would change"),
    way("Add to what is here; the later change wins", !replace, () => choose(false)),
    way("Replace what is here", replace, () => choose(true)),
    changes.length ? listed(changes, current, next) : el("p", {}, "Nothing: what is here is the same or newer."),
    buttons(changes.length ? button("Make these changes", take) : "", button("Cancel", leave)),
  );
}

function way(words, checked, choose) {
  return el(
    "label",
    { class: "pb-way" },
    el("input", { type: "radio", name: "pb-way", checked, onchange: choose }),
    el("span", {}, words),
  );
}

function listed(changes, current, next) {
  const groups = summary(changes, current, next).map(({ name, added, changed, removed }) =>
    el("li", {}, el("strong", {}, name), `: ${added} added, ${changed} changed, ${removed} removed`),
  );
  const rows = changes
    .slice(0, 200)
    .map(({ path, before, after }) =>
      el("tr", {}, el("th", { scope: "row" }, named(path, current, next)), el("td", {}, before), el("td", {}, after)),
    );
  const head = el("tr", {}, ...["What", "Now", "Then"].map((words) => el("th", { scope: "col" }, words)));
  const table = el("table", {}, el("thead", {}, head), el("tbody", {}, rows));
  const each = el(
    "details",
    { class: "pb-more" },
    el("summary", {}, "Every change"),
    el("div", { class: "pb-scroll", tabindex: "0", role: "group", "aria-label": "Every change" }, table),
  );
  return el("div", {}, el("ul", {}, groups), each);
}

function named(path, current, next) {
  const [, owner, ...rest] = path.split("/");
  const name = (next.get(`company/${owner}/name`) ?? current.get(`company/${owner}/name`))?.[0];
  return [name, ...rest].filter(Boolean).join(", ");
}

function deleteAll() {
  confirmFirst(
    "Delete everything?",
    "All companies, answers, notes and blanks of this site leave this browser. Save a file first if you may want them again.",
    "Delete everything",
    () => announce("Everything is deleted.", removeAll()),
  );
}

export function notice(said) {
  const words = el("p", {}, said);
  const afresh = () => store.setAside() || words.append(" There is no room to set them aside.");
  const unread = () => download("unreadable-notes.txt", store.unread, "text/plain");
  const ways =
    store.unread === null
      ? [button("Save a file", save)]
      : [button("Save them as a file", unread), button("Set them aside and start afresh", afresh)];
  return el("section", { class: "pb-trouble", "aria-label": "Storage", role: "alert" }, words, el("p", {}, ways));
}
