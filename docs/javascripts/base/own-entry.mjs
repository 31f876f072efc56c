// What lies in the data base for one talk of one's own, and how two copies of it are related that went different ways. Pure.
//
//     {"version": 1, "at": 1796040000000, "stamp": "m1x-4f2a", "past": ["m1w-77ab"], "talk": {"title": "Drucker", "slides": […], …}}

import { isMoment, isRecord, isText } from "./merging.mjs";

/** What lies there, and how it is called. */
export const KEPT = { talks: "Vorträge", pictures: "Bilder", comments: "Anmerkungen" };
export const VERSION = 1;
/** More often nobody saves one talk. */
const MOST_PAST = 100;
/** No file is from later than 2286: what is written after it has to be later still. */
const LATEST = 1e13;

/** @typedef {keyof typeof KEPT} Kind */
/**
 * `at` is when it was written, in milliseconds since 1970, and `stamp` a name of what was written then. `past` are the stamps under which it has left a
 * device in a backup: whoever has one of them has an older state of the same talk. `talk` is null where it was deleted after it had left.
 *
 * @typedef {{version: number, at: number, stamp: string, past?: string[], talk: any}} Entry
 */

/** @param {unknown} value @returns {Entry | null} null for what is none, or newer than this page */
export const entryIn = (value) => (isEntry(value) && value.version === VERSION ? value : null);

/** @param {unknown} value @returns {Entry | null} null also for one that was deleted, or that no page has written: one of them would take all others off a list */
export const aliveIn = (value) => { const entry = entryIn(value); return entry?.talk && isText(entry.talk.title) && entry.talk.slides.every(isRecord) ? entry : null; };

/** @param {any} value @returns {value is Entry} */
const isEntry = (value) =>
  isRecord(value) && Number.isInteger(value.version) && isText(value.stamp) && isMoment(value.at) && (value.past === undefined || (Array.isArray(value.past) && value.past.every(isText))) &&
  (value.talk === null || (isRecord(value.talk) && Array.isArray(value.talk.slides)));

/** @param {string} kind @returns {kind is "talks" | "comments"} what of it a backup has as text */
export const isOwnKind = (kind) => kind === "talks" || kind === "comments";

/** What a backup has of it. @param {"talks" | "comments"} kind @param {string} key @param {unknown} value @returns {import("./stored.mjs").Entry["state"]} */
export function stateOf(kind, key, value) {
  if (!isKey(key) || !isRecord(value)) return "damaged";
  if (kind === "comments") return Array.isArray(value.records) ? "fine" : "damaged";
  if (Number.isInteger(value.version) && value.version > VERSION) return "newer";
  return entryIn(value) && isKey(value.stamp) && value.at < LATEST ? "fine" : "damaged";
}

/** Keys and stamps are parts of addresses and of each other. @param {string} text */
const isKey = (text) => text.length <= 200 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/** @param {unknown} before what lies there @returns {string | undefined} undefined for nothing */
export const stampOf = (before) => (before === undefined ? undefined : isRecord(before) && isText(before.stamp) ? before.stamp : "");

/** Noted that it leaves the device as it is. @param {Entry} entry @returns {Entry} */
export const handedOut = (entry) => withPast(entry, [entry.stamp]);

/** What is left of one that is deleted: nothing where no file can bring it back. @param {Entry | null} entry @param {string} stamp @returns {Entry | undefined} */
export const goneOf = (entry, stamp) => (entry?.past?.length ? { version: VERSION, at: Date.now(), stamp, past: entry.past, talk: null } : undefined);

/** In the place of another one: later than that, whatever the clock says, or two devices would not agree on which counts. @param {Entry} entry @param {unknown} before what lay there @returns {Entry} */
export function following(entry, before) {
  const { at, past } = entryIn(before) ?? { at: 0, past: [] };
  return withPast({ ...entry, at: Math.max(entry.at, at + 1) }, past ?? []);
}

/** One that counts, and is newer than another one too. @param {Entry} entry @param {Entry} other @returns {Entry} */
export const settled = (entry, other) => withPast(entry, [...(other.past ?? []), other.stamp]);

/** @param {Entry} entry @param {string[]} stamps @returns {Entry} */
function withPast(entry, stamps) {
  const past = [...new Set([...(entry.past ?? []), ...stamps])].slice(-MOST_PAST);
  return past.length ? { ...entry, past } : entry;
}

/**
 * How what comes from a file is related to what lies here: one of them is an older state of the other, or both were changed since they were the same.
 *
 * @param {Entry | null} here
 * @param {Entry} there
 * @returns {"older" | "newer" | "apart"} what `there` is; `older` also where it is the same
 */
export function related(here, there) {
  if (!here) return "newer";
  if (here.stamp === there.stamp || here.past?.includes(there.stamp)) return "older";
  return there.past?.includes(here.stamp) ? "newer" : "apart";
}
