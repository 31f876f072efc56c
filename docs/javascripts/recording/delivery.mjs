// How somebody spoke, from what was heard: pauses, pace and loudness, slide by slide. Pure.
//
// It knows no words: what is said, and whether it is an „äh“, it cannot tell. All of it is approximate.

import { decibels, FRAME_S, UNHEARD } from "./features.mjs";
import { nucleiIn } from "./nuclei.mjs";
import { atShare, gaps, runs, spokenIn } from "./spoken.mjs";

/** @typedef {import("./features.mjs").Feature} Feature */
/** @typedef {import("./spoken.mjs").Run} Run */
/** @typedef {{key: string, from_s: number, to_s: number, syllables: number}} Stretch  of the recording, with the syllables of the text that belongs there */
/** @typedef {{from_s: number, length_s: number, key: string}} Pause  `key` of the stretch where it begins, empty outside of all */
/**
 * @typedef {object} SlideDelivery  of all stretches with its key
 * @property {string} key
 * @property {number} spoken_s
 * @property {number} pauses that begin there
 * @property {number} nuclei syllables heard
 * @property {number} syllables of its text
 * @property {number | null} pace syllables heard in a minute of speaking, without the pauses; null where too little was said
 * @property {number | null} loudness_db below full scale, null where nothing was said
 */
/**
 * @typedef {object} Delivery
 * @property {number} noise_db below full scale
 * @property {number} voice_db below full scale, without the noise
 * @property {boolean} reliable whether the voice stands out enough; if not, there are no pauses and no slides
 * @property {number} spoken_s within the stretches, with gaps that are too short for a pause
 * @property {number} silent_s within the stretches
 * @property {number} share of speech, from 0 to 1
 * @property {Pause[]} pauses of half a second and more between the first word and the last, by time
 * @property {SlideDelivery[]} slides in the order in which they come first
 */

/** A shorter silence is a breath. */
const PAUSE_S = 0.5;
/** So far apart are voice and noise at least. */
export const CLEAR_DB = 10;
/** Of so little no pace is told. */
const PACE_FROM_S = 5;
/** What is nearer to speech than that may be its echo. */
const ECHO_S = 0.2;

/**
 * @param {readonly Feature[]} frames of the whole recording, one every 20 ms; where nothing was heard, `UNHEARD`
 * @param {readonly Stretch[]} stretches in seconds of the recording
 * @returns {Delivery}
 */
export function delivery(frames, stretches) {
  const spoken = spokenIn(frames);
  const noise_db = noiseOf(frames, spoken);
  const parts = stretches.map((stretch) => ({ ...stretch, range: rangeOf(stretch, frames.length) }));
  const heard = { frames, spoken, noise_db, nuclei: nucleiIn(frames, spoken), pauses: pausesIn(spoken, parts) };
  const voice_db = loudnessOf(heard, [[0, frames.length]]);
  const reliable = voice_db - noise_db >= CLEAR_DB;
  const [all, said] = [lengthOf(parts.map(({ range }) => range)), spokenOf(spoken, parts.map(({ range }) => range))];
  return {
    noise_db, voice_db, reliable, spoken_s: said, silent_s: all - said, share: all ? said / all : 0,
    pauses: reliable ? heard.pauses : [], slides: reliable ? slidesOf(heard, parts) : [],
  };
}

/** @typedef {Stretch & {range: Run}} Part */
/** @typedef {{frames: readonly Feature[], spoken: Uint8Array, noise_db: number, nuclei: number[], pauses: Pause[]}} Heard */

/** The frames of a stretch, as far as they are there. @param {Stretch} stretch @param {number} length @returns {Run} */
function rangeOf({ from_s, to_s }, length) {
  const [from, to] = [from_s, to_s].map((seconds) => Math.min(length, Math.max(0, Math.round(seconds / FRAME_S))));
  return [from, Math.max(from, to)];
}

/** @param {readonly Run[]} ranges @returns {number} seconds */
const lengthOf = (ranges) => ranges.reduce((sum, [from, to]) => sum + (to - from) * FRAME_S, 0);

/** @param {Uint8Array} spoken @param {readonly Run[]} ranges @returns {number} seconds */
const spokenOf = (spoken, ranges) => ranges.reduce((sum, [from, to]) => sum + spoken.subarray(from, to).reduce((count, mark) => count + mark, 0) * FRAME_S, 0);

/** What is usual where nobody speaks; where somebody always does, what is most quiet. @param {readonly Feature[]} frames @param {Uint8Array} spoken */
function noiseOf(frames, spoken) {
  const echo = Math.round(ECHO_S / FRAME_S);
  const still = runs(spoken.map((mark) => 1 - mark)).flatMap(([from, to]) => frames.slice(from + echo, Math.max(from + echo, to - echo)));
  const levels = (still.length ? still : frames).map(({ level }) => level).filter((level) => level > UNHEARD.level);
  return Math.max(UNHEARD.level, atShare(levels, still.length ? 0.5 : 0.05));
}

/** @param {Uint8Array} spoken @param {readonly Part[]} parts @returns {Pause[]} */
const pausesIn = (spoken, parts) => gaps(spoken).filter(([from, to]) => (to - from) * FRAME_S >= PAUSE_S).map(([from, to]) => ({
  from_s: from * FRAME_S, length_s: (to - from) * FRAME_S, key: parts.find(({ range }) => isIn(range, from))?.key ?? "",
}));

/** @param {Run} range @param {number} frame */
const isIn = ([from, to], frame) => frame >= from && frame < to;

/** The mean of what is spoken, less the noise that is heard with it. @param {Heard} heard @param {readonly Run[]} ranges @returns {number} */
function loudnessOf({ frames, spoken, noise_db }, ranges) {
  const levels = ranges.flatMap(([from, to]) => frames.slice(from, to).filter((_, at) => spoken[from + at]).map(({ level }) => power(level)));
  const mean = levels.reduce((sum, level) => sum + level, 0) / Math.max(1, levels.length);
  return decibels(Math.sqrt(Math.max(0, mean - power(noise_db))));
}

/** @param {number} db */
const power = (db) => 10 ** (db / 10);

/** @param {Heard} heard @param {readonly Part[]} parts @returns {SlideDelivery[]} */
const slidesOf = (heard, parts) => [...new Set(parts.map(({ key }) => key))].map((key) => slideOf(heard, parts.filter((part) => part.key === key)));

/** @param {Heard} heard @param {readonly Part[]} own all with one key @returns {SlideDelivery} */
function slideOf(heard, own) {
  const [{ key }] = own;
  const ranges = own.map(({ range }) => range);
  const spoken_s = spokenOf(heard.spoken, ranges);
  const nuclei = heard.nuclei.filter((frame) => ranges.some((range) => isIn(range, frame))).length;
  return {
    key, spoken_s, nuclei, pauses: heard.pauses.filter((pause) => pause.key === key).length, syllables: Math.max(...own.map(({ syllables }) => syllables)),
    pace: spoken_s >= PACE_FROM_S ? (60 * nuclei) / spoken_s : null, loudness_db: spoken_s ? loudnessOf(heard, ranges) : null,
  };
}
