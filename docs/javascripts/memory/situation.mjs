// Where somebody stands: cards, logs, memories, exam, limits and day, computed in one place for every page that shows them. Pure.

import { dayOf } from "../base/calendar.mjs";
import { counting, recall, remember, stateOf } from "./scheduling.mjs";

/** @typedef {import("./progress.mjs").Review} Review */
/** @typedef {import("./progress.mjs").CardName} CardName */
/** @typedef {import("./settings.mjs").Settings} Settings */
/** @typedef {import("./scheduling.mjs").Memory} Memory */
/** @typedef {{id: string, topic: string, kind: string}} Named */
/** @typedef {CardName & {topic: string, kind: string, exams?: string[], about?: string, core?: boolean, own?: object}} Card  `exams` only where there
 *   are several, `about` the case study that it asks about, `core` what everybody has to know, `own` where it asks about one's own talk */
/** @typedef {{shortest: number, longest: number}} Limits  of a good answer, in seconds */
/** @typedef {{weak: number, state: ReturnType<typeof stateOf>}} Condition  `weak` from 0 (remembered for sure) to 1 */
/** @typedef {Record<string, Limits & {name: string}>} Exams  by id; empty where there is only one */

/** How far one looks ahead where there is no exam. */
export const AHEAD_DAYS = 14;

/**
 * The state of all cards that the chosen exam asks, in the order in which they are to be met; their topics in the order in which the site has them.
 * A plan can be made of it.
 *
 * @template {Card} T
 * @param {readonly T[]} cards
 * @param {(card: T) => Review[]} reviewsOf in the order of time
 * @param {Settings} settings
 * @param {number} nowMs
 * @param {(id: string) => boolean} [isRead] whether a case study was read
 */
export function situationOf(cards, reviewsOf, settings, nowMs, isRead = () => true) {
  const today = dayOf(nowMs);
  const asked = cards.filter(({ exams }) => isAsked(exams, settings.which));
  const known = ranked(asked, isRead).map((card) => {
    const log = counting(reviewsOf(card), nowMs);
    return { id: card.id, card, log, memory: log.length ? remember(log) : null, isCore: isCoreNow(card, log, isRead) };
  });
  return {
    cards: known,
    topics: [...new Set(asked.map(({ topic }) => topic))],
    today,
    exam: examAhead(settings, today),
    over: settings.exam !== null && settings.exam < today ? settings.exam : null,
    limits: { daily: settings.daily, fresh: settings.fresh },
    done: doneOn(known.map(({ log }) => log), today),
  };
}

/**
 * @template {Card} [T = Card]
 * @typedef {{cards: {id: string, card: T, log: Review[], memory: Memory | null, isCore: boolean}[], topics: string[], today: number, exam: number | null,
 *   over: number | null, limits: {daily: number, fresh: number}, done: {reviews: number, fresh: number}}} Situation
 */

/** Core cards are wanted before the exam, but for those about case studies that nobody has read. @param {Card} card @param {Review[]} log @param {(id: string) => boolean} isRead */
const isCoreNow = ({ core = false, about }, log, isRead) => core && (log.length > 0 || !about || isRead(about));

/** The day for which recall is expected: the exam's, without one in two weeks. @param {Pick<Situation, "today" | "exam">} situation */
export const dayMeant = ({ today, exam }) => exam ?? today + AHEAD_DAYS;

/**
 * How well each card is known: what it is (`stateOf`), and how likely it is not recalled at the exam, without one in two weeks; who was asked a moment ago
 * and did not know it, knows it today and not then. Who never met a card knows nothing of it.
 *
 * @param {Pick<Situation, "cards" | "today" | "exam">} situation
 * @returns {(id: string) => Condition}
 */
export function conditionIn({ cards, today, exam }) {
  const memories = new Map(cards.map(({ id, memory }) => [id, memory]));
  const day = dayMeant({ today, exam });
  return (id) => {
    const memory = memories.get(id) ?? null;
    return { weak: memory ? 1 - recall(memory, day) : 1, state: stateOf(memory, today, exam) };
  };
}

