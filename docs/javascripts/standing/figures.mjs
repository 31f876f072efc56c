// The figures of „Mein Stand“: what follows from where somebody stands. Pure.

import { plan, readiness, recall, stateOf } from "../memory/scheduling.mjs";
import { dayMeant } from "../memory/situation.mjs";

/** @typedef {import("../memory/scheduling.mjs").Memory} Memory */
/** @typedef {"new" | "due" | "fresh" | "shaky" | "solid"} State  `fresh`: known each time, but not yet for long enough to hold */
/** @typedef {import("../memory/situation.mjs").Card & {title: string, href: string, taught: string}} Card */
/** @typedef {import("../memory/situation.mjs").Situation<Card>} Situation */
/** @typedef {{name: string, count: number, begun: number, states: Record<State, number>}} Part  cards that are looked at together */
/** @typedef {{card: Card, recall: number, lapses: number}} Weak */

/** Less than this is no difference that is worth a word. */
const WORTH_SAYING = 0.01;

/** The grade from which an answer was known without trouble. */
const GOOD = 3;

/** @param {Situation} situation */
export function standingOf(situation) {
  const { cards, topics, today, exam, over } = situation;
  const planned = plan(situation);
  const left = new Set(planned.unbegun);
  const partOf = (/** @type {string} */ name, /** @type {Situation["cards"]} */ some) => part(name, some, today, exam);
  return {
    today, exam, over, situation, plan: planned,
    ...headline(situation, planned.after),
    core: partOf("Kern", cards.filter(({ card }) => card.core)),
    whole: partOf("Alles", cards),
    topics: topics.map((name) => partOf(name, cards.filter(({ card }) => card.topic === name))),
    weak: weakOf(cards, today, exam),
    lackingCore: cards.filter(({ id, isCore }) => isCore && left.has(id)).length,
    unreadCore: cards.filter(({ id, card, isCore }) => card.core && !isCore && left.has(id)).length,
  };
}

/** @typedef {ReturnType<typeof standingOf>} Standing */

/**
 * Of what was begun, how much is expected to be recalled on the day that counts: without any more practice, and with what is planned until then, if all
 * of that is known; null where that is no more.
 *
 * @param {Situation} situation
 * @param {readonly import("../memory/scheduling.mjs").Known[]} after
 */
function headline(situation, after) {
  const { cards, exam, today } = situation;
  const begun = cards.filter(({ memory }) => memory);
  const [day, ids] = [dayMeant(situation), new Set(begun.map(({ id }) => id))];
  const held = readiness(memoriesOf(begun), day);
  const kept = exam === null || exam === today ? 0 : readiness(memoriesOf(after.filter(({ id }) => ids.has(id))), day);
  return { begun: begun.length, held, kept: kept - held >= WORTH_SAYING ? kept : null };
}

/** @param {readonly {memory: Memory | null}[]} cards */
const memoriesOf = (cards) => cards.flatMap(({ memory }) => memory ?? []);

/** @param {string} name @param {Situation["cards"]} cards @param {number} today @param {number | null} exam @returns {Part} */
function part(name, cards, today, exam) {
  const states = { new: 0, due: 0, fresh: 0, shaky: 0, solid: 0 };
  for (const card of cards) states[toldOf(card, today, exam)] += 1;
  return { name, count: cards.length, begun: cards.length - states.new, states };
}

/**
 * What is told of a card: one that nobody ever hesitated at does not shake, it is new to them.
 *
 * @param {Situation["cards"][number]} card
 * @param {number} today
 * @param {number | null} exam
 * @returns {State}
 */
function toldOf({ memory, log }, today, exam) {
  const state = stateOf(memory, today, exam);
  const isFresh = memory && state === "shaky" && memory.due > today && log.every(({ grade }) => grade >= GOOD);
  return isFresh ? "fresh" : state;
}

/**
 * Cards that were begun and do not hold, the least remembered first.
 *
 * @param {Situation["cards"]} cards
 * @param {number} today
 * @param {number | null} exam
 * @returns {Weak[]}
 */
function weakOf(cards, today, exam) {
  const day = dayMeant({ today, exam });
  const weak = cards.flatMap((each) => {
    const { card, memory } = each;
    const state = toldOf(each, today, exam);
    if (!memory || !(state === "shaky" || (state === "due" && memory.lapses))) return [];
    return [{ card, recall: recall(memory, day), lapses: memory.lapses }];
  });
  return weak.sort((one, other) => one.recall - other.recall || other.lapses - one.lapses);
}
