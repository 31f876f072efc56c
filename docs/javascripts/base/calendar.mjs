// Days as whole numbers: the local calendar days since 1 January 1970, so that days can be counted and compared. Pure.

/**
 * A calendar day as people see it on the wall, without clock or time zone. It ends at 4:00: who practises past midnight is
 * still in the evening before. No day is longer or shorter than another, not even when the clocks change.
 *
 * @typedef {number} Day
 */

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAY_BEGINS_MS = 4 * 60 * MINUTE_MS;
const WEEKDAYS = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
const MONTHS = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

/** How far the device's clock is ahead of UTC at a moment. @param {number} ms @returns {number} minutes */
export const offsetAt = (ms) => -new Date(ms).getTimezoneOffset();

/**
 * The day of a moment, at the place where it was.
 *
 * @param {number} ms milliseconds since 1970, as of `Date.now()`
 * @param {number} [offset] minutes ahead of UTC, as the device has them where nothing is known
 * @returns {Day}
 */
export const dayOf = (ms, offset = offsetAt(ms)) => Math.floor((ms + offset * MINUTE_MS - DAY_BEGINS_MS) / DAY_MS);

/** The day of a moment by its date, which changes at midnight: for where the time stands beside it. @param {number} ms @param {number} [offset] @returns {Day} */
export const dateAt = (ms, offset = offsetAt(ms)) => Math.floor((ms + offset * MINUTE_MS) / DAY_MS);

/**
 * @param {string} iso as date fields give it: "2026-12-14"
 * @returns {Day | null} null for what is no day of the calendar
 */
export function dayOfIso(iso) {
  const ms = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(iso) : NaN;
  const day = Math.round(ms / DAY_MS);
  return !Number.isNaN(ms) && isoOf(day) === iso ? day : null;
}

/** @param {Day} day */
export const isoOf = (day) => at(day).toISOString().slice(0, 10);

/** @param {Day} day */
export const weekdayOf = (day) => WEEKDAYS[at(day).getUTCDay()];

/** The Monday of a day's week. @param {Day} day @returns {Day} */
export const mondayOf = (day) => day - ((day + 3) % 7); // Day 0 was a Thursday.

/**
 * A day as one speaks of it today: „morgen“, „in 3 Tagen“, „Mo, 14. Dez.“; the year only where it is another.
 *
 * @param {Day} day
 * @param {Day} today
 */
export function nameOf(day, today) {
  const ahead = day - today;
  const near = { [-1]: "gestern", 0: "heute", 1: "morgen" }[ahead];
  if (near) return near;
  if (Math.abs(ahead) < 7) return ahead > 0 ? `in ${ahead} Tagen` : `vor ${-ahead} Tagen`;
  return datedFrom(day, today);
}

/** A sentence that may end in a day, whose point is the full stop too: „am 7. Dez.“ @param {string} sentence */
export const ended = (sentence) => (sentence.endsWith(".") ? sentence : `${sentence}.`);

/** A day by its date: „Mo, 14. Dez.“. @param {Day} day */
export const dateOf = (day) => `${weekdayOf(day)}, ${at(day).getUTCDate()}. ${MONTHS[at(day).getUTCMonth()]}`;

/** A day by its date, with the year where it is not this one: „Mo, 14. Dez. 2027“. @param {Day} day @param {Day} today */
export const datedFrom = (day, today) => dateOf(day) + (yearOf(day) === yearOf(today) ? "" : ` ${yearOf(day)}`);

/** The day of a moment as it is dated today. @param {number} ms milliseconds since 1970 */
export const dateSaid = (ms) => datedFrom(dateAt(ms), dateAt(Date.now()));

/** @param {number} ms milliseconds since 1970 @returns {string} such as „Do, 26. Nov., 18:05“ */
export const momentSaid = (ms) => `${dateSaid(ms)}, ${new Date(ms).toLocaleTimeString("de-DE", { hour: "numeric", minute: "2-digit" })}`;

/** @param {Day} day */
const yearOf = (day) => at(day).getUTCFullYear();

/** @param {Day} day */
const at = (day) => new Date(day * DAY_MS);
