// The code of a mock exam for two: eight letters that one device shows and the other is told. Pure.
//
// K7QF-2M9X: the version (one letter), a seed (four), a print of the content (two), and a letter that proves the rest. The
// alphabet is Crockford's: no I, L, O and U, and whoever reads a 0 as O types the same code.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSION = 1;
const LENGTH = 8;
const SEED_BITS = 20;
const PRINT_BITS = 10;
/** The field of 32 elements is reckoned in modulo x⁵ + x² + 1. */
const FIELD = 0b100101;

/** @typedef {{seed: number, print: number}} Code  of 20 and of 10 bits */
/** @typedef {"empty" | "letters" | "length" | "check" | "version"} Mistake */

/** What is said of a code that is none. @type {Record<Mistake, string>} */
export const MISTAKES = {
  empty: "Trag den Code ein, der auf dem anderen Gerät steht.",
  letters: "In einem Code stehen nur Ziffern und Buchstaben, und kein U.",
  length: `Ein Code hat ${LENGTH} Zeichen.`,
  check: "Der Code stimmt nicht: Ein Zeichen ist falsch oder zwei sind vertauscht.",
  version: "Der Code stammt von einer neueren Fassung dieser Website. Lade die Seite neu.",
};

/** How many seeds there are. */
export const SEEDS = 2 ** SEED_BITS;

/** @param {Code} code @returns {string} with a hyphen in the middle */
export function codeSaid({ seed, print }) {
  const values = [VERSION, ...fives(seed, SEED_BITS), ...fives(print, PRINT_BITS)];
  const letters = [...values, proofOf(values)].map((value) => ALPHABET[value]).join("");
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** @param {string} typed by hand, with blanks, hyphens and small letters as somebody likes @returns {Code | {mistake: Mistake}} */
export function readCode(typed) {
  const letters = typed.toUpperCase().replace(/[\s‐‑–—_.-]/gu, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const values = [...letters].map((letter) => ALPHABET.indexOf(letter));
  if (!values.length) return { mistake: "empty" };
  if (values.includes(-1)) return { mistake: "letters" };
  if (values.length !== LENGTH) return { mistake: "length" };
  if (proofOf(values.slice(0, -1)) !== values.at(-1)) return { mistake: "check" };
  if (values[0] !== VERSION) return { mistake: "version" };
  return { seed: together(values.slice(1, 1 + SEED_BITS / 5)), print: together(values.slice(1 + SEED_BITS / 5, -1)) };
}

/** It differs whenever one letter is another, and whenever two have changed places. @param {number[]} values */
const proofOf = (values) => values.reduce((proof, value) => doubled(proof ^ value), 0);

/** Times x, in the field. @param {number} value */
const doubled = (value) => (value & 16 ? (value << 1) ^ FIELD : value << 1);

/** @param {number} number @param {number} bits */
const fives = (number, bits) => Array.from({ length: bits / 5 }, (_, place) => (number >>> (bits - 5 * (place + 1))) & 31);

/** @param {number[]} values */
const together = (values) => values.reduce((number, value) => 32 * number + value, 0);
