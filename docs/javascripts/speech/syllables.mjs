// How many syllables a word has when it is said aloud: `Mailserver` 3, `DNS` 3, `WLANs` 2, `Updates` 2. Pure.

import { anyOf, every, one } from "./patterns.mjs";

/**
 * @typedef {{letters: Record<string, number>, said: Record<string, number>, mixed: Record<string, number>}} Acronyms
 * @typedef {Record<string, string[]>} Lists lines of words by their number of syllables
 */

const CAMEL = every`[A-ZÄÖÜ]{2,}s?(?![a-zäöüß])|[A-ZÄÖÜ]?[a-zäöüß]+|.`;
// A u after q, a y that begins a word and an i between consonant and vowel (Situation, not Dialog) are consonants.
/** @type {[RegExp, string][]} */
const CONSONANTS = [
  [/qu/g, "q"],
  [/^y(?=[aeou])/, "j"],
  [/(?<=[aeiouyäöü])([^aeiouyäöü ]+)i(?=[aouäö])/g, "$1j"],
];
const NUCLEUS = /aa|ee|oo|ie|[ae][iyu]|äu|o[iyu]|[aeiouyäöü]/g;
const SILENT_ED = /(?<=[aeiouyäöü])([^aeiouyäöütd]+)ed$/;
const VOWEL = one`[aeiouyäöüAEIOUYÄÖÜ]`;
const UNSAYABLE = one`[^aeiouyäöüAEIOUYÄÖÜ]{4}`;
const SAYABLE_FROM = 5;
const UMLAUTS = "äöüÄÖÜß";

/**
 * @param {{acronyms: Acronyms, words: {words: Lists, parts: Lists}}} tables
 * @returns {(word: string) => number} counts the syllables of one word (letters and apostrophes only); at least one
 */
export function makeSyllables({ acronyms, words: lists }) {
  const [letters, said, mixed] = [acronyms.letters, acronyms.said, acronyms.mixed].map((table) => new Map(Object.entries(table)));
  const [words, parts] = [counted(lists.words), counted(lists.parts)];
  const anyPart = every`${anyOf(parts.keys())}`;

  /** @param {string} text */
  const spell = (text) => [...text.toUpperCase()].reduce((sum, letter) => sum + (letters.get(letter) ?? 1), 0);

  /** @param {string} word in small letters */
  function byRules(word) {
    const known = (word.match(anyPart) ?? []).reduce((sum, part) => sum + (parts.get(part) ?? 0), 0);
    const rest = word.replace(anyPart, " ").replace(SILENT_ED, "$1d");
    const vowels = CONSONANTS.reduce((left, [pattern, consonant]) => left.replace(pattern, consonant), rest);
    return known + (vowels.match(NUCLEUS) ?? []).length;
  }

  /** @param {string} acronym */
  function ofAcronym(acronym) {
    const isSayable = acronym.length >= SAYABLE_FROM && VOWEL.test(acronym) && !UNSAYABLE.test(acronym);
    return said.get(acronym) ?? (isSayable ? byRules(acronym.toLowerCase()) : spell(acronym));
  }

  /** @param {string} piece */
  function ofPiece(piece) {
    if ([...piece].length === 1) return spell(piece);
    const acronym = piece.replace(/s$/, "");
    if (acronym.length > 1 && isUpper(acronym)) return ofAcronym(acronym);
    const lower = piece.toLowerCase();
    return words.get(lower) ?? (VOWEL.test(lower) ? byRules(lower) : spell(lower));
  }

  /** @param {string} written */
  function count(written) {
    const word = plainLetters(written);
    const isWhole = words.has(word.toLowerCase()) && !isUpper(word);
    const pieces = isWhole ? [word] : (word.match(CAMEL) ?? []);
    return mixed.get(word) ?? Math.max(1, pieces.reduce((sum, piece) => sum + ofPiece(piece), 0));
  }

  /** Who writes asks for the same words with each key. @type {Map<string, number>} */
  const known = new Map();
  return (written) => {
    const syllables = known.get(written) ?? count(written);
    known.set(written, syllables);
    return syllables;
  };
}

/** @param {Lists} lists */
const counted = (lists) =>
  new Map(
    Object.entries(lists).flatMap(([count, lines]) =>
      lines.flatMap((line) => line.split(" ").map((word) => /** @type {[string, number]} */ ([word.replaceAll("'", ""), Number(count)]))),
    ),
  );

/** @param {string} text */
const isUpper = (text) => text === text.toUpperCase() && text !== text.toLowerCase();

/** Without apostrophes, and without accents but those of umlauts. @param {string} word */
const plainLetters = (word) =>
  [...word.normalize("NFC").replace(/['’]/g, "")].map((letter) => (UMLAUTS.includes(letter) ? letter : [...letter.normalize("NFD")][0])).join("");
