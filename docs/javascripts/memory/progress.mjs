// What somebody has practised, on this device: a log of reviews for each card, under the card's id, from which everything else is derived; and which
// case studies were read.

import { changesTo, nameOfReview, ticksOf, union } from "../base/merging.mjs";
import { openShelf } from "../base/shelf.mjs";

/** @typedef {import("../base/merging.mjs").Review} Review */
/** @typedef {import("../base/merging.mjs").Log} Log */
/** @typedef {import("../base/shelf.mjs").Shelf} Shelf */
/** @typedef {import("../base/shelf.mjs").Trouble} Trouble */
/** @typedef {{id: string, formerly: string[]}} CardName  a card and the ids it had before */

/** How far a reset has come. */
const [OPEN, UNDONE, FINAL] = [0, 1, 2];

/** @type {Record<Trouble, string>} */
const SAID = {
  full: "Der Speicher deines Browsers für diese Website ist voll.",
  refused: "Dein Browser lässt hier nichts speichern, zum Beispiel im privaten Modus.",
  newer: "Ein Teil deines Lernstands stammt von einer neueren Fassung dieser Website und bleibt unangetastet. Lade die Seite neu.",
};
const UNTIL_THEN = "Du kannst weiterüben, aber was du jetzt übst, gilt nur, solange diese Seite offen ist. Sichere es als Datei.";

/** @type {Progress | undefined} */
let shared;

/** The progress on this device, the same for everything on a page. */
export function openProgress() {
  shared ??= new Progress(openShelf());
  return shared;
}

/**
 * Why something is not kept, in German; "" where everything is.
 *
 * @param {Progress} progress
 */
export const troubleSaid = ({ trouble }) => (trouble ? `${SAID[trouble]} ${UNTIL_THEN}` : "");

const READ = "case-studies/read";

/** @returns {Set<string>} ids of the case studies that were read */
export const readCases = () => ticksOf(openShelf().read("ticks", READ));

/** Whether it was ever said of a case study that it was read or not. @param {string} id */
export const isReadKnown = (id) => openShelf().read("ticks", READ).has(id);

/** @param {string} id of a case study @param {boolean} isRead @returns {boolean} whether the device keeps it */
export function markRead(id, isRead) {
  const others = [...readCases()].filter((other) => other !== id);
  const changes = changesTo(openShelf().read("ticks", READ), new Set(isRead ? [...others, id] : others), Date.now());
  return openShelf().add([["ticks", READ, changes]]);
}

/** Hear of what is read, in other tabs too. @param {() => void} listener @returns {() => void} to stop it */
export const onReadChange = (listener) => openShelf().onChange(["ticks"], listener);

/** The logs on a shelf, without what was taken back or put away. */
export class Progress {
  #shelf;

  /** @param {Shelf} shelf */
  constructor(shelf) {
    this.#shelf = shelf;
    shelf.probe();
  }

  get shelf() {
    return this.#shelf;
  }

  /** Why something is not kept, null where everything is. */
  get trouble() {
    return this.#shelf.trouble;
  }

  /** Whether everything practised is still there when the page is closed. */
  get kept() {
    return this.trouble === null;
  }

