// The foot of every printed page: its address and date, where the browser can print there.

const sheet = new CSSStyleSheet();

export function start() {
  const line = document.querySelector(".pb-address");
  const words = CSS.escape(line?.textContent ?? "");
  sheet.replaceSync(`@page { @bottom-left { content: "${words}" } }`);
  if (!sheet.cssRules[0]?.cssText.includes("content")) return;
  document.adoptedStyleSheets = [sheet];
  line?.remove();
}
