// Three, two, one.

import { make } from "../base/elements.mjs";

const FROM = 3;
const SECOND_MS = 1000;

/** @param {HTMLElement} place @returns {Promise<void>} when it is over; a key or a click ends it at once */
export function countDown(place) {
  const figure = make("p", { class: "gp-countdown" }, String(FROM));
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
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, over, { signal: stop.signal });
  });
}
