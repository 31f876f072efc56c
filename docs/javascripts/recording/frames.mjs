// What was heard, as bytes: a version in front of each piece, then two bytes for every 20 ms, 6 kB a minute. Pure.

/** @typedef {import("./features.mjs").Feature} Feature */

const VERSION = 1;
const BYTES = 2;
/** Levels from −102 to 0 decibels. */
const STEPS_PER_DB = 2.5;

/** Bytes that are none of ours. */
export class Unreadable extends Error {
  name = "Unreadable";
}

/** @param {readonly Feature[]} run @returns {Uint8Array} */
export function pack(run) {
  const bytes = new Uint8Array(1 + BYTES * run.length);
  bytes[0] = VERSION;
  run.forEach(({ level, voiced }, at) => bytes.set([byteOf(-level * STEPS_PER_DB), byteOf(voiced * 255)], 1 + BYTES * at));
  return bytes;
}

/** @param {number} value */
const byteOf = (value) => Math.min(255, Math.max(0, Math.round(value)));

/** @param {Uint8Array} bytes one piece @returns {Feature[]} @throws {Unreadable} */
export function unpack(bytes) {
  if (bytes[0] !== VERSION) throw new Unreadable(bytes.length ? `unknown version ${bytes[0]}` : "nothing there, not even a version");
  if ((bytes.length - 1) % BYTES) throw new Unreadable(`the last of ${Math.ceil((bytes.length - 1) / BYTES)} frames is cut off`);
  return Array.from({ length: (bytes.length - 1) / BYTES }, (_, frame) => {
    const [level, voiced] = bytes.subarray(1 + BYTES * frame);
    return { level: 0 - level / STEPS_PER_DB, voiced: voiced / 255 };
  });
}
