// What is remembered, as plain values: a record is [text, time of change], found under a path such as
// `answer/northwind/on-call-pages-last-month/1/mark`. An empty text is a deletion, kept so that it can win.

export const FORMAT = "offer-playbook-notes";
export const VERSION = 2;
export const LONGEST = 20000;
const TERMS = "state said_on ends currency base bonus bonus_paid sign_on_1 yours_after_1 sign_on_2 yours_after_2 sign_on_3";
const EQUITY = "yours_after_3 clawback equity equity_value units unit_price strike schedule years shares_by_year cliff";
const PROCESS = "answer_on answers_after open_for heard asked asks round";
const list = (...names) => names.join(" ").split(" ");
export const FIELDS = {
  company: list("name role present outcome tier stage next due contacts note", PROCESS),
  answer: list("mark who note"),
  plan: list("weeks hours_per_week start"),
  offer: list(TERMS, EQUITY, "vests refresher benefits hours weeks note"),
  interview: list("kind to day time minutes place people"),
  deciding: list("currency walk_away stay shares"),
  rate: list("value day"),
  criterion: list("name weight"),
};
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LATEST = Date.UTC(9999, 11); // later years have five digits

// From one version of the stored shape to the next: {from: (stored) => stored}.
const MIGRATIONS = {
  1: (stored) => stored, // version 2 only brought more kinds of records
};

export function encode(records, version = VERSION) {
  return JSON.stringify({ format: FORMAT, version, records: Object.fromEntries(records) });
}

/** Return {records} or {trouble}, where trouble is "damaged" or "newer". */
export function decode(raw, version = VERSION, migrations = MIGRATIONS) {
  try {
    let stored = JSON.parse(raw);
    const ours = stored.format === FORMAT && Number.isInteger(stored.version);
    if (ours && stored.version > version) return { trouble: "newer" };
    while (stored.version < version) stored = { ...migrations[stored.version](stored), version: stored.version + 1 };
    const entries = Object.entries(stored.records);
    const plain = typeof stored.records === "object" && !Array.isArray(stored.records);
    if (ours && plain && entries.every(([, record]) => isRecord(record))) return { records: new Map(entries) };
  } catch {
    // It is nothing that this page ever wrote.
  }
  return { trouble: "damaged" };
}

function isRecord(value) {
  return Array.isArray(value) && typeof value[0] === "string" && value[1] >= 0 && value[1] < LATEST;
}

/** Whether `one` wins: the later, and of two at the same moment always the same one. */
export function wins(one, other) {
  if (!other) return true;
  return one[1] === other[1] ? one[0] > other[0] : one[1] > other[1];
}

export function merge(mine, theirs) {
  const merged = new Map(mine);
  for (const [path, record] of theirs) if (wins(record, merged.get(path))) merged.set(path, record);
  return merged;
}

export function same(mine, theirs) {
  return mine.size === theirs.size && [...mine].every(([path, record]) => theirs.get(path)?.join() === record.join());
}

/** Return an id for a company: readable, and the same for the same name in every browser. */
export function idOf(name) {
  const plain = name.trim().toLowerCase();
  const slug = plain
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const short = slug.slice(0, 40).replace(/-$/, "");
  return short && short.replace(/-/g, " ") === plain ? short : `${short || "company"}-${hash(plain)}`;
}

function hash(text) {
  let value = 5381;
  for (const letter of text) value = ((value * 33) ^ letter.codePointAt(0)) >>> 0;
  return value.toString(36);
}
