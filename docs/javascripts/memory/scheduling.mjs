// When which card comes: FSRS, turned towards the exam date; what is remembered follows from the log of reviews. Pure.

import { vendor } from "../base/addresses.mjs";
import { dayOf } from "../base/calendar.mjs";

const { FSRS } = /** @type {typeof import("ts-fsrs")} */ (await import(vendor("ts-fsrs/index.mjs")));

/**
 * @typedef {import("../base/calendar.mjs").Day} Day
 * @typedef {1 | 2 | 3 | 4} Grade Nochmal, Schwer, Gut, Leicht
 * @typedef {import("../base/merging.mjs").Review} Review
 *
 * What FSRS knows of one card: `stability` in days (until recall has fallen to 90 %), `difficulty` from 1 to 10,
 * the day of the last review, and the day on which plain FSRS wants the next; `missed` is the last day on which it was not known.
 * @typedef {{stability: number, difficulty: number, last: Day, due: Day, reviews: number, lapses: number, missed?: Day}} Memory
 *
 * @typedef {{id: string, memory: Memory | null}} Known
 * @typedef {{id: string, memory: Memory}} Begun
 * @typedef {{daily: number, fresh: number}} Limits reviews a day in all, and how many of them may be new cards
 * @typedef {{reviews: number, fresh: number}} Done cards in all, each counted once a day, and how many of them were new
 */

/** The last days before the exam, in which every card that was begun is to be seen once more. */
export const FINAL_ROUND_DAYS = 3;

/** What is remembered with at least this when the final round begins is not asked before it (measured: make bench-schedule). */
const RECALL_THAT_CAN_WAIT = 0.85;

/** How far a plan looks ahead where there is no exam, and at most. */
const OUTLOOK_DAYS = 21;
const MOST_DAYS = 366;

/** @type {Done} */
const NOTHING = { reviews: 0, fresh: 0 };

/** A card that will be remembered with less than this is shaky. */
const SOLID_RECALL = 0.9;

/** A stability from which a card counts as solid: it outlasts a week. */
const SOLID_STABILITY_DAYS = 7;

// Whole days only: without learning steps every grade leads to a day. `enable_short_term` has to stay on all the same,
// for it is what lets a second review on the same day, and a lapse, count as they do in the `fsrs` package for Python.
const scheduler = new FSRS({ enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [] });

/**
 * The reviews that count now. One of a day to come, by a wrong clock or from a file, counts when its time has come.
 *
 * @template {Review} T
 * @param {readonly T[]} reviews
 * @param {number} nowMs
 */
export const counting = (reviews, nowMs) => reviews.filter(({ at, offset }) => at <= nowMs || dayOf(at, offset) <= dayOf(nowMs));

/**
 * What is remembered of a card after all its reviews, in whatever order they are given.
 *
 * @param {readonly Review[]} reviews
 * @returns {Memory | null} null for a card that was never seen
 */
export function remember(reviews) {
  const inOrder = [...reviews].sort((a, b) => a.at - b.at);
  return inOrder.reduce((memory, { at, grade, offset }) => review(memory, dayOf(at, offset), grade), /** @type {Memory | null} */ (null));
}

/**
 * The memory after one more review.
 *
 * @param {Memory | null} memory
 * @param {Day} day
 * @param {Grade} grade
 * @returns {Memory}
 */
export function review(memory, day, grade) {
  const last = Math.max(day, memory?.last ?? day); // Who flies westwards may live through a day twice.
  const elapsed = last - (memory?.last ?? last);
  const { stability, difficulty } = scheduler.next_state(memory, elapsed, grade);
  return {
    stability,
    difficulty,
    last,
    due: last + scheduler.next_interval(stability, elapsed),
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory && grade === 1 && memory.missed !== last ? 1 : 0), // Once a day.
    missed: grade === 1 ? last : memory?.missed,
  };
}

/**
 * How likely a card is recalled on a day if it is not seen before.
 *
 * @param {Memory} memory
 * @param {Day} day
 * @returns {number} from 0 to 1
 */
export const recall = ({ stability, last }, day) => scheduler.forgetting_curve(Math.max(0, day - last), stability);

