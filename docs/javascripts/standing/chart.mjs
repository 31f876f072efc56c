// The chart of what is due when: bars for days, or for weeks where the exam is far away, up to the exam itself.

import { dateOf } from "../base/calendar.mjs";
import { draw } from "../base/elements.mjs";

/** @typedef {{day: number, reviews: number, fresh: number}} DayPlan  `fresh` of the `reviews` are new cards */
/** @typedef {{from: number, to: number, again: number, fresh: number}} Bar */
/** @typedef {{place: number, text: string}} Label  `place` from 0 to 1 */

const MOST_BARS = 35;
const SPANS_DAYS = [1, 7, 28];
const MOST_LABELS = 4;
const CLEARANCE = 0.32; // What the exam's own name takes at phone width.
const GAP = 0.22;

/**
 * One bar for each day, or for as many as it takes to keep the bars few.
 *
 * @param {DayPlan[]} days
 * @returns {Bar[]}
 */
export function barsOf(days) {
  const span = SPANS_DAYS.find((each) => days.length <= MOST_BARS * each) ?? Math.ceil(days.length / MOST_BARS);
  const starts = days.filter((_, index) => index % span === 0);
  return starts.map(({ day }, index) => barOf(days.slice(index * span, (index + 1) * span), day));
}

/** @param {DayPlan[]} days @param {number} from @returns {Bar} */
function barOf(days, from) {
  const fresh = days.reduce((sum, each) => sum + each.fresh, 0);
  const all = days.reduce((sum, each) => sum + each.reviews, 0);
  return { from, to: from + days.length - 1, again: all - fresh, fresh };
}

/**
 * Round values for the lines behind the bars, the last at least as high as the highest bar.
 *
 * @param {number} highest
 */
export function ticksOf(highest) {
  const wanted = Math.max(highest, 4) / 4;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted) ?? wanted;
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) }, (_, index) => step * (index + 1));
}

/**
 * Which bars are named beneath: the first, then evenly, none too near to the exam.
 *
 * @param {Bar[]} bars
 * @param {boolean} exam whether it stands at the end
 * @returns {Label[]}
 */
export function labelsOf(bars, exam) {
  const slots = bars.length + Number(exam);
  const days = bars[0] && bars[0].to === bars[0].from;
  const steps = days ? [1, 2, 7, 14] : [1, 2, 4, 8, 16];
  const step = steps.find((each) => slots / each <= MOST_LABELS) ?? 16;
  const named = bars.map(({ from }, index) => ({ place: (index + 0.5) / slots, text: index ? dayAndMonth(from) : "heute" }));
  const clear = exam ? 1 - CLEARANCE : 1;
  return named.filter(({ place }, index) => index % step === 0 && (index === 0 || place < clear));
}

/** @param {number} day */
const dayAndMonth = (day) => dateOf(day).split(", ")[1];

/** @param {Bar} bar */
export const barName = ({ from, to }) => (from === to ? dateOf(from) : `${dayAndMonth(from)} bis ${dayAndMonth(to)}`);

/**
 * The drawing; it takes the width it is given, and its words are for those who see it.
 *
 * @param {Bar[]} bars
 * @param {boolean} exam whether it stands at the end
 */
export function drawChart(bars, exam) {
  const ticks = ticksOf(Math.max(0, ...bars.map(({ again, fresh }) => again + fresh)));
  const top = ticks[ticks.length - 1];
  const slots = bars.length + Number(exam);
  return draw("svg", { class: "gp-chart__drawing", "aria-hidden": "true" },
    draw("defs", {}, hatching()),
    ...[0, ...ticks].map((tick) => drawTick(tick, top)),
    ...bars.map((bar, index) => drawBar(bar, index, slots, top)),
    ...labelsOf(bars, exam).map(({ place, text }) => drawText(text, { x: share(place), y: "100%", dy: "1.5em", "text-anchor": "middle" })),
    ...(exam ? [drawExam(slots)] : []));
}

const hatching = () =>
  draw("pattern", { id: "gp-chart-fresh", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    draw("rect", { class: "gp-chart__sheet", width: 6, height: 6 }),
    draw("rect", { class: "gp-chart__line", width: 3, height: 6 }));

/** @param {number} tick @param {number} top */
function drawTick(tick, top) {
  const y = share(1 - tick / top);
  return draw("g", { class: tick ? "gp-chart__tick" : "gp-chart__ground" },
    draw("line", { x1: 0, x2: "100%", y1: y, y2: y }),
    drawText(tick.toLocaleString("de-DE"), { x: 0, y, dx: "-0.5em", dy: "0.35em", "text-anchor": "end" }));
}

/** @param {Bar} bar @param {number} index @param {number} slots @param {number} top */
function drawBar(bar, index, slots, top) {
  const column = { x: share((index + GAP / 2) / slots), width: share((1 - GAP) / slots) };
  const title = draw("title");
  title.textContent = `${barName(bar)}: ${bar.again} wieder, ${bar.fresh} neu`;
  return draw("g", { class: "gp-chart__bar" }, title,
    draw("rect", { class: "gp-chart__again", ...column, y: share(1 - bar.again / top), height: share(bar.again / top) }),
    draw("rect", { class: "gp-chart__fresh", ...column, y: share(1 - (bar.again + bar.fresh) / top), height: share(bar.fresh / top) }));
}

/** @param {number} slots */
function drawExam(slots) {
  const x = share(1 - 0.5 / slots);
  return draw("g", { class: "gp-chart__exam" },
    draw("line", { x1: x, x2: x, y1: 0, y2: "100%" }),
    drawText("Prüfung", { x: "100%", y: "100%", dy: "1.5em", "text-anchor": "end" }));
}

/** @param {string} text @param {Record<string, string | number>} attributes */
function drawText(text, attributes) {
  const element = draw("text", attributes);
  element.textContent = text;
  return element;
}

/** @param {number} part */
const share = (part) => `${Number((100 * part).toFixed(3))}%`;
