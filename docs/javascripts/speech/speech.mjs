// How long German text takes to say aloud, as Python says it: Markdown → plain text → words → syllables and pauses. Pure.

import { every } from "./patterns.mjs";
import { gaps, pause } from "./sentences.mjs";
import { makeSpoken } from "./spoken.mjs";
import { makeSyllables } from "./syllables.mjs";
import { makeText } from "./text.mjs";
import { makeIsEnglish } from "./language.mjs";

/**
 * @typedef {import("./spoken.mjs").SpokenTables & import("./text.mjs").TextTables & Parameters<typeof makeSyllables>[0]
 *   & {english: import("./language.mjs").English, model: {syllable_s: number, sentence_end_s: number, pause_s: number}}} Tables
 *   as `generalprobe/speech/tables/` has them, by name
 * @typedef {{syllables: number, sentence_ends: number, pauses: number, seconds: number}} Spoken at the usual pace
 */

const WORD = every`[^\W_]+(?:['’][^\W_]+)*`;
const BLANK_BEFORE_SIGN = / (?=[.,;:!?)])/g;

/** @typedef {ReturnType<typeof makeSpeech>} Speech */

/** @param {Tables} tables */
export function makeSpeech(tables) {
  const { plainText, pausesS, unsaid } = makeText(tables);
  const syllables = makeSyllables(tables);
  const spoken = makeSpoken(tables);
  const { syllable_s, sentence_end_s, pause_s } = tables.model;

  /** What is said of a Markdown text, a line for each paragraph or list item, spaces as in print. @param {string} markdown */
  const reading = (markdown) => tidy(spoken(plainText(markdown)));

  /** @param {string} markdown @returns {Spoken} */
  function estimate(markdown) {
    const said = reading(markdown);
    const made = gaps(said).map(pause);
    const counts = {
      syllables: (said.match(WORD) ?? []).reduce((sum, word) => sum + syllables(word), 0),
      sentence_ends: made.filter((each) => each === "sentence").length,
      pauses: made.filter((each) => each === "phrase").length,
    };
    const seconds = counts.syllables * syllable_s + counts.sentence_ends * sentence_end_s + counts.pauses * pause_s;
    return { ...counts, seconds };
  }

  return { estimate, reading, plainText, pausesS, unsaid, isEnglish: makeIsEnglish(tables.english, plainText) };
}

/** @param {string} said */
const tidy = (said) => said.replace(/ {2,}/g, " ").replace(BLANK_BEFORE_SIGN, "").trim();
