// Light or dark, by the buttons in the header. What was chosen before is set in the page itself, ahead of any drawing.

const system = matchMedia("(prefers-color-scheme: dark)");
let chosen = false;

export function start() {
  for (const button of document.querySelectorAll("[data-palette]")) button.onclick = choose;
}

system.addEventListener("change", () => chosen || remembered() || show(system.matches ? "slate" : "default"));

function choose({ currentTarget }) {
  const scheme = currentTarget.dataset.palette;
  chosen = true;
  show(scheme);
  try {
    window.__md_set("__palette", { color: { scheme } });
  } catch {
    // A browser that keeps nothing shows it until the page is left.
  }
  document.querySelector(`[data-palette]:not([data-palette="${scheme}"])`).focus();
}

function remembered() {
  try {
    return window.__md_get("__palette");
  } catch {
    return null;
  }
}

function show(scheme) {
  document.body.dataset.mdColorScheme = scheme;
  document.documentElement.style.colorScheme = scheme === "slate" ? "dark" : "light";
}
