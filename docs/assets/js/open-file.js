// Reading the one file back: nothing of it is taken that the page would not have written itself.

import { FIELDS, FORMAT, ID, LONGEST, PATTERNS } from "./records.js";
import { VERSION } from "./save-file.js";

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
    else if (file.version !== VERSION) {
      this.problems.push(`The file has version ${said(file.version)}; this page knows version ${VERSION}.`);
    } else this.#whole(file);
  }

  #whole({ red_flags: flags, companies, plan, no_company: none }) {
    for (const one of this.#each(flags, "red_flags", "red_flag")) {
      this.#put(`flag/-/${one.red_flag}`, one.order, one.changed, "order");
    }
    for (const one of this.#each(companies, "companies", "id")) this.#company(one);
    this.#fields("plan/-", FIELDS.plan, plan ?? {});
    this.#owned(none ?? {}, "-");
  }

  #company(one) {
    this.#fields(`company/${one.id}`, FIELDS.company, one);
    if (!one.name) this.problems.push(`The company ${one.id} has no name.`);
    for (const answer of this.#each(one.answers, `answers of ${one.id}`, "question", "key")) {
      this.#fields(`answer/${one.id}/${answer.question}/${answer.key}`, FIELDS.answer, answer);
      this.#put(`words/${answer.question}`, answer.words, Object.values(answer.changed ?? {})[0]);
    }
    this.#owned(one, one.id);
  }

  #owned(one, owner) {
    for (const tick of this.#each(one.ticks, "ticks", "item")) {
      this.#put(`tick/${owner}/${tick.item}`, tick.state, tick.changed, "state");
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
    for (const name of names) this.#put(`${path}/${name}`, one[name], one.changed?.[name], name);
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
