// The log of a card's reviews: how it is stored, read back from every version there has been, and joined with another.

/** @typedef {{at: number, grade: 1 | 2 | 3 | 4}} Review  `at` in milliseconds since 1970 */
/** @typedef {{reviews: Review[], state: "fine" | "damaged" | "newer"}} Log  of a damaged one: what can still be read */

const VERSION = 1;

/**
 * What makes of an entry of version n one of version n + 1; version 0 was the bare list.
 *
 * @type {((entry: any) => any)[]}
 */
const MIGRATIONS = [(reviews) => ({ version: 1, reviews })];

/** @type {Log} */
const DAMAGED = { reviews: [], state: "damaged" };

/** @param {Review[]} reviews */
export const textOf = (reviews) => JSON.stringify({ version: VERSION, reviews: reviews.map(({ at, grade }) => [at, grade]) });

/**
 * @param {string | null} text as stored, null for nothing
 * @returns {Log}
 */
export function logOf(text) {
  if (text === null) return { reviews: [], state: "fine" };
  try {
    return logOfEntry(JSON.parse(text));
  } catch {
    return DAMAGED;
  }
}

/** @param {any} entry @returns {Log} */
function logOfEntry(entry) {
  let version = Array.isArray(entry) ? 0 : entry.version;
  if (!Number.isInteger(version) || version < 0) return DAMAGED;
  if (version > VERSION) return { reviews: [], state: "newer" };
  for (; version < VERSION; version += 1) entry = MIGRATIONS[version](entry);
  /** @type {unknown[]} */
  const pairs = entry.reviews;
  const reviews = pairs.filter(isReview).map(([at, grade]) => ({ at, grade }));
  return { reviews: union(reviews), state: reviews.length === pairs.length ? "fine" : "damaged" };
}

/** @param {unknown} pair @returns {pair is [number, Review["grade"]]} */
export const isReview = (pair) =>
  Array.isArray(pair) && pair.length === 2 && isMoment(pair[0]) && [1, 2, 3, 4].includes(pair[1]);

/** @param {unknown} at */
const isMoment = (at) => typeof at === "number" && Number.isInteger(at) && at >= 0 && at <= 8.64e15;

/**
 * All reviews of several logs, each once, in the order of time.
 *
 * @param {Review[][]} logs
 */
export function union(...logs) {
  const each = new Map(logs.flat().map((review) => [`${review.at} ${review.grade}`, review]));
  return [...each.values()].sort((one, other) => one.at - other.at || one.grade - other.grade);
}

/**
 * What another device's log has that this one has not. The same grade within a second is the same review: clocks and formats round.
 *
 * @param {Review[]} known
 * @param {Review[]} offered
 */
export const news = (known, offered) =>
  union(offered).filter(({ at, grade }) => !known.some((each) => each.grade === grade && Math.abs(each.at - at) < 1000));
