// Chance that can be repeated: the same text gives the same numbers on every device. Pure.

/**
 * Numbers from 0 to below 1, by mulberry32, begun with a hash of the text (FNV-1a).
 *
 * @param {string} text
 * @returns {() => number}
 */
export function randomBy(text) {
  let state = hashOf(text);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {string} text @returns {number} of 32 bits, none of them a sign */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 13)) >>> 0;
}
