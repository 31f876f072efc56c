// The code of a mock exam for two: eight letters that one device shows and the other is told. Pure.
//
// 1K7Q-F2M9: what kind of exam it is (one letter), a seed (four), a print of the content (two), and a letter that proves the rest.
// Kind 1 is all that older pages know; 2 has a disturbance. 3 and 4 are the same of a talk of one's own whose file the other
// device opens: a seed of three letters, one of the content's print, and two of the talk's. The alphabet is Crockford's: no I, L,
// O and U, and whoever reads a 0 as O types the same code.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KINDS = 4;
const LENGTH = 8;
const PRINT_BITS = 10;
/** The field of 32 elements is reckoned in modulo x⁵ + x² + 1. */
const FIELD = 0b100101;

/** @typedef {{seed: number, print: number, talk: number | null, disturbed: boolean}} Code  `print` of the content and `talk` have ten bits, and the seed 20; with a talk it has 15, and of the print the first five are known */
/** @typedef {"empty" | "letters" | "length" | "check" | "version"} Mistake */

/** What is said of a code that is none. @type {Record<Mistake, string>} */
export const MISTAKES = {
  empty: "Trag den Code ein, der auf dem anderen Gerät steht.",
  letters: "In einem Code stehen nur Ziffern und Buchstaben, und kein U.",
  length: `Ein Code hat ${LENGTH} Zeichen.`,
  check: "Der Code stimmt nicht: Ein Zeichen ist falsch oder zwei sind vertauscht.",
  version: "Der Code stammt von einer neueren Fassung dieser Website. Lade die Seite neu.",
};

/** How many seeds there are, whatever kind the code is of. */
export const SEEDS = 2 ** 15;

/** @param {Code} code @returns {string} with a hyphen in the middle */
export function codeSaid({ seed, print, talk, disturbed }) {
  const rest = talk === null ? [...fives(seed, 20), ...fives(print, PRINT_BITS)] : [...fives(seed, 15), print >>> 5, ...fives(talk, PRINT_BITS)];
  const values = [1 + Number(disturbed) + 2 * Number(talk !== null), ...rest];
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
  const [kind, ...rest] = values.slice(0, -1);
  if (kind < 1 || kind > KINDS) return { mistake: "version" };
  const disturbed = kind % 2 === 0;
  if (kind <= 2) return { seed: together(rest.slice(0, 4)), print: together(rest.slice(4)), talk: null, disturbed };
  return { seed: together(rest.slice(0, 3)), print: 32 * rest[3], talk: together(rest.slice(4)), disturbed };
}

/** Whether a code was made with the same content. @param {Code} code @param {number} print of the content here, ten bits */
export const isOfContent = (code, print) => code.print === (code.talk === null ? print : print & 0b1111100000);

/** It differs whenever one letter is another, and whenever two have changed places. @param {number[]} values */
const proofOf = (values) => values.reduce((proof, value) => doubled(proof ^ value), 0);

/** Times x, in the field. @param {number} value */
const doubled = (value) => (value & 16 ? (value << 1) ^ FIELD : value << 1);

/** @param {number} number @param {number} bits */
const fives = (number, bits) => Array.from({ length: bits / 5 }, (_, place) => (number >>> (bits - 5 * (place + 1))) & 31);

/** @param {number[]} values */
const together = (values) => values.reduce((number, value) => 32 * number + value, 0);
