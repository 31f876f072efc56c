// What somebody has practised, on this device: a log of reviews for each card, under the card's id. Everything else is derived.

import { logOf, news, textOf, union } from "./review-log.mjs";
import { askToPersist, deviceStorage, key, read, write } from "../base/storage.mjs";

/** @typedef {import("./review-log.mjs").Review} Review */
/** @typedef {{id: string, formerly: string[]}} CardName  a card and the ids it had before */
/** @typedef {"full" | "refused" | "newer"} Trouble  why something is not kept */

const LATER_MS = 50;

/** @type {Record<Trouble, string>} */
const SAID = {
  full: "Der Speicher deines Browsers für diese Website ist voll.",
  refused: "Dein Browser lässt hier nichts speichern, zum Beispiel im privaten Modus.",
  newer: "Ein Teil deines Lernstands stammt von einer neueren Fassung dieser Website und bleibt unangetastet. Lade die Seite neu.",
};
const UNTIL_THEN = "Du kannst weiterüben, aber was du jetzt übst, gilt nur, solange diese Seite offen ist. Sichere es als Datei.";

/** @type {Progress | undefined} */
let shared;

/**
 * The progress on this device, the same for everything on a page.
 *
 * @param {Storage | null} [storage] another one than the browser's
 * @param {Pick<EventTarget, "addEventListener">} [events] where changes in other tabs are heard of
 */
export function openProgress(storage, events) {
  if (storage !== undefined) return new Progress(storage, events);
  shared ??= new Progress(deviceStorage(), globalThis.window);
  return shared;
}

/**
 * Why something is not kept, in German; "" where everything is.
 *
 * @param {Progress} progress
 */
export const troubleSaid = ({ trouble }) => (trouble ? `${SAID[trouble]} ${UNTIL_THEN}` : "");

/** Reads and writes under guard; what storage refuses is kept in memory until it gives way. */
export class Progress {
  #storage;
  /** @type {Map<string, Review[]>} what storage has refused */
  #unkept = new Map();
  /** @type {Map<string, Review[]>} what this page has added, to be put back if another tab wrote at the same moment */
  #added = new Map();
  /** @type {Map<string, Review[]>} what was reset without having been kept */
  #resetUnkept = new Map();
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {Set<string>} entries that a newer version has written */
  #newer = new Set();
  /** @type {Trouble | null} */
  #refusal = null;
  #timer = 0;

