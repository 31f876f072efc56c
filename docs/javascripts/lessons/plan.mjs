// Where somebody stands in the plan up to the exam, and what of it belongs into a calendar. Pure.

import { datedFrom, nameOf } from "../base/calendar.mjs";

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
