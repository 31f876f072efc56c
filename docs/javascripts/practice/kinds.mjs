// Every kind of question that can be practised; another one is its module and a row here. Pure.

/**
 * A kind's module brings a question to life: as a card that the learner judges (`card.mjs`), or as a task that the page
 * checks (`task.mjs`). Of the latter it gives the bare task too, to be done without a word about what is right.
 *
 * @typedef {import("./question.mjs").Question} Question
 * @typedef {(question: Question, say: (text: string) => void, random?: () => number) => import("./task.mjs").Task} MakeTask
 * @typedef {{mount: (question: Question, tools: import("./card.mjs").Tools) => import("./card.mjs").Mounted, makeTask?: MakeTask}} KindModule
 * @typedef {{usualS: number, checks?: boolean, load: () => Promise<KindModule>}} Row  `usualS`: about how long one practises such a question, its grading
 *   included; `checks`: whether the page checks it
 */

/** By the name that stands in the question's `data-kind`. @type {Record<string, Row>} */
export const KINDS = {
  open: { usualS: 90, load: () => import("./kinds/open.mjs") },
  choice: { usualS: 35, checks: true, load: () => import("./kinds/choice.mjs") },
  order: { usualS: 45, checks: true, load: () => import("./kinds/order.mjs") },
  match: { usualS: 50, checks: true, load: () => import("./kinds/match.mjs") },
  gaps: { usualS: 40, checks: true, load: () => import("./kinds/gaps.mjs") },
  term: { usualS: 25, load: () => import("./card.mjs") },
  phrase: { usualS: 30, load: () => import("./card.mjs") },
};

/**
 * Fetch what the given kinds need.
 *
 * @param {Iterable<string>} kinds
 * @returns {Promise<Map<string, KindModule>>}
 */
export const loadKinds = async (kinds) =>
  new Map(await Promise.all([...new Set(kinds)].map(async (kind) => /** @type {const} */ ([kind, await KINDS[kind].load()]))));

/** @param {{kind: string}[]} cards @returns {number} about how long they take, in whole minutes */
export function minutesFor(cards) {
  const seconds = cards.map(({ kind }) => KINDS[kind].usualS);
  return Math.max(1, Math.round(seconds.reduce((sum, each) => sum + each, 0) / 60));
}
