// What the search has found on pages, as sections that can be shown. Pure.

import { folded, stem } from "./words.mjs";

/**
 * A page as Pagefind keeps it: `content` is plain text, and places are counted in its words.
 *
 * @typedef {{element: string, id: string, text?: string, location: number}} Anchor
 * @typedef {{raw_url: string, raw_content: string, content: string, meta: Record<string, string>, filters?: Record<string, string[]>, anchors: Anchor[]}} Fragment
 * @typedef {{fragment: Fragment, score: number, places: Iterable<number>}} Found
 * @typedef {import("./words.mjs").Wanted} Wanted
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {{location: string, page: string, title: Piece[], teaser: Piece[]}} Result  `page` is empty for the page itself
 * @typedef {Result & {score: number}} Ranked
 * @typedef {{id: string, start: number, end: number, title: string}} Section  `title` is empty for what stands before the first
 */

const MOST_OF_A_PAGE = 3;
const TEASER_WORDS = 26;
const WORDS_BEFORE = 6;
const OTHERS_NEARNESS = 0.5;
const INTRODUCTION_WEIGHT = 0.4;
/** How much of a word has to be alike where its forms differ more than by an ending. */
const ALIKE = 0.6;
/** Stands between the parts of a compound in what the index knows (`generalprobe/search.py`). */
const JOINT = "|\u00ad";
const CORE = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** @param {string} text */
const whole = (text) => text.replaceAll(JOINT, "");

/** @param {string} text */
const wordsIn = (text) => text.split(/\s+/).filter(Boolean);

/**
 * The sections of a page that have something of what was asked, best first.
 *
 * @param {Found} found
 * @param {Wanted[]} wanted
 * @returns {Ranked[]}
 */
