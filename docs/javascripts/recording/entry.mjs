// What lies in the data base for one recording of one's own voice, and how its pieces are called. Pure.
//
// Under `recordings:m1x-4f2a`, where `m1x-4f2a` is the rehearsal or exam that it belongs to, lies what is known of it, and under
// `sounds:m1x-4f2a:00:0003` the fourth piece of its first part: {"version": 1, "sound": bytes, "heard": bytes as of frames.mjs}.
//
//     {"version": 1, "at": 1796040000000, "kind": "runs", "of": "drucker", "title": "Drucker", "page": "buehne/?fall=drucker", "isStopped": false,
//      "parts": [{"type": "audio/webm;codecs=opus", "from_ms": 310, "to_ms": 61020, "pieces": 13, "bytes": 245310}]}

import { isCount, isMoment, isRecord, isText } from "../base/merging.mjs";

/** What lies there, and how it is called. */
export const KEPT = { recordings: "Aufnahmen", sounds: "Töne" };
export const VERSION = 1;
const DAY_MS = 86_400_000;
/** So long a recording is kept. */
export const DAYS = 14;
/** What a recording can belong to: it goes with it. */
const KINDS = ["runs", "mocks"];

/**
 * A part is recorded without a break: after a pause, a sleep or a reload another one begins. Its times are of the log's clock.
 *
 * @typedef {{type: string, from_ms: number, to_ms: number, pieces: number, bytes: number}} Part
 */
/**
 * `at` is when it began, in milliseconds since 1970; `kind` and `of` say where the rehearsal or exam lies to which it belongs, `title` how that is called and `page` where it is heard.
 * One that was stopped by hand does not go on after a reload.
 *
 * @typedef {{version: number, at: number, kind: "runs" | "mocks", of: string, title: string, page?: string, isStopped: boolean, parts: Part[]}} Entry
 */
/** @typedef {{sound: Uint8Array<ArrayBuffer>, heard: Uint8Array}} Piece */

/** @typedef {Pick<Entry, "kind" | "of" | "title" | "page">} Origin */

/** @param {Origin} origin @param {number} at @returns {Entry} */
export const newEntry = ({ kind, of, title, page }, at) => ({ version: VERSION, at, kind, of, title, ...(page && { page }), isStopped: false, parts: [] });

/** @param {any} value @returns {Entry | null} null for what is none, or newer than this page */
export const entryIn = (value) =>
  (isRecord(value) && value.version === VERSION && isMoment(value.at) && KINDS.includes(value.kind) && isText(value.of) && isText(value.title) && isPage(value.page) &&
    Array.isArray(value.parts) && value.parts.every(isPart) ? /** @type {any} */ (value) : null);

/** Nothing that leads off the site. @param {unknown} page */
const isPage = (page) => page === undefined || (isText(page) && /^[a-z][\w/?=-]*$/.test(page));

/** Such a one stays as it is. @param {any} value */
export const isNewer = (value) => isRecord(value) && Number.isInteger(value.version) && value.version > VERSION;

/** @param {any} part */
const isPart = (part) => isRecord(part) && isText(part.type) && ["from_ms", "to_ms", "pieces", "bytes"].every((name) => isCount(part[name]));

/** @param {any} value @returns {Piece | null} */
export const pieceIn = (value) =>
  (isRecord(value) && value.version === VERSION && value.sound instanceof Uint8Array && value.heard instanceof Uint8Array ? /** @type {any} */ (value) : null);

/** @param {string} id */
export const entryName = (id) => `recordings:${id}`;

/** @param {string} id @param {number} part from 0 @param {number} piece from 0 */
export const pieceName = (id, part, piece) => `sounds:${id}:${String(part).padStart(2, "0")}:${String(piece).padStart(4, "0")}`;

/** To which recording something belongs. @param {string} name */
export const idIn = (name) => name.split(":")[1];

/** @param {Entry} entry @param {number} place of the part, which may be new @param {Pick<Part, "type" | "from_ms" | "to_ms">} part @param {number} bytes of the piece @returns {Entry} */
export function withPiece(entry, place, part, bytes) {
  const before = entry.parts[place] ?? { pieces: 0, bytes: 0 };
  const after = { type: part.type, from_ms: part.from_ms, to_ms: part.to_ms, pieces: before.pieces + 1, bytes: before.bytes + bytes };
  return { ...entry, parts: entry.parts.toSpliced(place, 1, after) };
}

/** @param {Entry} entry */
export const bytesOf = ({ parts }) => parts.reduce((sum, { bytes }) => sum + bytes, 0);

/** How long it is. @param {{parts: readonly Pick<Part, "from_ms" | "to_ms">[]}} entry */
export const secondsOf = ({ parts }) => parts.reduce((sum, { from_ms, to_ms }) => sum + Math.max(0, to_ms - from_ms) / 1000, 0);

/** When it is deleted by itself, in milliseconds since 1970. @param {Pick<Entry, "at">} entry */
export const endOf = ({ at }) => at + DAYS * DAY_MS;

/** Also where a clock was wrong when it was made: one from the future would stay for ever. @param {Entry} entry @param {number} nowMs since 1970 */
export const isOver = (entry, nowMs) => nowMs >= endOf(entry) || entry.at > nowMs + DAY_MS;
