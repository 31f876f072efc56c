// Whether a text is English: its time cannot be told by German syllables. Pure.

import { every } from "./patterns.mjs";

/** @typedef {{english: string[], german: string[], least_words: number, least_share: number}} English */

const WORD = every`[^\W\d_]+`;

/**
 * @param {English} table
 * @param {(markdown: string) => string} plainText
 * @returns {(markdown: string) => boolean} tells it by the small words; of a text of a few words nothing is said
 */
export function makeIsEnglish({ english, german, least_words, least_share }, plainText) {
  const [inEnglish, inGerman] = [new Set(english), new Set(german)];
  return (markdown) => {
    const words = (plainText(markdown).match(WORD) ?? []).map((word) => word.toLowerCase());
    const englishOnes = words.filter((word) => inEnglish.has(word)).length;
    const germanOnes = words.filter((word) => inGerman.has(word)).length;
    return words.length >= least_words && englishOnes >= least_share * words.length && englishOnes > 2 * germanOnes;
  };
}
