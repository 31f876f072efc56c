// How much longer or shorter somebody takes for a talk than is usual, from rehearsals. It stands apart from the pace of reading. Pure.

import { isSensible, personalRate, weightOf } from "../speech/estimate.mjs";
import { changeTo } from "./measured.mjs";

/** @typedef {import("./measured.mjs").Measured} Measured */
/** @typedef {import("./measured.mjs").Slide} Slide */

/**
 * `ratio` is measured against usual, `rate` what is to be reckoned with, nearer to 1 by `weight`, as so short a talk can mislead;
 * `measured_s` is how long was spoken, in the middle of so many `runs`.
 *
 * @typedef {{ratio: number, rate: number, weight: number, measured_s: number, runs: number}} Factor
 */

/** A minute of speech says little, less of it nothing. */
const SHORTEST_S = 60;
const LATEST = 3;

/**
 * From the latest whole runs: what was spoken, without pauses, demos, planned silence and changes of slides, against the usual time.
 * Slides whose text has changed since stay out of it.
 *
 * @param {import("./measured.mjs").Talk} talk
 * @param {import("./measured.mjs").Exam | null} exam
 * @param {Measured[]} all
 * @param {import("../speech/estimate.mjs").Model} model
 * @returns {Factor | null} null where too little was spoken, or nobody speaks like that
 */
export function factorOf(talk, exam, all, model) {
  const latest = all.filter(({ kind }) => kind === "whole").map((run) => speech(talk, exam, run)).filter(({ usual_s, spoken_s }) => Math.min(usual_s, spoken_s) >= SHORTEST_S).slice(-LATEST);
  if (!latest.length) return null;
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const measured_s = mean(latest.map(({ spoken_s }) => spoken_s));
  const ratio = Math.exp(mean(latest.map(({ spoken_s, usual_s }) => Math.log(spoken_s / usual_s))));
  const factor = { ratio, rate: personalRate(model, measured_s, measured_s / ratio), weight: weightOf(model, measured_s), measured_s, runs: latest.length };
  return isSensible(ratio) ? factor : null;
}

/** @param {import("./measured.mjs").Talk} talk @param {import("./measured.mjs").Exam | null} exam @param {Measured} run */
function speech(talk, exam, { slides }) {
  let [spoken_s, usual_s] = [0, 0];
  for (const [index, slide] of talk.slides.entries()) {
    const told = slides.get(slide.key);
    if (!told || told.weight < 1 || !slide.syllables) continue;
    spoken_s += told.seconds - slide.silent_s - slide.demo_s - changeTo(exam, index);
    usual_s += slide.spoken_s;
  }
  return { spoken_s, usual_s };
}
