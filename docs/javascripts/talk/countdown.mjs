// Three, two, one.

import { make } from "../base/elements.mjs";

const FROM = 3;
const SECOND_MS = 1000;
/** Who changes to another window wants the time to do so. */
const HELD = ["Shift", "Control", "Alt", "Meta", "Tab"];

/** @param {HTMLElement} place @returns {Promise<void>} when it is over; a key or a click ends it at once */
export function countDown(place) {
  const figure = make("p", { class: "gp-countdown", role: "status" }, String(FROM));
  place.replaceChildren(figure);
  return new Promise((resolve) => {
    const stop = new AbortController();
    const over = () => {
      stop.abort();
      resolve();
    };
    let left = FROM;
    const timer = setInterval(() => {
      left -= 1;
      figure.textContent = String(left);
      if (left === 0) over();
    }, SECOND_MS);
    stop.signal.addEventListener("abort", () => clearInterval(timer));
    addEventListener("pointerdown", over, { signal: stop.signal });
    addEventListener("keydown", ({ key, repeat }) => !repeat && !HELD.includes(key) && over(), { signal: stop.signal });
  });
}
