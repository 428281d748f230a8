// A storage of the browser under this copy's own name. It may be forbidden, full or emptied at any moment.

export class Shelf {
  #storage;
  #prefix;

  constructor(storage, prefix) {
    this.#storage = storage;
    this.#prefix = prefix;
  }

  /** Return the text under a name, null if there is none, undefined if nothing may be read. */
  get(name) {
    try {
      return this.#storage.getItem(this.#prefix + name);
    } catch {
      return undefined;
    }
  }

  put(name, text) {
    try {
      this.#storage.setItem(this.#prefix + name, text);
      return true;
    } catch {
      return false;
    }
  }

  clear() {
    try {
      for (const name of Object.keys(this.#storage)) {
        if (name.startsWith(this.#prefix)) this.#storage.removeItem(name);
      }
    } catch {
      // Nothing is kept there.
    }
  }
}
