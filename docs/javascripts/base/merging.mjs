// How two copies of what is stored are joined: in whichever order and however often, the outcome is the same. Pure.

/**
 * What makes a value of an entry, an entry of a value, and one value of two.
 *
 * @template Value
 * @typedef {object} Shape
 * @property {Value} empty
 * @property {(entry: any) => {value: Value, whole: boolean}} read what can be read of an entry; throws where nothing can
 * @property {(value: Value) => object} write
 * @property {(one: Value, other: Value) => Value} merge
 */

/** @typedef {{at: number, value: unknown}} Latest  one value and when it was set; null says that it was taken back */
/** @typedef {Map<string, {at: number, value: number}>} Marks  by id: 1 for ticked, 0 for cleared */
/** @typedef {{at: number, grade: 1 | 2 | 3 | 4, offset?: number}} Review  `at` in milliseconds since 1970; `offset` in minutes
 *   ahead of UTC where it was made, unknown of the older ones */
/** @typedef {{reviews: Review[], gone: Review[]}} Log  in the order of time; `gone` are those that were taken back */
/** @typedef {Map<string, Latest>} Records  by id the value that was set last; null says that it was deleted */
/** @typedef {Map<number, number>} Resets  by the moment of each: 0 while it can be undone, 1 once it was, 2 when it is final */

/** @param {unknown} at @returns {at is number} milliseconds since 1970 that a date can show */
export const isMoment = (at) => typeof at === "number" && Number.isInteger(at) && at >= 0 && at <= 8.64e15;

/** @param {unknown} value */
export const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @returns {value is string} */
export const isText = (value) => typeof value === "string";

/** @param {string} said @returns {never} */
const fail = (said) => { throw new TypeError(said); };

/**
 * The value that was set last.
 *
 * @param {(value: unknown) => boolean} isValue
 * @returns {Shape<Latest>}
 */
export const latest = (isValue) => ({
  empty: { at: 0, value: null },
  read: ({ at, value }) => (isMoment(at) && (value === null || isValue(value)) ? { value: { at, value }, whole: true } : fail("no value")),
  write: ({ at, value }) => ({ at, value }),
  merge: (one, other) => (isLater(one, other) ? one : other),
});

/** Of two that were set at the same moment the text decides. @param {Latest} one @param {Latest} other */
const isLater = (one, other) =>
  one.at > other.at || (one.at === other.at && JSON.stringify(one.value) > JSON.stringify(other.value));

/** For each id the mark that was set last. @type {Shape<Marks>} */
export const marks = {
  empty: new Map(),
  read({ marks: list }) {
    const good = /** @type {unknown[]} */ (list).filter(isMark);
    return { value: new Map(good.map(([id, at, value]) => [id, { at, value }])), whole: good.length === list.length };
  },
  write: (value) => ({ marks: [...value].map(([id, { at, value: mark }]) => [id, at, mark]).sort(byText) }),
  merge: (one, other) => joined(one, other, (first, second) => /** @type {{at: number, value: number}} */ (isLater(first, second) ? first : second)),
};

/** @param {Marks} value @returns {Set<string>} ids of what is ticked */
export const ticksOf = (value) => new Set([...value].filter(([, { value: mark }]) => mark).map(([id]) => id));

/**
 * What has to be marked so that these are ticked and no others.
 *
 * @param {Marks} before
 * @param {Set<string>} ticked
 * @param {number} nowMs
 * @returns {Marks}
 */
export function changesTo(before, ticked, nowMs) {
  const now = ticksOf(before);
  const changed = [...new Set([...now, ...ticked])].filter((id) => now.has(id) !== ticked.has(id));
  return new Map(changed.map((id) => [id, { at: Math.max(nowMs, (before.get(id)?.at ?? 0) + 1), value: Number(ticked.has(id)) }]));
}

/** @param {unknown} mark @returns {mark is [string, number, number]} */
const isMark = (mark) => Array.isArray(mark) && mark.length === 3 && typeof mark[0] === "string" && isMoment(mark[1]) && [0, 1].includes(mark[2]);

/**
 * For each id the value that was set last.
 *
 * @param {(value: unknown) => boolean} isValue
 * @returns {Shape<Records>}
 */
