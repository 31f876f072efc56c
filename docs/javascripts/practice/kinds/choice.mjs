// A question with options: shown in a new order each time but for those that are pinned last, checked, and each option explained.

import { make } from "../../base/elements.mjs";
import { shuffled } from "../../base/shuffling.mjs";
import { explain, makeOption, newName, settle } from "../options.mjs";
import { mountTask } from "../task.mjs";

/** @typedef {import("../question.mjs").Question} Question */
/** @type {Record<import("../options.mjs").Mark, string>} */
const MARKS = { right: "Richtig", wrong: "Falsch", missed: "Wäre auch richtig gewesen" };

/**
 * How much was right. Of one right option there is all or nothing. Of several each that was found counts, each wrong one
 * that was chosen costs one; who chooses all of them has decided nothing.
 *
 * @param {{right: boolean, chosen: boolean}[]} options
 * @param {boolean} several
 * @returns {import("../task.mjs").Score}
 */
export function scoreOf(options, several) {
  const found = options.filter(({ right, chosen }) => right && chosen).length;
  if (!several) return { right: found ? 1 : 0, all: 1 };
  const all = options.filter(({ right }) => right).length;
  const faults = options.filter(({ right, chosen }) => !right && chosen).length;
  if (!faults) return { right: found, all };
  if (options.every(({ chosen }) => chosen)) return { right: 0, all, said: "Nicht richtig: Alles anzukreuzen zählt nicht" };
  return { right: Math.max(0, found - faults), all, said: `${found} von ${all} gefunden, ${faults} zu viel` };
}

/**
 * The options in another order; those that refer to the others stay last.
 *
 * @template {{last: boolean}} Item
 * @param {Item[]} options
 * @param {() => number} [random]
 */
export const mixed = (options, random) => [...shuffled(options.filter(({ last }) => !last), random), ...options.filter(({ last }) => last)];

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export const mount = (question, tools) => mountTask(question, tools, makeTask(question));

/** @param {Question} question @param {(text: string) => void} [_say] @param {() => number} [random] @returns {import("../task.mjs").Task} */
export function makeTask({ section, answer }, _say, random) {
  const several = section.hasAttribute("data-several");
  const solutions = [...answer.querySelectorAll("[data-solution] > li")];
  const name = newName();
  const all = [...section.querySelectorAll("[data-plain] > li")].map((option, index) => optionOf(option, solutions[index], several, name));
  const options = mixed(all, random);
  const hint = several ? "Mehrere Antworten sind richtig." : "Eine Antwort ist richtig.";
  const element = make("fieldset", { class: "gp-choice" }, make("legend", {}, hint), ...options.map(({ row }) => row));
  return {
    element,
    lacking: "Wähle erst etwas aus.",
    any: () => options.some(({ input }) => input.checked),
    given: () => all.flatMap(({ input }, index) => (input.checked ? [index] : [])),
    resume: (given) => all.forEach(({ input }, index) => { input.checked = given.includes(index); }),
    toggle(number) {
      const input = options[number - 1]?.input;
      if (!input || input.disabled) return;
      input.checked = several ? !input.checked : true;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.focus();
    },
    check() {
      for (const option of options) show(option);
      return scoreOf(options.map(({ right, input }) => ({ right, chosen: input.checked })), several);
    },
  };
}

/** @param {Element} option @param {Element | undefined} solution @param {boolean} several @param {string} name */
const optionOf = (option, solution, several, name) => ({
  ...makeOption(several ? "checkbox" : "radio", name, ...option.cloneNode(true).childNodes),
  right: solution?.hasAttribute("data-right") ?? false,
  last: solution?.hasAttribute("data-last") ?? false,
  feedback: solution?.querySelector("[data-feedback]"),
});

/** @param {ReturnType<typeof optionOf>} option */
function show(option) {
  const { input, right, feedback } = option;
  const mark = settle(option, right);
  const said = feedback?.textContent?.trim() ? [...feedback.cloneNode(true).childNodes] : [];
  const words = mark && !(mark === "missed" && input.type === "radio") ? MARKS[mark] : right ? "Richtig wäre das gewesen" : "";
  if (words || said.length) explain(option, make("strong", {}, words), words && said.length ? " – " : "", ...said);
}
