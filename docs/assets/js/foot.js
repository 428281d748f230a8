// The foot of every printed page: its address and date, where the browser can print there.

const sheet = new CSSStyleSheet();

/** Move the line at the end of the page to the foot of each sheet of paper; elsewhere it stays where it is. */
export function start() {
  const line = document.querySelector(".pb-address");
  const words = CSS.escape(line?.textContent ?? "");
  sheet.replaceSync(`@page { @bottom-left { content: "${words}" } }`);
  if (!sheet.cssRules[0]?.cssText.includes("content")) return;
  document.adoptedStyleSheets = [sheet];
  line?.remove();
}