  /** How many cards the last reset has put away; it can be undone until the next, or until `forgetReset`. */
  get undoable() {
    const [open, final] = [this.#latest(OPEN), this.#latest(FINAL)];
    return this.#shelf.ids("progress").filter((id) => this.#log([id]).reviews.some(({ at }) => at <= open && at > final)).length;
  }

  /** @param {CardName} card @returns {Review[]} in the order of time */
  reviewsOf({ id, formerly }) {
    const away = Math.max(this.#latest(OPEN), this.#latest(FINAL));
    return this.#log([id, ...formerly]).reviews.filter(({ at }) => at > away);
  }

  /** @returns {Map<string, Review[]>} every log by id, also of cards that are no more */
  all() {
    const logs = this.#shelf.ids("progress").map((id) => /** @type {const} */ ([id, this.reviewsOf({ id, formerly: [] })]));
    return new Map(logs.filter(([, reviews]) => reviews.length));
  }

  /**
   * Keep a review; where one of the same moment was taken back or put away, a little later.
   *
   * @param {CardName} card
   * @param {Review} review
   * @returns {Review} as it is kept
   */
  add(card, { at, ...given }) {
    const gone = new Set(this.#log([card.id, ...card.formerly]).gone.map(nameOfReview));
    const review = { ...given, at: Math.max(at, this.#latest(OPEN) + 1, this.#latest(FINAL) + 1) };
    while (gone.has(nameOfReview(review))) review.at += 1;
    this.take([[card, { reviews: [review], gone: [] }]]);
    return review;
  }

  /** Take a review back. @param {CardName} card @param {Review} review */
  remove(card, review) {
    this.take([[card, { reviews: [], gone: [review] }]]);
  }

  /** Join logs with those of their cards; what stands under an id that a card had before goes to the card. @param {[CardName, Log][]} logs */
  take(logs) {
    const changes = logs.map(([{ id, formerly }, log]) => /** @type {import("../base/shelf.mjs").Change} */ (["progress", id, merged([log, this.#log(formerly)])]));
    if (!this.#shelf.add(changes)) return;
    for (const [{ id, formerly }] of logs) {
      for (const former of formerly) if (former !== id) this.#shelf.replace("progress", former, merged([]));
    }
  }

  /** Put everything away. @param {number} [nowMs] @returns {boolean} whether there was anything */
  reset(nowMs = Date.now()) {
    const logs = [...this.all()];
    if (!logs.length) return false;
    this.forgetReset();
    const ahead = logs.map(([id, reviews]) => /** @type {const} */ ([id, reviews.filter(({ at }) => at > nowMs)])).filter(([, reviews]) => reviews.length);
    this.#mark([nowMs], OPEN);
    this.#shelf.add(ahead.map(([id, gone]) => ["progress", id, { reviews: [], gone }])); // A clock was wrong; no mark of today reaches them.
    return true;
  }

  /** Bring back what the last reset has put away, together with what was practised since. */
  undoReset() {
    this.#mark(this.#moments(OPEN), UNDONE);
  }

  /** Delete for good what the last reset has put away. */
  forgetReset() {
    this.#mark(this.#moments(OPEN), FINAL);
    this.sweep();
  }

  /** Let nothing lie around that a final reset has put away, wherever it comes from. */
  sweep() {
    const final = this.#latest(FINAL);
    for (const id of this.#shelf.ids("progress")) {
      const { reviews, gone } = this.#log([id]);
      const left = { reviews: reviews.filter(({ at }) => at > final), gone: gone.filter(({ at }) => at > final) };
      if (left.reviews.length + left.gone.length < reviews.length + gone.length) this.#shelf.replace("progress", id, left);
    }
    this.#shelf.add([]);
  }

  /** Hear of every change of what is practised, in other tabs too. @param {() => void} listener @returns {() => void} to stop it */
  onChange(listener) {
    return this.#shelf.onChange(["progress", "reset"], listener);
  }

  /** @param {string[]} ids */
  #log(ids) {
    return ids.length === 1 ? /** @type {Log} */ (this.#shelf.read("progress", ids[0])) : merged(ids.map((id) => this.#shelf.read("progress", id)));
  }

  /** @param {number} state @returns {number[]} when there were resets that have come so far */
  #moments(state) {
    const resets = /** @type {import("../base/merging.mjs").Resets} */ (this.#shelf.read("reset", "progress"));
    return [...resets].filter(([, each]) => each === state).map(([at]) => at);
  }

  /** @param {number} state */
  #latest(state) {
    return Math.max(-1, ...this.#moments(state));
  }

  /** @param {number[]} moments @param {number} state */
  #mark(moments, state) {
    if (moments.length) this.#shelf.add([["reset", "progress", new Map(moments.map((at) => [at, state]))]]);
  }
}

/** @param {Log[]} logs @returns {Log} */
function merged(logs) {
  const gone = union(...logs.map((log) => log.gone));
  const names = new Set(gone.map(nameOfReview));
  return { reviews: union(...logs.map(({ reviews }) => reviews)).filter((review) => !names.has(nameOfReview(review))), gone };
}
