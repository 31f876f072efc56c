// The figures of „Mein Stand“: what follows from the cards, their logs and the settings. Pure.

import { dayOf } from "../base/calendar.mjs";
import { introduced } from "./introduction.mjs";
import { plan, readiness, recall, remember, stateOf } from "./scheduling.mjs";
import { BOUNDS } from "./settings.mjs";

/** @typedef {import("./progress.mjs").Review} Review */
/** @typedef {import("./settings.mjs").Settings} Settings */
/** @typedef {import("./scheduling.mjs").Memory} Memory */
/** @typedef {"new" | "due" | "shaky" | "solid"} State */
/** @typedef {{id: string, formerly: string[], topic: string, kind: string, title: string, href: string, taught: string}} Card */
/** @typedef {{name: string, count: number, ready: number, states: Record<State, number>}} Part  cards that are looked at together */
/** @typedef {{daily: number, fresh: number}} Limits */
/** @typedef {{card: Card, recall: number, lapses: number}} Weak */
/** @typedef {Parameters<typeof plan>[0]} Situation */

/** How many weak spots are named. */
const MOST_WEAK = 8;

/**
 * @param {Card[]} cards
 * @param {(card: Card) => Review[]} reviewsOf
 * @param {Settings} settings
 * @param {number} nowMs
 */
export function standingOf(cards, reviewsOf, settings, nowMs) {
  const today = dayOf(nowMs);
  const logs = cards.map(reviewsOf);
  const memories = logs.map((reviews) => (reviews.length ? remember(reviews) : null));
  const exam = settings.exam !== null && settings.exam >= today ? settings.exam : null;
  const known = cards.map((card, index) => ({ card, memory: memories[index] }));
  const situation = {
    cards: introduced(known.map(({ card: { id, topic, kind }, memory }) => ({ id, topic, kind, memory }))),
    today,
    exam,
    limits: { daily: settings.daily, fresh: settings.fresh },
    done: doneOn(logs, today),
  };
  return {
    today,
    exam,
    date: settings.exam,
    begun: memories.filter(Boolean).length,
    whole: partOf("Alles zusammen", memories, today, exam),
    topics: topicsOf(known, today, exam),
    weak: weakOf(known, today, exam),
    plan: plan(situation),
    situation,
  };
}

/** @typedef {ReturnType<typeof standingOf>} Standing */

/**
 * What was practised on a day.
 *
 * @param {Review[][]} logs each in the order of time
 * @param {number} day
 */
export const doneOn = (logs, day) => ({
  reviews: logs.reduce((sum, log) => sum + log.filter(({ at }) => dayOf(at) === day).length, 0),
  fresh: logs.filter(([first]) => first && dayOf(first.at) === day).length,
});

/**
 * @param {string} name
 * @param {(Memory | null)[]} memories
 * @param {number} today
 * @param {number | null} exam the day for which recall is expected; without one it is today
 * @returns {Part}
 */
function partOf(name, memories, today, exam) {
  const states = { new: 0, due: 0, shaky: 0, solid: 0 };
  for (const memory of memories) states[stateOf(memory, today, exam)] += 1;
  return { name, count: memories.length, ready: readiness(memories, exam ?? today), states };
}

/** @param {{card: Card, memory: Memory | null}[]} known @param {number} today @param {number | null} exam @returns {Part[]} */
function topicsOf(known, today, exam) {
  const names = new Set(known.map(({ card }) => card.topic));
  return [...names].map((name) => {
    const memories = known.filter(({ card }) => card.topic === name).map(({ memory }) => memory);
    return partOf(name, memories, today, exam);
  });
}

/**
 * Cards that were begun and do not hold, the least remembered first.
 *
 * @param {{card: Card, memory: Memory | null}[]} known
 * @param {number} today
 * @param {number | null} exam
 * @returns {Weak[]}
 */
function weakOf(known, today, exam) {
  const weak = known.flatMap(({ card, memory }) => {
    if (!memory || (!memory.lapses && stateOf(memory, today, exam) !== "shaky")) return [];
    return [{ card, recall: recall(memory, exam ?? today), lapses: memory.lapses }];
  });
  return weak.sort((one, other) => one.recall - other.recall || other.lapses - one.lapses).slice(0, MOST_WEAK);
}

/**
 * The smallest limits, none below those that are set, with which everything fits in before the exam.
 *
 * @param {Situation} situation
 * @returns {Limits | null} null where no limits do
 */
export function limitsThatFit(situation) {
  /** @param {Limits} limits */
  const planned = (limits) => plan({ ...situation, limits });
  const { daily, fresh } = situation.limits;
  const most = BOUNDS.daily.most;
  const enough = least(fresh, BOUNDS.fresh.most, (each) => !planned({ daily: most, fresh: each }).unbegun.length);
  if (enough === null) return null;
  const room = least(daily, most, (each) => {
    const { late, unbegun } = planned({ daily: each, fresh: enough });
    return !late.length && !unbegun.length;
  });
  return room === null ? null : { daily: room, fresh: enough };
}

/**
 * The smallest number that will do, if more never does worse.
 *
 * @param {number} low
 * @param {number} high
 * @param {(value: number) => boolean} does
 * @returns {number | null}
 */
function least(low, high, does) {
  if (!does(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
