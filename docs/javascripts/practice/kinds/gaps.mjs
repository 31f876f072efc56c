// A text with gaps to type into: case and blanks do not count, a near miss is named and may be counted.

import { button, make } from "../../base/elements.mjs";
import { find, findAll } from "../../base/names.mjs";
import { mountTask } from "../task.mjs";

/** @typedef {"right" | "near" | "wrong"} Verdict */
/** @typedef {{input: HTMLInputElement, accepted: string[], counted: boolean}} Gap  `counted`: a near miss that the learner counts */

/** From so many letters on, one slip is a near miss, or two. */
const ONE_SLIP = 4;
const TWO_SLIPS = 8;
/** Characters that a gap shows at most. */
const WIDEST = 24;

/** What counts of an answer. @param {string} text */
const compared = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, "");

/**
 * How many slips lead from one word to another: letters missing, too many, other ones, or two neighbours exchanged.
 *
 * @param {string} one
 * @param {string} other
 */
export function slips(one, other) {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const least = Math.min(rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + (same ? 0 : 1));
      const exchanged = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row].push(exchanged ? Math.min(least, rows[row - 2][column - 2] + 1) : least);
    }
  }
  return rows[one.length][other.length];
}

/**
 * What was typed, against all that would be right. Short words and numbers have no near misses: another one means another thing.
 *
 * @param {string} typed
 * @param {string[]} accepted
 * @returns {{verdict: Verdict, meant: string}}
 */
export function judge(typed, accepted) {
  const word = compared(typed);
  if (accepted.some((answer) => compared(answer) === word)) return { verdict: "right", meant: "" };
  const meant = accepted.find((answer) => isNear(word, compared(answer)));
  return { verdict: meant === undefined ? "wrong" : "near", meant: meant ?? accepted[0] };
}

/** @param {string} word @param {string} answer */
function isNear(word, answer) {
  const most = answer.length >= TWO_SLIPS ? 2 : answer.length >= ONE_SLIP ? 1 : 0;
  return Math.abs(word.length - answer.length) <= most && digits(word) === digits(answer) && slips(word, answer) <= most;
}

/** @param {string} word */
const digits = (word) => word.replace(/[^0-9]/g, "");

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export const mount = (question, tools) => mountTask(question, tools, makeTask(question));

/** @param {import("../question.mjs").Question} question @returns {import("../task.mjs").Task} */
export function makeTask({ section }) {
  const text = make("p", { class: "gp-gaps" }, ...find(section, "plain").cloneNode(true).childNodes);
  const gaps = makeInputs(findAll(text, "accepted"));
  const element = make("fieldset", { class: "gp-fill" }, make("legend", {}, `Fülle die ${gaps.length > 1 ? "Lücken" : "Lücke"}. Groß- und Kleinschreibung und Leerzeichen sind egal.`), text);
  const any = () => gaps.some(({ input }) => input.value.trim() !== "");
  return {
    element,
    lacking: "Tippe erst etwas ein.",
    any,
    given: () => (any() ? gaps.map(({ input }) => input.value) : []),
    resume: (given) => gaps.forEach(({ input }, index) => { input.value = String(given[index] ?? ""); }),
    concede: () => gaps.forEach((gap) => { gap.counted = judge(gap.input.value, gap.accepted).verdict === "near"; }),
    toggle: (number) => gaps[number - 1]?.input.focus(),
    doubt: (settle) => askAboutNear(gaps, settle),
    check() {
      const found = gaps.map((gap) => show(gap));
      return { right: found.filter(Boolean).length, all: found.length };
    },
  };
}

/** @param {HTMLElement[]} blanks @returns {Gap[]} */
function makeInputs(blanks) {
  const answers = blanks.map((blank) => /** @type {string[]} */ (JSON.parse(blank.dataset.accepted ?? "[]")));
  const size = Math.min(WIDEST, Math.max(...answers.flat().map(({ length }) => length)) + 1);
  const inputs = blanks.map((_, index) => make("input", {
    type: "text", class: "gp-fill__input", size, "aria-label": `Lücke ${index + 1} von ${blanks.length}`,
    autocomplete: "off", autocapitalize: "none", autocorrect: "off", spellcheck: "false",
    enterkeyhint: index + 1 < blanks.length ? "next" : "done",
  }));
  return inputs.map((input, index) => {
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !inputs[index + 1]) return;
      event.preventDefault();
      inputs[index + 1].focus();
    });
    blanks[index].replaceWith(input);
    return { input, accepted: answers[index], counted: false };
  });
}

/**
 * Name the near misses, and let the learner say whether they count.
 *
 * @param {Gap[]} gaps
 * @param {() => void} settle
 * @returns {HTMLElement | null} null where there are none
 */
function askAboutNear(gaps, settle) {
  const near = gaps.filter(({ input, accepted }) => judge(input.value, accepted).verdict === "near");
  if (!near.length) return null;
  for (const { input } of gaps) input.readOnly = true;
  for (const { input, accepted } of near) {
    const meant = make("em", { class: "gp-filled" }, judge(input.value, accepted).meant);
    input.dataset.state = "near";
    input.after(" ", make("span", { class: "gp-fill__near", "data-near": true }, "fast: gemeint ist ", meant));
  }
  const count = () => {
    for (const gap of near) gap.counted = true;
    settle();
  };
  const question = near.length > 1 ? `${near.length} Lücken sind fast richtig. Sollen sie zählen?` : "Eine Lücke ist fast richtig. Soll sie zählen?";
  const counting = button("Als richtig zählen", count, { class: "gp-button gp-button--primary" });
  return make("div", {}, make("p", { class: "gp-fill__doubt", role: "alert" }, question),
    make("p", { class: "gp-actions" }, counting, " ", button("Als falsch zählen", settle)));
}

/** Put what was typed in the place of the gap, and how it turned out. @param {Gap} gap @returns {boolean} whether it counts */
function show({ input, accepted, counted }) {
  const right = counted || judge(input.value, accepted).verdict === "right";
  const mark = make("span", { class: "gp-mark-state" }, counted ? "zählt" : right ? "richtig" : "falsch");
  if (input.nextElementSibling?.matches("[data-near]")) input.nextElementSibling.remove();
  const typed = make("span", { class: "gp-fill__typed" }, input.value.trim() || "leer");
  input.replaceWith(make("span", { class: "gp-fill__done", "data-state": right ? "right" : "wrong" }, typed, " ", mark));
  return right;
}
