// Search, until something better comes: words of titles before words of text, in a dialog over any page.

import { el, field, openDialog } from "./dom.js";

const MOST = 12;
let pages;

export function start() {
  const open = document.querySelector("[data-find]");
  open.addEventListener("click", (event) => {
    event.preventDefault();
    ask(open.dataset);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, dialog");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    ask(open.dataset);
  });
}

function ask({ find: index, base: home }) {
  pages ??= fetch(index).then((answer) => answer.json());
  const input = el("input", { type: "search", autocomplete: "off", enterkeyhint: "search", autofocus: true });
  const list = el("ul", { class: "pb-found" });
  const said = el("p", { role: "status", class: "pb-unseen" });
  input.addEventListener("input", async () => {
    const found = find((await pages).docs, input.value);
    said.textContent = input.value.trim() ? `${found.length} found` : "";
    list.replaceChildren(...found.map((page) => result(page, home)));
  });
  openDialog("Search", [field("A word, or what they said", input), said, list], {
    class: "pb-dialog pb-search-dialog",
  });
}

function result({ title, text, location }, home) {
  return el(
    "li",
    {},
    el(
      "a",
      { href: new URL(location, new URL(home, window.location.href)).href },
      el("strong", {}, plain(title)),
      el("span", {}, plain(text).slice(0, 120)),
    ),
  );
}

/** Return the text of some markup without ever making elements of it: a parsed one may already break the policy. */
function plain(markup) {
  const area = document.createElement("textarea");
  area.innerHTML = markup.replace(/<[^>]*>/g, " ");
  return area.value.trim();
}

function find(docs, query) {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!words.length) return [];
  const weigh = ({ title, text }) => words.map((word) => 3 * has(title, word) + has(text, word));
  return docs
    .map((page) => ({ page, weights: weigh(page) }))
    .filter(({ weights }) => weights.every(Boolean))
    .sort((one, other) => sum(other.weights) - sum(one.weights))
    .slice(0, MOST)
    .map(({ page }) => page);
}

const has = (text, word) => Number(text.toLowerCase().includes(word));
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
