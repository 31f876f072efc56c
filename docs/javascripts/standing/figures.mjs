// The figures of „Mein Stand“: what follows from where somebody stands. Pure.

import { plan, readiness, recall, stateOf } from "../memory/scheduling.mjs";

/** @typedef {import("../memory/scheduling.mjs").Memory} Memory */
/** @typedef {"new" | "due" | "shaky" | "solid"} State */
/** @typedef {import("../memory/situation.mjs").Card & {title: string, href: string, taught: string}} Card */
/** @typedef {import("../memory/situation.mjs").Situation<Card>} Situation */
/** @typedef {{name: string, count: number, ready: number, states: Record<State, number>}} Part  cards that are looked at together */
/** @typedef {{card: Card, recall: number, lapses: number}} Weak */

/** How many weak spots are named. */
const MOST_WEAK = 8;

/** @param {Situation} situation */
export function standingOf(situation) {
  const { cards, topics, today, exam } = situation;
  const memories = cards.map(({ memory }) => memory);
  return {
    today,
    exam,
    begun: memories.filter(Boolean).length,
    whole: partOf("Alles zusammen", memories, today, exam),
    topics: topics.map((name) => topicOf(name, cards, today, exam)),
    weak: weakOf(cards, today, exam),
    plan: plan(situation),
    situation,
  };
}

/** @typedef {ReturnType<typeof standingOf>} Standing */

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

/** @param {string} name @param {{card: Card, memory: Memory | null}[]} known @param {number} today @param {number | null} exam */
function topicOf(name, known, today, exam) {
  return partOf(name, known.filter(({ card }) => card.topic === name).map(({ memory }) => memory), today, exam);
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
