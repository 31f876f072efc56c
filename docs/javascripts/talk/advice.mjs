// What to do after a rehearsal: a plan that fits, and where to cut if nothing else does. Pure.

import { timeSaid } from "../base/times.mjs";
import { changeTo, estimated, latestOf } from "./measured.mjs";

/** @typedef {import("./measured.mjs").Exam} Exam */
/** @typedef {import("./measured.mjs").Measured} Measured */
/** @typedef {import("./measured.mjs").Slide} Slide */
/** @typedef {import("./measured.mjs").Talk} Talk */
/** @typedef {{key: string, number: number, title: string, plan_s: number, expected_s: number, proposed_s: number, cut_s: number, words: number}} Advised
 *   what a slide will take as it is, what it should get, and how much of its text is too much for that */
/** @typedef {{slides: Advised[], expected_s: number, proposed_s: number, limit_s: number, fits: boolean}} Advice
 *   `fits` where no text has to be cut, or a few words at most; `limit_s` is the budget without the reserve */

/** Nobody plans a talk to the last second. */
export const RESERVE_S = 30;
/** Plans are made in steps. */
const STEP_S = 5;

/** The spread of the log time of one slide: between talks that were estimated alike, and between runs of the same talk. */
const SPREAD = { talks: 0.12, runs: 0.13 };

/**
 * What a slide will take the next time: the mean of its latest runs (of their logs, so that one long run weighs less), drawn
 * towards the estimate as far as so few runs can mislead. Runs of an older text count less.
 *
 * @param {Measured[]} all
 * @param {Slide} slide
 * @param {number} estimate_s at the speaker's own pace
 */
export function expectedOf(all, slide, estimate_s) {
  const latest = latestOf(all, slide.key);
  const count = latest.reduce((sum, { weight }) => sum + weight, 0);
  if (!count || !estimate_s) return count ? latest[latest.length - 1].seconds : estimate_s;
  const mean = latest.reduce((sum, { weight, seconds }) => sum + weight * Math.log(Math.max(1, seconds)), 0) / count;
  const share = SPREAD.talks ** 2 / (SPREAD.talks ** 2 + SPREAD.runs ** 2 / count);
  return Math.exp(share * mean + (1 - share) * Math.log(estimate_s));
}

/**
 * The plan that the runs and the estimate propose. Where the talk is too long, the slides that overrun their plan most are cut
 * first, then all, by their share of speech.
 *
 * @param {{talk: Talk, exam: Exam, all: Measured[], rate: number}} given `rate` of the speaker in this talk, 1 for the usual one
 * @returns {Advice}
 */
export function adviceOf({ talk, exam, all, rate }) {
  const limit_s = exam.presentation.budget - RESERVE_S;
  const slides = talk.slides.map((slide, index) => {
    const change = changeTo(exam, index);
    const expected_s = expectedOf(all, slide, estimated(slide, rate, change));
    const spoken_s = slide.syllables ? Math.max(0, expected_s - slide.silent_s - slide.demo_s - change) : 0;
    return { slide, expected_s, spoken_s };
  });
  const expected_s = sum(slides.map((each) => each.expected_s));
  const cuts = cutsOf(slides.map((each) => ({ ...each, over_s: each.expected_s - each.slide.time_s })), expected_s - limit_s);
  const proposed = rounded(slides.map((each, index) => each.expected_s - cuts[index]), limit_s);
  const advised = slides.map(({ slide: { key, title, time_s, notes }, expected_s, spoken_s }, index) => {
    const words = cuts[index] ? (wordsOf(notes) * cuts[index]) / spoken_s : 0;
    return { key, number: index + 1, title, plan_s: time_s, expected_s, proposed_s: proposed[index], cut_s: cuts[index], words };
  });
  return { slides: advised, expected_s, proposed_s: sum(proposed), limit_s, fits: expected_s < limit_s + STEP_S };
}

