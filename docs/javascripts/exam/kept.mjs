// Mock exams on this device: the one that is going on, and those that are over, by the exam whose rules they had.

import { isRecord, isText } from "../base/merging.mjs";
import { openShelf } from "../base/shelf.mjs";
import { isDrawn } from "./disturbances.mjs";
import { emptySheet, isSheet } from "./marking.mjs";
import { isLog } from "./sitting.mjs";

/** @typedef {import("./marking.mjs").Sheet} Sheet */
/** @typedef {{id: string, title: string, topic: string}} Asked  a question, as it was then */
/**
 * A mock exam that is going on: `about` is the talk's id, `code` empty where somebody sits alone, `run` the talk as it is rehearsed, with where its clock
 * stands; `ms` and `saved` say it of the exam's own. `recorded` says that one's voice is, `disturbance` comes where one was wished for; `own` are questions about the examined person's talk, where
 * an examiner wishes to keep them.
 *
 * @typedef {{id: string, at: number, exam: string, about: string, title: string, code: string, seed: string, aloud: boolean, questions: Asked[], follow: string[],
 *   log: import("./sitting.mjs").Log, ms: number, saved: number, run: import("../talk/runs.mjs").Running | null, sheet: Sheet, grades: Record<string, number>,
 *   recorded?: boolean, disturbance?: import("./disturbances.mjs").Drawn, own?: import("../practice/own-cards.mjs").OwnQuestion[]}} Sitting
 */
/** @typedef {import("./marking.mjs").Answered & {grade?: number}} Answered */
/**
 * A mock exam that is over.
 *
 * @typedef {{id: string, at: number, about: string, title: string, code: string, talk_s: number, discussion_s: number, slides: number, audience: string,
 *   answers: Answered[], sheet: Sheet, other: Sheet | null, taken?: boolean, disturbance?: import("./disturbances.mjs").Happened,
 *   spoken?: import("./marking.mjs").Spoken, furthest?: string, stretches?: import("./stretches.mjs").Stretch[]}} Outcome
 *   `other` is the examiner's sheet; `taken` says that the grades are among one's reviews, `stretches` where slides and questions lie in a recording
 */

/** @typedef {"now" | "examiner"} Seat  one's own exam, or one that is marked here; there is one of each at a time */

/** @param {Seat} [seat] @returns {Sitting | null} */
export function readSitting(seat = "now") {
  const { value } = openShelf().read("sitting", seat);
  return isSitting(value) ? value : null;
}

/** @param {Sitting} sitting @param {Seat} [seat] @returns {boolean} whether the device keeps it */
export const writeSitting = (sitting, seat = "now") => openShelf().set("sitting", seat, sitting);

/** Forget it: it is over and kept, or discarded. @param {Seat} [seat] */
export const dropSitting = (seat = "now") => openShelf().replace("sitting", seat, { at: 0, value: null });

/** Those that are over, the oldest first. @param {string} exam id @returns {Outcome[]} */
export const recordsOf = (exam) =>
  [...stored(exam)].map(([id, { value }]) => /** @type {any} */ (value && { ...value, id })).filter(isOutcome).sort((one, other) => one.at - other.at);

/** @param {string} exam id @param {Outcome} record @returns {boolean} whether the device keeps it */
export const keepRecord = (exam, { id, ...record }) => set(exam, id, record);

/** @param {string} exam id @param {string} id @returns {boolean} whether the device keeps that */
export const deleteRecord = (exam, id) => set(exam, id, null);

/** @param {string} exam @returns {import("../base/merging.mjs").Records} */
const stored = (exam) => openShelf().read("mocks", exam);

/** @param {string} exam @param {string} id @param {object | null} value */
function set(exam, id, value) {
  const at = Math.max(Date.now(), (stored(exam).get(id)?.at ?? 0) + 1);
  return openShelf().add([["mocks", exam, new Map([[id, { at, value }]])]]);
}

/** @param {Omit<Sitting, "id" | "at" | "log" | "ms" | "saved" | "run" | "sheet" | "grades">} given @param {number} at milliseconds since 1970 @returns {Sitting} */
export const newSitting = (given, at) => ({
  ...given, id: `${at.toString(36)}-${Math.random().toString(36).slice(2, 6)}`, at,
  log: [], ms: 0, saved: at, run: null, sheet: emptySheet(), grades: {},
});

/** @param {any} value @returns {value is Sitting} */
const isSitting = (value) =>
  isRecord(value) && [value.id, value.exam, value.about, value.title, value.code, value.seed].every(isText) && [value.at, value.ms, value.saved].every(isAmount) &&
  isLog(value.log) && Array.isArray(value.questions) && value.questions.every(isAsked) && Array.isArray(value.follow) && value.follow.every(isText) &&
  (value.run === null || isRecord(value.run)) && isSheet(value.sheet) && isRecord(value.grades) &&
  (value.disturbance === undefined || isDrawn(value.disturbance)) && (value.own === undefined || (Array.isArray(value.own) && value.own.every(isRecord)));

/** @param {any} value @returns {value is Outcome} */
const isOutcome = (value) =>
  isRecord(value) && [value.id, value.about, value.title, value.code, value.audience].every(isText) && [value.at, value.talk_s, value.discussion_s, value.slides].every(isAmount) &&
  Array.isArray(value.answers) && value.answers.every((/** @type {any} */ each) => isAsked(each) && isText(each.follow) && [each.seconds, each.follow_s].every(isAmount)) &&
  isSheet(value.sheet) && (value.other === null || isSheet(value.other)) && (value.disturbance === undefined || isDrawn(value.disturbance)) &&
  (value.spoken === undefined || (isRecord(value.spoken) && [value.spoken.pauses, value.spoken.apart_db].every(isAmount))) && (value.furthest === undefined || isText(value.furthest)) && (value.stretches === undefined || (Array.isArray(value.stretches) && value.stretches.every(isStretch)));

/** @param {any} value */
const isStretch = (value) => isRecord(value) && [value.key, value.title].every(isText) && [value.from_s, value.to_s, value.syllables].every(isAmount);

/** @param {any} value */
const isAsked = (value) => isRecord(value) && [value.id, value.title, value.topic].every(isText);

/** @param {unknown} value */
const isAmount = (value) => Number.isFinite(value) && Number(value) >= 0;
