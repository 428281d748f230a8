// The one owner of what is remembered. Several tabs share it: each reads before it writes, hears of the others'
// writes, and the later change of each record wins. What it cannot read it never overwrites.

import { LONGEST, VERSION, decode, encode, merge, same } from "./records.js";

export class Store {
  #records = new Map();
  #seen = null; // the text in storage that #records already holds
  #watchers = new Set();
  #waiting = false;

  trouble = null; // "forbidden", "full", "damaged" or "newer"
  revision = 0; // grows with every change
  unsaved = false; // whether something is in memory alone

  constructor({ storage, session, prefix, now = Date.now, version = VERSION, migrations }) {
    Object.assign(this, { storage, session, prefix, key: `${prefix}notes`, now, version, migrations });
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
      const at = Math.max(this.now(), (before?.[1] ?? 0) + 1);
      this.#records.set(path, [String(text).slice(0, LONGEST), at]);
      this.unsaved = true;
    }
    this.#write();
    this.#tell();
  }

  /** Take in the records of another browser; the later change of each wins. */
  take(records) {
    this.sync();
    this.#records = merge(this.#records, records);
    this.unsaved = true;
    this.#write();
    this.#tell();
  }

  /** Make everything as it is in `records`, as a change made now, so that it also wins in other tabs. */
  restore(records) {
    const gone = [...this.#records.keys()].map((path) => [path, ""]);
    const kept = [...records].map(([path, [text]]) => [path, text]);
    this.put(Object.fromEntries([...gone, ...kept]));
  }

  snapshot() {
    return new Map(this.#records);
  }

  /** Take over what other tabs have written since. */
  sync() {
    let raw;
    try {
      raw = this.storage.getItem(this.key);
    } catch {
      this.trouble = "forbidden";
      return;
    }
    if (this.trouble === "forbidden") this.trouble = null;
    if (raw === this.#seen) return;
    if (raw === null) this.#forget();
    else this.#read(raw);
    this.#seen = raw;
    this.#tell();
  }

  #read(raw) {
    const { records, trouble } = decode(raw, this.version, this.migrations);
    this.trouble = trouble ?? null;
    if (trouble) return;
    const merged = merge(this.#records, records);
    this.#records = merged;
    if (!same(merged, records)) this.#write();
  }

  #write() {
    if (this.trouble === "damaged" || this.trouble === "newer") return;
    const raw = encode(this.#records, this.version);
    try {
      this.storage.setItem(this.key, raw);
      Object.assign(this, { trouble: null, unsaved: false });
      this.#seen = raw;
    } catch {
      this.trouble = this.#readable() ? "full" : "forbidden";
    }
  }

  #readable() {
    try {
      this.storage.getItem(this.key);
      return true;
    } catch {
      return false;
    }
  }

  /** The text in storage that could not be read, for keeping it elsewhere. */
  get unread() {
    return this.trouble === "damaged" || this.trouble === "newer" ? this.#seen : null;
  }

  /** Put what cannot be read under another name and go on. */
  setAside() {
    try {
      this.storage.setItem(`${this.prefix}aside:${this.now()}`, this.#seen);
      this.trouble = null;
    } catch {
      return false;
    }
    this.#write();
    this.#tell();
    return true;
  }

  #forget() {
    Object.assign(this, { trouble: null, unsaved: false });
    this.#records = new Map();
  }

  /** Delete everything under this site's name, here and in every other tab. */
  wipe() {
    for (const storage of [this.storage, this.session]) {
      try {
        for (const name of Object.keys(storage)) if (name.startsWith(this.prefix)) storage.removeItem(name);
      } catch {
        // Nothing is kept there.
      }
    }
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
