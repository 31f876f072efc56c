// A data base for talks of one's own, that several tabs of a device share.

import { OwnTalks } from "../../docs/javascripts/base/own-talks.mjs";

export class Base {
  entries = new Map();
  isFull = false;
  get = async (name) => structuredClone(this.entries.get(name));
  set = async (name, value) => this.#put(name, value);
  update = async (name, change) => this.#put(name, change(this.entries.get(name)));
  drop = async (names) => names.forEach((name) => this.entries.delete(name));
  names = async () => [...this.entries.keys()];
  tab = () => new OwnTalks(this);

  #put(name, value) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.entries.set(name, structuredClone(value));
  }
}
