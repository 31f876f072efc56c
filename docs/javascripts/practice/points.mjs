// What was said of an answer: one list of boxes to tick, the points that must come, or where there are none the parts of every answer.

import { make } from "../base/elements.mjs";
import { findAll } from "../base/names.mjs";

const PARTS = ["Kernaussage", "Erklärung", "Beispiel"];

/** Where one thumb has to reach everything, only what is ticked stands open. */
const NARROW = "(max-width: 35.99rem)";

/** A box to tick with its words beside it. @param {(Node | string)[]} words */
const tick = (...words) => make("label", { class: "gp-tick" }, make("input", { type: "checkbox" }), make("span", {}, ...words));

/**
 * @param {HTMLElement} answer in which the points may stand
 * @param {(said: number, all: number) => void} onTick
 * @param {boolean} [folded] whether the model answer may be folded away on a phone
 */
export function makePoints(answer, onTick, folded = false) {
  const points = [...answer.querySelectorAll("[data-points] li")];
  const plain = points.map((point) => [...point.childNodes]);
  for (const point of points) point.replaceChildren(tick(...point.childNodes));
  const elements = points.length ? [] : [makeParts()];
  const boxes = [...points, ...elements].flatMap((each) => [...each.querySelectorAll("input")]);
  const follow = () => onTick(boxes.filter(({ checked }) => checked).length, boxes.length);
  for (const box of boxes) box.addEventListener("change", follow);
  const unfold = folded && points.length && matchMedia(NARROW).matches ? foldBehind(answer) : () => {};
  return {
    elements,
    dispose() {
      unfold();
      points.forEach((point, index) => point.replaceChildren(...plain[index]));
    },
  };
}

const makeParts = () =>
  make("fieldset", { class: "gp-points", "data-unsaid": true }, make("legend", {}, "Welche Teile hatte deine Antwort?"), ...PARTS.map((part) => tick(part)));

/** What examiners want as one line that opens, the model answer behind its heading. @param {HTMLElement} answer @returns {() => void} puts it back */
function foldBehind(answer) {
  const undoings = [
    ...findAll(answer, "expects").map((each) => fold(each, "gp-behind gp-behind--line", "Erwartet:", " ", textOf(each))),
    ...findAll(answer, "sample").map((each) => fold(each, "gp-behind", headingOf(each))),
  ];
  return () => undoings.forEach((undo) => undo());
}

/** @param {HTMLElement} element @param {string} look @param {string} heading @param {...string} words */
function fold(element, look, heading, ...words) {
  const details = make("details", { class: look }, make("summary", {}, make("strong", {}, heading), ...words));
  element.replaceWith(details);
  details.append(element);
  return () => details.replaceWith(element);
}

/** @param {HTMLElement} element */
const headingOf = (element) => element.querySelector("h3, h4")?.textContent ?? "Antwort";

/** @param {HTMLElement} element its text without the heading */
const textOf = (element) => [...element.children].filter((each) => !each.matches("h3, h4")).map(({ textContent }) => textContent).join(" ").trim();
