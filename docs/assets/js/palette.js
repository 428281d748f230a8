// Light or dark, by the buttons in the header; a page starts in what was chosen before.

const system = matchMedia("(prefers-color-scheme: dark)");
let chosen = tried(() => window.__md_get("__palette"));

export function start() {
  for (const button of document.querySelectorAll("[data-palette]")) button.onclick = choose;
}

system.addEventListener("change", () => chosen || show(system.matches ? "slate" : "default"));

function choose({ currentTarget }) {
  const scheme = currentTarget.dataset.palette;
  chosen = { color: { scheme } };
  show(scheme);
  tried(() => window.__md_set("__palette", chosen));
  document.querySelector(`[data-palette]:not([data-palette="${scheme}"])`).focus();
}

function show(scheme) {
  document.body.dataset.mdColorScheme = scheme;
  document.documentElement.style.colorScheme = scheme === "slate" ? "dark" : "light";
}

/** Where a browser keeps nothing, a choice holds until the page is left. */
function tried(work) {
  try {
    return work();
  } catch {
    return null;
  }
}
