// Recordings of one's own voice on this device: kept in pieces, deleted by hand, with what they belong to, and when they are old.

import { mayBeThere } from "../base/begun.mjs";
import { isFull, openBase } from "../base/data-base.mjs";
import { openShelf } from "../base/shelf.mjs";
import { entryIn, entryName, idIn, isNewer, isOver, newEntry, pieceIn, pieceName, withPiece } from "./entry.mjs";

/** @typedef {import("../base/data-base.mjs").Base} Base */
/** @typedef {import("./entry.mjs").Entry} Entry */
/** @typedef {import("./entry.mjs").Part} Part */
/** @typedef {import("./entry.mjs").Piece} Piece */
/** @typedef {"kept" | "full" | "refused" | "gone" | "stopped"} Outcome  `gone`: it was deleted meanwhile, here or in another tab; `stopped`: by hand, and for good */

/** How the data base is called, behind the site's path. */
const BASE = "voice";

/** It was deleted meanwhile. */
class Gone extends Error {}
/** It was stopped by hand. */
class Stopped extends Error {}

/** @type {Recordings | undefined} */
let shared;

/** Those of this site. */
export const ownRecordings = () => (shared ??= new Recordings(openBase(BASE, "pieces"), isDeleted));

/** @returns {Promise<Recordings | null>} null where nothing was ever recorded */
const known = async () => ((await mayBeThere(BASE)) ? ownRecordings() : null);

/** What is known of a recording. @param {string} id of the rehearsal or exam @returns {Promise<Entry | null>} null where there is none */
export const recordingOf = async (id) => (await known())?.read(id) ?? null;

/** All of them, the latest first. @returns {Promise<(Entry & {id: string})[]>} */
export const recordings = async () => (await known())?.list() ?? [];

/** @param {string} id @returns {Promise<() => Promise<void>>} brings it back */
export const deleteRecording = async (id) => (await known())?.remove(id) ?? (async () => {});

/** Delete those whose time is over, and those that have lost what they belong to. @param {number} nowMs since 1970 */
export const deleteOld = async (nowMs) => (await known())?.sweep(nowMs);

/** Delete all of them. */
export const clearRecordings = async () => (await known())?.clear();

/** Whether the rehearsal or exam was deleted, or a rehearsal that had begun discarded. @param {string} id @param {Pick<Entry, "kind" | "of">} entry */
export function isDeleted(id, { kind, of }) {
  const record = openShelf().read(kind, of).get(id);
  return record ? record.value === null : kind === "runs" && openShelf().read("running", of).value?.id !== id;
}

export class Recordings {
  #base;
  #isDeleted;

  /** @param {Base} base @param {(id: string, entry: Entry) => boolean} isDeletedToo whether what a recording belongs to was deleted */
  constructor(base, isDeletedToo) {
    this.#base = base;
    this.#isDeleted = isDeletedToo;
  }

  /** @param {string} id @returns {Promise<Entry | null>} */
  read = async (id) => entryIn(await this.#get(entryName(id)));

  async list() {
    const ids = (await this.#names()).filter((name) => name === entryName(idIn(name))).map(idIn);
    const found = await Promise.all(ids.map(async (id) => ({ id, entry: await this.read(id) })));
    return found.flatMap(({ id, entry }) => (entry ? [{ ...entry, id }] : [])).sort((one, other) => other.at - one.at);
  }

  /**
   * Begin one, or go on with it.
   *
   * @param {string} id
   * @param {import("./entry.mjs").Origin} about
   * @param {number} at milliseconds since 1970
   * @returns {Promise<{outcome: Outcome, parts: number}>} how many parts it has
   */
  async begin(id, about, at) {
    let parts = 0;
    const outcome = await this.#try(entryName(id), (before) => {
      if (isNewer(before)) throw new TypeError("written by a newer version of this page");
      const entry = entryIn(before) ?? newEntry(about, at);
      if (entry.isStopped) throw new Stopped();
      parts = entry.parts.length;
      return entry;
    });
    return { outcome, parts };
  }

  /**
   * One more piece of a part.
   *
   * @param {string} id
   * @param {number} place of the part, from 0
   * @param {Pick<Part, "type" | "from_ms" | "to_ms">} part as it is with this piece
   * @param {Piece & {number: number}} piece and which of the part it is, from 0
   * @returns {Promise<Outcome>}
   */
  async add(id, place, part, { sound, heard, number }) {
    const name = pieceName(id, place, number);
    const outcome = await this.#try(name, () => ({ version: 1, sound, heard }));
    const noted = outcome === "kept" ? await this.#try(entryName(id), (before) => withPiece(present(before), place, part, sound.length + heard.length)) : outcome;
    if (noted !== "kept") await this.#drop([name]);
    return noted;
  }

  /** It does not go on after a reload. @param {string} id */
  stop = (id) => this.#try(entryName(id), (before) => ({ ...present(before), isStopped: true }));

  /** All pieces of each part, in their order; none behind one that is missing. @param {string} id @param {Entry} entry @returns {Promise<Piece[][]>} */
  pieces = (id, { parts }) => Promise.all(parts.map(async ({ pieces }, place) => {
    const found = await Promise.all(Array.from({ length: pieces }, async (_, number) => pieceIn(await this.#get(pieceName(id, place, number)))));
    const missing = found.indexOf(null);
    return /** @type {Piece[]} */ (missing < 0 ? found : found.slice(0, missing));
  }));

  /** @param {string} id @returns {Promise<() => Promise<void>>} brings it back */
  async remove(id) {
    const names = (await this.#names()).filter((name) => idIn(name) === id);
    const before = await Promise.all(names.map(async (name) => /** @type {const} */ ([name, await this.#get(name)])));
    await this.#drop(names);
    return async () => { for (const [name, value] of before) await this.#base.set(name, value).catch(() => {}); };
  }

  /** Delete those whose time is over, those that have lost what they belong to, and pieces that no recording knows. @param {number} nowMs since 1970 */
  async sweep(nowMs) {
    const names = await this.#names(); // What another tab begins from now on is not among them.
    const ids = [...new Set(names.map(idIn))];
    const stays = await Promise.all(ids.map(async (id) => this.#stays(id, await this.#get(entryName(id)), nowMs)));
    await this.#drop(names.filter((name) => !stays[ids.indexOf(idIn(name))]));
  }

  /** @param {string} id @param {unknown} value @param {number} nowMs */
  #stays(id, value, nowMs) {
    const entry = entryIn(value);
    return entry ? !isOver(entry, nowMs) && !this.#isDeleted(id, entry) : isNewer(value);
  }

  /** Delete all of them. */
  clear = async () => this.#drop(await this.#names());

  #names = async () => this.#base.names().catch(() => /** @type {string[]} */ ([]));

  /** @param {string} name */
  #get = async (name) => this.#base.get(name).catch(() => undefined);

  /** @param {string[]} names */
  #drop = async (names) => this.#base.drop(names).catch(() => {});

  /** @param {string} name @param {(before: unknown) => any} change @returns {Promise<Outcome>} */
  async #try(name, change) {
    try {
      await this.#base.update(name, change);
      return "kept";
    } catch (reason) {
      if (reason instanceof Gone) return "gone";
      return reason instanceof Stopped ? "stopped" : isFull(reason) ? "full" : "refused";
    }
  }
}

/** @param {unknown} before @returns {Entry} */
function present(before) {
  const entry = entryIn(before);
  if (!entry) throw new Gone();
  return entry;
}
