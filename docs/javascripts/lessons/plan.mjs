// Where somebody stands in the plan up to the exam, and what of it belongs into a calendar. Pure.

import { datedFrom, nameOf } from "../base/calendar.mjs";
import { isRecord } from "../base/merging.mjs";

/** @typedef {import("../base/calendar.mjs").Day} Day */
/** @typedef {"past" | "now" | "next" | "later"} Stage */
/** @typedef {{id: string, days: number, title: string, tasks: string[]}} Step  days before the exam */

/**
 * Where each step of the plan stands: one is on until the next begins.
 *
 * @param {number[]} days before the exam, the most first
 * @param {Day} exam
 * @param {Day} today
 * @returns {Stage[]}
 */
export function stagesOf(days, exam, today) {
  if (exam < today) return days.map(() => "past");
  const begun = days.filter((each) => exam - each <= today).length;
  return days.map((_, index) => (index < begun - 1 ? "past" : index === begun - 1 ? "now" : index === begun ? "next" : "later"));
}

/**
 * The same in a sentence or three.
 *
 * @param {Step[]} steps
 * @param {Day} exam
 * @param {Day} today
 */
export function whereSaid(steps, exam, today) {
  if (exam < today) return `Deine Prüfung am ${datedFrom(exam, today)} ist vorbei.`;
  if (exam === today) return "Heute ist deine Prüfung. Viel Erfolg!";
  const stages = stagesOf(steps.map(({ days }) => days), exam, today);
  const [now, next] = [steps[stages.indexOf("now")], steps[stages.indexOf("next")]];
  const left = exam - today;
  const said = [`Bis zur Prüfung am ${datedFrom(exam, today)} ${left === 1 ? "ist es noch 1 Tag" : `sind es noch ${left} Tage`}.`];
  if (now) said.push(`Jetzt dran: ${now.title}.`);
  if (next) said.push(`Als Nächstes, ${nameOf(exam - next.days, today)}: ${next.title}.`);
  return said.join(" ");
}

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
 * What of the plan is worth an entry in a calendar: what lies ahead.
 *
 * @param {Step[]} steps
 * @param {Day} exam
 * @param {Day} today
 */
export const entriesOf = (steps, exam, today) => steps
  .map(({ id, days, title, tasks }) => ({
    id: `plan-${id}`,
    day: exam - days,
    title: days ? `Prüfung vorbereiten: ${title}` : title,
    details: tasks.map((task) => `– ${task}`).join("\n"),
  }))
  .filter(({ day }) => day >= today);
