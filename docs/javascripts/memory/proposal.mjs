// How much a day may be proposed, so that what matters fits in before the exam. Pure.

import { plan } from "./scheduling.mjs";

/** @typedef {{daily: number, fresh: number}} Limits */
/** @typedef {Limits & {what: "all" | "core"}} Proposal  `what` fits in with it */
/** @typedef {import("./scheduling.mjs").Known & {isCore?: boolean}} Known */
/** @typedef {Omit<Parameters<typeof plan>[0], "cards"> & {cards: readonly Known[]}} Planned */

/** What a day bears beside work: about an hour. More one has to set for oneself. */
const MOST = { daily: 100, fresh: 25 };

/** @param {Planned} situation @returns {Proposal | null} null where even the core, and what was begun, asks too much of a day */
export function proposalFor(situation) {
  const all = limitsThatFit(situation);
  if (all) return { ...all, what: "all" };
  const cards = situation.cards.filter(({ memory, isCore }) => memory || isCore);
  const core = cards.length ? limitsThatFit({ ...situation, cards }) : null;
  return core && { ...core, what: "core" };
}

/**
 * The smallest limits, none below those that are set, with which everything fits in before the exam.
 *
 * @param {Planned} situation
 * @returns {Limits | null} null where none that are sensible do
 */
function limitsThatFit(situation) {
  /** @param {Limits} limits */
  const planned = (limits) => plan({ ...situation, limits });
  const { daily, fresh } = situation.limits;
  const most = Math.max(daily, MOST.daily);
  const enough = least(fresh, Math.max(fresh, MOST.fresh), (each) => !planned({ daily: most, fresh: each }).unbegun.length);
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
