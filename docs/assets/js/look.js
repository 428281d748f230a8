// How every page looks: light or dark, by the buttons in the header; entries far down; the foot of printed sheets.

const system = matchMedia("(prefers-color-scheme: dark)");
const sheet = new CSSStyleSheet();
let { chosen } = window;

export function start() {
  for (const button of document.querySelectorAll("[data-palette]")) button.onclick = choose;
  if (innerWidth < 720) layOut([...document.querySelectorAll(".pb-entry, .pb-ticks > li")]);
  foot(document.querySelector(".pb-address"));
}

system.addEventListener("change", () => chosen || show(system.matches ? "slate" : "default"));

function choose({ currentTarget }) {
  const scheme = currentTarget.dataset.palette;
  chosen = { color: { scheme } };
  show(scheme);
  document.querySelector(`[data-palette]:not([data-palette="${scheme}"])`).focus();
  try {
    window.__md_set("__palette", chosen);
  } catch {
    // It holds until the page is left.
  }
}

function show(scheme) {
  const { body, documentElement: root } = document;
  body.dataset.mdColorSwitching = "";
  body.dataset.mdColorScheme = scheme;
  root.style.colorScheme = scheme === "slate" ? "dark" : "light";
  body.getBoundingClientRect(); // styles it all now, so that no colour fades
  delete body.dataset.mdColorSwitching;
}

/** Lay out, a few at a time, what playbook.css leaves for later on a phone. */
function layOut(far) {
  for (const one of far.splice(0, 4)) one.style.contentVisibility = "visible";
  document.body.getBoundingClientRect(); // painted in a task of its own
  if (far.length) window.requestIdleCallback?.(() => layOut(far));
}

/** Move the address to the foot of each sheet of paper, where the browser can print there. */
function foot(line) {
  sheet.replaceSync(`@page { @bottom-left { content: "${CSS.escape(line?.textContent ?? "")}" } }`);
  if (!sheet.cssRules[0]?.cssText.includes("content")) return;
  document.adoptedStyleSheets = [sheet];
  line?.remove();
}
