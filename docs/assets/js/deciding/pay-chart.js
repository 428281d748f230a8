// The drawing of what each offer pays by year.

import { WIDTH, drawing, svg, text } from "./charts.js";

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
