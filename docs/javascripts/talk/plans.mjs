// The planned times of a talk of one's own, put as a rehearsal proposes, and put back. Pure.

import { isRecord } from "../base/merging.mjs";

/** @typedef {{key: string, time_s: number}} Slide */
/** @typedef {ReadonlyMap<string, number>} Times in seconds, by the keys of slides */

/** @template {Slide} Each @template {{slides: Each[]}} Talk @param {Talk} talk @param {Times} times of some of its slides @returns {Talk} */
export const withTimes = (talk, times) => ({ ...talk, slides: talk.slides.map((slide) => ({ ...slide, time_s: times.get(slide.key) ?? slide.time_s })) });

/** What slides have now that are to have other times. @param {{slides: Slide[]}} talk @param {Times} times @returns {Times} */
export const replaced = ({ slides }, times) => new Map(slides.flatMap(({ key, time_s }) => ((times.get(key) ?? time_s) === time_s ? [] : [[key, time_s]])));

/**
 * A talk as it is kept, with what was planned before: its editor can undo that.
 *
 * @param {any} talk
 * @param {Times} times
 */
export const planned = (talk, times) => ({ ...withTimes(talk, times), earlier: Object.fromEntries(replaced(talk, times)) });

/** The same with what was planned before; what was changed by hand since stays. @param {any} talk @param {Times} times that were taken @param {Times} before */
export function unplanned({ earlier, ...talk }, times, before) {
  const own = talk.slides.filter((/** @type {Slide} */ { key, time_s }) => time_s === times.get(key)).map((/** @type {Slide} */ { key }) => key);
  return withTimes(talk, new Map([...before].filter(([key]) => own.includes(key))));
}

/** What was planned before, of a talk as it is kept. @param {any} talk @returns {Times} nothing where no proposal was taken since it was last edited */
export const earlierIn = ({ earlier }) => new Map(Object.entries(isRecord(earlier) ? earlier : {}).filter(([, time_s]) => Number.isInteger(time_s) && time_s >= 0));
