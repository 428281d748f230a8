// Notes that lie under another address of the same host: a copy of the guide that was renamed.

import { BASE } from "./notes.js";
import { decode } from "./records.js";

/** Return the notes under other addresses of this host: {path, count, records}. */
export function earlier() {
  const found = [];
  try {
    for (const key of Object.keys(window.localStorage)) {
      const [, path] = /^offer-playbook:(\/.*):notes$/.exec(key) ?? [];
      if (!path || path === BASE.pathname) continue;
      const { records = new Map() } = decode(window.localStorage[key]);
      const count = [...records].filter(([name, [text]]) => text && !name.startsWith("words/")).length;
      if (count) found.push({ path, count, records });
    }
  } catch {
    // Nothing may be read.
  }
  return found;
}
