// What came of a short test: points in all and by topic, and the grades that it means for one's cards. Pure.

import { gradeOf } from "../round.mjs";

/** @typedef {import("../task.mjs").Given} Given */
/** @typedef {import("../../memory/progress.mjs").Review} Review */
/** @typedef {{id: string, topic: string, right: number, all: number, given: Given}} Marked  `given` is empty where nothing was answered */
/**
 * `at` is when it was handed in, in milliseconds since 1970, `offset` minutes ahead of UTC there; `out` says that the time was up; `taken` are the reviews that went into one's cards.
 *
 * @typedef {{at: number, offset: number, seconds: number, out: boolean, seed: string, wishes: import("./drawing.mjs").Wishes, asked: Marked[], taken: [id: string, review: Review][]}} Result
 */
/** @typedef {"right" | "half" | "wrong" | "open"} Verdict */

/** @param {Marked} marked @returns {Verdict} */
export function verdictOf({ right, all, given }) {
  if (!given.length) return "open";
  return /** @type {const} */ ({ 3: "right", 2: "half", 1: "wrong" })[gradeOf(right, all)];
}

/** What each is worth. */
const POINTS = { right: 1, half: 0.5, wrong: 0, open: 0 };

/** @param {Marked[]} asked */
export const pointsOf = (asked) => asked.reduce((sum, each) => sum + POINTS[verdictOf(each)], 0);

/** @param {number} points in halves @returns {string} such as „7½“ */
export const pointsSaid = (points) => (points % 1 ? `${points < 1 ? "" : Math.floor(points)}½` : String(points));

/** @param {Marked[]} asked @returns {{topic: string, points: number, all: number}[]} the weakest first */
export function byTopic(asked) {
  const topics = [...new Set(asked.map(({ topic }) => topic))].map((topic) => {
    const own = asked.filter((each) => each.topic === topic);
    return { topic, points: pointsOf(own), all: own.length };
  });
  return topics.sort((one, other) => one.points / one.all - other.points / other.all || other.all - one.all);
}

/** @param {Marked[]} asked those that were not wholly right */
export const missedIn = (asked) => asked.filter((each) => verdictOf(each) !== "right");

/** The grades of all that was answered, as if it had been practised when the test was handed in. @param {Result} result @returns {[id: string, review: Review][]} */
export const reviewsOf = ({ at, offset, asked }) =>
  asked.filter(({ given }) => given.length).map(({ id, right, all }) => [id, { at, offset, grade: gradeOf(right, all) }]);

/** How many of each grade, such as „7 Gut, 1 Nochmal“. @param {[id: string, review: Review][]} reviews @param {readonly string[]} names */
export function gradesSaid(reviews, names) {
  const counts = names.map((name, index) => ({ name, count: reviews.filter(([, { grade }]) => grade === index + 1).length }));
  return counts.filter(({ count }) => count).toReversed().map(({ name, count }) => `${count} ${name}`).join(", ");
}
