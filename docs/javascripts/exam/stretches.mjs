// When each slide was shown and each question answered, by the clock of the exam's log: where they are found in a recording. Pure.

import { stretchesOf as slidesOf } from "../talk/stretches.mjs";
import { stateOf } from "./sitting.mjs";

/** @typedef {import("../talk/stretches.mjs").Stretch} Stretch */
/** @typedef {import("./kept.mjs").Sitting} Sitting */

/** The slides; a run has a clock of its own, which begins with the talk. @param {Sitting} sitting @returns {Stretch[]} */
export function talkStretches({ log, run }) {
  const began_s = (log.find((_, place) => { const { phase, isRunning } = stateOf(log.slice(0, place + 1)); return phase === "talk" && isRunning; })?.[0] ?? 0) / 1000;
  return run ? slidesOf(run).map((each) => ({ ...each, from_s: each.from_s + began_s, to_s: each.to_s + began_s })) : [];
}

/** The answers, and what was asked after them; where somebody else asks, all of the discussion. @param {Sitting} sitting @returns {Stretch[]} */
export function discussionStretches({ log, questions, code }) {
  const stretch = (/** @type {string} */ key, /** @type {string} */ title, /** @type {number} */ ms) => ({ key, title, from_s: ms / 1000, to_s: ms / 1000, syllables: 0 });
  /** @type {Stretch[]} */
  const stretches = [];
  let before = stateOf([]);
  for (const [place, [ms]] of log.entries()) {
    const state = stateOf(log.slice(0, place + 1));
    const [isOn, wasOn] = [state, before].map(({ phase, isRunning, isAnswering }) => phase === "discussion" && (code ? isRunning : isAnswering));
    if (wasOn) stretches[stretches.length - 1].to_s = ms / 1000;
    if (isOn && !wasOn) stretches.push(code ? stretch("discussion", "Fachgespräch", ms) : stretch(`question-${state.place}${state.follow ? "-follow" : ""}`, state.follow || (questions[state.place]?.title ?? ""), ms));
    before = state;
  }
  return stretches;
}
