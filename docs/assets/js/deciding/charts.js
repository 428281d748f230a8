// Drawings that fit a phone, print in black, and have a name for who cannot see them; a table beside each has it all.

const SPACE = "http://www.w3.org/2000/svg";
const WIDTH = 340;

function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

function drawing(height, label, parts) {
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label, class: "pb-chart" }, ...parts);
}

function text(x, y, words, kind = "") {
  return svg("text", { x, y, class: kind }, words);
}

/** Draw each offer by year: `offers` are {name, years: [{cash, equity}]}, `short` writes an amount. */
export function payChart(offers, short, label) {
  const most = Math.max(1, ...offers.flatMap(({ years }) => years.map(({ cash, equity }) => cash + equity)));
  const long = (amount) => (amount / most) * (WIDTH - 100);
  const parts = [];
  let y = 14;
  for (const { name, years } of offers) {
    parts.push(text(0, y, name, "pb-chart-name"));
    years.forEach(({ cash, equity }, n) => {
      y += 17;
      parts.push(text(0, y, `Year ${n + 1}`));
      parts.push(svg("rect", { x: 48, y: y - 11, width: long(cash), height: 13, class: "pb-bar-cash" }));
      parts.push(svg("rect", { x: 48 + long(cash), y: y - 11, width: long(equity), height: 13, class: "pb-bar-equity" }));
      parts.push(text(52 + long(cash + equity), y, short(cash + equity)));
    });
    y += 26;
  }
  parts.push(svg("rect", { x: 0, y: y - 11, width: 13, height: 13, class: "pb-bar-cash" }), text(18, y, "Cash and benefits"));
  parts.push(svg("rect", { x: 130, y: y - 11, width: 13, height: 13, class: "pb-bar-equity" }), text(148, y, "Shares"));
  return drawing(y + 8, label, parts);
}

/** Draw when offers arrive and end: `rows` are {name, arrives, ends, guessed}, days as numbers. */
export function timelineChart(rows, today, said, label) {
  const first = Math.min(today, ...rows.map(({ arrives }) => arrives)) - 1;
  const last = Math.max(today, ...rows.map(({ ends }) => ends)) + 1;
  const x = (day) => 4 + ((day - first) / (last - first)) * (WIDTH - 8);
  const from = Math.max(...rows.map(({ arrives }) => arrives));
  const to = Math.min(...rows.map(({ ends }) => ends));
  const height = 22 + rows.length * 40;
  const parts = [];
  if (to > from) parts.push(svg("rect", { x: x(from), y: 16, width: x(to) - x(from), height: height - 18, class: "pb-meet" }));
  rows.forEach(({ name, arrives, ends, guessed }, n) => {
    const y = 30 + n * 40;
    const long = Math.max(3, x(ends) - x(arrives));
    parts.push(text(0, y, `${name}: ${said(arrives)} to ${said(ends)}${guessed ? " (guess)" : ""}`));
    parts.push(svg("rect", { x: x(arrives), y: y + 5, width: long, height: 12, class: guessed ? "pb-bar-guess" : "pb-bar-cash" }));
  });
  const near = x(today) > WIDTH - 60;
  parts.push(svg("line", { x1: x(today), x2: x(today), y1: 14, y2: height, class: "pb-today" }));
  parts.push(svg("text", { x: x(today), y: 10, "text-anchor": near ? "end" : "start" }, "Today"));
  return drawing(height + 2, label, parts);
}
