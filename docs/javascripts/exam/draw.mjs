// Which questions are asked in a mock exam: drawn by a seed, whatever order the cards come in. Pure.

import { hashOf, randomBy } from "../base/random.mjs";

/** @typedef {{id: string, topic: string}} Card */

/** So many are about the talk. */
const ABOUT_THE_TALK = 2;
/** How likely a card is that somebody knows by heart, against one that they never met. */
const LEAST_LIKELY = 0.1;
const PRINT_BITS = 10;

/**
 * The questions in the order in which they are asked: about the talk and in general by turns, so that the first two already
 * touch two topics where there are two. No question comes twice; there are fewer than asked for only where there are no more.
 *
 * @template {Card} Some
 * @param {object} asked
 * @param {readonly Some[]} asked.about questions about the talk
 * @param {readonly Some[]} asked.general
 * @param {number} asked.most
 * @param {string} asked.seed
 * @param {(id: string) => number} [asked.weakness] from 0 (known for sure) to 1 (never met); weak ones come rather
 * @param {readonly string[]} [asked.last] ids of those that were asked the last time; they come only where there are no others
 * @returns {Some[]}
 */
export function drawQuestions({ about, general, most, seed, weakness = () => 1, last = [] }) {
  const random = randomBy(seed);
  const mixed = (/** @type {readonly Some[]} */ cards) => lastOnesLast(weighted(cards, weakness, random), last);
  const own = mixed(about).slice(0, Math.min(ABOUT_THE_TALK, Math.max(1, most - 1)));
  const ids = new Set(own.map(({ id }) => id));
  const others = diverse(mixed(general.filter(({ id }) => !ids.has(id))), own, most - own.length, last);
  return Array.from({ length: most }, (_, turn) => [...own.slice(turn, turn + 1), ...others.slice(turn, turn + 1)]).flat().slice(0, most);
}

/**
 * What two devices draw of the same cards: it depends on the code's seed, the exam and the case alone.
 *
 * @template {Card} Some
 * @param {{about: readonly Some[], general: readonly Some[]}} pools
 * @param {number} most
 * @param {{seed: number, exam: string, about: string}} by `about` is the case study's id, empty where the talk is somebody's own
 */
export const drawByCode = ({ about, general }, most, by) => drawQuestions({ about, general, most, seed: seedOf(by) });

/** @param {{seed: number, exam: string, about: string}} by */
export const seedOf = ({ seed, exam, about }) => `${seed} ${exam} ${about}`;

/** A print of the content that a draw depends on, of ten bits: whoever has other cards has another. @param {readonly Card[]} cards */
export const printOf = (cards) => hashOf(cards.map(({ id, topic }) => `${id} ${topic}`).sort(byText).join("\n")) >>> (32 - PRINT_BITS);

/**
 * All of them, those with more weight rather in front (after Efraimidis and Spirakis).
 *
 * @template {Card} Some
 * @param {readonly Some[]} cards
 * @param {(id: string) => number} weakness
 * @param {() => number} random
 */
function weighted(cards, weakness, random) {
  const each = [...cards].sort((one, other) => byText(one.id, other.id)).map((card) => ({ card, key: random() ** (1 / (LEAST_LIKELY + weakness(card.id))) }));
  return each.sort((one, other) => other.key - one.key || byText(one.card.id, other.card.id)).map(({ card }) => card);
}

/** @template {Card} Some @param {Some[]} cards @param {readonly string[]} last */
const lastOnesLast = (cards, last) => [...cards.filter(({ id }) => !last.includes(id)), ...cards.filter(({ id }) => last.includes(id))];

/**
 * The first of each topic that has not come yet, then of any; one of the last time only if without it there were one topic alone.
 *
 * @template {Card} Some
 * @param {Some[]} cards
 * @param {Some[]} before
 * @param {number} most
 * @param {readonly string[]} last
 */
function diverse(cards, before, most, last) {
  const [topics, taken] = [new Set(before.map(({ topic }) => topic)), /** @type {Some[]} */ ([])];
  const left = [...cards];
  while (taken.length < most && left.length) {
    const fresh = left.findIndex(({ id, topic }) => !topics.has(topic) && (topics.size < 2 || !last.includes(id)));
    const [card] = left.splice(Math.max(0, fresh), 1);
    topics.add(card.topic);
    taken.push(card);
  }
  return taken;
}

/** By the numbers of their letters, which no device's language changes. @param {string} one @param {string} other */
const byText = (one, other) => Number(one > other) - Number(one < other);

/**
 * The open questions that an exam can ask, those of a case study apart.
 *
 * @typedef {import("../practice/listed.mjs").Listed} Listed
 * @param {readonly Listed[]} cards all of the site
 * @param {string} about id of the case study
 * @param {string} exam
 */
export function poolsOf(cards, about, exam) {
  const all = cards.filter(({ kind, exams }) => kind === "open" && (!exams || exams.includes(exam)));
  return { all, about: all.filter(({ page }) => page === `fallstudien/${about}/fragen/`), general: all.filter(({ page }) => page.startsWith("ueben/fragen/")) };
}

/**
 * What to practise for a criterion, of its topic: what is worth most, or taught by its lesson, then what is remembered least.
 *
 * @template {Card & {taught: string}} Some
 * @param {readonly Some[]} cards
 * @param {{topic: string, lesson: string}} criterion
 * @param {(id: string) => number} weakness
 * @param {(id: string) => number} [worth] what lies near: 1 counts half as much as the lesson
 * @param {number} [most]
 */
export function helpfulCards(cards, { topic, lesson }, weakness, worth = () => 0, most = 3) {
  const fit = (/** @type {Some} */ { id, taught }) => worth(id) + 2 * Number(lesson !== "" && taught === `${lesson}/`);
  return cards.filter((card) => card.topic === topic)
    .sort((one, other) => fit(other) - fit(one) || weakness(other.id) - weakness(one.id) || byText(one.id, other.id)).slice(0, most);
}
