// Bullets whose sign was typed as text („– eins“, „• eins“, „1. eins“, „a) eins“) as bullets without it. Pure.
//
// `generalprobe/importing/signs.py` does the same for whoever has the project.

import { part } from "./paragraphs.mjs";

/**
 * @typedef {import("./paragraphs.mjs").Paragraph} Paragraph
 * @typedef {{paragraph: Paragraph, kind: string, value: number, text: string}} Signed
 */

/** Round ones are nothing else; Word's round ones of the second level arrive as the letter o. */
const SIGN = /^(?:([•‣▪▫●◦○■□▸►❖➢·\uf0a7\uf0b7\uf0d8]) ?|([-–—*o]|§(?! [0-9])) |(\(?)([1-9][0-9]?|[a-z](?=\)))([.)]{1,2}) )(\S.*)$/u;
/** Signs beside which a hyphen is a minus. */
const MEANS = /^[+✓✔✗✘×→⇒]/u;
const MONTH = /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?![\p{L}\p{N}_])/iu;
/** Signs that are some only where there are several, or round ones. */
const MARKS = "-–—*o§";

/**
 * The paragraphs of a slide's boxes without typed signs, where a whole box has them. Numbers are signs where they count up from 1. In a
 * box of one level what has a sign stands below what has none above it, and a second sign below the first.
 * @param {Paragraph[][]} shapes @returns {Paragraph[]}
 */
export function withoutSigns(shapes) {
  const every = shapes.map((shape) => shape.map(signed));
  const counting = countingKinds(every.flat().filter(({ value }) => value));
  return every.flatMap((shape) => unsigned(shape, counting));
}

/** @param {Paragraph} paragraph @returns {Signed} */
function signed(paragraph) {
  const [, round, mark, before, number, behind, text = ""] = SIGN.exec(paragraph.text) ?? [];
  if (!number) return { paragraph, kind: round ?? mark ?? "", value: 0, text };
  const isLetter = number >= "a";
  return { paragraph, kind: `${before}${isLetter ? "a" : "1"}${behind}`, value: isLetter ? number.charCodeAt(0) - 96 : Number(number), text };
}

/** The kinds of numbers that count up from 1; „1. Quartal“ and „2. Quartal“ are names, „1. Mai“ is a day. @param {Signed[]} numbered */
const countingKinds = (numbered) => new Set(numbered.map(({ kind }) => kind).filter((kind) => counts(numbered.filter((each) => each.kind === kind))));

/** @param {Signed[]} found */
function counts(found) {
  const values = found.map(({ value }) => value);
  const goesOn = values.every((now, at) => now === 1 || now === (values[at - 1] ?? 0) + 1);
  const words = new Set(found.map(({ text }) => text.split(" ")[0].replace(/[:,.]+$/, "")));
  return goesOn && Math.max(...values) > 1 && words.size > 1 && !found.some(({ text }) => MONTH.test(text));
}

/** @param {Signed[]} shape @param {Set<string>} counting @returns {Paragraph[]} */
function unsigned(shape, counting) {
  const kinds = kindsIn(shape, counting);
  if (new Set(shape.map(({ paragraph }) => paragraph.level)).size > 1) return alike(shape, kinds).map((kind, at) => bare(shape[at], kind, 0));
  const order = [...new Set(kinds)].filter((kind) => kind || !kinds[0]);
  return kinds.map((kind, at) => bare(shape[at], kind, order.indexOf(kind)));
}

/** The kinds of signs in a box, empty for what is none. @param {Signed[]} shape @param {Set<string>} counting */
function kindsIn(shape, counting) {
  if (shape.some(({ paragraph }) => MEANS.test(paragraph.text))) return shape.map(() => "");
  const hasRound = shape.some(({ kind }) => kind.length === 1 && !MARKS.includes(kind));
  /** @param {string} kind */
  const isSign = (kind) => counting.has(kind) || (kind.length === 1 && (hasRound || shape.filter((each) => each.kind === kind).length > 1));
  return shape.map(({ kind }) => (isSign(kind) ? kind : ""));
}

/** The same kinds, as far as a whole level has them. @param {Signed[]} shape @param {string[]} kinds */
const alike = (shape, kinds) => kinds.map((kind, at) => (shape.every(({ paragraph }, other) => paragraph.level !== shape[at].paragraph.level || kinds[other] === kind) ? kind : ""));

/** @param {Signed} signed @param {string} kind @param {number} deeper @returns {Paragraph} */
const bare = ({ paragraph, text }, kind, deeper) => (kind ? { ...part(paragraph, paragraph.text.length - text.length), level: paragraph.level + deeper } : paragraph);
