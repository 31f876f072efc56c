// The times of a talk of one's own as two bars, planned and spoken, against what the exam allows.

import { make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";

/** @typedef {ReturnType<typeof import("./times.mjs").timesOf>} Times */

export function makePlanBar() {
  const rows = /** @type {const} */ (["planned", "spoken"]).map((kind) => make("div", { class: `gp-plan-bar__row gp-plan-bar__row--${kind}` }));
  const limit = make("span", { class: "gp-plan-bar__limit" });
  const said = make("p", { class: "gp-plan-bar__said" });
  const element = make("div", { class: "gp-plan-bar" }, make("div", { class: "gp-plan-bar__bars", "aria-hidden": "true" }, ...rows, limit), said);
  return {
    element,
    /** @param {import("./own-talk.mjs").OwnTalk} talk @param {Times} times @param {import("./times.mjs").Exam} exam @param {number} active which slide is open */
    show(talk, { slides, whole, planned_s }, { presentation: { budget, cutoff } }, active) {
      const all = Math.max(cutoff, planned_s, whole.expected);
      const piece = (/** @type {number} */ seconds, /** @type {number} */ index, /** @type {Node[]} */ ...named) =>
        make("span", { class: "gp-plan-bar__piece", style: `width: ${(100 * seconds) / all}%`, ...(index === active && { "data-current": true }) }, ...named);
      rows[0].replaceChildren(...talk.slides.map(({ time_s }, index) => piece(time_s, index, make("span", { class: "gp-plan-bar__number" }, String(index + 1)))));
      rows[1].replaceChildren(...slides.map(({ expected }, index) => piece(expected, index)));
      limit.style.setProperty("left", `${(100 * budget) / all}%`);
      const range = whole.expected ? ` (${timeSaid(whole.low)}–${timeSaid(whole.high)})` : "";
      said.replaceChildren(part("Geplant", timeSaid(planned_s), planned_s > budget), part("Gesprochen etwa", `${timeSaid(whole.expected)}${range}`, whole.expected > budget), part("Erlaubt", timeSaid(budget), false));
    },
  };
}

/** @param {string} label @param {string} value @param {boolean} isOver */
const part = (label, value, isOver) => make("span", { class: "gp-plan-bar__part", "data-over": isOver }, `${label} `, make("strong", {}, value));
