// What of the plan goes into a calendar, and what has gone there before. Pure.

import { isRecord } from "../base/merging.mjs";

/** @typedef {import("../base/calendar.mjs").Day} Day */

/**
 * What a file has put into a calendar: the random name of this plan, how many files came before, and each entry's day.
 *
 * @typedef {{plan: string, sequence: number, sent: Record<string, {day: Day, title: string}>}} Issued
 */

/** @param {any} value as it was stored @returns {Issued | null} null for what is none */
export function issuedOf(value) {
  const whole = isRecord(value) && /^[0-9a-f]{16}$/.test(value.plan) && Number.isInteger(value.sequence) && isRecord(value.sent)
    && Object.values(value.sent).every((entry) => isRecord(entry) && Number.isInteger(entry.day) && typeof entry.title === "string");
  return whole ? /** @type {Issued} */ (value) : null;
}

/**
 * What the next file holds: what lies ahead, and as cancelled what an earlier file has put on a day to come and is gone from there.
 *
 * @param {Issued | null} last
 * @param {import("./calendar-file.mjs").Entry[]} ahead
 * @param {Day} today
 * @returns {import("./calendar-file.mjs").Entry[]}
 */
export function changesSince(last, ahead, today) {
  const ids = new Set(ahead.map(({ id }) => id));
  const gone = Object.entries(last?.sent ?? {}).filter(([id, { day }]) => day >= today && !ids.has(id));
  return [...ahead, ...gone.map(([id, { day, title }]) => ({ id, day, title, details: "", cancelled: true }))];
}

/**
 * What is to be remembered of that file. What is cancelled stays, until its day is past: the file may never have been opened.
 *
 * @param {Issued | null} last
 * @param {import("./calendar-file.mjs").Entry[]} entries
 * @param {string} newPlan a random name, for the first file
 * @returns {Issued}
 */
export const issuedWith = (last, entries, newPlan) => ({
  plan: last?.plan ?? newPlan,
  sequence: last ? last.sequence + 1 : 0,
  sent: Object.fromEntries(entries.map(({ id, day, title }) => [id, { day, title }])),
});

/**
 * What of the plan is worth an entry in a calendar: what lies ahead and was not dropped.
 *
 * @param {import("./outline.mjs").Plan} plan
 */
export const entriesOf = ({ steps, exam, today }) => steps
  .filter(({ stage }) => stage !== "dropped")
  .flatMap(({ id, day, title, tasks }) => (day === null ? [] : [{
    id: `plan-${id}`,
    day,
    title: day === exam ? title : `Prüfung vorbereiten: ${title}`,
    details: tasks.map(({ text }) => `– ${text}`).join("\n"),
  }]))
  .filter(({ day }) => day >= today);
