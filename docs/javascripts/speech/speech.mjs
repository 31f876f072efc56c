// How long German text takes to say aloud, as Python says it: Markdown → plain text → words → syllables and pauses. Pure.

import { every } from "./patterns.mjs";
import { gaps, pause } from "./sentences.mjs";
import { makeSpoken } from "./spoken.mjs";
import { makeSyllables } from "./syllables.mjs";
import { makeText } from "./text.mjs";
import { makeIsEnglish } from "./language.mjs";

/** @typedef {import("./estimate.mjs").Model} Model */

/**
 * @typedef {import("./spoken.mjs").SpokenTables & import("./text.mjs").TextTables & Parameters<typeof makeSyllables>[0]
 *   & {english: import("./language.mjs").English, model: Model & {syllable_s: number, sentence_end_s: number, pause_s: number}}} Tables
 *   as `generalprobe/speech/tables/` has them, by name
 * @typedef {{syllables: number, sentence_ends: number, pauses: number}} Counts
 * @typedef {Counts & {seconds: number}} Spoken at the usual pace
 */

const WORD = every`[^\W_]+(?:['’][^\W_]+)*`;
const BETWEEN_BLANKS = every`\S+`;
const BLANK_BEFORE_SIGN = / (?=[.,;:!?)])/g;

/** @typedef {ReturnType<typeof makeSpeech>} Speech */

/** @param {Tables} tables */
export function makeSpeech(tables) {
  const { plainText, pausesS, directionsIn, unsaid } = makeText(tables);
  const syllablesOf = makeSyllables(tables);
  const spoken = makeSpoken(tables);
  const { syllable_s, sentence_end_s, pause_s } = tables.model;

  /** What is said of a Markdown text, a line for each paragraph or list item, spaces as in print. @param {string} markdown */
  const reading = (markdown) => tidy(spoken(plainText(markdown)));

  /** @param {string} markdown @returns {Spoken} */
  function estimate(markdown) {
    const said = reading(markdown);
    const made = gaps(said).map(pause);
    return timed({
      syllables: (said.match(WORD) ?? []).reduce((sum, word) => sum + syllablesOf(word), 0),
      sentence_ends: made.filter((each) => each === "sentence").length,
      pauses: made.filter((each) => each === "phrase").length,
    });
  }

  /** @param {Counts} counts @returns {Spoken} */
  const timed = ({ syllables, sentence_ends, pauses }) => {
    const seconds = syllables * syllable_s + sentence_ends * sentence_end_s + pauses * pause_s;
    return { syllables, sentence_ends, pauses, seconds };
  };

  /** What several texts take together. @param {Counts[]} all */
  const total = (all) =>
    timed({
      syllables: all.reduce((sum, each) => sum + each.syllables, 0),
      sentence_ends: all.reduce((sum, each) => sum + each.sentence_ends, 0),
      pauses: all.reduce((sum, each) => sum + each.pauses, 0),
    });

  /** How many words stand in a Markdown text. @param {string} markdown */
  const countWords = (markdown) => (plainText(markdown).match(BETWEEN_BLANKS) ?? []).length;

  const isEnglish = makeIsEnglish(tables.english, plainText);
  return { model: tables.model, estimate, total, reading, plainText, countWords, pausesS, directionsIn, unsaid, isEnglish };
}

/** @param {string} said */
const tidy = (said) => said.replace(/ {2,}/g, " ").replace(BLANK_BEFORE_SIGN, "").trim();
