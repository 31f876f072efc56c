// The plan as a bar, a piece for each slide and the rest up to the cut-off, with a hand that says how late it is.

import { make } from "../base/elements.mjs";
import { planned } from "./timing.mjs";

/** @typedef {import("./timing.mjs").Step} Step */
/** @typedef {import("./timing.mjs").Standing} Standing */

/** @param {readonly Step[]} steps @param {readonly number[]} places where they stand in the talk, from 0 @param {number} budget_s @param {number} cutoff_s where the bar ends, if not the plan is longer */
export function makeTimeBar(steps, places, budget_s, cutoff_s) {
  const plan_s = planned(steps);
  const whole_s = Math.max(plan_s, cutoff_s);
  const pieces = steps.map((step, index) => piece("slide", step.plan_s, String(places[index] + 1)));
  const reserve = Math.max(0, budget_s - plan_s);
  const rests = [...(reserve ? [piece("reserve", reserve)] : []), ...(whole_s > plan_s + reserve ? [piece("over", whole_s - plan_s - reserve)] : [])];
  const hand = make("span", { class: "gp-clockbar__hand" });
  const element = make("div", { class: "gp-clockbar", "aria-hidden": "true" }, ...pieces, ...rests, hand);
  return {
    element,
    /** @param {Standing} standing */
    show({ index, elapsed_s, slide_s, slidePlan_s }) {
      for (const [place, each] of pieces.entries()) each.dataset.state = placed(place, index);
      pieces[index].style.setProperty("--filled", String(Math.min(1, slide_s / slidePlan_s)));
      hand.style.setProperty("--place", String(Math.min(1, elapsed_s / whole_s)));
    },
  };
}

/** @param {string} kind @param {number} seconds @param {string} [text] */
const piece = (kind, seconds, text = "") => make("span", { class: `gp-clockbar__piece gp-clockbar__piece--${kind}`, style: `--seconds: ${seconds}` }, text);

/** @param {number} place @param {number} index */
function placed(place, index) {
  if (place === index) return "now";
  return place < index ? "done" : "ahead";
}
