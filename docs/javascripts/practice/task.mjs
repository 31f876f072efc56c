// A question that the page checks and grades, whatever there is to do. Leaves its HTML as it was.

import { ended } from "../base/calendar.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { gradeOf } from "./round.mjs";

/** @typedef {import("./question.mjs").Question} Question */
/** @typedef {import("./card.mjs").Mounted} Mounted */
/** @typedef {import("./card.mjs").Tools} Tools */

/** @typedef {{right: number, all: number, said?: string}} Score  `said` where it takes more than the figures */
/** @typedef {(number | string)[]} Given  what somebody has done, such as the options that were chosen; nothing of it where nothing was touched */

/**
 * What a kind gives one to do; it takes the place of the question's readable form, and tells by an `input` event of whatever is done.
 *
 * @typedef {object} Task
 * @property {HTMLElement} element
 * @property {() => Score} check shows what is right, and lets nothing change any more
 * @property {string} lacking says that there is nothing to check yet
 * @property {() => boolean} any whether there is anything to check: a stray key must not grade what nobody touched
 * @property {() => Given} given
 * @property {(given: Given) => void} resume puts back what was done; what does not fit any more is left out
 * @property {() => void} [concede] counts what is nearly right, where nobody can be asked
 * @property {(settle: () => void) => HTMLElement | null} [doubt] what the learner has to decide before it is graded, null for nothing
 * @property {(number: number) => void} [toggle] a number was pressed
 * @property {() => void} [dispose]
 */

/**
 * @param {Question} question
 * @param {Tools} tools
 * @param {Task} task
 * @returns {Mounted}
 */
export function mountTask(question, tools, task) {
  const hint = make("p", { class: "gp-task__hint", role: "alert" });
  const actions = make("p", { class: "gp-actions" }, make("button", { class: "gp-button gp-button--primary" }, "Prüfen"));
  const form = make("form", { class: "gp-task", novalidate: true }, task.element, hint, actions);
  /** @type {ReturnType<typeof makeResult> | undefined} */
  let result;
  /** @type {HTMLElement | null | undefined} */
  let doubt;
  const check = () => {
    if (result) return;
    const within = form.contains(document.activeElement);
    result = makeResult(showScore(question, task), tools);
    for (const each of [actions, hint, doubt]) each?.remove();
    question.answer.after(result.element);
    if (tools.single) result.next.focus({ preventScroll: true });
    else if (within) focusOn(result.element);
    tools.onReveal();
  };
  const tryToCheck = () => {
    if (doubt) return;
    hint.textContent = task.any() ? "" : task.lacking;
    if (hint.textContent) return;
    doubt = task.doubt?.(check);
    if (!doubt) return check();
    const within = form.contains(document.activeElement);
    actions.replaceWith(doubt);
    if (tools.single || within) doubt.querySelector("button")?.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tryToCheck();
  });
  actions.append(" ", button("Weiß ich nicht", check));
  const lift = lay(question, form);
  return {
    checksItself: true,
    reveal: check,
    press(command) {
      if (command === "go") result ? tools.onNext() : tryToCheck();
      else if (typeof command === "number") result ? result.press(command) : task.toggle?.(command);
    },
    dispose() {
      task.dispose?.();
      result?.element.remove();
      lift();
    },
  };
}

/** Put something to do in the place of a question's readable form. @param {Question} question @param {HTMLElement} element @returns {() => void} leaves the HTML as it was */
export function lay({ section, answer }, element) {
  const plain = find(section, "plain");
  plain.hidden = true;
  answer.open = false;
  answer.before(element);
  return () => {
    element.remove();
    delete section.dataset.checked;
    answer.open = false;
    plain.hidden = false;
  };
}

/** Show what was right, and the answer with it. @param {Question} question @param {Task} task @returns {Score} */
export function showScore({ section, answer }, task) {
  const score = task.check();
  section.dataset.checked = score.right === score.all ? "right" : "wrong";
  answer.open = true;
  return score;
}

/** Whether something is to be kept of what was done in a task. @param {unknown} given @returns {given is Given} */
export const isGiven = (given) => Array.isArray(given) && given.every((each) => typeof each === "string" || Number.isSafeInteger(each));

/** @param {number} right @param {number} all */
const scoreSaid = (right, all) => (right === all ? "Richtig" : right && all > 1 ? `${right} von ${all} richtig` : "Nicht richtig");

/**
 * What came of it: said, graded, and a right one can be raised.
 *
 * @param {Score} score
 * @param {Tools} tools
 */
function makeResult({ right, all, said = scoreSaid(right, all) }, { single, days, say, onGrade, onNext }) {
  const grade = gradeOf(right, all);
  const when = make("span", { class: "gp-result__day" });
  /** @param {1 | 2 | 3 | 4} given */
  const give = (given) => {
    const day = onGrade(given);
    when.textContent = `wieder ${day}`;
    return day;
  };
  const raise = () => {
    easy.remove();
    give(4);
    if (single) onNext();
    else focusOn(words);
  };
  const next = button("Weiter", onNext, { class: "gp-button gp-button--primary" });
  const easy = button(`Das war leicht · ${days()[3]}`, raise, { "aria-keyshortcuts": "4" });
  const buttons = [...(single ? [next] : []), ...(grade === 3 ? [easy] : [])];
  const words = make("p", { class: "gp-result__said" }, make("strong", {}, said), " · ", when);
  const actions = make("p", { class: "gp-actions" }, ...buttons);
  say(ended(`${said}, wieder ${give(grade)}`));
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