  /** @param {Storage | null} storage @param {Pick<EventTarget, "addEventListener">} [events] */
  constructor(storage, events) {
    this.#storage = storage;
    if (this.#set(key("probe", "probe"), "1")) this.#remove(key("probe", "probe"));
    events?.addEventListener("storage", (event) => this.#hear(/** @type {StorageEvent} */ (event)));
    events?.addEventListener("pageshow", (event) => /** @type {PageTransitionEvent} */ (event).persisted && this.#tell());
  }

  /** Why something is not kept, null where everything is. */
  get trouble() {
    return this.#refusal ?? (this.#unkept.size ? "newer" : null);
  }

  /** Whether everything practised is still there when the page is closed. */
  get kept() {
    return this.trouble === null;
  }

  /** How many entries a newer version of the site has written; they are neither read nor changed. */
  get newer() {
    return this.#newer.size;
  }

  /** Entries that could not be read, or not wholly; they are set aside as they were. */
  get damaged() {
    return this.#ids("damaged").map((id) => ({ id, text: this.#get(key("damaged", id)) ?? "" }));
  }

  /** How many cards the last reset has put away; it can be undone until the next, or until `forgetReset`. */
  get undoable() {
    return this.#ids("reset").length + this.#resetUnkept.size;
  }

  /** @param {CardName} card @returns {Review[]} in the order of time */
  reviewsOf({ id, formerly }) {
    const ids = formerly.length ? [id, ...formerly] : [id];
    return union(...ids.flatMap((each) => [this.#stored(each).reviews, this.#unkept.get(each) ?? []]));
  }

  /** @returns {Map<string, Review[]>} every log by id, also of cards that are no more */
  all() {
    const ids = new Set([...this.#ids("progress"), ...this.#unkept.keys()]);
    const logs = [...ids].map((id) => /** @type {const} */ ([id, this.reviewsOf({ id, formerly: [] })]));
    return new Map(logs.filter(([, reviews]) => reviews.length));
  }

  /** @param {CardName} card @param {Review} review */
  add(card, review) {
    this.#take(card, this.reviewsOf(card), [review]);
    this.#keepTheRest();
    this.#tell();
    this.#askOnce();
  }

  /**
   * Take in reviews that are not yet there; nothing is ever replaced.
   *
   * @param {Iterable<[CardName, Review[]]>} logs
   * @returns {number} how many were new
   */
  addAll(logs) {
    let count = 0;
    for (const [card, reviews] of logs) {
      const known = this.reviewsOf(card);
      const added = news(known, reviews);
      if (added.length) this.#take(card, known, added);
      count += added.length;
    }
    this.#keepTheRest();
    this.#tell();
    return count;
  }

  /** Take a review back. @param {CardName} card @param {Review} review */
  remove(card, review) {
    /** @param {Review[]} reviews */
    const without = (reviews) => reviews.filter(({ at, grade }) => at !== review.at || grade !== review.grade);
    this.#added.set(card.id, without(this.#added.get(card.id) ?? []));
    this.#keep(card, without(this.reviewsOf(card)));
    this.#tell();
  }

  /** Put everything away. @returns {boolean} whether it worked; if not, everything is as before */
  reset() {
    const ids = this.#ids("progress");
    if (!ids.length && !this.#unkept.size) return false;
    if (ids.length && !this.#isWritable(key("progress", ids[0]))) return false;
    this.#forget("reset");
    const worked = ids.every((id) => this.#move(key("progress", id), key("reset", id)));
    if (worked) {
      this.#added.clear();
      [this.#resetUnkept, this.#unkept] = [this.#unkept, new Map()];
    } else this.#bringBack();
    this.#tell();
    return worked;
  }

  /** Bring back what the last reset has put away, together with what was practised since; without room some stays away. */
  undoReset() {
    this.#bringBack();
    for (const [id, reviews] of this.#resetUnkept) this.#keep({ id, formerly: [] }, union(this.reviewsOf({ id, formerly: [] }), reviews));
    this.#resetUnkept = new Map();
    this.#tell();
  }

  /** Delete for good what the last reset has put away. */
  forgetReset() {
    this.#forget("reset");
    this.#resetUnkept = new Map();
    this.#tell();
  }

  /** Delete for good the entries that could not be read. */
  forgetDamaged() {
    this.#forget("damaged");
    this.#tell();
  }

  /** Hear of every change, in other tabs too. @param {() => void} listener @returns {() => void} to stop it */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @param {CardName} card @param {Review[]} known @param {Review[]} added */
  #take(card, known, added) {
    this.#added.set(card.id, union(this.#added.get(card.id) ?? [], added));
    this.#keep(card, union(known, added));
  }

  #askOnce() {
    if (!this.#storage || this.#storage !== deviceStorage() || read("setting", "persistence")) return;
    write("setting", "persistence", "asked");
    void askToPersist();
  }

  /** @param {string} id */
  #stored(id) {
    const text = this.#get(key("progress", id));
    const log = logOf(text);
    if (log.state === "newer") this.#newer.add(id);
    if (log.state !== "damaged" || text === null || !this.#setAside(id, text)) return log;
    this.#write(id, log.reviews);
    return { ...log, state: /** @type {const} */ ("fine") };
  }

  /** @param {string} id @param {string} text @returns {boolean} whether it is kept as it was */
  #setAside(id, text) {
    let place = id;
    for (let number = 2; ![null, text].includes(this.#get(key("damaged", place))); number += 1) place = `${id} (${number})`;
    return this.#set(key("damaged", place), text);
  }

  /** @param {CardName} card @param {Review[]} reviews */
  #keep({ id, formerly }, reviews) {
    if (this.#stored(id).state !== "fine" || !this.#write(id, reviews)) {
      this.#unkept.set(id, reviews);
      return;
    }
    this.#unkept.delete(id);
    for (const former of formerly) {
      this.#unkept.delete(former);
      if (this.#stored(former).state === "fine") this.#remove(key("progress", former));
    }
  }

  /** Storage may have given way since it refused. */
  #keepTheRest() {
    this.#refusal = null;
    for (const [id, reviews] of this.#unkept) this.#keep({ id, formerly: [] }, union(this.#stored(id).reviews, reviews));
  }

  /** @param {string} id @param {Review[]} reviews */
  #write(id, reviews) {
    return reviews.length ? this.#set(key("progress", id), textOf(reviews)) : this.#remove(key("progress", id));
  }

  #bringBack() {
    for (const id of this.#ids("reset")) {
      const [then, now] = [this.#get(key("reset", id)), this.#get(key("progress", id))];
      if (now === null) this.#move(key("reset", id), key("progress", id));
      else if (logOf(then).state === "fine" && this.#write(id, union(logOf(then).reviews, this.#stored(id).reviews))) {
        this.#remove(key("reset", id));
      }
    }
  }

  /** Another tab has written. What this page added may be missing from it, if both wrote at once. @param {StorageEvent} event */
  #hear({ key: changed, newValue }) {
    const [site, kind, ...rest] = changed?.split(":") ?? [];
    if (changed !== null && (site !== "generalprobe" || !["progress", "reset", "damaged"].includes(kind))) return;
    const id = rest.join(":");
    if (changed === null) this.#added.clear();
    else if (kind === "progress" && newValue === null) this.#added.delete(id);
    else if (kind === "progress") this.#putBack(id);
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(() => this.#tell(), LATER_MS));
  }

  /** @param {string} id */
  #putBack(id) {
    const { reviews, state } = this.#stored(id);
    const whole = union(reviews, this.#added.get(id) ?? []);
    if (state === "fine" && whole.length > reviews.length) this.#keep({ id, formerly: [] }, whole);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  /** @param {string} kind @returns {string[]} */
  #ids(kind) {
    try {
      const storage = this.#storage;
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "");
      return keys.filter((each) => each.startsWith(key(kind, ""))).map((each) => each.slice(key(kind, "").length));
    } catch {
      return [];
    }
  }

  /** @param {string} place @returns {string | null} */
  #get(place) {
    try {
      return this.#storage?.getItem(place) ?? null;
    } catch {
      return null;
    }
  }

  /** @param {string} place @param {string} text @returns {boolean} whether it is kept */
  #set(place, text) {
    try {
      this.#storage?.setItem(place, text);
      if (this.#get(place) === text) return true;
      this.#refusal = "refused";
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.#refusal = full && this.#storage?.length ? "full" : "refused";
    }
    return false;
  }

  /** @param {string} place @returns {boolean} whether it is gone */
  #remove(place) {
    try {
      this.#storage?.removeItem(place);
      return this.#get(place) === null;
    } catch {
      return false;
    }
  }

  /** Whether storage takes anything at all: what is there, once more. @param {string} place */
  #isWritable(place) {
    return this.#set(place, this.#get(place) ?? "");
  }

  /** Full storage has no room for both; the one goes first only where it could be put back. @param {string} from @param {string} to */
  #move(from, to) {
    const text = this.#get(from) ?? "";
    if (this.#set(to, text)) return this.#remove(from);
    if (!this.#isWritable(from) || !this.#remove(from)) return false;
    if (this.#set(to, text)) return true;
    this.#set(from, text);
    return false;
  }

  /** @param {string} kind */
  #forget(kind) {
    for (const id of this.#ids(kind)) this.#remove(key(kind, id));
  }
}
