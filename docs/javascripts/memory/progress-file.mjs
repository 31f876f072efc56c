// The progress as a file: written for people to read, read back with suspicion, merged review by review.

import { dayOf, isoOf } from "../base/calendar.mjs";
import { saveAsFile } from "../base/elements.mjs";
import { isReview, union } from "./review-log.mjs";
import { readSettings } from "./settings.mjs";
import { askToPersist } from "../base/storage.mjs";

/** @typedef {import("./review-log.mjs").Review} Review */
/** @typedef {import("./progress.mjs").CardName} CardName */
/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {{exam?: string, daily?: number, fresh?: number}} FileSettings  the exam's day as 2026-12-14 */
/** @typedef {{cards: Map<string, Review[]>, settings: FileSettings}} Contents */

const FORMAT = "generalprobe-lernstand";
const VERSION = 1;
const MOST_CHARACTERS = 20_000_000;
const LONGEST_ID = 300;

const FOREIGN = "Das ist keine Sicherung deines Lernstands. Wähle eine Datei, die „generalprobe-lernstand-….json“ heißt.";
const EMPTY = "Diese Datei ist leer.";
const TOO_LARGE = "Diese Datei ist für einen Lernstand viel zu groß.";
const CUT = "Diese Datei ist unvollständig oder beschädigt; vielleicht ist das Herunterladen abgebrochen. Sichere den Lernstand noch einmal.";
const TOO_NEW = "Diese Datei stammt von einer neueren Fassung der Website. Lade diese Seite neu und versuche es noch einmal.";

/** @param {string} day such as 2026-12-01 */
export const fileName = (day) => `generalprobe-lernstand-${day}.json`;

/**
 * @param {Map<string, Review[]>} cards
 * @param {FileSettings} settings
 * @param {number} nowMs
 */
export function exportText(cards, settings, nowMs) {
  const lines = [...cards].sort(([one], [other]) => (one < other ? -1 : 1)).map(lineOf);
  const head = { format: FORMAT, version: VERSION, saved: isoTime(nowMs), settings };
  const opening = JSON.stringify(head, null, 2).slice(0, -2);
  return `${opening},\n  "cards": {${lines.length ? `\n    ${lines.join(",\n    ")}\n  ` : ""}}\n}\n`;
}

/** @param {[string, Review[]]} card */
const lineOf = ([id, reviews]) =>
  `${JSON.stringify(id)}: [${reviews.map(({ at, grade }) => `["${isoTime(at)}", ${grade}]`).join(", ")}]`;

/** @param {number} at */
const isoTime = (at) => new Date(at).toISOString();

/**
 * @param {string} text of a file that somebody has chosen
 * @returns {Contents | {reason: string}} why it is refused, in German
 */
export function readImport(text) {
  if (text.length > MOST_CHARACTERS) return { reason: TOO_LARGE };
  if (!text.trim()) return { reason: EMPTY };
  try {
    return contentsOf(JSON.parse(text.replace(/^\ufeff/, "")));
  } catch {
    return { reason: text.includes(FORMAT) ? CUT : FOREIGN };
  }
}

/** @param {any} file @returns {Contents | {reason: string}} */
function contentsOf(file) {
  if (!isRecord(file) || file.format !== FORMAT) return { reason: FOREIGN };
  if (!Number.isInteger(file.version) || file.version < 1) return { reason: CUT };
  if (file.version > VERSION) return { reason: TOO_NEW };
  if (!isRecord(file.cards)) return { reason: CUT };
  const cards = new Map();
  for (const [id, list] of Object.entries(file.cards)) {
    const reviews = reviewsOf(list);
    if (!reviews || !isId(id)) return { reason: `${CUT} (Eintrag „${id.slice(0, 80)}“)` };
    cards.set(id, reviews);
  }
  return { cards, settings: isRecord(file.settings) ? file.settings : {} };
}

/** @param {unknown} value @returns {value is Record<string, any>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {string} id */
const isId = (id) => id.length <= LONGEST_ID && /^[^\s\p{Cc}]+$/u.test(id);

/** @param {unknown} list @returns {Review[] | null} null if any of it is no review */
function reviewsOf(list) {
  if (!Array.isArray(list)) return null;
  const pairs = list.map((pair) => (Array.isArray(pair) ? [momentOf(pair[0]), ...pair.slice(1)] : pair));
  return pairs.every(isReview) ? union(pairs.map(([at, grade]) => ({ at, grade }))) : null;
}

/** @param {unknown} time such as 2026-12-01T17:20:00.000Z */
const momentOf = (time) => (typeof time === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time) ? Date.parse(time) : Number.NaN);

/**
 * Add what is not yet there. Reviews under the former id of a card go to the card.
 *
 * @param {Progress} progress
 * @param {Contents["cards"]} logs
 * @param {CardName[]} cards those there are now
 * @returns {{added: number, known: number}} reviews
 */
export function merge(progress, logs, cards) {
  const byId = new Map(cards.flatMap((card) => [...card.formerly, card.id].map((id) => [id, card])));
  for (const card of cards) byId.set(card.id, card);
  /** @type {Map<string, [CardName, Review[]]>} */
  const joined = new Map();
  for (const [id, reviews] of logs) {
    const card = byId.get(id) ?? { id, formerly: [] };
    joined.set(card.id, [card, union(joined.get(card.id)?.[1] ?? [], reviews)]);
  }
  const offered = [...joined.values()].reduce((sum, [, reviews]) => sum + reviews.length, 0);
  const added = progress.addAll(joined.values());
  return { added, known: offered - added };
}

/**
 * Save everything as a file, and ask the browser to keep what is on the device too.
 *
 * @param {Progress} progress
 */
export async function saveProgress(progress) {
  const { exam, daily, fresh } = readSettings();
  const settings = exam === null ? { daily, fresh } : { exam: isoOf(exam), daily, fresh };
  saveAsFile(fileName(isoOf(dayOf(Date.now()))), exportText(progress.all(), settings, Date.now()));
  await askToPersist();
}
