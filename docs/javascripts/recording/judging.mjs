// What a recording says of how it was spoken: its pieces joined to what was heard, its slides to where they lie. Pure.

import { delivery } from "./delivery.mjs";
import { FRAME_S, UNHEARD } from "./features.mjs";
import { unpack } from "./frames.mjs";
import { onReel, withPace } from "./reel.mjs";

/** @typedef {import("./delivery.mjs").Delivery} Delivery */
/** @typedef {import("./entry.mjs").Part} Part */
/** @typedef {import("./entry.mjs").Piece} Piece */
/** @typedef {import("./features.mjs").Feature} Feature */

/** Of less than that, nothing is said. */
const LEAST_S = 5;
/** So much of it has to be heard. */
const LEAST_SHARE = 0.8;

/**
 * @param {readonly Part[]} parts
 * @param {readonly (readonly Pick<Piece, "heard">[])[]} pieces of each part
 * @param {readonly import("./reel.mjs").Stretch[]} stretches by the log's clock
 * @returns {Delivery | null} in seconds of the recording; null where too little was heard
 */
export function judged(parts, pieces, stretches) {
  const frames = parts.flatMap((part, place) => fitted(pieces[place].flatMap(({ heard }) => unpacked(heard)), part));
  const heard = frames.filter((frame) => frame !== UNHEARD).length;
  if (heard < LEAST_S / FRAME_S || heard < LEAST_SHARE * frames.length) return null;
  return delivery(frames, withPace(stretches, onReel(parts, stretches)));
}

/** @param {Uint8Array} heard @returns {Feature[]} nothing of what cannot be read */
function unpacked(heard) {
  try {
    return unpack(heard);
  } catch {
    return [];
  }
}

/** As many as the part is long, so that the next one begins where it should. @param {readonly Feature[]} frames @param {Part} part @returns {Feature[]} */
function fitted(frames, { from_ms, to_ms }) {
  const length = Math.max(0, Math.round((to_ms - from_ms) / 1000 / FRAME_S));
  return Array.from({ length }, (_, at) => frames[at] ?? UNHEARD);
}

/** In all slides together, or null where too little was said. @param {Delivery} delivery @returns {number | null} syllables heard in a minute of speaking */
export function paceOf({ slides }) {
  const told = slides.filter(({ pace }) => pace !== null);
  const spoken_s = told.reduce((sum, slide) => sum + slide.spoken_s, 0);
  return spoken_s ? (60 * told.reduce((sum, { nuclei }) => sum + nuclei, 0)) / spoken_s : null;
}
