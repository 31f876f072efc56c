// Which questions a short test can ask, and those that it does. Pure.

import { shuffled } from "../../base/shuffling.mjs";
import { KINDS } from "../kinds.mjs";

/** @typedef {import("../listed.mjs").Listed} Listed */
/** @typedef {{topics: string[], count: number, minutes: number | null, exam: string | null}} Wishes  `minutes` null for no clock, `exam` null for all exams */

/** What is proposed. */
const USUAL = 10;

/**
 * What the page can check; about a case study that nobody has read it asks nothing.
 *
 * @param {Listed[]} cards
 * @param {(id: string) => boolean} isRead whether a case study was read
 */
export const askable = (cards, isRead) => cards.filter(({ kind, about }) => KINDS[kind]?.checks && (!about || isRead(about)));

/** @param {Listed[]} cards @param {string | null} exam */
export const askedBy = (cards, exam) => cards.filter(({ exams }) => !exam || !exams || exams.includes(exam));

/** @param {Listed[]} cards @returns {Map<string, number>} how many each topic has, in the order of the cards */
export function countsOf(cards) {
  const counts = new Map();
  for (const { topic } of cards) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/** What is wished until somebody wishes for something else: all topics that there are, or those of before as far as there are any. @param {Listed[]} cards @param {Wishes | null} before @param {string | null} exam @returns {Wishes} */
export function wishesFor(cards, before, exam) {
  const topics = [...countsOf(cards).keys()];
  const chosen = topics.filter((topic) => before?.topics.includes(topic));
  return { topics: chosen.length ? chosen : topics, count: before?.count ?? USUAL, minutes: before?.minutes ?? null, exam };
}

/**
 * A number as somebody typed it, within what is possible.
 *
 * @param {number} value
 * @param {number} most
 */
export const within = (value, most) => Math.max(1, Math.min(Math.floor(Number.isFinite(value) ? value : 1), Math.max(1, most)));

/**
 * A wished number, from one to what is possible: as that shrinks and grows again the wish is remembered, and where nothing is possible it stays.
 *
 * @param {number} wish
 * @param {number} most
 */
export function makeWish(wish, most) {
  return {
    value: () => within(wish, most),
    set(/** @type {number} */ wanted) { wish = within(wanted, most); },
    limit(/** @type {number} */ limit) { most = limit || most; },
  };
}

/**
 * So many questions in any order, the topics by turns; what was asked the last time comes only where nothing else is left.
 *
 * @param {Listed[]} cards
 * @param {number} count
 * @param {Set<string>} last ids that were asked the last time
 * @param {() => number} [random]
 * @returns {string[]} ids
 */
export function draw(cards, count, last, random) {
  const mixed = shuffled(cards, random);
  const fresh = [...mixed.filter(({ id }) => !last.has(id)), ...mixed.filter(({ id }) => last.has(id))];
  const lanes = shuffled([...countsOf(cards).keys()], random).map((topic) => fresh.filter((card) => card.topic === topic));
  const turns = Array.from({ length: Math.max(0, ...lanes.map(({ length }) => length)) }, (_, turn) => lanes.flatMap((lane) => lane.slice(turn, turn + 1)));
  return shuffled(turns.flat().slice(0, count).map(({ id }) => id), random);
}
