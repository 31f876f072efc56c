// The ring around an answer's seconds: how much of the time that an examiner gives has passed.

import { draw, make } from "../base/elements.mjs";

/** @typedef {{shortest: number, longest: number}} Limits  seconds of a good answer */
/** @typedef {"short" | "good" | "over"} Region */

const TICK_MS = 250;

/** @type {Record<Region, string>} */
export const SAID = { short: "noch zu kurz", good: "gute Länge", over: "zu lang" };

/** @param {number} seconds @param {Limits} limits @returns {Region} */
export const region = (seconds, { shortest, longest }) => (seconds < shortest ? "short" : seconds <= longest ? "good" : "over");

/** @param {number} seconds @returns {string} such as 0:42 */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** @typedef {ReturnType<typeof makeRing>} Ring */

/**
 * A stopwatch with a face; it derives from when it was started and does not count.
 *
 * @param {Limits} limits
 * @param {(region: Region) => void} onRegion called whenever another region is reached
 */
export function makeRing(limits, onRegion) {
  const { element, show } = makeFace(limits);
  let [collectedMs, startedMs, timer] = [0, 0, 0];
  /** @type {Region} */
  let reached = "short";
  const elapsedS = () => (collectedMs + (timer ? performance.now() - startedMs : 0)) / 1000;
  const tick = () => {
    const now = region(elapsedS(), limits);
    show(elapsedS(), now);
    if (now !== reached) onRegion((reached = now));
  };
  return {
    element,
    elapsedS,
    runs: () => timer !== 0,
    start() {
      startedMs = performance.now();
      timer = Number(setInterval(tick, TICK_MS));
      tick();
    },
    pause() {
      collectedMs = 1000 * elapsedS();
      clearInterval(timer);
      timer = 0;
    },
  };
}

/** @param {Limits} limits */
function makeFace(limits) {
  const share = (100 * limits.shortest) / limits.longest;
  /** @param {string} name @param {string} dashes */
  const circle = (name, dashes) =>
    draw("circle", { class: `gp-ring__${name}`, cx: 24, cy: 24, r: 20, pathLength: 100, "stroke-dasharray": dashes });
  const passed = circle("passed", "0 100");
  const good = circle("good", `${100 - share} ${share}`);
  good.setAttribute("stroke-dashoffset", String(-share));
  const face = make("span", { class: "gp-ring__clock" }, clock(0));
  const drawing = draw("svg", { viewBox: "0 0 48 48", "aria-hidden": "true", focusable: "false" }, circle("track", "100 0"), good, passed);
  const element = make("div", { class: "gp-ring", role: "timer", "aria-label": "Antwortzeit", "data-region": "short" }, drawing, face);
  return {
    element,
    /** @param {number} seconds @param {Region} now */
    show(seconds, now) {
      passed.setAttribute("stroke-dasharray", `${Math.min(100, (100 * seconds) / limits.longest)} 100`);
      face.textContent = clock(seconds);
      element.dataset.region = now;
    },
  };
}
