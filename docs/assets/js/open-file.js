// Reading the one file back: nothing of it is taken that the page would not have written itself.

import { PATTERNS } from "./patterns.js";
import { FIELDS, FORMAT, ID, LONGEST, VERSION } from "./records.js";

/** Return {records, problems} of a file's text; any problem means that nothing should be taken. */
export function fromFile(text, now) {
  const reading = new Reading(now);
  try {
    reading.file(JSON.parse(text));
  } catch (error) {
    reading.problems.push(`The file cannot be read: ${error.message}`);
  }
  return reading;
}

class Reading {
  records = new Map();
  problems = [];
  #now;

  constructor(now) {
    this.#now = now;
  }

  file(file) {
    if (file?.format !== FORMAT) this.problems.push("This file was not saved by an Offer Playbook.");
    else if (!Number.isInteger(file.version) || file.version < 1 || file.version > VERSION) {
      this.problems.push(`The file has version ${said(file.version)}; this page knows version ${VERSION}.`);
    } else this.#whole(file);
  }

  #whole({ red_flags: flags, companies, plan, deciding, rates, criteria, no_company: none }) {
    for (const one of this.#each(flags, "red_flags", "red_flag")) {
      this.#put(`flag/-/${one.red_flag}`, one.order, one.changed, "order");
    }
    for (const one of this.#each(companies, "companies", "id")) this.#company(one);
    this.#fields("plan/-", FIELDS.plan, plan ?? {});
    this.#fields("deciding/-", FIELDS.deciding, deciding ?? {});
    this.#list("rate/-", FIELDS.rate, rates, "currency");
    this.#list("criterion/-", FIELDS.criterion, criteria, "id");
    this.#owned(none ?? {}, "-");
  }

  #company(one) {
    this.#fields(`company/${one.id}`, FIELDS.company, one);
    if (!one.name) this.problems.push(`The company ${one.id} has no name.`);
    for (const answer of this.#each(one.answers, `answers of ${one.id}`, "question", "key")) {
      this.#fields(`answer/${one.id}/${answer.question}/${answer.key}`, FIELDS.answer, answer);
      this.#put(`words/${answer.question}`, answer.words, Object.values(answer.changed ?? {})[0]);
    }
    this.#list(`offer/${one.id}`, FIELDS.offer, one.offers, "key");
    this.#list(`interview/${one.id}`, FIELDS.interview, one.interviews, "key");
    for (const mark of this.#each(one.marks, "marks", "criterion")) {
      this.#put(`mark/${one.id}/${mark.criterion}`, mark.mark, mark.changed, "mark.mark");
    }
    this.#owned(one, one.id);
  }

  #list(path, fields, list, id) {
    for (const one of this.#each(list, `${path}s`, id)) this.#fields(`${path}/${one[id]}`, fields, one);
  }

  #owned(one, owner) {
    for (const tick of this.#each(one.ticks, "ticks", "item")) {
      this.#put(`tick/${owner}/${tick.item}`, tick.state, tick.changed, "item.state");
    }
    for (const blank of this.#each(one.blanks, "blanks", "blank")) {
      this.#put(`blank/${owner}/${blank.blank}`, blank.text, blank.changed);
    }
  }

  /** Return the entries of a list whose ids are well formed. */
  #each(list = [], name, ...ids) {
    const good = Array.isArray(list) && list.every((one) => Object(one) === one);
    if (!good) this.problems.push(`${name} is no list of entries.`);
    return good ? list.filter((one) => ids.every((id) => this.#id(one[id], name))) : [];
  }

  #id(id, name) {
    const good = typeof id === "string" && id.length <= 80 && ID.test(id);
    if (!good) this.problems.push(`${name} has a badly formed id: ${said(id)}`);
    return good;
  }

  #fields(path, names, one) {
    const [kind] = path.split("/");
    for (const name of names) {
      const own = `${kind}.${name}`;
      this.#put(`${path}/${name}`, one[name], one.changed?.[name], own in PATTERNS ? own : name);
    }
  }

  #put(path, text = "", changed, kind = "text") {
    if (text === "") return;
    if (typeof text !== "string" || text.length > LONGEST) this.problems.push(`${path} is no text, or too long.`);
    else if (PATTERNS[kind] && !PATTERNS[kind].test(text)) this.problems.push(`${path} cannot be ${said(text)}.`);
    else if (!moment(changed)) this.problems.push(`${path} does not say when it was changed.`);
    else this.records.set(path, [text, Math.min(moment(changed), this.#now)]);
  }
}

/** Return milliseconds since 1970; nothing if it is no moment after that. */
function moment(changed) {
  return Math.max(0, typeof changed === "string" ? Date.parse(changed) : 0);
}

function said(value) {
  return String(JSON.stringify(value)).slice(0, 60);
}
