// In which order new cards are met: the topics take turns, so that the first days touch all of the exam. Pure.

/** @typedef {{id: string, topic: string, kind: string}} Named */

/** Asks a term by its meaning; comes after the term itself has been met. @param {Named} card */
const isReverse = ({ id }) => id.endsWith("/reverse");

/**
 * @template {Named} T
 * @param {readonly T[]} cards
 * @returns {T[]}
 */
export function introduced(cards) {
  const lanes = [...groups(cards, ({ topic }) => topic)].map(lane);
  const longest = Math.max(0, ...lanes.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lanes.flatMap((each) => each.slice(turn, turn + 1))).flat();
}

/**
 * One topic: its questions, terms and phrases spread evenly, then the terms the other way round.
 *
 * @template {Named} T
 * @param {T[]} cards
 */
function lane(cards) {
  const kinds = groups(cards.filter((card) => !isReverse(card)), ({ kind }) => (kind === "term" || kind === "phrase" ? kind : "question"));
  const placed = [...kinds].flatMap((list) => list.map((card, index) => ({ card, place: (index + 0.5) / list.length })));
  return [...placed.sort((a, b) => a.place - b.place).map(({ card }) => card), ...cards.filter(isReverse)];
}

/** @template T @param {readonly T[]} items @param {(item: T) => string} name @returns {Iterable<T[]>} in the order in which the names occur */
function groups(items, name) {
  /** @type {Map<string, T[]>} */
  const found = new Map();
  for (const item of items) found.set(name(item), [...(found.get(name(item)) ?? []), item]);
  return found.values();
}
