// A table of the page as a file for a spreadsheet, or as text with bars between the columns.

import { download } from "../dom.js";

function rows(table) {
  return [...table.rows].map((row) => [...row.cells].map((cell) => value(cell)));
}

function value(cell) {
  const control = cell.querySelector("select, input");
  return (control ? control.value : cell.textContent).trim().replace(/\s+/g, " ");
}

/** Text that a spreadsheet would take for a formula stays text. */
export function csv(all) {
  const safe = (text) => (/^[=+\-@\t]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text);
  const quoted = (text) => `"${safe(text).replaceAll('"', '""')}"`;
  return `${all.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

export function markdown([head, ...rest]) {
  const line = (row) => `| ${row.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return `${[line(head), line(head.map(() => "---")), ...rest.map(line)].join("\n")}\n`;
}

const KINDS = { csv: [csv, "text/csv"], md: [markdown, "text/markdown"] };

/** Hand over a table under a name, as `csv` or `md`. */
export function saveTable(table, name, kind) {
  const [make, type] = KINDS[kind];
  download(`${name}.${kind}`, make(rows(table)), type);
}
