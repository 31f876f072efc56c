// How many syllables are heard: each has a vowel, which is louder than what is around it and has a tone. Pure.
//
// The idea is that of N. H. de Jong and T. Wempe, Praat script to detect syllable nuclei and measure speech rate automatically (2009).

/** @typedef {import("./features.mjs").Feature} Feature */

/** How much more it stands out than what lies before and after it. */
const DIP_DB = 0.7;
/** From where on it has a tone, and how much a full one makes it stand out. */
const [TONE, TONE_DB] = [0.6, 5];
/** Lower than all that is spoken. */
const SILENCE = -200;

/**
 * @param {readonly Feature[]} frames
 * @param {Uint8Array} spoken as `spokenIn` says
 * @returns {number[]} the frames in which they stand out most
 */
export function nucleiIn(frames, spoken) {
  const contour = smoothed(smoothed(frames.map(({ level, voiced }) => level + TONE_DB * voiced)));
  return peaks([...contour.map((height, at) => (spoken[at] ? height : SILENCE)), SILENCE])
    .filter((at) => frames.slice(at - 1, at + 2).some(({ voiced }) => voiced >= TONE));
}

/** @param {readonly number[]} values */
const smoothed = (values) => values.map((value, at) => ((values[at - 1] ?? value) + 2 * value + (values[at + 1] ?? value)) / 4);

/** Where heights have risen far enough since they were lowest, and then fall as far. @param {readonly number[]} heights */
function peaks(heights) {
  /** @type {number[]} */
  const found = [];
  let [lowest, top] = [Infinity, -1];
  heights.forEach((height, at) => {
    if (top < 0) {
      lowest = Math.min(lowest, height);
      if (height >= lowest + DIP_DB) top = at;
    } else if (height > heights[top]) {
      top = at;
    } else if (height <= heights[top] - DIP_DB) {
      found.push(top);
      [lowest, top] = [height, -1];
    }
  });
  return found;
}
