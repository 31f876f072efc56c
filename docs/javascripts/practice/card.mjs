// A question that the learner judges: answered, shown, graded. Leaves its HTML as it was. Terms and phrases need no more than that.

import { focusOn, make } from "../base/elements.mjs";
import { makeGrades } from "./grades.mjs";
import { gradeOf } from "./round.mjs";
import { keepText, keptText } from "./written.mjs";

/** @typedef {import("./question.mjs").Question} Question */
/** @typedef {import("./round.mjs").Grade} Grade */
/** @typedef {import("./keys.mjs").Command} Command */

/**
 * What a card needs of whoever shows it.
 *
 * @typedef {object} Tools
 * @property {boolean} single whether it stands alone on the page, with the keyboard for itself
 * @property {boolean} writing whether the answer is written
 * @property {import("./ring.mjs").Limits} limits
 * @property {() => string[]} days when each grade would bring the card back now, in words
 * @property {Grade | null} given the grade that was given already
 * @property {boolean} explained whether it is said what each grade means
 * @property {(text: string) => void} say tells those who do not see it
 * @property {(grade: Grade) => string} onGrade returns when the card comes back, in words
 * @property {() => void} onReveal
 * @property {() => void} onNext
 */

/** @typedef {{checksItself: boolean, press: (command: Command) => void, reveal: () => void, dispose: () => void, newDay?: () => void}} Mounted */

/**
 * What a kind adds: how it is answered aloud, and what helps to judge the answer.
 *
 * @typedef {object} Manner
 * @property {(tools: Tools) => Asking} [speak]
 * @property {(answer: HTMLElement, onTick: (said: number, all: number) => void, folded: boolean) => {elements: HTMLElement[], dispose: () => void}} [points]
 */

/** @param {Question} question @param {Tools} tools @param {Manner} [manner] @returns {Mounted} */
export function mount(question, tools, { speak, points } = {}) {
  const { answer } = question;
  const ask = tools.writing ? makeSheet(question) : tools.single && speak ? speak(tools) : makeNothing();
  /** @type {(() => void)[]} */
  const undoings = [() => ask.element.remove(), () => { answer.open = false; }, () => answer.removeAttribute("tabindex")];
  let revealed = false;
  let newDay = () => {};
  const reveal = () => {
    if (revealed) return;
    revealed = true;
    answer.open = true;
    const judging = judge(answer, tools, points);
    newDay = judging.newDay;
    undoings.push(ask.finish(answer), judging.dispose);
    if (tools.single) focusOn(answer);
    tools.onReveal();
  };
  const onToggle = () => {
    if (answer.open && !matchMedia("print").matches) reveal();
  };
  /** The event above comes late; a key may be quicker. @param {Event} event */
  const onClick = (event) => {
    if (answer.open || !(event.target instanceof Element) || !event.target.closest("summary")) return;
    event.preventDefault();
    reveal();
    answer.open = true;
  };
  answer.addEventListener("toggle", onToggle);
  answer.addEventListener("click", onClick);
  undoings.push(() => answer.removeEventListener("toggle", onToggle), () => answer.removeEventListener("click", onClick));
  answer.open = false;
  answer.before(ask.element);
  return {
    checksItself: false,
    reveal,
    newDay: () => newDay(),
    press(command) {
      if (typeof command === "number") {
        if (revealed && command <= 4) tools.onGrade(/** @type {Grade} */ (command));
      } else if (command === "go" && (revealed || !ask.start())) reveal();
      else if (command === "pause") ask.toggle();
    },
    dispose: () => undoings.toReversed().forEach((undo) => undo()),
  };
}

/** What stands behind the answer: points to tick where they help, and the grades. @param {HTMLElement} answer @param {Tools} tools @param {Manner["points"]} makePoints */
function judge(answer, { days, given, onGrade, explained, writing }, makePoints) {
  const grades = makeGrades(days, given, onGrade, explained);
  const points = makePoints?.(answer, (said, all) => grades.suggest(said ? gradeOf(said, all) : null), !writing);
  const element = make("div", { class: "gp-judge" }, ...(points?.elements ?? []), grades.element);
  answer.after(element);
  const dispose = () => {
    points?.dispose();
    element.remove();
  };
  return { dispose, newDay: grades.showDays };
}

/**
 * The time before the answer shows. `start` tells whether there was anything to start.
 *
 * @typedef {{element: HTMLElement, start: () => boolean, toggle: () => void, finish: (answer: HTMLElement) => () => void}} Asking
 */

/** @returns {Asking} for what is known or not: no ring, nothing to write */
const makeNothing = () => ({ element: make("div", { hidden: true }), start: () => false, toggle() {}, finish: () => () => {} });

/** @param {Question} question @returns {Asking} an answer in writing, kept until the browser is closed */
function makeSheet({ card }) {
  const sheet = make("textarea", { class: "gp-sheet__text", rows: 5 });
  sheet.value = keptText(card.id);
  sheet.addEventListener("input", () => keepText(card.id, sheet.value));
  const element = make("label", { class: "gp-sheet" }, make("span", { class: "gp-sheet__label" }, "Deine Antwort"), sheet);
  const start = () => {
    if (sheet.value) return false;
    sheet.focus();
    return true;
  };
  /** @param {HTMLElement} answer */
  const finish = (answer) => {
    element.hidden = true;
    return sheet.value.trim() ? compare(answer, sheet.value) : () => {};
  };
  return { element, start, toggle() {}, finish };
}

/** Put what was written beside the model answer. @param {HTMLElement} answer @param {string} text */
function compare(answer, text) {
  const model = answer.querySelector("[data-sample]") ?? answer.lastElementChild;
  const own = make("div", { class: "gp-own" }, make("h3", {}, "Deine Antwort"), make("p", { class: "gp-own__text" }, text));
  const both = make("div", { class: "gp-compare" });
  model?.before(both);
  both.append(own, ...(model ? [model] : []));
  return () => both.replaceWith(...(model ? [model] : []));
}
