// The marking sheet of a mock exam: points, what measuring knows of a criterion, what is weakest, and how it goes from exam to exam. Pure.

import { percent, timeSaid } from "../base/times.mjs";

/** @typedef {import("../talk/judging.mjs").Exam} Exam */
/** @typedef {import("../talk/judging.mjs").Criterion} Criterion */
/** @typedef {{marks: Record<string, number>, notes: Record<string, string>, verdict: number | null, good: string, change: string, next: string}} Sheet
 *   `marks` by the ids of criteria, from 0; `verdict` is a place in the exam's list */
/** @typedef {{id: string, title: string, topic: string, seconds: number, follow: string, follow_s: number}} Answered */
/** @typedef {{pace: number | null, pauses: number, apart_db: number}} Spoken  in the talk, where it was recorded: syllables a minute, the share of pauses from 0 to 1, and by how much the voice is louder than the room */
/** @typedef {{talk_s: number, discussion_s: number, slides: number, audience: string, answers: Answered[], spoken?: Spoken, furthest?: string}} Facts  `furthest` says which slide was furthest from its plan */

/** What the overall impression is marked by: it earns no points. */
export const IMPRESSIONS = ["nein", "teils", "ja"];

/** @returns {Sheet} */
export const emptySheet = () => ({ marks: {}, notes: {}, verdict: null, good: "", change: "", next: "" });

/** @param {Exam} exam @returns {Criterion[]} those that earn points */
export const criteriaOf = ({ marking_sheet: { sections } }) => sections.flatMap(({ criteria }) => criteria);

/** @param {Exam} exam @returns {number} what a criterion earns at best */
export const bestOf = ({ marking_sheet: { scale } }) => scale.length - 1;

/**
 * The points of criteria; `marked` of them have a mark.
 *
 * @param {readonly Criterion[]} criteria
 * @param {Sheet} sheet
 * @param {number} best
 */
export function sumOf(criteria, { marks }, best) {
  const given = criteria.flatMap(({ id }) => (Object.hasOwn(marks, id) ? [marks[id]] : []));
  return { points: given.reduce((sum, mark) => sum + mark, 0), most: best * criteria.length, marked: given.length, count: criteria.length };
}

/** Criteria without which an exam is not passed, and that were not met. @param {Exam} exam @param {Sheet} sheet */
export const knockoutsOf = (exam, { marks }) => criteriaOf(exam).filter(({ id, knockout }) => knockout && marks[id] === 0);

/** What that means, "" where all of them were met, or are open. @param {Exam} exam @param {Sheet} sheet */
export function knockoutSaid(exam, sheet) {
  const missed = knockoutsOf(exam, sheet);
  return missed.length ? `Nicht erfüllt: ${missed.map(({ text }) => text).join(", ")}. Damit gilt die Probe als nicht bestanden, was auch immer die Summe sagt.` : "";
}

/** @param {ReturnType<typeof sumOf>} sum */
export const pointsSaid = ({ points, most, marked, count }) => `${points} von ${most} Punkten${marked < count ? `, ${count - marked} offen` : ""}`;

/**
 * What measuring knows of a criterion, "" where it knows nothing. The ids are those of our sheet; others are left to people.
 *
 * @param {string} id
 * @param {Facts} facts
 * @param {Exam} exam
 */
export function factOf(id, facts, exam) {
  return Object.hasOwn(FACTS, id) ? FACTS[id](facts, exam) : "";
}

/** @type {Record<string, (facts: Facts, exam: Exam) => string>} */
const FACTS = {
  zielgruppe: ({ audience }) => (audience ? `Geplant war: ${audience}` : ""),
  zeit: ({ talk_s, furthest }, { presentation: { budget } }) => `Vortrag ${timeSaid(talk_s)} von ${timeSaid(budget)}${furthest ? `. ${furthest}` : ""}`,
  folien: ({ slides }, { slides: { fewest, most } }) => `${slides} ${slides === 1 ? "Folie" : "Folien"}, empfohlen ${fewest} bis ${most}`,
  "antworten-strukturiert": ({ answers }, { discussion }) => lengthsSaid(answers, discussion),
  "frei-gesprochen": ({ spoken }) => (spoken ? spokenSaid(spoken) : ""),
  "bild-und-ton": ({ spoken }) => (spoken ? `Stimme ungefähr ${Math.round(spoken.apart_db)} dB über dem Raum` : ""),
  "fragen-verstanden": ({ answers, discussion_s }) => askedSaid(timed(answers).length, discussion_s),
};

