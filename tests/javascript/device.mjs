// A device with a storage of its own, on which several tabs of one or more sites are open.

import { Shelf } from "../../docs/javascripts/base/shelf.mjs";
import { Progress } from "../../docs/javascripts/memory/progress.mjs";

export const SITE = "generalprobe:/:";

/** A storage with room for so many characters; further tabs hear of what one of them writes. */
export class Device {
  /** @param {Record<string, string>} entries by their whole names, or by kind and id, as of the site at the root */
  constructor(entries = {}, room = Infinity) {
    this.entries = new Map(Object.entries(entries).map(([name, text]) => [name.startsWith("generalprobe:") ? name : SITE + name, text]));
    this.room = room;
    this.tabs = [];
  }

  /** @param {string} path of the site */
  shelf(path = "/") {
    const events = new EventTarget();
    const storage = {
      key: (index) => [...this.entries.keys()][index] ?? null,
      getItem: (key) => this.entries.get(key) ?? null,
      setItem: (key, value) => this.write(key, value, events),
      removeItem: (key) => this.write(key, null, events),
    };
    Object.defineProperty(storage, "length", { get: () => this.entries.size });
    this.tabs.push(events);
    return new Shelf(storage, events, path);
  }

  tab() {
    return new Progress(this.shelf());
  }

  write(key, value, from) {
    const others = [...this.entries].filter(([name]) => name !== key).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    if (value !== null && others + key.length + value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    if (value === null) this.entries.delete(key);
    else this.entries.set(key, value);
    this.tell(key, value, from);
  }

  tell(key, newValue, from) {
    if (this.deaf) return;
    for (const events of this.tabs) if (events !== from) events.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  }

  /** What is stored under a kind and id of the site at the root. */
  stored(place) {
    return JSON.parse(this.entries.get(SITE + place) ?? "null");
  }

  /** Everything, for comparing. */
  get snapshot() {
    return JSON.stringify([...this.entries].filter(([key]) => !key.includes(":probe:")).sort());
  }
}

/** A storage that throws whatever one asks of it. */
export function forbidden() {
  const refuse = () => { throw new DOMException("no", "SecurityError"); };
  return { getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, get length() { return refuse(); } };
}