export const records = (isValue) => ({
  empty: new Map(),
  read({ records: list }) {
    const good = /** @type {any[]} */ (list).filter((each) => Array.isArray(each) && each.length === 3 && isText(each[0]) && isMoment(each[1]) && (each[2] === null || isValue(each[2])));
    return { value: new Map(good.map(([id, at, value]) => [id, { at, value }])), whole: good.length === list.length };
  },
  write: (value) => ({ records: [...value].map(([id, { at, value: record }]) => [id, at, record]).sort(byText) }),
  merge: (one, other) => joined(one, other, (first, second) => (isLater(first, second) ? first : second)),
});

/** All reviews of both, but those that one of them has taken back. @type {Shape<Log>} */
export const log = {
  empty: { reviews: [], gone: [] },
  read({ reviews, gone = [] }) {
    const [kept, back] = [reviews, gone].map((list) => /** @type {unknown[]} */ (list).filter(isReview).map(reviewOf));
    return { value: without(kept, back), whole: kept.length + back.length === reviews.length + gone.length };
  },
  write: ({ reviews, gone }) => ({ reviews: reviews.map(written), ...(gone.length ? { gone: gone.map(written) } : {}) }),
  merge: (one, other) => without([...one.reviews, ...other.reviews], [...one.gone, ...other.gone]),
};

/** @typedef {[at: number, grade: Review["grade"], offset?: number]} Written */

/** @param {Review} review @returns {Written} */
const written = ({ at, grade, offset }) => (offset === undefined ? [at, grade] : [at, grade, offset]);

/** @param {Written} written @returns {Review} */
const reviewOf = ([at, grade, offset]) => (offset === undefined ? { at, grade } : { at, grade, offset });

/** @param {unknown} list @returns {list is Written} */
const isReview = (list) => Array.isArray(list) && isMoment(list[0]) && [1, 2, 3, 4].includes(list[1]) && (list.length === 2 || (list.length === 3 && isOffset(list[2])));

/** @param {unknown} offset no clock is further from UTC than 14 hours */
const isOffset = (offset) => Number.isInteger(offset) && Math.abs(Number(offset)) <= 14 * 60;

/** What two reviews have in common that are the same. @param {Review} review */
export const nameOfReview = ({ at, grade }) => `${at} ${grade}`;

/** @param {Review[]} reviews @param {Review[]} gone @returns {Log} */
function without(reviews, gone) {
  const names = new Set(gone.map(nameOfReview));
  return { reviews: union(reviews.filter((review) => !names.has(nameOfReview(review)))), gone: union(gone) };
}

/**
 * All reviews of several logs, each once, in the order of time.
 *
 * @param {Review[][]} logs
 */
export function union(...logs) {
  /** @type {Map<string, Review>} */
  const each = new Map();
  for (const review of logs.flat()) each.set(nameOfReview(review), placed(review, each.get(nameOfReview(review)) ?? review));
  return [...each.values()].sort((one, other) => one.at - other.at || one.grade - other.grade);
}

/** Of a review that two copies have: the one that knows its place; of two that do always the same one. @param {Review} one @param {Review} other */
const placed = (one, other) => ((one.offset ?? Infinity) < (other.offset ?? Infinity) ? one : other);

/** Of each reset the furthest it has come. @type {Shape<Resets>} */
export const resets = {
  empty: new Map(),
  read({ resets: list }) {
    const good = /** @type {unknown[]} */ (list).filter(isReset);
    return { value: new Map(good), whole: good.length === list.length };
  },
  write: (value) => ({ resets: [...value].sort(([one], [other]) => one - other) }),
  merge: (one, other) => joined(one, other, Math.max),
};

/** @param {unknown} reset @returns {reset is [number, number]} */
const isReset = (reset) => Array.isArray(reset) && reset.length === 2 && isMoment(reset[0]) && [0, 1, 2].includes(reset[1]);


/**
 * @template Key, Value
 * @param {Map<Key, Value>} one
 * @param {Map<Key, Value>} other
 * @param {(one: Value, other: Value) => Value} choose
 */
function joined(one, other, choose) {
  const both = new Map(one);
  for (const [key, value] of other) both.set(key, both.has(key) ? choose(/** @type {Value} */ (both.get(key)), value) : value);
  return both;
}

/** @param {unknown[]} one @param {unknown[]} other */
const byText = (one, other) => (String(one[0]) < String(other[0]) ? -1 : 1);
