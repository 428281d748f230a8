// Writing the one file that everything is taken along in: records to readable JSON.
// Its shape is that of scripts/playbook/models/notes.py, published as notes.schema.json.

import { FIELDS, FORMAT, VERSION } from "./records.js";

export function toFile(records, saved) {
  const file = {
    format: FORMAT,
    version: VERSION,
    saved: iso(saved),
    plan: undefined,
    red_flags: [],
    deciding: undefined,
    rates: [],
    criteria: [],
    companies: [],
    no_company: owned(),
  };
  const companies = new Map([["-", file.no_company]]);
  const shown = [...records].filter(([, [text]]) => text).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path, [text, at]] of shown) {
    const [kind, owner, ...rest] = path.split("/");
    WHOLE[kind]?.(file, rest, text, iso(at));
    if (kind !== "company" || rest[0] !== "name") continue;
    const lists = { interviews: [], offers: [], marks: [], answers: [], ...owned() };
    companies.set(owner, { ...inOrder(["id", ...FIELDS.company]), id: owner, ...lists, changed: {} });
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

/** Set a field of something, and when it was changed. */
function fill(one, field, text, changed) {
  one[field] = text;
  one.changed[field] = changed;
}

/** Return the thing of a list that a field belongs to; it is put there with its first field. */
function within(list, name, key, fields) {
  let one = list.find((other) => other[name] === key);
  if (!one) list.push((one = { ...inOrder([name, ...fields]), [name]: key, changed: {} }));
  return one;
}

// What belongs to no company.
const WHOLE = {
  flag: (file, [flag], order, changed) => file.red_flags.push({ red_flag: flag, order, changed }),
  plan: (file, [field], text, changed) => {
    file.plan ??= { ...inOrder(FIELDS.plan), changed: {} };
    fill(file.plan, field, text, changed);
  },
  deciding: (file, [field], text, changed) => {
    file.deciding ??= { ...inOrder(FIELDS.deciding), changed: {} };
    fill(file.deciding, field, text, changed);
  },
  rate: (file, [currency, field], text, changed) =>
    fill(within(file.rates, "currency", currency, FIELDS.rate), field, text, changed),
  criterion: (file, [id, field], text, changed) =>
    fill(within(file.criteria, "id", id, FIELDS.criterion), field, text, changed),
};

const FILL = {
  company: (company, [field], text, changed) => fill(company, field, text, changed),
  offer: (company, [key, field], text, changed) =>
    fill(within(company.offers, "key", key, FIELDS.offer), field, text, changed),
  interview: (company, [key, field], text, changed) =>
    fill(within(company.interviews, "key", key, FIELDS.interview), field, text, changed),
  mark: (company, [criterion], mark, changed) => company.marks.push({ criterion, mark, changed }),
  answer: (company, [question, key, field], text, changed, records) => {
    let answer = company.answers.find((one) => one.question === question && one.key === key);
    if (!answer) {
      answer = { ...inOrder(["question", "words", ...FIELDS.answer]), question, key, changed: {} };
      answer.words = records.get(`words/${question}`)?.[0] ?? "";
      company.answers.push(answer);
    }
    fill(answer, field, text, changed);
  },
  tick: (company, [item], state, changed) => company.ticks.push({ item, state, changed }),
  blank: (company, [blank], text, changed) => company.blanks.push({ blank, text, changed }),
};

function iso(time) {
  return new Date(time).toISOString();
}
