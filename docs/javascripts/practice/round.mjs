// A round of questions: where one is in it, what was graded, what comes again, and what came of it. Pure.

/** @typedef {import("../memory/progress.mjs").Review} Review */
/** @typedef {Review["grade"]} Grade */
/** @typedef {{place: number, id: string, review: Review, day: number, rests?: boolean}} Graded  `day`: when the card comes back; `rests`: not before, however it went */
/** @typedef {{ids: string[], first: number, place: number, graded: Graded[], owed: string[]}} Round  behind the `first` ids stand those that come again,
 *   with them those that an earlier round still `owed` */

/** What the four grades are called. */
export const GRADES = /** @type {const} */ (["Nochmal", "Schwer", "Gut", "Leicht"]);

/**
 * The grade that fits what was right, or said: all of it, at least half, less.
 *
 * @param {number} right
 * @param {number} all
 * @returns {1 | 2 | 3}
 */
export const gradeOf = (right, all) => (right >= all ? 3 : 2 * right >= all ? 2 : 1);

const AGAIN = "in dieser Runde wieder";
const ENOUGH = "für heute genug";

/** What tells grades apart that bring a card back on the same day, the lowest first, by how many they are. */
const NUANCES = [[], [""], ["dann öfter", "dann seltener"], ["dann öfter", "", "dann seltener"], ["dann am häufigsten", "dann öfter", "", "dann seltener"]];

/**
 * When each grade brings a card back, no two in the same words.
 *
 * @param {string[]} days of the four grades
 * @param {boolean} again whether Nochmal asks it again in this round
 * @param {boolean} [enough] or would, if it had not been missed so often today
 */
export function whenSaid(days, again, enough = false) {
  const said = again ? [enough ? ENOUGH : AGAIN, ...days.slice(1)] : days;
  return said.map((day, index) => {
    const alike = said.flatMap((each, at) => (each === day ? [at] : []));
    const nuance = NUANCES[alike.length][alike.indexOf(index)];
    return nuance ? `${day}, ${nuance}` : day;
  });
}

/** @param {string[]} ids @param {number} [place] @param {string[]} [owed] what an earlier round was to ask again @returns {Round} */
export const begin = (ids, place = 0, owed = []) => go({ ids: [...ids, ...owed], first: ids.length, place: 0, graded: [], owed }, place);

/** @param {Round} round @param {number} place behind the last one is the end */
export const go = (round, place) => ({ ...round, place: Math.min(Math.max(place, 0), round.ids.length) });

/** @param {Round} round */
export const isOver = ({ ids, place }) => place >= ids.length;

/** @param {Round} round @param {number} [place] */
export const gradedAt = ({ graded, place: here }, place = here) => graded.find((each) => each.place === place);

/** Where it goes on behind a place: with what is open still. @param {Round} round @param {number} place */
export function openBehind(round, place) {
  const found = round.ids.findIndex((_, each) => each > place && !gradedAt(round, each));
  return found < 0 ? round.ids.length : found;
}

/**
 * Grade the question where the round stands; a grade given there before is replaced. Nochmal puts it at the end again.
 *
 * @param {Round} round
 * @param {Review} review
 * @param {number} day when it comes back
 * @param {boolean} [rests] whether it does not come again before
 * @returns {Round}
 */
export function grade(round, review, day, rests = false) {
  const { ids, place, graded } = round;
  const id = ids[place];
  return settled({ ...round, graded: [...graded.filter((each) => each.place !== place), { place, id, review, day, rests }] }, id);
}

/** Take the last grade back and stand where it was given. @param {Round} round @returns {Round} */
export function undo(round) {
  const last = round.graded.at(-1);
  if (!last) return round;
  const before = settled({ ...round, place: last.place, graded: round.graded.slice(0, -1) }, last.id);
  return before.ids[before.place] === last.id ? before : go(before, before.ids.indexOf(last.id));
}

/** See to it that a question comes again as often as it was graded Nochmal, unless it rests. @param {Round} round @param {string} id @returns {Round} */
function settled(round, id) {
  const { ids, first, graded, owed } = round;
  const isOpen = owed.includes(id) && !graded.some((each) => each.id === id && each.place < first);
  const wanted = graded.filter((each) => each.id === id && each.review.grade === 1 && !each.rests).length + Number(isOpen);
  const repeats = ids.flatMap((each, place) => (place >= first && each === id ? [place] : []));
  if (repeats.length < wanted) return { ...round, ids: [...ids, id] };
  const spare = repeats.findLast((place) => !gradedAt(round, place));
  return repeats.length > wanted && spare !== undefined ? settled(dropped(round, spare), id) : round;
}

/** @param {Round} round @param {number} gone a place */
function dropped({ ids, first, place, graded, owed }, gone) {
  /** @param {number} each */
  const shifted = (each) => (each > gone ? each - 1 : each);
  return {
    first, owed,
    ids: ids.filter((_, each) => each !== gone),
    place: shifted(place),
    graded: graded.map((each) => ({ ...each, place: shifted(each.place) })),
  };
}

/** More questions at the end of those that are asked first. @param {Round} round @param {string[]} added @returns {Round} */
export function extended({ ids, first, place, graded, owed }, added) {
  const shifted = (/** @type {number} */ each) => (each < first ? each : each + added.length);
  return {
    owed,
    ids: [...ids.slice(0, first), ...added, ...ids.slice(first)],
    first: first + added.length,
    place: shifted(place),
    graded: graded.map((each) => ({ ...each, place: shifted(each.place) })),
  };
}

/** @param {Round} round such as „Frage 3 von 8“ */
export function placeSaid({ ids, first, place }) {
  return place < first ? `Frage ${place + 1} von ${first}` : `Wiederholung ${place - first + 1} von ${ids.length - first}`;
}

/**
 * What came of a round; of a question graded more than once the last grade counts. `unsure` are those that are Nochmal or Schwer now, but for those that
 * are `resting`, `repeated` counts those that were graded more than once; `open` are those that were to come again and did not.
 *
 * @typedef {{counts: number[], asked: number, repeated: number, unsure: string[], resting: string[], left: string[], open: string[], days: {day: number, count: number}[]}} Outcome
 * @param {Round} round
 * @returns {Outcome}
 */
export function outcome(round) {
  const { ids, first, graded } = round;
  const last = new Map(graded.map((each) => [each.id, each]));
  const grades = [...last.values()];
  const days = [...new Set(grades.map(({ day }) => day))].sort((one, other) => one - other);
  return {
    counts: GRADES.map((_, index) => grades.filter(({ review }) => review.grade === index + 1).length),
    asked: last.size,
    repeated: grades.filter(({ id }) => graded.filter((each) => each.id === id).length > 1).length,
    unsure: grades.filter(({ review, rests }) => review.grade <= 2 && !rests).map(({ id }) => id),
    resting: grades.filter(({ rests }) => rests).map(({ id }) => id),
    left: ids.slice(0, first).filter((id) => !last.has(id)),
    open: ids.filter((_, place) => place >= first && !gradedAt(round, place)),
    days: days.map((day) => ({ day, count: grades.filter((each) => each.day === day).length })),
  };
}
