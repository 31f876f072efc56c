// The questions of a mock exam once more, with what a good answer has: points to tick, and how well it went.

import { button, make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { makePoints } from "../practice/points.mjs";
import { GRADES } from "../practice/round.mjs";
import { lengthSaid } from "./marking.mjs";

/** @typedef {import("./marking.mjs").Answered} Answered */

/**
 * @param {object} given
 * @param {readonly Answered[]} given.answers
 * @param {import("./marking.mjs").Exam["discussion"]} given.rules
 * @param {(id: string) => HTMLElement | null} given.modelOf the model answer of a question, as it stands on its page, or nothing
 * @param {(id: string) => boolean} given.isCard whether it can be practised
 * @param {() => Promise<void>} given.load fetches what lacks
 * @param {Record<string, number>} given.grades
 * @param {(id: string, grade: number) => void} given.onGrade
 */
export function makeAnswers({ answers, rules, modelOf, isCard, load, grades, onGrade }) {
  const made = answers.map((answer, place) => {
    const model = make("div", { class: "gp-answered__model" });
    const show = () => model.replaceChildren(...modelSaid(modelOf(answer.id), isCard(answer.id), async () => {
      await load();
      show();
      model.querySelector("button")?.focus();
    }));
    show();
    return make("details", { class: "gp-answered", open: place === 0 },
      make("summary", {}, make("h4", {}, answer.title), make("span", { class: "gp-answered__time" }, timesSaid(answer, rules))), model,
      ...(isCard(answer.id) ? [makeGrade(place, grades[answer.id] ?? null, (grade) => onGrade(answer.id, grade))] : []));
  });
  return make("section", { class: "gp-sheet-marks__section gp-answered-all" }, make("h3", {}, "Die Fragen und ihre Musterantworten"), ...made);
}

/** @param {Answered} answer @param {import("./marking.mjs").Exam["discussion"]} rules */
export function timesSaid({ seconds, follow, follow_s }, rules) {
  if (!seconds) return "";
  const kind = lengthSaid(seconds, rules);
  return `${timeSaid(seconds)}${kind ? ` (${kind})` : ""}${follow ? `, Nachfrage ${timeSaid(follow_s)}` : ""}`;
}

/** @param {HTMLElement | null} model @param {boolean} isCard @param {() => Promise<void>} again @returns {(Node | string)[]} */
function modelSaid(model, isCard, again) {
  if (!model) return isCard
    ? [make("p", { class: "gp-notice" }, "Die Musterantwort lässt sich gerade nicht laden. ", button("Noch einmal versuchen", () => void again()))]
    : [make("p", { class: "gp-answered__none" }, "Diese Frage ist aus deinem Vortrag gebildet. Eine Musterantwort gibt es nicht.")];
  const { elements } = makePoints(model, () => {});
  return [model, ...elements];
}

/** @param {number} place @param {number | null} given @param {(grade: number) => void} onGrade */
function makeGrade(place, given, onGrade) {
  const element = make("fieldset", { class: "gp-sheet-marks__choice" }, make("legend", {}, "Wie gut ging es?"), make("span", { class: "gp-switch" }, ...GRADES.map((said, index) =>
    make("label", { class: "gp-switch__chip" }, make("input", { type: "radio", name: `note-${place}`, value: index + 1, checked: given === index + 1 }), make("span", {}, said)))));
  element.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && onGrade(Number(target.value)));
  return element;
}
