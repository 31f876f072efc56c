// What examiners ask when an answer is over: by kind, worded so that it follows from any answer. Pure.

import { randomBy } from "./random.mjs";

/** Why, what if, how do you tell. */
const KINDS = [
  "Warum gerade so? Nennen Sie bitte den Grund.",
  "Was ändert sich daran, wenn viele Leute auf einmal betroffen sind?",
  "Woran merken Sie im Alltag, dass Sie damit richtig liegen?",
];

/** Not every question has one, or it would be expected. */
const SHARE = 0.6;

/**
 * For each question what may follow from it, "" for nothing: never twice the same before all have come.
 *
 * @param {number} count of questions
 * @param {string} seed
 * @returns {string[]}
 */
export function followUps(count, seed) {
  const random = randomBy(`${seed} follow-up`);
  let kind = Math.floor(random() * KINDS.length);
  return Array.from({ length: count }, () => (random() < SHARE ? KINDS[(kind += 1) % KINDS.length] : ""));
}
