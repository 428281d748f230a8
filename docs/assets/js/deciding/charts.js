// Drawings that fit a phone, print in black, and have a name for who cannot see them; a table beside each has it all.

const SPACE = "http://www.w3.org/2000/svg";
export const WIDTH = 340;

export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

export function drawing(height, label, parts) {
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label, class: "pb-chart" }, ...parts);
}

export function text(x, y, words, kind = "") {
  return svg("text", { x, y, class: kind }, words);
}
