// The four grades, each with the day on which the card would come back, and with what it means: as long as somebody is new to them, and whenever it is asked.

import { button, make } from "../base/elements.mjs";
import { GRADES } from "./round.mjs";

/** @typedef {import("./round.mjs").Grade} Grade */

/** What each grade says of an answer. */
const MEANINGS = ["nicht gewusst", "nur mit Mühe", "gewusst", "sofort gewusst"];

/**
 * @param {() => string[]} days when each grade brings the card back, in words
 * @param {Grade | null} given the grade that was given already
 * @param {(grade: Grade) => void} onPick
 * @param {boolean} explained whether it is said what each grade means before anybody asks
 */
export function makeGrades(days, given, onPick, explained) {
  const grades = GRADES.map((name, index) => makeGrade(/** @type {Grade} */ (index + 1), name, given));
  const buttons = grades.map(({ element }) => element);
  const element = make("div", { class: "gp-grades", "data-unsaid": true, role: "group", "aria-label": "Wie gut ging es?" }, ...buttons);
  const explain = (/** @type {boolean} */ wanted) => {
    element.classList.toggle("gp-grades--explained", wanted);
    for (const { meaning } of grades) meaning.hidden = !wanted;
    why.setAttribute("aria-expanded", String(wanted));
  };
  const why = button("Was heißt das?", () => explain(why.getAttribute("aria-expanded") !== "true"), { class: "gp-grades__why" });
  explain(explained);
  if (!explained) element.append(why);
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
  const meaning = make("span", { class: "gp-grade__meaning" }, MEANINGS[grade - 1]);
  const attributes = { type: "button", class: `gp-grade gp-grade--${grade}`, title: MEANINGS[grade - 1], "aria-keyshortcuts": grade, "aria-pressed": given === null ? false : String(given === grade) };
  const day = make("span", { class: "gp-grade__day" });
  const note = make("span", { class: "gp-grade__note" });
  const key = make("kbd", { "aria-hidden": "true" }, String(grade));
  return { element: make("button", attributes, make("span", { class: "gp-grade__name" }, name), " ", meaning, " ", day, " ", note, key), meaning, day, note };
}
