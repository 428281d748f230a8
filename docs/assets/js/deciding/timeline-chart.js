// The drawing of when offers arrive and end, with the days on which all are open.

import { WIDTH, drawing, svg, text } from "./charts.js";

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
