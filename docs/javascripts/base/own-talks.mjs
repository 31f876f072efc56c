// Talks of one's own in the browser's data base, each with its pictures: guarded as the shelf is, and never replaced in silence.
//
// Under `talks:drucker-k3x9` lies an entry (own-entry.mjs), under `pictures:drucker-k3x9` a list of [key, {type, bytes}], under
// `comments:drucker-k3x9` what trainers say of it. What the data base refuses applies as long as the page is open. Other tabs hear of every change.

import { isFull, openBase } from "./data-base.mjs";
import { aliveIn, entryIn, following, goneOf, handedOut, KEPT, settled, stampOf, VERSION } from "./own-entry.mjs";
import { siteName } from "./shelf.mjs";

/** @typedef {import("./own-entry.mjs").Kind} Kind */
/** @typedef {import("./own-entry.mjs").Entry} Entry */
/** @typedef {Map<string, {type: any, bytes: Uint8Array}>} Pictures */
/** @typedef {import("./data-base.mjs").Base} Base */
/** @typedef {"kept" | "full" | "refused" | "elsewhere"} Outcome `elsewhere`: another tab has changed it since it was read here */
/** @typedef {Pick<BroadcastChannel, "postMessage" | "addEventListener">} Channel */
/** @typedef {{entry: Entry | null, pictures: any, comments: any}} Snapshot everything of a talk, as it lies there */

/** Another tab has written since. */
class Elsewhere extends Error {}

/** @type {OwnTalks | undefined} */
let shared;

/** Those of this site. */
export const ownTalks = () => (shared ??= new OwnTalks(openBase("own", "talks"), globalThis.BroadcastChannel ? new BroadcastChannel(`${siteName()}own`) : null));

export class OwnTalks {
  #base;
  #channel;
  /** @type {Map<string, string>} what was last read or written of each, by stamps */
  #stamps = new Map();
  /** @type {Map<string, any>} what the data base has refused, by names */
  #unkept = new Map();
  /** Why it has. @type {"full" | "refused"} */
  #reason = "refused";
  /** What is being written: the next waits for it, or it would take it for another tab's. @type {Promise<unknown>} */
  #last = Promise.resolve();

  /** @param {Base} base @param {Channel | null} [channel] where other tabs hear of changes */
  constructor(base, channel = null) {
    this.#base = base;
    this.#channel = channel;
  }

