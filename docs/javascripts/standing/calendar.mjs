// The calendar of the weeks: each day with its count of cards, by shade and as a number, with rehearsals, mock exams and the exam.

import { dateOf } from "../base/calendar.mjs";
import { make } from "../base/elements.mjs";
import { daySaid, sumSaid, weekName } from "./weeks.mjs";

/** @typedef {import("./weeks.mjs").Mark} Mark */

/** @type {Record<Mark, [sign: string, name: string]>} */
const SIGNS = { run: ["▲", "Probe"], mock: ["◆", "Probeprüfung"], exam: ["★", "Prüfung"] };

/** @param {import("./weeks.mjs").Weeks} weeks @returns {HTMLElement[]} */
export function makeCalendar({ weeks, earlier, later }) {
  const days = weeks.flatMap((week) => week.days);
  const gap = (/** @type {number} */ count, /** @type {string} */ said) => (count ? [make("p", { class: "gp-weeks__gap" }, `${count === 1 ? "Eine Woche" : `${count} Wochen`} ${said}`)] : []);
  return [
    ...gap(earlier, "davor sind hier nicht gezeigt."),
    make("ol", { class: "gp-weeks" }, ...weeks.map(weekItem)),
    ...gap(later, "kommen noch bis zur Prüfung."),
    make("p", { class: "gp-weeks__legend", "aria-hidden": "true" }, ...legend(new Set(days.flatMap(({ marks }) => marks)))),
  ];
}

/** @param {import("./weeks.mjs").Week} week */
function weekItem(week) {
  return make("li", { class: "gp-weeks__week" },
    make("p", { class: "gp-weeks__name" }, weekName(week)),
    make("ol", { class: "gp-weeks__days" }, ...week.days.map(dayItem)),
    make("p", { class: "gp-weeks__sum" }, sumSaid(week)));
}

/** @param {number} day @returns {string} such as „Di 17.“ */
const shortOf = (day) => dateOf(day).replace(",", "").split(" ").slice(0, 2).join("\u00a0");

/** @param {import("./weeks.mjs").DayDone} given */
function dayItem(given) {
  const { day, cards, level, marks, when } = given;
  const signs = [...new Set(marks)].map((mark) => make("span", { class: `gp-weeks__sign gp-weeks__sign--${mark}` }, SIGNS[mark][0]));
  return make("li", { class: "gp-weeks__day", "data-level": level, "data-when": marks.includes("exam") ? "exam" : when, title: daySaid(given) },
    make("span", { class: "gp-hidden" }, daySaid(given)),
    make("span", { class: "gp-weeks__date", "aria-hidden": "true" }, when === "today" ? "heute" : shortOf(day)),
    make("span", { class: "gp-weeks__count", "aria-hidden": "true" }, cards ? String(cards) : when === "past" && !marks.length ? "–" : "", ...signs));
}

/** @param {Set<Mark>} marks those that are there */
function legend(marks) {
  const shades = [1, 2, 3, 4].map((level) => make("span", { class: "gp-weeks__shade", "data-level": level }));
  const signs = /** @type {Mark[]} */ (Object.keys(SIGNS)).filter((mark) => marks.has(mark));
  return [
    make("span", {}, "wenige ", ...shades, " viele Karten"),
    ...signs.map((mark) => make("span", {}, make("span", { class: `gp-weeks__sign gp-weeks__sign--${mark}` }, SIGNS[mark][0]), ` ${SIGNS[mark][1]}`)),
  ];
}
