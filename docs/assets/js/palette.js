// Light or dark, by the buttons in the header; a page starts in what was chosen before.

const system = matchMedia("(prefers-color-scheme: dark)");
let { chosen } = window;

export function start() {
  for (const button of document.querySelectorAll("[data-palette]")) button.onclick = choose;
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
