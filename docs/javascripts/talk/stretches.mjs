// When each slide was shown, by the clock of the log: where it is found in a recording. Pure.

import { spansOf } from "./log.mjs";

/** @typedef {{key: string, title: string, from_s: number, to_s: number, syllables: number}} Stretch  `syllables` of the slide's whole text */

/**
 * Pauses are in none of them, and what the machine has slept is no time of that clock.
 *
 * @param {Pick<import("./runs.mjs").Run, "log" | "slides">} run
 * @returns {Stretch[]} in their order; of a slide that was shown twice there are two
 */
export function stretchesOf({ log, slides }) {
  /** @type {Stretch[]} */
  const stretches = [];
  let ms = log[0]?.[0] ?? 0;
  for (const { slide, ms: length, isPause, isSleep } of spansOf(log)) {
    if (isSleep) continue;
    const shown = isPause ? undefined : slides.find(({ key }) => key === slide);
    if (shown) add(stretches, { key: shown.key, title: shown.title, from_s: ms / 1000, to_s: (ms + length) / 1000, syllables: shown.syllables });
    ms += length;
  }
  return stretches;
}

/** What only a darkened picture has cut in two is one. @param {Stretch[]} stretches @param {Stretch} next */
function add(stretches, next) {
  const last = stretches.at(-1);
  if (last?.key === next.key && last.to_s === next.from_s) last.to_s = next.to_s;
  else stretches.push(next);
}
