// Scripts in use: blanks filled once for a company, copying as plain text, and a calm view for the call itself.

import { announce, button, buttons, el, field, fresh, openDialog, show } from "./dom.js";
import { chosenCompany, company, store } from "./notes.js";

export function start() {
  for (const input of fresh("[data-fill]")) {
    input.addEventListener("input", () => fillIn(input.dataset.fill, input.value));
  }
  render();
  for (const place of fresh("[data-script-tools]")) {
    const script = place.closest("[data-script]");
    const name = nameOf(script);
    const tool = (words, rest, act, opens) =>
      button(words, () => act(script), { "aria-label": `${words}${rest}: ${name}`, "aria-haspopup": opens });
    place.append(tool("Copy", "", copy), tool("On a call", ", show large", calm, "dialog"));
    if (script.querySelector("[data-blank]")) place.prepend(tool("Fill in", " the blanks", fill, "dialog"));
  }
}

store.watch(render);

function fillIn(word, text) {
  store.put({ [`blank/${chosenCompany() || "-"}/${word}`]: text });
}

/** What stands in a blank, or an empty text: the company's own name needs no filling in. */
function filled(word) {
  const id = chosenCompany();
  return store.get(`blank/${id || "-"}/${word}`) || (word === "company" && id ? company(id).name : "");
}

function render() {
  for (const input of document.querySelectorAll("[data-fill]")) show(input, filled(input.dataset.fill));
  for (const blank of document.querySelectorAll("[data-blank]:not(.pb-blanks *)")) {
    const text = filled(blank.dataset.blank);
    blank.textContent = text || blank.dataset.blank;
    blank.classList.toggle("pb-filled", Boolean(text));
  }
}

function nameOf(script) {
  return script.querySelector("h2, h3, h4, .pb-tick span").firstChild.textContent.trim();
}

function fill(script) {
  const words = new Map(
    [...script.querySelectorAll("[data-blank]")].map((blank) => [blank.dataset.blank, blank.title]),
  );
  const id = chosenCompany();
  const fields = [...words].map(([word, label]) => {
    const input = el("input", {
      value: filled(word),
      maxlength: "200",
      autocomplete: "off",
      oninput: (event) => fillIn(word, event.target.value),
    });
    return field(label || word, input);
  });
  const whose = id
    ? `For ${company(id).name}, in every script.`
    : "For no company, in every script. Choose a company at the top to keep them apart.";
  const dialog = openDialog("Fill in the blanks", [
    el("p", {}, whose),
    el("div", { class: "pb-form" }, fields),
    buttons(button("Done", () => dialog.close())),
  ]);
}

function plain(script) {
  return [...script.querySelectorAll(".pb-say p")]
    .map((line) => {
      const copied = line.cloneNode(true);
      for (const direction of copied.querySelectorAll("[data-direction]")) direction.remove();
      for (const blank of copied.querySelectorAll("[data-blank]")) {
        blank.textContent = filled(blank.dataset.blank) || `[${blank.dataset.blank}]`;
      }
      return copied.textContent.replace(/\s+/g, " ").trim();
    })
    .filter(Boolean)
    .join("\n\n");
}

async function copy(script) {
  try {
    await navigator.clipboard.writeText(plain(script));
    announce("Copied.");
  } catch {
    const text = el("textarea", { class: "pb-copy", rows: "8", readonly: true, "aria-label": "Text to copy" });
    text.value = plain(script);
    openDialog("Copy it from here", text);
    text.select();
  }
}

function calm(script) {
  const parts = [".pb-say", ".pb-turns"].map((part) => script.querySelector(part)?.cloneNode(true)).filter(Boolean);
  openDialog(nameOf(script), parts, { class: "pb-dialog pb-calm" });
}
