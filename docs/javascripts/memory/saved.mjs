// Whether much of what was practised is in no file, and whether that may be said now. What it knows of this device are three settings, which no
// backup holds: `saved` (when all was saved last), `reminded` (when that was said last) and `install` (that nobody wants to hear of the app).

import { dayOf, dayOfIso, isoOf } from "../base/calendar.mjs";
import { read, write } from "../base/shelf.mjs";

/** @typedef {{at: number, offset?: number}} Deed something that was done, with the distance of the clock from UTC in minutes where that is known */

/** Practice of so many days is worth a word, once more than a week has passed since the first of them. */
const DAYS = 3;
const WEEK = 7;

const [LATER, NEVER] = ["later", "never"];

/**
 * The day since which what was done is in no file; null where that is too little or too new to speak of.
 *
 * @param {Deed[]} deeds
 * @param {number} savedMs when a file was saved last, 0 for never
 * @param {number} nowMs
 * @returns {number | null}
 */
export function unsavedSince(deeds, savedMs, nowMs) {
  const days = new Set(deeds.filter(({ at }) => at > savedMs && at <= nowMs).map(({ at, offset }) => dayOf(at, offset)));
  const first = Math.min(...days);
  return days.size >= DAYS && dayOf(nowMs) - first > WEEK ? first : null;
}

/**
 * Whether nothing is to be said: it was put off, or was said within the last week; on the day itself it stays.
 *
 * @param {string | null} reminded a day, with a word behind it where it was put off on that day; or that word that forbids it
 * @param {number} today
 */
export function isQuiet(reminded, today) {
  if (reminded === NEVER) return true;
  const [iso, word] = (reminded ?? "").split(" ");
  const day = dayOfIso(iso);
  return day !== null && today - day < WEEK && (day !== today || word === LATER);
}

/** When all was saved last on this device, or is known to stand in a file; in milliseconds since 1970, 0 for never. */
export const savedAt = () => Date.parse(read("setting", "saved") ?? "") || 0;

/** @param {number} ms when everything that is here was in a file */
export const noteSaved = (ms) => void (ms > savedAt() && write("setting", "saved", new Date(ms).toISOString()));

/** @param {number} today */
export const mayRemind = (today) => !isQuiet(read("setting", "reminded"), today);

/** Said on this day. @param {number} today */
export const noteReminded = (today) => void write("setting", "reminded", isoOf(today));

/** Said again in a week. @param {number} today */
export const putOff = (today) => void write("setting", "reminded", `${isoOf(today)} ${LATER}`);

/** Never said again. */
export const forbidReminding = () => void write("setting", "reminded", NEVER);

/** Whether somebody has had enough of hearing that the site can be an app. */
export const isAppUnwanted = () => read("setting", "install") === NEVER;

/** Never said again, but on „Mein Stand“. */
export const refuseApp = () => void write("setting", "install", NEVER);
