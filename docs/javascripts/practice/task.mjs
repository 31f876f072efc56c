// A question that grades itself: options to choose, steps to order, pairs to match. Leaves its HTML as it was.

import { makeArranging } from "./kinds/arranging.mjs";
import { makeChoice } from "./kinds/choice.mjs";
import { button, make } from "../base/elements.mjs";
import { gradeOf } from "./round.mjs";

/** @typedef {import("./question.mjs").Question} Question */
/** @typedef {import("./card.mjs").Card} Card */
/** @typedef {import("./card.mjs").Tools} Tools */

/**
 * @typedef {object} Task
 * @property {HTMLElement} element
 * @property {() => boolean} any whether there is anything to check
 * @property {(number: number) => void} toggle
 * @property {() => {right: number, all: number}} check
 * @property {() => void} [dispose]
 */

/** Where the readable form of each kind stands. */
const PLAIN = ".gp-options, .gp-steps, .gp-pairs";

/**
 * @param {Question} question
 * @param {Tools} tools
 * @returns {Card}
 */
export function mountTask(question, tools) {
  const { section, answer } = question;
  const plain = section.querySelector(PLAIN);
  const task = makeTask(question, tools.say);
  const hint = make("p", { class: "gp-task__hint", role: "alert" });
  const actions = make("p", { class: "gp-actions" }, make("button", { class: "gp-button gp-button--primary" }, "Prüfen"));
  const form = make("form", { class: "gp-task", novalidate: true }, task.element, hint, actions);
  /** @type {ReturnType<typeof makeResult> | undefined} */
  let result;
  const check = () => {
    if (result) return;
    const score = task.check();
    result = makeResult(score, tools);
    actions.remove();
    hint.remove();
    section.dataset.checked = score.right === score.all ? "right" : "wrong";
    answer.open = true;
    answer.after(result.element);
    if (tools.single) result.next.focus({ preventScroll: true });
    tools.onReveal();
  };
  const tryToCheck = () => {
    if (task.any()) check();
    else hint.textContent = "Wähle erst etwas aus.";
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tryToCheck();
  });
  if (question.kind === "choice") actions.append(" ", button("Weiß ich nicht", check));
  if (plain instanceof HTMLElement) plain.hidden = true;
  answer.open = false;
  answer.before(form);
  return {
    reveal: check,
    press(command) {
      if (command === "go") result ? tools.onNext() : tryToCheck();
      else if (typeof command === "number") result ? result.press(command) : task.toggle(command);
    },
    dispose() {
      task.dispose?.();
      form.remove();
      result?.element.remove();
      delete section.dataset.checked;
      answer.open = false;
      if (plain instanceof HTMLElement) plain.hidden = false;
    },
  };
}

/** @param {Question} question @param {(text: string) => void} say @returns {Task} */
function makeTask(question, say) {
  const { kind, section } = question;
  if (kind === "choice") return makeChoice(question);
  const items = [...section.querySelectorAll(kind === "order" ? ".gp-steps > li" : ".gp-pairs__right > li")];
  const placed = items.toSorted((one, other) => placeOf(one) - placeOf(other));
  const { element, check, dispose } = makeArranging(placed, [...section.querySelectorAll(".gp-pairs__left > li")], say);
  return {
    element,
    dispose,
    any: () => true,
    toggle() {},
    check() {
      const found = check();
      return { right: found.filter(Boolean).length, all: found.length };
    },
  };
}

/** @param {Element} item */
const placeOf = (item) => Number(item.getAttribute("data-place"));

/**
 * What came of it: said, graded, and a right one can be raised.
 *
 * @param {{right: number, all: number}} score
 * @param {Tools} tools
 */
function makeResult({ right, all }, { single, days, say, onGrade, onNext }) {
  const grade = gradeOf(right, all);
  const when = make("span", { class: "gp-result__day" });
  const said = right === all ? "Richtig" : right && all > 1 ? `${right} von ${all} richtig` : "Nicht richtig";
  /** @param {1 | 2 | 3 | 4} given */
  const give = (given) => {
    when.textContent = `wieder ${days[given - 1]}`;
    onGrade(given);
  };
  const raise = () => {
    easy.remove();
    give(4);
    if (single) onNext();
  };
  const next = button("Weiter", onNext, { class: "gp-button gp-button--primary" });
  const easy = button(`Das war leicht · ${days[3]}`, raise, { "aria-keyshortcuts": "4" });
  const buttons = [...(single ? [next] : []), ...(grade === 3 ? [easy] : [])];
  const words = make("p", { class: "gp-result__said" }, make("strong", {}, said), " · ", when);
  const actions = make("p", { class: "gp-actions" }, ...buttons);
  give(grade);
  say(`${said}, wieder ${days[grade - 1]}.`);
  return {
    element: make("div", { class: "gp-result", "data-grade": grade }, words, actions),
    next,
    /** @param {number} number */
    press(number) {
      if (number === grade) onNext();
      else if (number === 4 && grade === 3) raise();
    },
  };
}
