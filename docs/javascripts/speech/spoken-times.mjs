// Every spoken time of a page follows one's own pace, and says so.

import { findAll } from "../base/names.mjs";
import { timeSaid } from "../base/times.mjs";
import { taken } from "./estimate.mjs";
import { onPaceChange, readPace } from "./pace.mjs";

/** @typedef {import("./estimate.mjs").Model} Model */
/** @typedef {import("./estimate.mjs").Pace} Pace */
/** @typedef {{element: HTMLElement, usual: string, spokenS: number, silentS: number}} SpokenTime */

const TIMES = /\d+:\d\d|\d+(?= s\b)/g;
const PERSONAL = "mit deinem Tempo";

/**
 * The text with its times replaced one by one, each written as the one before: `1:05`, or seconds in `65 s`.
 *
 * @param {string} text
 * @param {number[]} seconds
 */
export function withTimes(text, seconds) {
  const next = seconds.values();
  return text.replace(TIMES, (old) => {
    const { value } = next.next();
    if (value === undefined) return old;
    return old.includes(":") ? timeSaid(value) : String(Math.round(value));
  });
}

/** @param {ParentNode} element */
export function mount(element) {
  const elements = findAll(element, "spoken");
  const model = modelIn(element);
  /** @type {SpokenTime[] | null} until a pace changes them, the page's own times stand and cost nothing */
  let times = null;
  const show = () => {
    const pace = readPace();
    if (!pace && !times) return;
    times ??= elements.map(remember);
    for (const time of times) showOne(time, model, pace);
  };
  show();
  onPaceChange(show);
}

/** @param {ParentNode} element @returns {Model | null} null where a page shows no range */
function modelIn(element) {
  const bearer = element.querySelector("[data-speech-model]");
  return bearer instanceof HTMLElement ? JSON.parse(bearer.dataset.speechModel ?? "null") : null;
}

/** @param {HTMLElement} element @returns {SpokenTime} */
const remember = (element) => ({
  element,
  usual: element.textContent ?? "",
  spokenS: Number(element.dataset.spoken),
  silentS: Number(element.dataset.silent),
});

/** @param {SpokenTime} time @param {Model | null} model @param {Pace | null} pace */
function showOne({ element, usual, spokenS, silentS }, model, pace) {
  const expected = (pace?.rate ?? 1) * spokenS + silentS;
  element.classList.toggle("gp-spoken--personal", pace !== null);
  const segment = element.closest("[data-segment]");
  if (segment instanceof HTMLElement) segment.style.setProperty("--spoken", String(expected));
  if (!pace) {
    element.textContent = usual;
    return;
  }
  const range = model ? taken(model, pace, spokenS, silentS) : null;
  const times = withTimes(usual, range ? [expected, range.low, range.high] : [expected]);
  const factor = "sum" in element.dataset ? `, mal ${pace.rate.toLocaleString("de-DE", { maximumFractionDigits: 2 })}` : "";
  element.textContent = `${factor}${times} ${PERSONAL}`;
}
