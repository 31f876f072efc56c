// What examiners look for in a talk: what was rejected, and what was measured. Pure.

import { rejects } from "./rejecting.mjs";

/**
 * @typedef {Pick<import("../talk/judging.mjs").Slide, "key" | "title" | "headline" | "bullets" | "artifact" | "notes">} Slide
 * @typedef {(markdown: string) => string} PlainText
 * @typedef {{slide: Slide, number: number, text: string, isSaid: boolean}} Line of a slide, or a sentence of its notes; slides count from 1
 */

const SENTENCE = /(?<=[.!?…]["“‘]?)\s+(?=["„‚\p{Lu}\p{N}])|\n+/u;
const NAMED = /^Verworfen:\s*(.+)$/su;
const RESULT = /Ergebni|Erfolg|Auswertung|Wirkung|Bilanz|Fazit|Nutzen|Resultat|Messung|Zahlen|gebracht|nachher/iu;
/** Of the last slides one shows what came of it, whatever they are called. */
const LAST = 3;
/** Times of day, dates, versions and names of products measure nothing. */
const NO_FIGURE = /\b\d+(?:\.\d+){2,}|\b\d{1,2}:\d{2}\b|\b\d{1,2}(?:[.:]\d{2})?\s*Uhr\b|\b\d{1,2}\.\s?(?:\d{1,2}\.(?:\s?\d{2,4})?|\p{L}{3,})|\b(?:19|20)\d\d\b|\b(?:Windows|Microsoft|Office|Server|Version|Folie|Level|Priorität|ISO|Port)\s+\d+|(?<!\p{L})\p{L}{1,20}-?\d+/giu;
const FIGURE = new RegExp(
  String.raw`\d|%|\bProzent\b|\b(?:halb(?:iert|e[nrs]?|so)|Hälfte|Drittel|Viertel|doppelt|verdoppelt|dreimal|zweimal|Dutzend|null|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b|(?<!\p{L})\p{L}{0,40}(?:zehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend)\b`,
  "iu",
);

/** @param {{slides: Slide[]}} talk @param {PlainText} plainText @returns {Line[]} */
export const linesOf = ({ slides }, plainText) => slides.flatMap((slide, index) => {
  const line = (/** @type {boolean} */ isSaid) => (/** @type {string} */ text) => ({ slide, number: index + 1, text: text.trim(), isSaid });
  return [...shownOn(slide).map(plainText).map(line(false)), ...plainText(slide.notes).split(SENTENCE).map(line(true))].filter(({ text }) => text);
});

/** All that can be read on a slide below its title, as it is written; no code. @param {Slide} slide @returns {string[]} */
export const shownOn = ({ bullets, artifact }) => [...bullets.flatMap(({ text, bullets: below }) => [text, ...below]), ...(artifact ? [...toRead(artifact), artifact.caption] : [])];

/** @param {import("../talk/judging.mjs").Artifact} artifact @returns {string[]} */
function toRead(artifact) {
  if (artifact.kind === "table") return [...artifact.columns, ...artifact.rows.flat()];
  if (artifact.kind === "quote") return [artifact.text];
  if (artifact.kind === "image") return [artifact.alt];
  return artifact.kind === "code" ? [] : [artifact.description];
}

/** Where a talk names what was not done. @param {Line[]} lines */
export const rejectedIn = (lines) => lines.filter(({ text }) => rejects(text)).map((line) => ({ ...line, option: NAMED.exec(line.text)?.[1] ?? "" }));

/** Whether a text holds a figure that was measured or counted. @param {string} text */
export const hasFigure = (text) => FIGURE.test(text.replace(NO_FIGURE, " "));

/**
 * The slides that say what came of it.
 *
 * @template {Slide} T
 * @param {T[]} slides
 * @returns {T[]}
 */
export function resultsOf(slides) {
  const named = slides.filter(({ title, headline }) => RESULT.test(`${title} ${headline}`));
  return [...new Set([...named, ...slides.slice(-LAST)])];
}