  /** @returns {Promise<{key: string, at: number, talk: any}[]>} the latest first; what a newer version of the page wrote stays hidden, and there */
  async list() {
    const found = await Promise.all((await this.keys()).map(async (key) => ({ key, entry: aliveIn(await this.#get("talks", key)) })));
    return found.flatMap(({ key, entry }) => (entry ? [{ key, at: entry.at, talk: entry.talk }] : [])).sort((one, other) => other.at - one.at);
  }

  /** Of all that lie here, also of those that are deleted or that this page cannot read. */
  keys = async () => (await this.names()).filter((name) => name.startsWith("talks:")).map((name) => name.slice("talks:".length));

  /** @param {string} key @returns {Promise<{talk: any, pictures: Pictures} | null>} null where there is none that can be read */
  async read(key) {
    const entry = aliveIn(await this.#get("talks", key));
    if (!entry) return null;
    if (!this.#unkept.has(`talks:${key}`)) this.#stamps.set(key, entry.stamp);
    return { talk: entry.talk, pictures: await this.pictures(key) };
  }

  /** What was last read or written of it on this page. @param {string} key */
  stamp = (key) => this.#stamps.get(key);

  /** @param {string} key */
  has = async (key) => aliveIn(await this.#get("talks", key)) !== null;

  /** @param {string} key @returns {Promise<Pictures>} */
  async pictures(key) {
    const pictures = await this.#get("pictures", key);
    return new Map(Array.isArray(pictures) ? pictures : []);
  }

  /** Everything of a talk, as it lies there. @param {string} key @returns {Promise<Snapshot>} */
  async snapshot(key) {
    const [found, pictures, comments] = await Promise.all([this.#get("talks", key), this.#get("pictures", key), this.comments(key)]);
    const entry = entryIn(found);
    if (entry) this.#stamps.set(key, entry.stamp);
    else this.#stamps.delete(key);
    return { entry, pictures, comments };
  }

  /** Whether another tab has changed it since it was read or written here. @param {string} key */
  async isElsewhere(key) {
    return !this.#unkept.has(`talks:${key}`) && stampOf(await this.#get("talks", key)) !== this.#stamps.get(key);
  }

  /** Whether something is lost with this page. */
  get isUnkept() {
    return this.#unkept.size > 0;
  }

  /** Why something of a talk is not kept; null where all is. @param {string} key @returns {"full" | "refused" | null} */
  troubleOf(key) {
    return Object.keys(KEPT).some((kind) => this.#unkept.has(`${kind}:${key}`)) ? this.#reason : null;
  }

  /** Hear of what other tabs change. @param {(key: string) => void} listener "" where it is all of them @param {AbortSignal} [signal] ends it */
  onChange(listener, signal) {
    this.#channel?.addEventListener("message", ({ data }) => listener(String(data)), { signal });
  }

  /** Hear of it when another tab has changed a talk since it was read or written here. @param {string} key @param {() => void} listener @param {AbortSignal} [signal] ends it */
  onElsewhere(key, listener, signal) {
    this.onChange(async (changed) => { if ((!changed || changed === key) && (await this.isElsewhere(key))) listener(); }, signal);
  }

  /**
   * @param {string} key
   * @param {any} talk
   * @param {{over?: boolean}} [how] `over`: also where another tab has written since
   * @returns {Promise<Outcome>}
   */
  write(key, talk, { over = false } = {}) {
    const entry = { version: VERSION, at: Date.now(), stamp: randomName(), talk };
    return this.#put(key, entry, () => over || this.#stamps.get(key), (before) => following(entry, before));
  }

  /** Write into a talk what follows from it: it is no newer for that. @param {string} key @param {(talk: any) => any} change */
  async amend(key, change) {
    await this.#base.update(`talks:${key}`, (before) => {
      const entry = aliveIn(before);
      if (!entry) throw new Elsewhere();
      return { ...entry, talk: change(entry.talk) };
    }).catch(() => {});
  }

  /** In place of what lies there under a stamp, undefined for nothing; one without a talk takes pictures and comments away. @param {string} key @param {Entry} entry @param {string | undefined} stamp @returns {Promise<Outcome>} */
  replace(key, entry, stamp) {
    return this.#put(key, entry, () => stamp);
  }

  /**
   * @param {string} key
   * @param {Entry} entry
   * @param {() => string | true | undefined} expected the stamp of what may lie there; true for any
   * @param {(before: unknown) => Entry} [make] what is written
   * @returns {Promise<Outcome>}
   */
  #put(key, entry, expected, make = () => entry) {
    const writing = this.#last.then(() => this.#write(key, entry, expected(), make));
    this.#last = writing;
    return writing;
  }

  /** @param {string} key @param {Entry} entry @param {string | true | undefined} expected @param {(before: unknown) => Entry} make @returns {Promise<Outcome>} */
  async #write(key, entry, expected, make) {
    try {
      await this.#base.update(`talks:${key}`, (before) => {
        const isExpected = expected === true || stampOf(before) === expected || (expected === undefined && isGone(before));
        if (!isExpected) throw new Elsewhere();
        return make(before);
      });
    } catch (reason) {
      return reason instanceof Elsewhere ? "elsewhere" : this.#refuse("talks", key, entry, reason);
    }
    this.#stamps.set(key, entry.stamp);
    this.#unkept.delete(`talks:${key}`);
    if (entry.talk) await this.#keepTheRest(key);
    else await this.#drop(key, ["pictures", "comments"]);
    this.#tell(key);
    return "kept";
  }

  /** The data base may have given way since it refused. @param {string} key */
  async #keepTheRest(key) {
    for (const name of [`pictures:${key}`, `comments:${key}`]) {
      if (!this.#unkept.has(name)) continue;
      await this.#base.set(name, this.#unkept.get(name)).then(() => this.#unkept.delete(name), () => {});
    }
  }

  /** @param {string} key @param {Pictures} pictures @returns {Promise<Outcome>} */
  async writePictures(key, pictures) {
    if (!pictures.size) return "kept";
    try {
      await this.#base.set(`pictures:${key}`, [...pictures]);
    } catch (reason) {
      return this.#refuse("pictures", key, [...pictures], reason);
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
    } catch (reason) {
      return this.#refuse("comments", key, change(await this.comments(key)), reason);
    }
    this.#unkept.delete(name);
    this.#tell(key);
    return "kept";
  }

  /** @param {string} key @returns {Promise<() => Promise<void>>} brings it back */
  async remove(key) {
    const before = await this.snapshot(key);
    const gone = goneOf(before.entry, randomName());
    await this.#drop(key);
    if (gone) await this.replace(key, gone, undefined);
    return () => this.putBack(key, { ...before, entry: gone && before.entry ? { ...settled(before.entry, gone), stamp: randomName() } : before.entry });
  }

  /** As it was, after whatever has been done to it here; what another tab has written since stays. @param {string} key @param {Snapshot} before */
  async putBack(key, { entry, pictures, comments }) {
    const now = entryIn(await this.#get("talks", key));
    if (now?.talk && now.stamp !== this.#stamps.get(key)) return;
    await this.#drop(key, [...(entry ? [] : ["talks"]), ...(pictures ? [] : ["pictures"]), ...(comments ? [] : ["comments"])]);
    if (pictures) await this.writePictures(key, new Map(pictures));
    if (comments) await this.changeComments(key, () => comments);
    if (entry) await this.replace(key, entry, now?.stamp);
  }

  /** @param {string} key @param {string[]} [kinds] all where it is left out */
  async #drop(key, kinds = Object.keys(KEPT)) {
    const names = kinds.map((kind) => `${kind}:${key}`);
    for (const name of names) this.#unkept.delete(name);
    await this.#base.drop(names).catch(() => {});
    if (kinds.includes("talks")) this.#stamps.delete(key);
    this.#tell(key);
  }

  /** What the data base has refused of a talk counts no more. @param {string} key */
  forget(key) {
    for (const kind of Object.keys(KEPT)) this.#unkept.delete(`${kind}:${key}`);
  }

  /** Delete all of them. */
  async clear() {
    this.#unkept.clear();
    await this.#base.drop(await this.names()).catch(() => {});
    this.#tell("");
  }

  /**
   * All texts as a backup holds them, under the names that they have here; pictures are asked for by keys. It is noted that they leave the device.
   *
   * @returns {Promise<Map<string, any>>}
   */
  async outgoing() {
    const found = await Promise.all((await this.keys()).map(async (key) => {
      const entry = await this.#handOut(key);
      const comments = entry?.talk && (await this.comments(key));
      return /** @type {[string, any][]} */ ([...(entry ? [[`talks:${key}`, entry]] : []), ...(comments ? [[`comments:${key}`, comments]] : [])]);
    }));
    return new Map(found.flat().sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** @param {string} key @returns {Promise<Entry | null>} */
  async #handOut(key) {
    const entry = entryIn(await this.#get("talks", key));
    if (!entry) return null;
    const out = handedOut(entry);
    if (!this.#unkept.has(`talks:${key}`)) await this.#base.update(`talks:${key}`, (before) => (stampOf(before) === out.stamp ? out : before)).catch(() => {});
    return out;
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

  /** @param {string} key */
  #tell(key) {
    this.#channel?.postMessage(key);
  }

  /** @param {Kind} kind @param {string} key @param {any} value @param {unknown} reason @returns {Outcome} */
  #refuse(kind, key, value, reason) {
    this.#reason = isFull(reason) ? "full" : "refused";
    this.#unkept.set(`${kind}:${key}`, value);
    return this.#reason;
  }
}

/** @param {unknown} value */
const isGone = (value) => entryIn(value)?.talk === null;

/** A name that no other has. */
export const randomName = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
