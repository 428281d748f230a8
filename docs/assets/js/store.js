// The one owner of what is remembered. Several tabs share it: each reads before it writes, hears of the others'
// writes, and the later change of each record wins. What it cannot read it never overwrites.

import { LONGEST, VERSION, decode, encode, merge, same } from "./records.js";

export const NOTES = "notes";

export class Store {
  #shelf;
  #version;
  #migrations;
  #now;
  #records = new Map();
  #seen = null; // the text on the shelf that #records already holds
  #watchers = new Set();
  #waiting = false;

  trouble = null; // "forbidden", "full", "damaged" or "newer"
  revision = 0; // grows with every change
  unsaved = false; // whether something is in memory alone

  /**
   * @param {any} shelf
   * @param {{now?: () => number, version?: number, migrations?: object}} options only tests give any
   */
  constructor(shelf, { now = Date.now, version = VERSION, migrations } = {}) {
    this.#shelf = shelf;
    this.#now = now;
    this.#version = version;
    this.#migrations = migrations;
    this.sync();
  }

  get(path) {
    return this.#records.get(path)?.[0] ?? "";
  }

  /** Return [path, text, time] of every record whose path starts so, those deleted left out. */
  list(start) {
    return [...this.#records]
      .filter(([path, [text]]) => text && path.startsWith(start))
      .map(([path, [text, at]]) => [path, text, at]);
  }

  /** Change records: path -> text, where an empty text deletes. */
  put(changes) {
    this.sync();
    for (const [path, text] of Object.entries(changes)) {
      const before = this.#records.get(path);
      if ((before?.[0] ?? "") === text) continue;
      const at = Math.max(this.#now(), (before?.[1] ?? 0) + 1);
      this.#records.set(path, [String(text).slice(0, LONGEST), at]);
      this.unsaved = true;
    }
    this.#write();
    this.#tell();
  }

  take(records) {
    this.sync();
    this.#records = merge(this.#records, records);
    this.unsaved = true;
    this.#write();
    this.#tell();
  }

  /** Make everything as in `records`, by a change made now, which wins in other tabs too. */
  restore(records) {
    const gone = [...this.#records.keys()].map((path) => [path, ""]);
    const kept = [...records].map(([path, [text]]) => [path, text]);
    this.put(Object.fromEntries([...gone, ...kept]));
  }

  snapshot() {
    return new Map(this.#records);
  }

  /** Take over what other tabs have written. */
  sync() {
    const raw = this.#shelf.get(NOTES);
    if (raw === undefined) this.trouble = "forbidden";
    else if (this.trouble === "forbidden") this.trouble = null;
    if (raw === undefined || raw === this.#seen) return;
    this.#seen = raw;
    if (raw === null) this.#forget();
    else this.#read(raw);
    this.#tell();
  }

  #read(raw) {
    const { records, trouble } = decode(raw, this.#version, this.#migrations);
    this.trouble = trouble ?? null;
    if (trouble) return;
    this.#records = merge(this.#records, records);
    if (same(this.#records, records)) this.unsaved = false;
    else this.#write();
  }

  #write() {
    if (this.unread !== null) return;
    const raw = encode(this.#records, this.#version);
    if (this.#shelf.put(NOTES, raw)) {
      Object.assign(this, { trouble: null, unsaved: false });
      this.#seen = raw;
    } else this.trouble = this.#shelf.get(NOTES) === undefined ? "forbidden" : "full";
  }

  /** The text in storage that could not be read, for keeping it elsewhere. */
  get unread() {
    return this.trouble === "damaged" || this.trouble === "newer" ? this.#seen : null;
  }

  /** Put what cannot be read under another name and go on; return whether there was room for it. */
  setAside() {
    if (!this.#shelf.put(`aside:${this.#now()}`, this.#seen)) return false;
    this.trouble = null;
    this.#write();
    this.#tell();
    return true;
  }

  #forget() {
    Object.assign(this, { trouble: null, unsaved: false });
    this.#records = new Map();
  }

  wipe() {
    this.#shelf.clear();
    this.#forget();
    this.#seen = null;
    this.#tell();
  }

  watch(watcher) {
    this.#watchers.add(watcher);
  }

  #tell() {
    this.revision += 1;
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      for (const watcher of this.#watchers) watcher();
    });
  }
}
