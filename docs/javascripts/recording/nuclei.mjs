// How many syllables are heard: each has a vowel, which is louder than what is around it and has a tone. Pure.
//
// The idea is that of N. H. de Jong and T. Wempe, Praat script to detect syllable nuclei and measure speech rate automatically (2009).

/** @typedef {import("./features.mjs").Feature} Feature */

/** How much louder a vowel is than what lies before and after it. */
const DIP_DB = 2;
/** From where on it has a tone. */
const TONE = 0.5;

/**
 * @param {readonly Feature[]} frames
 * @param {Uint8Array} spoken as `spokenIn` says
 * @returns {number[]} the frames in which they are loudest
 */
export function nucleiIn(frames, spoken) {
  const levels = frames.map((_, at) => (spoken[at] ? smooth(frames, at) : -Infinity));
  return peaks([...levels, -Infinity]).filter((at) => Math.max(...around(frames, at).map(({ voiced }) => voiced)) >= TONE);
}

/** @param {readonly Feature[]} frames @param {number} at */
const around = (frames, at) => [frames[Math.max(0, at - 1)], frames[at], frames[Math.min(frames.length - 1, at + 1)]];

/** @param {readonly Feature[]} frames @param {number} at */
function smooth(frames, at) {
  const [before, here, after] = around(frames, at);
  return (before.level + 2 * here.level + after.level) / 4;
}

/** Where levels have risen far enough since they were lowest, and then fall as far. @param {readonly number[]} levels */
function peaks(levels) {
  /** @type {number[]} */
  const found = [];
  let [lowest, top] = [Infinity, -1];
  levels.forEach((level, at) => {
    if (top < 0) {
      lowest = Math.min(lowest, level);
      if (level >= lowest + DIP_DB) top = at;
    } else if (level > levels[top]) {
      top = at;
    } else if (level <= levels[top] - DIP_DB) {
      found.push(top);
      [lowest, top] = [level, -1];
    }
  });
  return found;
}
