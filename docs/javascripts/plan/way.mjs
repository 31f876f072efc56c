// The days up to the exam as one strip: what was practised, where the steps stand, and today. A picture of what is said beside it.

import { datedFrom } from "../base/calendar.mjs";
import { make } from "../base/elements.mjs";

/** Of more days nobody sees one. */
const MOST_DAYS = 42;

/**
 * @param {import("./outline.mjs").Plan} plan
 * @param {number} begun the day on which the way began
 * @param {ReadonlySet<number>} practised days
 * @returns {HTMLElement[]} nothing without an exam that lies ahead
 */
export function makeWay({ exam, today, steps }, begun, practised) {
  if (exam === null || exam < today) return [];
  const first = Math.max(Math.min(begun, today), exam - MOST_DAYS);
  if (first > today) return [];
  const days = Array.from({ length: exam - first + 1 }, (_, index) => first + index);
  const cells = days.map((day) => cell(day, { exam, today, isPractised: practised.has(day), steps: steps.filter((step) => step.day === day) }));
  return [make("div", { class: "gp-way", "aria-hidden": "true" },
    make("div", { class: "gp-way__days", style: `--days: ${days.length}` }, ...cells),
    make("p", { class: "gp-way__ends" }, make("span", {}, today - first < 3 ? "" : datedFrom(first, today)), make("span", {}, exam === today ? "heute" : datedFrom(exam, today))))];
}

/** @param {number} day @param {{exam: number, today: number, isPractised: boolean, steps: import("./outline.mjs").Standing[]}} given */
function cell(day, { exam, today, isPractised, steps }) {
  const when = day === exam ? "exam" : day === today ? "today" : day < today ? "past" : "ahead";
  const label = when === "today" && day !== exam ? [make("span", { class: "gp-way__today" }, "heute")] : [];
  const flags = steps.map(({ stage }) => make("span", { class: "gp-way__step", "data-stage": stage }));
  return make("span", { class: `gp-way__day gp-way__day--${when}${isPractised ? " gp-way__day--practised" : ""}`, title: steps.map(({ title }) => title).join(", ") || false }, ...flags, ...label);
}
