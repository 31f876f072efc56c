// Finds the terms of the glossary in what somebody wrote, in whatever form they stand there. Pure.
//
// `frame/terms.mjs` marks on the site's own pages only what is surely meant. Whoever says a word before examiners has to explain it in every form:
// „Firewalls“, „Hardware-Firewall“, „Firewallregel“ are all a firewall, „Multi Faktor Anmeldung“ needs no hyphens.

import { folded, stem } from "../frame/words.mjs";

/**
 * @typedef {import("../frame/terms.mjs").Term} Term
 * @typedef {{term: Term, words: string}} Mention `words` as they stand there: „Firewallregeln“
 *
 * @typedef {{text: string, small: string, start: number, end: number, follows: boolean, within: string}} Piece a word or a part between hyphens; `follows`: only blanks or
 *   hyphens part it from the one before; `within` is the whole word
 * @typedef {{text: string, small: string, isShort: boolean}} Word of a form; short ones such as „NAT“ are written like that only
 * @typedef {{term: Term, words: Word[]}} Form
 */

const WHOLE = /[\p{L}\p{N}]+(?:[-‐‑–.@_][\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+/gu;
const ADDRESS = /[.@_]/;
const BETWEEN = /^[\s‐‑–-]+$/;
const CAPITAL = /^\p{Lu}/u;
/** What German puts behind nouns and adjectives. */
const ENDING = /^(?:e|s|es|se|n|en|nen|ens|ns|er|ern|em)?$/;
/** Shorter ones begin and end too many words that mean something else. */
const SHORTEST_PART = 6;
const [LEAST_BEHIND, LEAST_BEFORE] = [4, 3];

/** @param {Term[]} terms @returns {(text: string) => Mention[]} in the order of the text */
export function makeMentions(terms) {
  const forms = terms.flatMap((term) => term.forms.map((form) => ({ term, words: wordsOf(form) }))).filter(({ words }) => words.length).sort(longerFirst);
  /** @type {Map<string, Form[]>} */
  const byStart = new Map();
  for (const form of forms) byStart.set(startOf(form.words[0].small), [...(byStart.get(startOf(form.words[0].small)) ?? []), form]);
  const parts = forms.filter(({ words: [first, ...more] }) => !more.length && !first.isShort && first.small.length >= SHORTEST_PART && CAPITAL.test(first.text));
  return (written) => {
    const text = written.normalize("NFC");
    const pieces = piecesOf(text);
    /** @type {Mention[]} */
    const found = [];
    for (let at = 0; at < pieces.length; ) {
      const whole = byStart.get(startOf(pieces[at].small))?.find((each) => stands(each, pieces, at));
      const form = whole ?? parts.find(({ words: [part] }) => holds(pieces[at], part));
      const taken = pieces.slice(at, at + (whole?.words.length ?? 1));
      if (form) found.push({ term: form.term, words: saidBy(taken, text) });
      at += taken.length;
    }
    return found;
  };
}

/** @param {string} small */
const startOf = (small) => small.slice(0, 2);

/** @param {Form} one @param {Form} other */
const longerFirst = (one, other) => other.words.length - one.words.length || lengthOf(other) - lengthOf(one);

/** @param {Form} form */
const lengthOf = ({ words }) => words.reduce((sum, { small }) => sum + small.length, 0);

/** @param {string} form @returns {Word[]} */
const wordsOf = (form) => (form.normalize("NFC").match(PART) ?? []).map((text) => ({ text, small: folded(text), isShort: !/\p{Ll}/u.test(text) }));

/** @param {string} text @returns {Piece[]} addresses and numbers with points are none */
function piecesOf(text) {
  let last = 0;
  return [...text.matchAll(WHOLE)].filter(([whole]) => !ADDRESS.test(whole)).flatMap(({ 0: whole, index }) => [...whole.matchAll(PART)].map((part) => {
    const [start, before] = [index + part.index, last];
    last = start + part[0].length;
    return { text: part[0], small: folded(part[0]), start, end: last, follows: before > 0 && BETWEEN.test(text.slice(before, start)), within: whole };
  }));
}

/** Whether a form stands at a place. @param {Form} form @param {Piece[]} pieces @param {number} at */
const stands = ({ words }, pieces, at) =>
  words.every((word, index) => {
    const piece = pieces[at + index];
    return piece !== undefined && (index === 0 || piece.follows) && (words.length === 1 ? isWord(piece, word) : isNearly(piece, word));
  });

/** @param {Piece} piece @param {Word} word */
function isWord({ text, small }, word) {
  if (word.isShort) return text === word.text || text === `${word.text}s`;
  return small.startsWith(word.small) && ENDING.test(small.slice(word.small.length)) && (!CAPITAL.test(word.text) || CAPITAL.test(text));
}

/** Among others a word is known by its stem: „zweiten Faktor“. @param {Piece} piece @param {Word} word */
const isNearly = (piece, word) => (word.isShort ? piece.text === word.text || piece.text === `${word.text}s` : stem(piece.text) === stem(word.text) || isWord(piece, word));

/** Whether a compound begins or ends with a word. @param {Piece} piece @param {Word} part */
function holds({ text, small }, part) {
  if (!CAPITAL.test(text)) return false;
  if (small.startsWith(part.small)) return small.length >= part.small.length + LEAST_BEHIND;
  const at = small.lastIndexOf(part.small);
  return at >= LEAST_BEFORE && ENDING.test(small.slice(at + part.small.length));
}

/** @param {Piece[]} taken @param {string} text */
const saidBy = (taken, text) => (taken.length === 1 ? taken[0].within : text.slice(taken[0].start, taken[taken.length - 1].end).replace(/\s+/g, " "));