/**
 * The mean recall to be expected on a day, of cards that were begun.
 *
 * @param {readonly Memory[]} memories
 * @param {Day} day
 */
export function readiness(memories, day) {
  const sum = memories.reduce((total, memory) => total + recall(memory, day), 0);
  return memories.length ? sum / memories.length : 0;
}

/**
 * @param {Memory | null} memory
 * @param {Day} today
 * @param {Day | null} [exam] what waits for the final round is not due before it
 * @returns {"new" | "due" | "shaky" | "solid"}
 */
export function stateOf(memory, today, exam = null) {
  if (!memory) return "new";
  if (nextDay(memory, exam) <= today) return "due";
  return memory.stability < SOLID_STABILITY_DAYS || recall(memory, today) < SOLID_RECALL ? "shaky" : "solid";
}

/**
 * The day on which a card comes next, at the latest. No interval crosses the exam.
 *
 * Before the final round that is the day of plain FSRS; but what would come in the round, or is still remembered well
 * when it begins, waits for it and comes by its last day: once then does more than once before and once again. A card that
 * was seen in the round comes again if FSRS wants it before the exam; else the next time it is needed is the exam itself.
 *
 * @param {Memory} memory
 * @param {Day | null} exam
 * @returns {Day}
 */
export function nextDay(memory, exam) {
  if (exam === null || memory.last >= exam) return memory.due;
  if (isInRound(memory.last, exam)) return Math.min(memory.due, exam);
  const start = exam - FINAL_ROUND_DAYS;
  return memory.due < start && recall(memory, start) < RECALL_THAT_CAN_WAIT ? memory.due : exam - 1;
}

/**
 * The day that each grade would bring now: Nochmal, Schwer, Gut, Leicht.
 *
 * @param {readonly Review[]} reviews
 * @param {number} nowMs
 * @param {Day | null} exam
 * @returns {[Day, Day, Day, Day]}
 */
export function nextDays(reviews, nowMs, exam) {
  const memory = remember(counting(reviews, nowMs));
  const dayAfter = (/** @type {Grade} */ grade) => nextDay(review(memory, dayOf(nowMs), grade), exam);
  return [dayAfter(1), dayAfter(2), dayAfter(3), dayAfter(4)];
}

/**
 * What to practise today, and what follows from it until the exam.
 *
 * @param {{cards: readonly Known[], today: Day, exam: Day | null, limits: Limits, done: Done}} situation
 *   `cards` in the order in which new ones are to be begun; `done` is what was practised today already
 * @returns {{today: string[], days: ({day: Day} & Done)[], late: string[], unbegun: string[], after: readonly Known[]}}
 *   `today`: ids, weakest first, new ones spread among them.
 *   `days`: what is still to do on each day up to the one before the exam (without one for three weeks), if all answers are good.
 *   `late`: begun by then, but the daily limit leaves no room to see them in the final round.
 *   `unbegun`: new cards that will not have been begun by then.
 *   `after`: all cards when the last of the days is over
 */
export function plan({ cards, today, exam: date, limits, done }) {
  const exam = date !== null && date >= today ? date : null;
  const end = exam === null ? today + OUTLOOK_DAYS : Math.min(Math.max(exam, today + 1), today + MOST_DAYS);
  const first = choose(cards, today, exam, limits, done);
  const days = [{ day: today, ...countsOf(first) }];
  let state = afterGoodAnswers(cards, first, today);
  for (let day = today + 1; day < end; day++) {
    const chosen = choose(state, day, exam, limits, NOTHING);
    days.push({ day, ...countsOf(chosen) });
    state = afterGoodAnswers(state, chosen, day);
  }
  const atExam = exam !== null && end >= exam ? state : [];
  return {
    today: mixed(idsOf(first.again), idsOf(first.fresh)),
    days,
    late: idsOf(atExam.filter((card) => isBegun(card) && !isInRound(card.memory.last, exam))),
    unbegun: idsOf(atExam.filter((card) => !isBegun(card))),
    after: state,
  };
}