export function sectionsOf({ fragment, score, places }, wanted) {
  const words = fragment.content.split(/\s+/);
  const hits = [...new Set(places)].sort((a, b) => a - b).map((at) => ({ at, nearness: nearness(words[at] ?? "", wanted) }));
  const rarity = wanted.map((_, which) => 1 / Math.log2(3 + hits.filter(({ nearness: each }) => each[which]).length));
  const page = whole(fragment.meta.title ?? "");
  return sections(fragment).flatMap((section) => {
    const own = hits.filter(({ at, nearness: each }) => at >= section.start && at < section.end && each.some(Boolean));
    if (!own.length) return [];
    const title = section.title || page;
    const head = wordsIn(title).length;
    return [{
      location: fragment.raw_url.replace(/^\//, "") + (section.id && `#${section.id}`),
      page: section.title ? page : "",
      title: pieces(wordsIn(title), (word) => nearness(word, wanted).some(Boolean)),
      teaser: teaser(words.slice(0, section.end), section.start + head, own.map(({ at }) => at)),
      score: Math.sqrt(score) * weightOf(fragment, section) * strength(own.map(({ nearness: each }) => each), title, wanted, rarity),
    }];
  }).sort((a, b) => b.score - a.score).slice(0, MOST_OF_A_PAGE);
}

/** What introduces questions is the same on each of their pages. @param {Fragment} fragment @param {Section} section */
const weightOf = ({ filters }, { title }) => (!title && filters?.Art?.includes("Fragen") ? INTRODUCTION_WEIGHT : 1);

/** @param {Fragment} fragment @returns {Section[]} */
function sections({ anchors }) {
  const heads = anchors.filter(({ element, text }) => /^h[2-6]$/.test(element) && text?.trim()).sort((a, b) => a.location - b.location);
  const starts = [{ id: "", title: "", start: 0 }, ...heads.map(({ id, text = "", location }) => ({ id, title: whole(text).trim(), start: location }))];
  return starts.map((each, at) => ({ ...each, end: starts[at + 1]?.start ?? Infinity }));
}

/**
 * How much a section has of what was asked, and of it what the page has seldom; twice as much if its title says it.
 *
 * @param {number[][]} hits how near each hit is to each wanted word
 * @param {string} title
 * @param {Wanted[]} wanted
 * @param {number[]} rarity of each wanted word
 */
function strength(hits, title, wanted, rarity) {
  const named = wordsIn(title).map((word) => nearness(word, wanted));
  const all = sum(rarity);
  const has = wanted.map((_, which) => {
    const count = sum(hits.map((each) => each[which]));
    return (count / (count + 1)) * (1 + Math.max(0, ...named.map((each) => each[which])));
  });
  const covered = sum(rarity.filter((_, which) => has[which])) / all;
  return (sum(has.map((each, which) => each * rarity[which])) / all) * covered ** 2;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

/**
 * How near a word of a page is to each wanted word: 1 what was meant, less what stands for it, 0 nothing of it.
 *
 * @param {string} word
 * @param {Wanted[]} wanted
 */
function nearness(word, wanted) {
  const own = letters(whole(word));
  return wanted.map(({ main, others }) => Math.max(likeness(own, main), ...others.map((other) => OTHERS_NEARNESS * likeness(own, other))));
}

/** @param {string} own @param {string} form one word or several */
function likeness(own, form) {
  const parts = wordsIn(form).map((part) => letters(stem(part)));
  if (parts.some((part) => own.includes(part))) return 1 / parts.length;
  return parts.some((part) => own.startsWith(part.slice(0, Math.max(4, Math.ceil(ALIKE * part.length))))) ? OTHERS_NEARNESS / parts.length : 0;
}

/** @param {string} word */
const letters = (word) => folded(word).replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The stretch of a section that has most hits, whole words.
 *
 * @param {string[]} words up to the section's end
 * @param {number} start where its text begins
 * @param {number[]} hits places in `words`, ascending
 * @returns {Piece[]}
 */
export function teaser(words, start, hits) {
  const within = hits.filter((at) => at >= start);
  const near = (/** @type {number} */ at) => within.filter((other) => other >= at && other < at + TEASER_WORDS - WORDS_BEFORE).length;
  const best = within.reduce((most, at) => (near(at) > near(most) ? at : most), within[0] ?? start);
  const from = best - start <= WORDS_BEFORE * 2 ? start : best - WORDS_BEFORE;
  const to = Math.min(words.length, from + TEASER_WORDS);
  const marked = new Set(within);
  const shown = pieces(words.slice(from, to), (_, at) => marked.has(from + at));
  return [...(from > start ? [plain("… ")] : []), ...shown, ...(to < words.length ? [plain(" …")] : [])];
}

/** @param {string} text @returns {Piece} */
const plain = (text) => ({ text, marked: false });

/**
 * Words as pieces of text; of a marked word the signs around it are not.
 *
 * @param {string[]} words
 * @param {(word: string, at: number) => boolean} isMarked
 * @returns {Piece[]}
 */
function pieces(words, isMarked) {
  /** @type {Piece[]} */
  const found = [];
  for (const [at, word] of words.entries()) {
    const [, before, core, after] = /** @type {RegExpExecArray} */ (CORE.exec(whole(word)));
    const gap = at ? " " : "";
    if (isMarked(word, at) && core) found.push(plain(gap + before), { text: core, marked: true }, plain(after));
    else found.push(plain(gap + whole(word)));
  }
  return joined(found.filter(({ text }) => text));
}

/** Neighbours that are alike become one. @param {Piece[]} all @returns {Piece[]} */
function joined(all) {
  /** @type {Piece[]} */
  const found = [];
  for (const { text, marked } of all) {
    const last = found.at(-1);
    if (last && !last.marked && !marked) last.text += text;
    else found.push({ text, marked });
  }
  return found;
}

/** @param {number} pages */
export const countText = (pages) => (pages === 0 ? "Nichts gefunden." : pages === 1 ? "Treffer auf einer Seite" : `Treffer auf ${pages} Seiten`);
