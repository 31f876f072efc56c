// Which cards of a talk are to be practised now: one's own questions, and what the talk calls for, with the same memory as everywhere. Pure.

import { mixed } from "../memory/scheduling.mjs";

/**
 * @typedef {import("../practice/listed.mjs").Listed} Listed
 * @typedef {import("./asking.mjs").ConditionOf} ConditionOf
 * @typedef {{cards: Listed[], isDue: boolean, own: number}} TalkRound `own` of the cards are one's own; where nothing is due or new, it is what is weakest
 */

/** So many are practised in one go; one's own have half of the places, if there are so many. */
const LONGEST = 20;

/**
 * @param {Listed[]} own
 * @param {Listed[]} asked the most important first
 * @param {ConditionOf} conditionOf
 * @returns {TalkRound} one's own and others spread evenly
 */
export function roundOf(own, asked, conditionOf) {
  const isOpen = ({ id = "" }) => ["due", "new"].includes(conditionOf(id).state);
  const isDue = [...own, ...asked].some(isOpen);
  const wanted = (/** @type {Listed[]} */ cards) => (isDue ? cards.filter(isOpen) : weakestFirst(cards, conditionOf));
  const [mine, theirs] = [dueFirst(wanted(own), conditionOf), wanted(asked)];
  const first = mine.slice(0, Math.max(LONGEST / 2, LONGEST - theirs.length));
  const second = theirs.slice(0, LONGEST - first.length);
  const byId = new Map([...first, ...second].map((card) => [card.id, card]));
  const ids = mixed(first.map(({ id }) => id), second.map(({ id }) => id));
  return { cards: ids.flatMap((id) => byId.get(id) ?? []), isDue, own: first.length };
}

/** @param {Listed[]} cards @param {ConditionOf} conditionOf */
const weakestFirst = (cards, conditionOf) => cards.toSorted((one, other) => conditionOf(other.id).weak - conditionOf(one.id).weak);

/** @param {Listed[]} cards @param {ConditionOf} conditionOf */
const dueFirst = (cards, conditionOf) => cards.toSorted((one, other) => Number(conditionOf(other.id).state === "due") - Number(conditionOf(one.id).state === "due"));

/** @param {TalkRound} round @param {number} minutes */
export function roundSaid({ cards: { length }, isDue, own }, minutes) {
  const counts = [own && (own === 1 ? "1 eigene Frage" : `${own} eigene Fragen`), length - own && `${length - own === 1 ? "1 Karte" : `${length - own} Karten`} aus Katalog und Glossar`].filter(Boolean);
  const much = `${counts.join(" und ")}, etwa ${minutes === 1 ? "1 Minute" : `${minutes} Minuten`}`;
  return isDue ? `Jetzt dran: ${much}.` : `Heute ist nichts mehr dran. Was am wenigsten sitzt: ${much}.`;
}