/**
 * The cards of one day, within its limits: begun ones weakest first, new ones in their order.
 *
 * Where more is waiting than fits, new cards take at most half of the room. In the final round they take it from what the
 * round leaves. On the day before the exam and on its own nothing is begun: rest is worth more than one look.
 *
 * @typedef {{again: Begun[], fresh: Known[]}} Chosen
 * @param {readonly Known[]} cards
 * @param {Day} day
 * @param {Day | null} exam
 * @param {Limits} limits
 * @param {Done} done what was practised on that day already
 * @returns {Chosen}
 */
export function choose(cards, day, exam, limits, done) {
  const room = Math.max(0, limits.daily - done.reviews);
  const begun = cards.filter(isBegun);
  const round = isInRound(day, exam) ? roundOf(begun, day, Number(exam), limits, done) : [];
  const due = weakestFirst(begun.filter(({ memory }) => isDue(memory, day, exam)), exam ?? day);
  const free = Math.max(0, room - round.length);
  const freshRoom = exam !== null && day >= exam - 1 ? 0 : Math.max(free - due.length, Math.floor(free / 2));
  const fresh = cards.filter((card) => !isBegun(card)).slice(0, Math.max(0, Math.min(freshRoom, limits.fresh - done.fresh)));
  const again = [...round, ...due].slice(0, room - fresh.length);
  return { again: weakestFirst(again, exam ?? day), fresh };
}

/**
 * Whether a card is wanted on a day by its own date. Of the final round's cards only those are that were seen in it already,
 * and on the exam day none.
 *
 * @param {Memory} memory
 * @param {Day} day
 * @param {Day | null} exam
 */
function isDue(memory, day, exam) {
  if (day === exam || (isInRound(day, exam) && !isInRound(memory.last, exam))) return false;
  return nextDay(memory, exam) <= day;
}

/**
 * The part of the final round that belongs to this day. Where not all can be seen, the weakest are; of those that can, the
 * strongest come on the first day and the weakest on the last, for they fade fastest.
 *
 * @param {Begun[]} begun
 * @param {Day} day
 * @param {Day} exam
 * @param {Limits} limits
 * @param {Done} done
 */
function roundOf(begun, day, exam, limits, done) {
  const open = weakestFirst(begun.filter(({ memory }) => !isInRound(memory.last, exam)), exam);
  if (day === exam) return open;
  const daysLeft = exam - day;
  const fitting = open.slice(0, Math.max(0, daysLeft * limits.daily - done.reviews));
  const seenToday = done.reviews - done.fresh;
  const share = Math.max(0, Math.ceil((fitting.length + seenToday) / daysLeft) - seenToday);
  return fitting.slice(fitting.length - Math.min(share, fitting.length));
}

/** Whether a day lies in the final round or after it. @param {Day} day @param {Day | null} exam */
const isInRound = (day, exam) => exam !== null && day >= exam - FINAL_ROUND_DAYS;

/** @param {Known} card @returns {card is Begun} */
const isBegun = (card) => card.memory !== null;

/**
 * @param {Begun[]} cards
 * @param {Day} day the day for which recall is expected
 */
function weakestFirst(cards, day) {
  const rated = cards.map((card) => ({ card, expected: recall(card.memory, day) }));
  return rated.sort((a, b) => a.expected - b.expected).map(({ card }) => card);
}

/** @param {readonly Known[]} cards @param {Chosen} chosen @param {Day} day @returns {Known[]} */
function afterGoodAnswers(cards, { again, fresh }, day) {
  const answered = new Set([...again, ...fresh]);
  return cards.map((card) => (answered.has(card) ? { id: card.id, memory: review(card.memory, day, 3) } : card));
}

/** @param {Chosen} chosen @returns {Done} */
const countsOf = ({ again, fresh }) => ({ reviews: again.length + fresh.length, fresh: fresh.length });

/** @param {readonly Known[]} cards */
const idsOf = (cards) => cards.map(({ id }) => id);

/**
 * Two lists as one, each spread evenly over it: who stops half-way has had half of both.
 *
 * @param {...string[]} lists
 */
export function mixed(...lists) {
  const placed = lists.flatMap((list) => list.map((id, index) => ({ id, place: (index + 0.5) / list.length })));
  return placed.sort((a, b) => a.place - b.place).map(({ id }) => id);
}
