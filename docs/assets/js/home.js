// The first page, for who has been here before: their companies, what is due, and where to go on.

import { el, fresh } from "./dom.js";
import { BASE, companies, store } from "./notes.js";

const MOST = 5;
let place;

export function start() {
  [place] = fresh("[data-home]");
  render();
}

store.watch(render);

function render() {
  if (!place) return;
  const all = companies().filter(({ stage }) => stage !== "decided");
  const soon = all.toSorted((one, other) => (one.due || "9").localeCompare(other.due || "9")).slice(0, MOST);
  place.replaceChildren(...(soon.length ? [el("h2", {}, "Your companies"), list(soon), links()] : []));
}

function list(soon) {
  return el(
    "ul",
    { class: "pb-due" },
    soon.map((one) => el("li", {}, el("strong", {}, one.name), said(one))),
  );
}

function said({ next, due }) {
  const late = due && due < today() ? "Overdue: " : "";
  return `. ${late}${next || "No next step yet"}${due ? `, ${day(due)}` : ""}`;
}

const today = () => new Date().toLocaleDateString("sv");
const day = (due) => new Date(`${due}T12:00`).toLocaleDateString("en-US", { month: "short", day: "numeric" });

function links() {
  const ways = { "companies/": "Next moves", "checklists/choose/": "What to ask", "get-the-interview/tracker/": "Board" };
  return el(
    "p",
    { class: "pb-links" },
    Object.entries(ways).map(([path, words]) => el("a", { href: new URL(path, BASE).href }, words)),
  );
}
