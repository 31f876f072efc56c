// A question of a short test: done without a word about what is right, and marked as when it is practised. Pure.

import { randomBy } from "../../base/random.mjs";

/** @typedef {import("../question.mjs").Question} Question */
/** @typedef {import("../task.mjs").Given} Given */
/** @typedef {Map<string, import("../kinds.mjs").KindModule>} Kinds */

/**
 * What there is to do, as it was left; its answers stand in the same order each time.
 *
 * @param {Question} question of a kind that the page checks
 * @param {Kinds} kinds
 * @param {string} seed of the test
 * @param {Given} [given]
 * @param {(text: string) => void} [say]
 * @returns {import("../task.mjs").Task}
 */
export function taskOf(question, kinds, seed, given = [], say = () => {}) {
  const { makeTask } = /** @type {Required<import("../kinds.mjs").KindModule>} */ (kinds.get(question.kind));
  const task = makeTask(question, say, randomBy(`${seed} ${question.card.id}`));
  if (given.length) task.resume(given);
  return task;
}

/** How much of an answer is right, what is nearly right included. @param {Question} question @param {Kinds} kinds @param {string} seed @param {Given} [given] */
export function scoreOf(question, kinds, seed, given) {
  const task = taskOf(question, kinds, seed, given);
  task.concede?.();
  const { right, all } = task.check();
  task.dispose?.();
  return { right, all };
}
