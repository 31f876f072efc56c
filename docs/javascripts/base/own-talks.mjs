// Talks of one's own in the browser's data base, each with its pictures: guarded as the shelf is, and never replaced in silence.
//
// Under `talks:drucker-k3x9` lies {"version": 1, "at": 1796040000000, "stamp": "m1x-4f2a", "talk": {…}}, under `pictures:drucker-k3x9`
// a list of [key, {type, bytes}], under `comments:drucker-k3x9` what trainers say of it. What the data base refuses applies as long as the page is open.

import { vendor } from "./addresses.mjs";
import { isRecord, isText } from "./merging.mjs";
import { siteName } from "./shelf.mjs";

const idb = /** @type {typeof import("idb-keyval")} */ (await import(vendor("idb-keyval/index.js")));

/** What lies there, and how it is called. */
export const KEPT = { talks: "Vorträge", pictures: "Bilder", comments: "Anmerkungen" };
export const VERSION = 1;

/** @typedef {keyof typeof KEPT} Kind */
/** @typedef {{version: number, at: number, stamp: string, talk: any}} Entry `at` is when it was written, in milliseconds since 1970 */
/** @typedef {Map<string, {type: any, bytes: Uint8Array}>} Pictures */
/** @typedef {{get(name: string): Promise<any>, set(name: string, value: any): Promise<void>, update(name: string, change: (before: any) => any): Promise<void>,
 *   drop(names: string[]): Promise<void>, names(): Promise<string[]>}} Base */
/** @typedef {"kept" | "refused" | "elsewhere"} Outcome `elsewhere`: another tab has changed it since it was read here */

/** Another tab has written since. */
class Elsewhere extends Error {}

/** @type {OwnTalks | undefined} */
let shared;

/** Those of this site. */
export const ownTalks = () => (shared ??= new OwnTalks(browserBase()));

/** @returns {Base} */
function browserBase() {
  const store = idb.createStore(`${siteName()}own`, "talks");
  return {
    get: async (name) => idb.get(name, store), set: async (name, value) => idb.set(name, value, store),
    update: async (name, change) => idb.update(name, change, store), drop: async (names) => idb.delMany(names, store),
    names: async () => (await idb.keys(store)).map(String),
  };
}

export class OwnTalks {
  #base;
  /** @type {Map<string, string>} what was last read or written of each, by stamps */
  #stamps = new Map();
  /** @type {Map<string, any>} what the data base has refused, by names */
  #unkept = new Map();
  /** What is being written: the next waits for it, or it would take it for another tab's. @type {Promise<unknown>} */
  #last = Promise.resolve();

  /** @param {Base} base */
  constructor(base) {
    this.#base = base;
  }

