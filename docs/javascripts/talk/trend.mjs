// How times have gone from run to run, as small lines and as a chart. All of it stands in words beside.

import { draw, make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";

/** @typedef {{budget: number, shortest: number, cutoff: number}} Limits */

/** Labels nearer to each other than this share of the height would overlap. */
const CLEAR = 0.11;

/**
 * A small line, and its values for those who do not see it.
 *
 * @param {number[]} seconds the oldest first
 * @returns {(Node | string)[]}
 */
export function trendOf(seconds) {
  if (seconds.length < 2) return ["–"];
  const [low, high] = [Math.min(...seconds), Math.max(...seconds)];
  const points = seconds.map((value, index) => /** @type {[number, number]} */ ([(100 * index) / (seconds.length - 1), 100 * (1 - (value - low) / (high - low || 1))]));
  return [lineOf(points, "gp-trend"), make("span", { class: "gp-hidden" }, seconds.map(timeSaid).join(", "))];
}

/**
 * The times of whole runs between what the exam allows.
 *
 * @param {number[]} seconds the oldest first
 * @param {Limits} limits
 */
export function drawTrend(seconds, { budget, shortest, cutoff }) {
  const [low, high] = [Math.min(shortest, ...seconds) - 15, Math.max(cutoff, ...seconds) + 15];
  const place = (/** @type {number} */ value) => 100 * (1 - (value - low) / (high - low));
  const points = seconds.map((value, index) => /** @type {[number, number]} */ ([(100 * (index + 0.5)) / seconds.length, place(value)]));
  const marks = /** @type {[number, string, string][]} */ ([[budget, "budget", "erlaubt"], [cutoff, "cutoff", "Abbruch"], [shortest, "shortest", "mindestens"]]);
  const named = marks.filter(([value], index) => marks.slice(0, index).every(([other]) => Math.abs(place(value) - place(other)) > 100 * CLEAR));
  return make("div", { class: "gp-total", "aria-hidden": "true" },
    make("div", { class: "gp-total__field", style: `--from: ${place(budget)}%; --to: ${place(shortest)}%` },
      ...marks.map(([value, kind]) => make("span", { class: `gp-total__mark gp-total__mark--${kind}`, style: `--at: ${place(value)}%` })),
      lineOf(points, "gp-total__line"),
      ...points.map(([x, y], index) => make("span", { class: "gp-total__point", style: `--x: ${x}%; --y: ${y}%`, title: timeSaid(seconds[index]) }))),
    ...named.map(([value, kind, said]) => make("span", { class: `gp-total__label gp-total__label--${kind}`, style: `--at: ${place(value)}%` }, `${timeSaid(value)} ${said}`)));
}

/** It is drawn as wide as its place, and no thicker for it. @param {[x: number, y: number][]} points in hundredths @param {string} look */
const lineOf = (points, look) =>
  draw("svg", { class: look, viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("polyline", { points: points.map((point) => point.map((each) => each.toFixed(2)).join(",")).join(" "), "vector-effect": "non-scaling-stroke" }));
