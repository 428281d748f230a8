// The one file that everything is taken along in: records to readable JSON, and back after checking.
// Its shape is that of scripts/playbook/models/notes.py, published as notes.schema.json.

import { FORMAT, LONGEST } from "./records.js";

export const VERSION = 1;
const COMPANY = ["name", "tier", "stage", "next", "due", "contacts", "note"];
const TIME = ["weeks", "hours_per_week", "start"];
const ANSWER = ["mark", "who", "note"];
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ALLOWED = {
  mark: ["", "good", "mixed", "bad", "does-not-apply"],
  state: ["done", "does-not-apply"],
  tier: ["", "1", "2", "3"],
};
const SHAPE = { weeks: /^\d{0,2}$/, hours_per_week: /^\d{0,2}$/, start: /^(\d{4}-\d\d-\d\d)?$/ };

/** Return the file as plain values; `saved` is now. */
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
      file.plan ??= { ...inOrder(TIME), changed: {} };
      FILL.company(file.plan, [rest[0]], text, iso(at));
    }
    if (kind === "flag") file.red_flags.push({ red_flag: rest[0], order: text, changed: iso(at) });
    if (kind !== "company" || rest[0] !== "name") continue;
    companies.set(owner, { ...inOrder(["id", ...COMPANY]), id: owner, answers: [], ...owned(), changed: {} });
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
      answer = { ...inOrder(["question", "words", ...ANSWER]), question, key, changed: {} };
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

/** Return {records, problems} of a file's text; any problem means that nothing should be taken. */
export function fromFile(text, now) {
  const reading = new Reading(now);
  let file;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { records: new Map(), problems: [`This is no JSON file: ${error.message}`] };
  }
  if (file?.format !== FORMAT)
    return { records: new Map(), problems: ["This file was not saved by an Offer Playbook."] };
  if (file.version !== VERSION) {
    return {
      records: new Map(),
      problems: [`The file has version ${file.version}; this page knows version ${VERSION}.`],
    };
  }
  reading.file(file);
  return { records: reading.records, problems: reading.problems };
}

class Reading {
  records = new Map();
  problems = [];

  constructor(now) {
    this.now = now;
  }

  file(file) {
    for (const one of this.each(file.red_flags, "red_flags")) {
      if (!/^\d{1,15}$/.test(one.order)) this.problems.push("red_flags has an order that is no number.");
      else if (this.id(one.red_flag, "red_flags")) this.put(`flag/-/${one.red_flag}`, one.order, one.changed);
    }
    for (const one of this.each(file.companies, "companies")) {
      if (this.id(one.id, "companies")) this.company(one);
    }
    for (const field of TIME) this.put(`plan/-/${field}`, file.plan?.[field], file.plan?.changed?.[field]);
    this.owned(file.no_company ?? {}, "-");
  }

  company(one) {
    for (const field of COMPANY) this.put(`company/${one.id}/${field}`, one[field], one.changed?.[field]);
    if (!one.name) this.problems.push(`The company ${one.id} has no name.`);
    for (const answer of this.each(one.answers, `answers of ${one.id}`)) {
      if (!this.id(answer.question, "answers") || !this.id(answer.key, "answers")) continue;
      const path = `answer/${one.id}/${answer.question}/${answer.key}`;
      for (const field of ANSWER) this.put(`${path}/${field}`, answer[field], answer.changed?.[field]);
      this.put(`words/${answer.question}`, answer.words, Object.values(answer.changed ?? {})[0]);
    }
    this.owned(one, one.id);
  }

  owned(one, owner) {
    for (const tick of this.each(one.ticks, "ticks")) {
      if (this.id(tick.item, "ticks")) this.put(`tick/${owner}/${tick.item}`, tick.state, tick.changed, "state");
    }
    for (const blank of this.each(one.blanks, "blanks")) {
      if (this.id(blank.blank, "blanks")) this.put(`blank/${owner}/${blank.blank}`, blank.text, blank.changed, "blank");
    }
  }

  each(list, name) {
    if (list === undefined) return [];
    const good = Array.isArray(list) && list.every((one) => typeof one === "object" && one !== null);
    if (!good) this.problems.push(`${name} is no list of entries.`);
    return good ? list : [];
  }

  id(id, name) {
    const good = typeof id === "string" && id.length <= 80 && ID.test(id);
    if (!good) this.problems.push(`${name} has a badly formed id: ${String(id).slice(0, 60)}`);
    return good;
  }

  put(path, text, changed, kind = path.split("/").pop()) {
    if (text === undefined || text === "" || (kind === "stage" && !this.id(text, "stage"))) return;
    const at = Date.parse(changed);
    if (typeof text !== "string" || text.length > LONGEST) this.problems.push(`${path} is no text, or too long.`);
    else if ((ALLOWED[kind] && !ALLOWED[kind].includes(text)) || (SHAPE[kind] && !SHAPE[kind].test(text))) {
      this.problems.push(`${path} cannot be ${text.slice(0, 60)}.`);
    } else if (Number.isNaN(at)) this.problems.push(`${path} does not say when it was changed.`);
    else this.records.set(path, [text, Math.min(at, this.now)]);
  }
}
