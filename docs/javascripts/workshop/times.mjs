// The times of a talk: what is planned, and what its notes take to say, for each slide and the whole. Pure.

import { taken } from "../speech/estimate.mjs";

/**
 * @typedef {import("../speech/speech.mjs").Speech} Speech
 * @typedef {import("../speech/estimate.mjs").Pace} Pace
 * @typedef {import("../talk/judging.mjs").Exam} Exam
 * @typedef {Pick<import("../talk/judging.mjs").Slide, "key" | "title" | "headline" | "bullets" | "artifact" | "notes" | "time_s" | "demo_s">} Slide
 * @typedef {{metadata: import("../talk/judging.mjs").Metadata, slides: Slide[]}} Talk one's own: its texts and its plan, no times that follow
 *
 * What something takes, in seconds: `spoken_s` of it is said, the rest passes in silence; 80 % lie between `low` and `high`.
 * @typedef {{spoken_s: number, expected: number, low: number, high: number}} Taken
 */

/** As whoever reads it at the usual pace. @type {Pace} */
export const USUAL = { rate: 1, measured_s: 0 };

/**
 * @param {Speech} speech
 * @param {Talk} talk
 * @param {Exam} exam
 * @param {Pace} pace
 * @returns {{slides: Taken[], whole: Taken, planned_s: number}} errors of single slides cancel in the range of the whole
 */
export function timesOf(speech, { slides }, exam, pace = USUAL) {
  const spoken = slides.map(({ notes }) => speech.estimate(notes));
  const silent = slides.map(({ notes, demo_s }) => demo_s + toEven(speech.pausesS(notes)));
  const changes = Math.max(0, slides.length - 1) * exam.speech.slide_change;
  /** @param {number} seconds @param {number} silent_s */
  const taking = (seconds, silent_s) => ({ spoken_s: pace.rate * seconds, ...taken(speech.model, pace, seconds, silent_s) });
  return {
    slides: spoken.map(({ seconds }, index) => taking(seconds, silent[index])),
    whole: taking(speech.total(spoken).seconds, sum(silent) + changes),
    planned_s: sum(slides.map(({ time_s }) => time_s)),
  };
}

/** To the nearest whole number, a half to the even one, as Python rounds. @param {number} number from 0 on */
export function toEven(number) {
  const nearest = Math.round(number);
  return number % 1 === 0.5 ? nearest - (nearest % 2) : nearest;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
