// The sums of the estimate that the browser needs for one's own pace. Pure.

/**
 * The constants of the estimate, as they stand in the page.
 *
 * @typedef {{quantile: number, speaker_spread: number, reader_spread: number, text_spread: number,
 *   text_spread_at_s: number, text_spread_exponent: number}} Model
 */

/**
 * A pace: 1.1 takes a tenth longer than usual; `measured_s` is the length of the reading it comes from, 0 if typed in.
 *
 * @typedef {{rate: number, measured_s: number}} Pace
 */

/** What nobody leaves who speaks German aloud, as shares of the usual time. */
export const LIMITS = { least: 0.4, most: 2.5 };

/** @param {number} rate */
export const isSensible = (rate) => rate >= LIMITS.least && rate <= LIMITS.most;

/**
 * A speaker's pace from one timed reading, shrunken towards 1 as far as so short a reading can mislead.
 *
 * @param {Model} model
 * @param {number} measuredS
 * @param {number} predictedS
 */
export const personalRate = (model, measuredS, predictedS) => (measuredS / predictedS) ** weightOf(model, measuredS);

/** How much so long a reading says of its speaker: from 0 for nothing to 1 for all. @param {Model} model @param {number} measuredS */
export function weightOf(model, measuredS) {
  const between = model.reader_spread ** 2;
  return between / (between + textSpread(model, measuredS) ** 2);
}

/**
 * The factor from an estimate to the ends of its 80 % range.
 *
 * @param {Model} model
 * @param {number} seconds
 * @param {number} measuredS length of the reading from which the pace is known, 0 if it is not
 */
export function rangeFactor(model, seconds, measuredS = 0) {
  if (seconds <= 0) return 1;
  return Math.exp(model.quantile * Math.hypot(speakerSpread(model, measuredS), textSpread(model, seconds)));
}

/** @param {Model} model @param {number} seconds */
const textSpread = (model, seconds) => model.text_spread * (model.text_spread_at_s / seconds) ** model.text_spread_exponent;

/** @param {Model} model @param {number} measuredS */
function speakerSpread(model, measuredS) {
  const between = model.speaker_spread;
  return measuredS > 0 ? 1 / Math.hypot(1 / between, 1 / textSpread(model, measuredS)) : between;
}

/**
 * What somebody takes for a text that usually takes `spokenS`, with silence that no pace changes.
 *
 * @param {Model} model
 * @param {Pace} pace
 * @param {number} spokenS
 * @param {number} silentS
 * @returns {{expected: number, low: number, high: number}} seconds
 */
export function taken(model, pace, spokenS, silentS = 0) {
  const seconds = pace.rate * spokenS;
  const factor = rangeFactor(model, seconds, pace.measured_s);
  return { expected: seconds + silentS, low: seconds / factor + silentS, high: seconds * factor + silentS };
}

/**
 * @param {any} stored
 * @returns {Pace | null} null for nothing, and for what cannot be a pace
 */
export function paceOf(stored) {
  const { rate, measured_s } = stored ?? {};
  const isPace = Number.isFinite(rate) && isSensible(rate) && Number.isFinite(measured_s) && measured_s >= 0;
  return isPace ? { rate, measured_s } : null;
}
