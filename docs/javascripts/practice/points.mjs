// What was said of an answer: boxes to tick beside the points that must come, and for the three parts of every answer.

import { make } from "../base/elements.mjs";

const PARTS = ["Kernaussage", "Erklärung", "Beispiel"];

/** A box to tick with its words beside it. @param {(Node | string)[]} words */
const tick = (...words) => make("label", { class: "gp-tick" }, make("input", { type: "checkbox" }), make("span", {}, ...words));

/**
 * @param {HTMLElement} answer in which the points may stand
 * @param {(said: number, all: number) => void} onTick
 */
export function makePoints(answer, onTick) {
  const points = [...answer.querySelectorAll("[data-points] li")];
  const plain = points.map((point) => [...point.childNodes]);
  for (const point of points) point.replaceChildren(tick(...point.childNodes));
  const legend = make("legend", {}, "Welche Teile hatte deine Antwort?");
  const element = make("fieldset", { class: "gp-points", "data-unsaid": true }, legend, ...PARTS.map((part) => tick(part)));
  const boxes = [...points, element].flatMap((each) => [...each.querySelectorAll("input")]);
  const follow = () => onTick(boxes.filter(({ checked }) => checked).length, boxes.length);
  for (const box of boxes) box.addEventListener("change", follow);
  return {
    element,
    dispose: () => points.forEach((point, index) => point.replaceChildren(...plain[index])),
  };
}
