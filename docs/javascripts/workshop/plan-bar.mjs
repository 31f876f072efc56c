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
      const pieces = (/** @type {number[]} */ seconds) => seconds.map((each, index) =>
        make("span", { class: "gp-plan-bar__piece", style: `width: ${(100 * each) / all}%`, ...(index === active && { "data-current": true }) }, String(index + 1)));
      rows[0].replaceChildren(...pieces(talk.slides.map(({ time_s }) => time_s)));
      rows[1].replaceChildren(...pieces(slides.map(({ expected }) => expected)));
      limit.style.setProperty("left", `${(100 * budget) / all}%`);
      const range = whole.expected ? ` (${timeSaid(whole.low)}–${timeSaid(whole.high)})` : "";
      said.replaceChildren(part("Geplant", timeSaid(planned_s), planned_s > budget), part("Gesprochen etwa", `${timeSaid(whole.expected)}${range}`, whole.expected > budget), part("Erlaubt", timeSaid(budget), false));
    },
  };
}

/** @param {string} label @param {string} value @param {boolean} isOver */
const part = (label, value, isOver) => make("span", { class: "gp-plan-bar__part", "data-over": isOver }, `${label} `, make("strong", {}, value));
