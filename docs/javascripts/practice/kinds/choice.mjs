// A question with options: shown in a new order each time, checked, and each option explained.

import { make } from "../../base/elements.mjs";
import { shuffled } from "../../base/shuffling.mjs";
import { mountTask } from "../task.mjs";

/** @typedef {import("../question.mjs").Question} Question */
/** @typedef {"right" | "wrong" | "missed"} State */

/** @type {Record<State, string>} */
const MARKS = { right: "Richtig", wrong: "Falsch", missed: "Wäre auch richtig gewesen" };

let count = 0;

/**
 * How an option turned out; "" for one that was rightly left alone.
 *
 * @param {boolean} right
 * @param {boolean} chosen
 * @returns {State | ""}
 */
export const stateOf = (right, chosen) => (chosen ? (right ? "right" : "wrong") : right ? "missed" : "");

/**
 * How much was right. Of one right option there is all or nothing; of several each option counts that was judged rightly.
 *
 * @param {{right: boolean, chosen: boolean}[]} options
 * @param {boolean} several
 */
export function scoreOf(options, several) {
  if (!several) return { right: options.some(({ right, chosen }) => right && chosen) ? 1 : 0, all: 1 };
  if (!options.some(({ chosen }) => chosen)) return { right: 0, all: options.length };
  return { right: options.filter(({ right, chosen }) => right === chosen).length, all: options.length };
}

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export const mount = (question, tools) => mountTask(question, tools, makeChoice(question));

/** @param {Question} question @returns {import("../task.mjs").Task} */
function makeChoice({ section, answer }) {
  const several = section.hasAttribute("data-several");
  const solutions = [...answer.querySelectorAll("[data-solution] > li")];
  const name = `gp-choice-${(count += 1)}`;
  const options = shuffled([...section.querySelectorAll("[data-plain] > li")].map((option, index) => makeOption(option, solutions[index], several, name)));
  const hint = several ? "Mehrere Antworten sind richtig." : "Eine Antwort ist richtig.";
  const element = make("fieldset", { class: "gp-choice" }, make("legend", {}, hint), ...options.map(({ row }) => row));
  return {
    element,
    canPass: true,
    lacking: "Wähle erst etwas aus.",
    any: () => options.some(({ input }) => input.checked),
    toggle(number) {
      const input = options[number - 1]?.input;
      if (!input || input.disabled) return;
      input.checked = several ? !input.checked : true;
      input.focus();
    },
    check() {
      for (const option of options) mark(option);
      return scoreOf(options.map(({ right, input }) => ({ right, chosen: input.checked })), several);
    },
  };
}

/** @typedef {ReturnType<typeof makeOption>} Option */

/** @param {Element} option @param {Element | undefined} solution @param {boolean} several @param {string} name */
function makeOption(option, solution, several, name) {
  const input = make("input", { type: several ? "checkbox" : "radio", name });
  const text = make("span", { class: "gp-option__text" }, ...option.cloneNode(true).childNodes);
  const row = make("div", { class: "gp-option" }, make("label", { class: "gp-option__label" }, input, text));
  return { row, input, right: solution?.hasAttribute("data-right") ?? false, feedback: solution?.querySelector("[data-feedback]") };
}

/** @param {Option} option */
function mark({ row, input, right, feedback }) {
  input.disabled = true;
  const state = stateOf(right, input.checked);
  row.dataset.state = state;
  const said = feedback?.textContent?.trim() ? [...feedback.cloneNode(true).childNodes] : [];
  const words = state && !(state === "missed" && input.type === "radio") ? MARKS[state] : right ? "Richtig wäre das gewesen" : "";
  if (!words && !said.length) return;
  row.append(make("p", { class: "gp-option__feedback" }, make("strong", {}, words), words && said.length ? " – " : "", ...said));
}
