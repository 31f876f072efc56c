// The ring around an answer's seconds: how much of the time that an examiner gives has passed.

import { draw, make } from "../base/elements.mjs";
import { makeStopwatch } from "../base/stopwatch.mjs";
import { clock } from "../base/times.mjs";

/** @typedef {import("../memory/situation.mjs").Limits} Limits */
/** @typedef {"short" | "good" | "over"} Region */

/** @type {Record<Region, string>} */
export const SAID = { short: "noch zu kurz", good: "gute Länge", over: "zu lang" };

/** @param {number} seconds @param {Limits} limits @returns {Region} */
export const region = (seconds, { shortest, longest }) => (seconds < shortest ? "short" : seconds <= longest ? "good" : "over");

/** @typedef {ReturnType<typeof makeRing>} Ring */

/**
 * A stopwatch with a face.
 *
 * @param {Limits} limits
 * @param {(region: Region) => void} onRegion called whenever another region is reached
 */
export function makeRing(limits, onRegion) {
  const { element, show } = makeFace(limits);
  /** @type {Region} */
  let reached = "short";
  const watch = makeStopwatch((elapsedS) => {
    const now = region(elapsedS, limits);
    show(elapsedS, now);
    if (now !== reached) onRegion((reached = now));
  });
  return { element, ...watch };
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
