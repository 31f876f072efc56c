// Whether an audience is one that the exam forbids, in whatever case, number and gender it is named. Pure.

import { escaped } from "./escaping.mjs";
import { every } from "../speech/patterns.mjs";

const WORD = every`\w+`;
const ENDING = every`(?<=\w{4})(?:innen|in|iums?|ien|es|en|e|s|n)$`;
/** @type {Record<string, string>} */
const PLAIN = { ä: "a", ö: "o", ü: "u", ß: "ss" };

/**
 * @param {string} audience
 * @param {string[]} forbidden
 * @returns {string} the words of the audience that name a forbidden one, "" for none
 */
export function forbiddenIn(audience, forbidden) {
  const words = [...audience.matchAll(WORD)];
  const stems = words.map(([word]) => stem(word));
  for (const phrase of [...forbidden].sort((one, other) => other.length - one.length)) {
    const wanted = (phrase.match(WORD) ?? []).map(stem);
    const at = stems.findIndex((_, place) => wanted.length > 0 && wanted.every((each, index) => stems[place + index] === each));
    if (at < 0) continue;
    const last = words[at + wanted.length - 1];
    return audience.slice(words[at].index, last.index + last[0].length);
  }
  return "";
}

/** A word without its ending: case, number and gender make no other audience. @param {string} word */
const stem = (word) =>
  word.toLowerCase().replace(/[äöüß]/g, (letter) => PLAIN[letter]).replace(ENDING, "").replace(/s+$/, "");

const SAID = /^Zielgruppe(?: ist)?\s*[:–-]\s*(\S.*)/i;

/** What a slide names as the audience, in inline Markdown; else nothing. @param {{title: string, bullets: import("../talk/judging.mjs").Bullet[]}[]} slides */
export function audienceIn(slides) {
  const texts = slides.flatMap(({ title, bullets }) => [escaped(title), ...bullets.flatMap(({ text, bullets: below }) => [text, ...below])]);
  return (texts.map((text) => SAID.exec(text)?.[1]).find(Boolean) ?? "").trim();
}