/** @param {Spoken} spoken */
export const spokenSaid = ({ pace, pauses }) => [...(pace === null ? [] : [`ungefähr ${10 * Math.round(pace / 10)} Silben in der Minute`]), `${percent(pauses)} Pausen`].join(", ");

/** @param {number} count @param {number} discussion_s */
const askedSaid = (count, discussion_s) => (count ? `${count} ${count === 1 ? "Frage" : "Fragen"} in ${timeSaid(discussion_s)}` : "");

/** Those of which anybody took the time. @param {readonly Answered[]} answers */
const timed = (answers) => answers.filter(({ seconds }) => seconds > 0);

/** How many answers were as long as they should be. @param {readonly Answered[]} answers @param {Exam["discussion"]} discussion */
export function lengthsSaid(answers, { shortest_answer, longest_answer }) {
  const all = timed(answers);
  if (!all.length) return "";
  const good = all.filter(({ seconds }) => seconds >= shortest_answer && seconds <= longest_answer).length;
  const alone = all.some(({ follow_s }) => follow_s) ? ", ohne Nachfragen" : "";
  return `${good} von ${all.length} Antworten zwischen ${timeSaid(shortest_answer)} und ${timeSaid(longest_answer)}${alone}`;
}

/** What an answer's length is against what is usual, "" where it is good. @param {number} seconds @param {Exam["discussion"]} discussion */
export function lengthSaid(seconds, { shortest_answer, longest_answer }) {
  if (seconds < shortest_answer) return "kurz";
  return seconds > longest_answer ? "lang" : "";
}

/**
 * The weakest criteria that were marked below the best, those first that were weak before too.
 *
 * @param {Exam} exam
 * @param {Sheet} sheet
 * @param {readonly Sheet[]} before sheets of earlier exams
 * @param {number} [most]
 * @returns {Criterion[]}
 */
export function weakestOf(exam, sheet, before, most = 2) {
  const weak = criteriaOf(exam).filter(({ id }) => Object.hasOwn(sheet.marks, id) && sheet.marks[id] < bestOf(exam));
  const mean = (/** @type {string} */ id) => {
    const marks = before.flatMap(({ marks: each }) => (Object.hasOwn(each, id) ? [each[id]] : []));
    return marks.length ? marks.reduce((sum, mark) => sum + mark, 0) / marks.length : bestOf(exam);
  };
  return weak.toSorted((one, other) => sheet.marks[one.id] - sheet.marks[other.id] || mean(one.id) - mean(other.id)).slice(0, most);
}

/** Whether something that was stored, or comes from somebody, is a sheet. @param {any} sheet @returns {sheet is Sheet} */
export const isSheet = (sheet) =>
  isRecord(sheet) && isRecord(sheet.marks) && Object.values(sheet.marks).every(isMark) && isRecord(sheet.notes) && Object.values(sheet.notes).every(isText) &&
  (sheet.verdict === null || isMark(sheet.verdict)) && [sheet.good, sheet.change, sheet.next].every(isText);

/** A sheet with what the exam's own sheet has, and nothing else. @param {Sheet} sheet @param {Exam} exam @returns {Sheet} */
export function fitted(sheet, exam) {
  const { sections, overall, verdicts } = exam.marking_sheet;
  const best = new Map([...sections.flatMap(({ criteria }) => criteria.map(({ id }) => /** @type {const} */ ([id, bestOf(exam)]))), ...overall.map(({ id }) => /** @type {const} */ ([id, IMPRESSIONS.length - 1]))]);
  const among = (/** @type {Record<string, any>} */ values, /** @type {(id: string, value: any) => boolean} */ fits) => Object.fromEntries(Object.entries(values).filter(([id, value]) => best.has(id) && fits(id, value)));
  return {
    ...sheet, marks: among(sheet.marks, (id, mark) => mark <= (best.get(id) ?? 0)), notes: among(sheet.notes, () => true),
    verdict: sheet.verdict !== null && sheet.verdict < verdicts.length ? sheet.verdict : null,
  };
}

/** @param {unknown} value */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= 5000;

/** @param {unknown} value */
const isMark = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 100;
