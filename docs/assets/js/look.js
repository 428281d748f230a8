// How every page looks: light or dark, by the buttons in the header, and the foot of printed sheets.

const KEY = "offer-playbook:scheme";
const sheet = new CSSStyleSheet();

export function start() {
  for (const button of document.querySelectorAll("[data-scheme-to]")) button.addEventListener("click", choose);
  foot(document.querySelector(".pb-address"));
}

function choose({ currentTarget }) {
  const scheme = currentTarget.dataset.schemeTo;
  document.documentElement.dataset.scheme = scheme;
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-scheme-to]:not([data-scheme-to="${scheme}"])`))?.focus();
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // It holds until the page is left.
  }
}

/** Move the address to the foot of each sheet of paper, where the browser can print there; links of ours need none. */
function foot(line) {
  sheet.replaceSync(
    `@page { @bottom-left { content: "${CSS.escape(line?.textContent ?? "")}" } }
    @media print { .pb-page a[href^="${CSS.escape(location.origin)}"]::after { content: none } }`,
  );
  document.adoptedStyleSheets = [sheet];
  if (sheet.cssRules[0]?.cssText.includes("content")) line?.remove();
}