/** The exam's day, unless it is over. @param {Pick<Settings, "exam">} settings @param {number} today */
export const examAhead = ({ exam }, today) => (exam !== null && exam >= today ? exam : null);

/** @param {string[] | undefined} exams that ask a card @param {string | null} which one is chosen */
const isAsked = (exams, which) => !which || !exams || exams.includes(which);

/** The exams that can be told apart here, as they stand at the place of a round. @param {{dataset: DOMStringMap}} host @returns {Exams} */
export const examsOf = ({ dataset: { exams = "{}" } }) => JSON.parse(exams);

/** An exam that is there no more is not chosen. @param {Settings} settings @param {Exams} exams @returns {Settings} */
export const among = (settings, exams) => (settings.which && !(settings.which in exams) ? { ...settings, which: null } : settings);

/**
 * What was practised on a day: how many cards, however often each was asked, and how many of them were new.
 *
 * @param {Review[][]} logs each in the order of time
 * @param {number} day
 */
export const doneOn = (logs, day) => ({
  reviews: logs.filter((log) => daysOf(log).has(day)).length,
  fresh: logs.filter(([first]) => first && dayOf(first.at, first.offset) === day).length,
});

/** The same of all days: how many cards on each. @param {Review[][]} logs @returns {Map<number, number>} */
export function doneByDay(logs) {
  const found = new Map();
  for (const day of logs.flatMap((log) => [...daysOf(log)])) found.set(day, (found.get(day) ?? 0) + 1);
  return found;
}

/** @param {Review[]} log */
const daysOf = (log) => new Set(log.map(({ at, offset }) => dayOf(at, offset)));

/** Who has missed a card so often on a day has had enough of it for that day. */
export const MOST_MISSES = 3;

/** How often a card was not known on a day. @param {Review[]} log @param {number} day */
export const missesOn = (log, day) => log.filter(({ at, offset, grade }) => grade === 1 && dayOf(at, offset) === day).length;

/**
 * What was not known today, and was not asked again since; what was missed often enough waits for another day.
 *
 * @param {{id: string, log: Review[]}[]} cards each log in the order of time
 * @param {number} today
 * @returns {string[]} ids, what was asked first first
 */
export function owedOn(cards, today) {
  const last = cards.filter(({ log }) => missesOn(log, today) < MOST_MISSES).flatMap(({ id, log }) => log.slice(-1).map((review) => ({ id, review })));
  const failed = last.filter(({ review: { at, offset, grade: given } }) => given === 1 && dayOf(at, offset) === today);
  return failed.sort((one, other) => one.review.at - other.review.at).map(({ id }) => id);
}

/**
 * How long an answer may be: by the chosen exam if it asks the card, else by the first that does.
 *
 * @param {Exams} exams
 * @param {string[] | undefined} asking ids of those that ask the card; without any, all do
 * @param {string | null} which one is chosen
 * @param {Limits} otherwise where there is only one exam
 * @returns {Limits}
 */
export function limitsFor(exams, asking, which, otherwise) {
  const ids = (asking ?? Object.keys(exams)).filter((id) => id in exams);
  const { shortest, longest } = exams[which && ids.includes(which) ? which : ids[0]] ?? otherwise;
  return { shortest, longest };
}

/**
 * In which order new cards are met: the core and what asks about one's own talk, then about case studies that were read, then the rest; about what
 * nobody has read last, its core first.
 *
 * @template {Card} T
 * @param {readonly T[]} cards
 * @param {(id: string) => boolean} isRead
 */
function ranked(cards, isRead) {
  const rankOf = (/** @type {T} */ { core, about, own }) => {
    if (about && !isRead(about)) return core ? 3 : 4;
    return core || own ? 0 : about ? 1 : 2;
  };
  return [0, 1, 2, 3, 4].flatMap((rank) => introduced(cards.filter((card) => rankOf(card) === rank)));
}

/** Asks a term by its meaning; comes after the term itself has been met. @param {Named} card */
const isReverse = ({ id }) => id.endsWith("/reverse");

/**
 * In which order new cards are met: the topics take turns, so that the first days touch all of the exam.
 *
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
