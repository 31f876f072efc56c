// Where in a recording something is: its parts lie one behind the other, and what passed between them is not on it. Pure.
//
// The log's clock says when a part began and when a slide was shown; a player counts seconds of what there is to hear.

import { secondsOf } from "./entry.mjs";

/** @typedef {Pick<import("./entry.mjs").Part, "from_ms" | "to_ms">} Part */
/** @typedef {{key: string, title: string, from_s: number, to_s: number, syllables: number}} Stretch  a slide or question, while it was shown; `syllables` of its whole text */
/** @typedef {{from_s: number, to_s: number}} Cut  seconds of the recording */

/** Of what is shorter, nothing is heard. */
const LEAST_S = 0.3;
/** A text was spoken on the recording if so much of its time is there. */
const WHOLE = 0.9;

/**
 * Where it is in the recording; where nothing was recorded, the next that was. After a crash the log goes on from where it was written down last, which may be
 * sooner than a part ended: there the later part counts.
 *
 * @param {readonly Part[]} parts
 * @param {number} ms of the log's clock
 * @returns {number} seconds
 */
export function secondsAt(parts, ms) {
  const place = parts.findLastIndex(({ from_ms }) => from_ms <= ms);
  return place < 0 ? 0 : secondsOf({ parts: parts.slice(0, place) }) + Math.min(lengthOf(parts[place]), (ms - parts[place].from_ms) / 1000);
}

/** @param {readonly Part[]} parts @param {number} seconds of the recording @returns {{place: number, at_s: number}} which part, and where in it */
export function placeOf(parts, seconds) {
  let rest = Math.max(0, seconds);
  for (const [place, part] of parts.entries()) {
    const length = lengthOf(part);
    if (rest < length || place === parts.length - 1) return { place, at_s: Math.min(rest, length) };
    rest -= length;
  }
  return { place: 0, at_s: 0 };
}

/** @param {Part} part */
const lengthOf = ({ from_ms, to_ms }) => Math.max(0, to_ms - from_ms) / 1000;

/** The stretches as they lie in the recording, without those of which nothing is there. @param {readonly Part[]} parts @param {readonly Stretch[]} stretches by the log's clock @returns {Stretch[]} */
export const onReel = (parts, stretches) => stretches
  .map((stretch) => ({ ...stretch, from_s: secondsAt(parts, 1000 * stretch.from_s), to_s: secondsAt(parts, 1000 * stretch.to_s) }))
  .filter(({ from_s, to_s }) => to_s - from_s >= LEAST_S);

/** Each slide once, with all that is heard of it, in the order in which they came. @param {readonly Stretch[]} stretches @returns {{key: string, title: string, cuts: Cut[]}[]} */
export function slidesOn(stretches) {
  const byKey = /** @type {Map<string, {key: string, title: string, cuts: Cut[]}>} */ (new Map());
  for (const { key, title, from_s, to_s } of stretches) byKey.set(key, { key, title, cuts: [...(byKey.get(key)?.cuts ?? []), { from_s, to_s }] });
  return [...byKey.values()];
}

/** Those of whose text nothing is missing: of the others no pace can be told, so they have no syllables. @param {readonly Stretch[]} said by the log's clock @param {readonly Stretch[]} heard the same on the recording @returns {Stretch[]} */
export function withPace(said, heard) {
  const whole = new Set(said.map(({ key }) => key).filter((key) => spent(heard, key) >= WHOLE * spent(said, key)));
  return heard.map((stretch) => (whole.has(stretch.key) ? stretch : { ...stretch, syllables: 0 }));
}

/** @param {readonly Stretch[]} stretches @param {string} key */
const spent = (stretches, key) => stretches.filter((stretch) => stretch.key === key).reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0);

/** @param {readonly Cut[]} cuts @returns {number} seconds */
export const lengthOfAll = (cuts) => cuts.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0);