/**
 * How much of each slide is too much.
 *
 * @param {{over_s: number, spoken_s: number}[]} slides
 * @param {number} excess_s of the whole
 * @returns {number[]} seconds
 */
function cutsOf(slides, excess_s) {
  const cuts = slides.map(() => 0);
  let left = Math.max(0, excess_s);
  for (const index of order(slides.map(({ over_s }) => over_s))) {
    cuts[index] = Math.min(left, Math.max(0, slides[index].over_s), slides[index].spoken_s);
    left -= cuts[index];
  }
  const spoken = slides.map(({ spoken_s }, index) => spoken_s - cuts[index]);
  const share = Math.min(1, left / (sum(spoken) || Infinity));
  return cuts.map((cut, index) => cut + share * spoken[index]);
}

/** @param {number[]} values @returns {number[]} their places, the largest first */
const order = (values) => values.map((_, index) => index).sort((one, other) => values[other] - values[one]);

/** To whole steps; where the sum would pass the limit, those that were rounded up most are rounded down. @param {number[]} values @param {number} limit_s */
function rounded(values, limit_s) {
  const steps = values.map((value) => Math.max(STEP_S, STEP_S * Math.round(value / STEP_S)));
  for (const index of order(steps.map((step, place) => step - values[place]))) {
    if (sum(steps) > limit_s && steps[index] > STEP_S && steps[index] > values[index]) steps[index] -= STEP_S;
  }
  return steps;
}

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The words that are said, without stage directions. @param {string} notes */
const wordsOf = (notes) => notes.replace(/\[[^\]]*\]/g, " ").match(/[\p{L}\p{N}]+(?:[-'’.,:/][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** „Folie 5: etwa 35 Wörter kürzen, ≈ 16 s“. @param {Advised} slide */
export const cutSaid = (slide) => `Folie ${slide.number}: ${lessSaid(slide)}`;

/** „etwa 35 Wörter kürzen, ≈ 16 s“. @param {Pick<Advised, "words" | "cut_s">} slide */
export function lessSaid({ words, cut_s }) {
  const few = words < 10 ? Math.max(1, Math.round(words)) : 5 * Math.round(words / 5);
  return `etwa ${few === 1 ? "1 Wort" : `${few} Wörter`} kürzen, ≈ ${Math.max(1, Math.round(cut_s))}\u00a0s`;
}

/** The cuts that are a second or more when rounded, the longest first. @param {Advice} advice @returns {Advised[]} */
export const cutsIn = ({ slides }) => slides.filter(({ cut_s }) => Math.round(cut_s) > 0).sort((one, other) => other.cut_s - one.cut_s);

/** What comes of it in a sentence. @param {Advice} advice @param {Exam} exam */
export function adviceSaid({ slides, expected_s, limit_s, fits }, { presentation: { budget, shortest } }) {
  const expected = `So, wie der Vortrag ist, dauert er das nächste Mal etwa ${timeSaid(expected_s)}.`;
  if (!fits) return `${expected} Damit er in ${timeSaid(limit_s)} passt und ${timeSaid(budget - limit_s)} Reserve bleiben, kürze den Sprechtext:`;
  if (expected_s < shortest) return `${expected} Das ist kürzer als ${timeSaid(shortest)}: Erkläre mehr oder sprich langsamer.`;
  const isSame = slides.every(({ plan_s, proposed_s }) => plan_s === proposed_s);
  return `${expected} Das passt, mit ${timeSaid(budget - expected_s)} Reserve.${isSame ? " Dein Plan stimmt schon." : ""}`;
}

/** The proposed times for the file of the case study. @param {Advice} advice */
export const yamlOf = ({ slides }) =>
  ["slides:", ...slides.flatMap(({ title, proposed_s }) => [`  - title: ${scalar(title)}`, `    time: "${timeSaid(proposed_s)}"`])].join("\n");

/** What could be read as something else than text stands in quotes. @param {string} text */
const scalar = (text) => (/^[\p{L}][\p{L}\p{N} ,.()/–-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text.trim() : JSON.stringify(text));