  /** @returns {Promise<{key: string, at: number, talk: any}[]>} the latest first; what a newer version of the page wrote stays hidden, and there */
  async list() {
    const keys = (await this.names()).filter((name) => name.startsWith("talks:")).map((name) => name.slice("talks:".length));
    const found = await Promise.all(keys.map(async (key) => ({ key, entry: entryIn(await this.#get("talks", key)) })));
    return found.flatMap(({ key, entry }) => (entry ? [{ key, at: entry.at, talk: entry.talk }] : [])).sort((one, other) => other.at - one.at);
  }

  /** @param {string} key @returns {Promise<{talk: any, pictures: Pictures} | null>} null where there is none that can be read */
  async read(key) {
    const entry = entryIn(await this.#get("talks", key));
    if (!entry) return null;
    if (!this.#unkept.has(`talks:${key}`)) this.#stamps.set(key, entry.stamp);
    const pictures = await this.#get("pictures", key);
    return { talk: entry.talk, pictures: new Map(Array.isArray(pictures) ? pictures : []) };
  }

  /**
   * @param {string} key
   * @param {any} talk
   * @param {{over?: boolean}} [how] `over`: also where another tab has written since
   * @returns {Promise<Outcome>}
   */
  write(key, talk, { over = false } = {}) {
    const writing = this.#last.then(() => this.#write(key, talk, over));
    this.#last = writing;
    return writing;
  }

  /** @param {string} key @param {any} talk @param {boolean} over @returns {Promise<Outcome>} */
  async #write(key, talk, over) {
    const [known, entry] = [this.#stamps.get(key), { version: VERSION, at: Date.now(), stamp: randomName(), talk }];
    try {
      await this.#base.update(`talks:${key}`, (before) => {
        if (!over && stampOf(before) !== known) throw new Elsewhere();
        return entry;
      });
    } catch (reason) {
      return reason instanceof Elsewhere ? "elsewhere" : this.#refuse("talks", key, entry);
    }
    this.#stamps.set(key, entry.stamp);
    this.#unkept.delete(`talks:${key}`);
    return "kept";
  }

  /** @param {string} key @param {Pictures} pictures @returns {Promise<Outcome>} */
  async writePictures(key, pictures) {
    if (!pictures.size) return "kept";
    try {
      await this.#base.set(`pictures:${key}`, [...pictures]);
    } catch {
      return this.#refuse("pictures", key, [...pictures]);
    }
    this.#unkept.delete(`pictures:${key}`);
    return "kept";
  }

  /** What is said of a talk, as it was written. @param {string} key @returns {Promise<any>} undefined where nothing is */
  comments(key) {
    return this.#get("comments", key);
  }

  /** @param {string} key @param {(before: any) => any} change joins something with what lies there @returns {Promise<Outcome>} */
  async changeComments(key, change) {
    const name = `comments:${key}`;
    try {
      await this.#base.update(name, (before) => change(this.#unkept.get(name) ?? before));
    } catch {
      return this.#refuse("comments", key, change(await this.comments(key)));
    }
    this.#unkept.delete(name);
    return "kept";
  }

  /** @param {string} key @returns {Promise<() => Promise<void>>} brings it back */
  async remove(key) {
    const [before, comments] = await Promise.all([this.read(key), this.comments(key)]);
    this.#stamps.delete(key);
    for (const kind of Object.keys(KEPT)) this.#unkept.delete(`${kind}:${key}`);
    await this.#base.drop(Object.keys(KEPT).map((kind) => `${kind}:${key}`)).catch(() => {});
    return async () => {
      if (!before) return;
      await this.writePictures(key, before.pictures);
      await this.write(key, before.talk);
      if (comments) await this.changeComments(key, () => comments);
    };
  }

  /** Delete all of them. */
  async clear() {
    this.#unkept.clear();
    await this.#base.drop(await this.names()).catch(() => {});
  }

  /** Everything that lies here, as it is called. @returns {Promise<string[]>} */
  async names() {
    const kept = await this.#base.names().catch(() => []);
    return [...new Set([...kept, ...this.#unkept.keys()])];
  }

  /** @param {Kind} kind @param {string} key */
  async #get(kind, key) {
    const name = `${kind}:${key}`;
    return this.#unkept.get(name) ?? this.#base.get(name).catch(() => undefined);
  }

  /** @param {Kind} kind @param {string} key @param {any} value @returns {Outcome} */
  #refuse(kind, key, value) {
    this.#unkept.set(`${kind}:${key}`, value);
    return "refused";
  }
}

/** @param {unknown} value @returns {Entry | null} null for what is none, or newer than this page */
const entryIn = (value) => (isRecord(value) && value.version === VERSION && isText(value.stamp) && isRecord(value.talk) && Array.isArray(value.talk.slides) ? /** @type {any} */ (value) : null);

/** @param {unknown} before what lies there @returns {string | undefined} undefined for nothing */
const stampOf = (before) => (before === undefined ? undefined : (entryIn(before)?.stamp ?? ""));

/** A name that no other has. */
export const randomName = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
