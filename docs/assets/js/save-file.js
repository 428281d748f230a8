// Writing the one file that everything is taken along in: records to readable JSON.
// Its shape is that of scripts/playbook/models/notes.py, published as notes.schema.json.

import { FIELDS, FORMAT } from "./records.js";

export const VERSION = 1;

export function toFile(records, saved) {
  const file = {
    format: FORMAT,
    version: VERSION,
    saved: iso(saved),
    plan: undefined,
    red_flags: [],
    companies: [],
    no_company: owned(),
  };
  const companies = new Map([["-", file.no_company]]);
  const shown = [...records].filter(([, [text]]) => text).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path, [text, at]] of shown) {
    const [kind, owner, ...rest] = path.split("/");
    if (kind === "plan") {
      file.plan ??= { ...inOrder(FIELDS.plan), changed: {} };
      FILL.company(file.plan, [rest[0]], text, iso(at));
    }
    if (kind === "flag") file.red_flags.push({ red_flag: rest[0], order: text, changed: iso(at) });
    if (kind !== "company" || rest[0] !== "name") continue;
    companies.set(owner, { ...inOrder(["id", ...FIELDS.company]), id: owner, answers: [], ...owned(), changed: {} });
    file.companies.push(companies.get(owner));
  }
  for (const [path, [text, at]] of shown) {
    const [kind, owner, ...rest] = path.split("/");
    if (companies.has(owner)) FILL[kind]?.(companies.get(owner), rest, text, iso(at), records);
  }
  return file;
}

/** Name the fields first, so that the file reads well; those that stay unset are not written. */
function inOrder(names) {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function owned() {
  return { ticks: [], blanks: [] };
}

const FILL = {
  company: (company, [field], text, changed) => {
    company[field] = text;
    company.changed[field] = changed;
  },
  answer: (company, [question, key, field], text, changed, records) => {
    let answer = company.answers.find((one) => one.question === question && one.key === key);
    if (!answer) {
      answer = { ...inOrder(["question", "words", ...FIELDS.answer]), question, key, changed: {} };
      answer.words = records.get(`words/${question}`)?.[0] ?? "";
      company.answers.push(answer);
    }
    answer[field] = text;
    answer.changed[field] = changed;
  },
  tick: (company, [item], state, changed) => company.ticks.push({ item, state, changed }),
  blank: (company, [blank], text, changed) => company.blanks.push({ blank, text, changed }),
};

function iso(time) {
  return new Date(time).toISOString();
}
