// Where a sentence ends: abbreviations have dots too, and the boundary between two words is one pause at most. Pure.

import { at, every, here, one } from "./patterns.mjs";

const NEXT_WORD = here`[^\w\n]*(\w+)`;
const FIRST_WORD = one`\w`;
// What stands between two words, with the space before it where it is more than a space.
const GAP = every`(?: [^\w\s]|[^\w\s]|\n)\W*`;
const CLOSES = one`[.!?\n]`;
const DIVIDES = one`[,;:…—\(\)\/]|\s[\-–](?:\s|$)`;

/**
 * Whether a new sentence begins at a place, after a dot that may as well belong to a number.
 *
 * @param {{starters: string[]}} abbreviations
 * @returns {(text: string, position: number) => boolean}
 */
export function makeStartsSentence({ starters }) {
  const known = new Set(starters);
  return (text, position) => known.has(at(NEXT_WORD, text, position)?.[1] ?? "");
}

/** What stands in each gap between the words that is more than a space; the end of the text is one. @param {string} spoken @returns {string[]} */
export function gaps(spoken) {
  const first = spoken.search(FIRST_WORD);
  return first < 0 ? [] : (`${spoken}\n`.slice(first).match(GAP) ?? []);
}

/**
 * The one pause that is made in a gap: at the end of a sentence, within it, or none (quotation marks, hyphens).
 *
 * @param {string} gap
 * @returns {"sentence" | "phrase" | ""}
 */
export function pause(gap) {
  if (CLOSES.test(gap)) return "sentence";
  return DIVIDES.test(gap) ? "phrase" : "";
}
