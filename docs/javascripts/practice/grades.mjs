// The four grades, each with the day on which the card would come back.

import { make } from "../base/elements.mjs";
import { GRADES } from "./round.mjs";

/** @typedef {import("./round.mjs").Grade} Grade */

/**
 * @param {() => string[]} days when each grade brings the card back, in words
 * @param {Grade | null} given the grade that was given already
 * @param {(grade: Grade) => void} onPick
 */
export function makeGrades(days, given, onPick) {
  const grades = GRADES.map((name, index) => makeGrade(/** @type {Grade} */ (index + 1), name, given));
  const buttons = grades.map(({ element }) => element);
  const element = make("div", { class: "gp-grades", "data-unsaid": true, role: "group", "aria-label": "Wie gut ging es?" }, ...buttons);
  const showDays = () => {
    for (const [index, text] of days().entries()) grades[index].day.textContent = text;
  };
  showDays();
  element.addEventListener("click", ({ target }) => {
    const chosen = target instanceof Element ? buttons.indexOf(/** @type {any} */ (target.closest("button"))) : -1;
    if (chosen < 0) return;
    for (const [index, each] of buttons.entries()) each.setAttribute("aria-pressed", String(index === chosen));
    onPick(/** @type {Grade} */ (chosen + 1));
    showDays();
  });
  return {
    element,
    showDays,
    /** @param {Grade | null} grade */
    suggest(grade) {
      for (const [index, { element: each, note }] of grades.entries()) {
        each.toggleAttribute("data-suggested", index + 1 === grade);
        note.textContent = index + 1 === grade ? "Vorschlag" : "";
      }
    },
  };
}

/** @param {Grade} grade @param {string} name @param {Grade | null} given */
function makeGrade(grade, name, given) {
  const attributes = { type: "button", class: `gp-grade gp-grade--${grade}`, "aria-keyshortcuts": grade, "aria-pressed": given === null ? false : String(given === grade) };
  const day = make("span", { class: "gp-grade__day" });
  const note = make("span", { class: "gp-grade__note" });
  const key = make("kbd", { "aria-hidden": "true" }, String(grade));
  return { element: make("button", attributes, make("span", { class: "gp-grade__name" }, name), " ", day, " ", note, key), day, note };
}
