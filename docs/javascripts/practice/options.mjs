// Answers to choose from: a box or a circle with its words, and how it turned out.

import { make } from "../base/elements.mjs";

/** @typedef {"right" | "wrong" | "missed"} Mark */
/** @typedef {{row: HTMLElement, input: HTMLInputElement}} Option */

/**
 * How an option turned out; "" for one that was rightly left alone.
 *
 * @param {boolean} right
 * @param {boolean} chosen
 * @returns {Mark | ""}
 */
export const markOf = (right, chosen) => (chosen ? (right ? "right" : "wrong") : right ? "missed" : "");

let count = 0;

/** A name that the options of one question share, and no others. */
export const newName = () => `gp-options-${(count += 1)}`;

/** @param {"radio" | "checkbox"} type @param {string} name @param {(Node | string)[]} words @returns {Option} */
export function makeOption(type, name, ...words) {
  const input = make("input", { type, name });
  const text = make("span", { class: "gp-option__text" }, ...words);
  return { row: make("div", { class: "gp-option" }, make("label", { class: "gp-option__label" }, input, text)), input };
}

/** Let an option change no more, and show how it turned out. @param {Option} option @param {boolean} right @returns {Mark | ""} */
export function settle({ row, input }, right) {
  const mark = markOf(right, input.checked);
  input.disabled = true;
  row.dataset.state = mark;
  return mark;
}

/** @param {Option} option @param {(Node | string)[]} words */
export const explain = ({ row }, ...words) => row.append(make("p", { class: "gp-option__feedback" }, ...words));
