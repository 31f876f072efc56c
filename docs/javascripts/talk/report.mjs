// All that is to be said of one run, beside the others of the same talk: in figures, and in a sentence or two. Pure.

import { timeSaid } from "../base/times.mjs";
import { adviceOf } from "./advice.mjs";
import { factorOf } from "./factor.mjs";
import { spansOf } from "./log.mjs";
import { changeTo, estimated, measure, measureAll, median, slidesByKey, toldBy } from "./measured.mjs";

/** @typedef {import("./measured.mjs").Exam} Exam */
/** @typedef {import("./measured.mjs").Measured} Measured */
/** @typedef {import("./measured.mjs").Talk} Talk */
/** @typedef {import("./runs.mjs").Run} Run */
/** @typedef {import("../speech/estimate.mjs").Model} Model */
/** @typedef {import("../speech/estimate.mjs").Pace} Pace */
/** @typedef {"fits" | "short" | "over" | "cut" | "none"} Verdict  `none` where the run says nothing of the whole talk */

/**
 * A line of the table; null where there is nothing to say. `number` is 0 for a slide that the talk no longer has, and for the whole.
 *
 * @typedef {object} Row
 * @property {string} key
 * @property {number} number
 * @property {string} title
 * @property {number} plan_s what was planned in this run
 * @property {number | null} run_s
 * @property {number} visits
 * @property {number | null} median_s of the latest three; null where there are fewer than two
 * @property {number | null} estimate_s at one's own pace
 * @property {number | null} proposed_s
 * @property {number[]} trend seconds of all runs, the oldest first
 * @property {boolean} isChanged whether the text has been another one in one of them
 */

/** @typedef {{measured: Measured, all: Measured[], rows: Row[], whole: Row, factor: import("./factor.mjs").Factor | null,
 *   advice: import("./advice.mjs").Advice | null}} Report  `all` are the runs in which somebody spoke, the oldest first; no advice comes with a run that is past, or where the exam is unknown */

const LATEST = 3;

/**
 * @param {{talk: Talk, exam: Exam | null, run: Run, runs: Run[], pace: Pace | null, model: Model | null, isPast?: boolean}} given a run
 *   that is past is shown as of then; which one is not, no clock decides, for it may have been put
 * @returns {Report}
 */
export function reportOf({ talk, exam, run, runs, pace, model, isPast = false }) {
  const known = [...runs.filter(({ id }) => id !== run.id), run];
  const all = measureAll(talk, known).filter(({ kind }) => kind !== "silent");
  const until = isPast ? all.filter((each) => each.run.at <= run.at) : all;
  const measured = measure(talk, run);
  const factor = model && factorOf(talk, exam, all, model);
  const advice = exam && !isPast ? adviceOf({ talk, exam, all, rate: factor?.rate ?? pace?.rate ?? 1 }) : null;
  const rows = talk.slides.map((slide, index) => {
    const [told, now] = [toldBy(until, slide.key), measured.slides.get(slide.key)];
    return rowOf({
      key: slide.key, number: index + 1, title: slide.title,
      plan_s: now?.plan_s ?? slide.time_s, run_s: now?.seconds ?? null, visits: now?.visits ?? 0,
      estimate_s: estimated(slide, pace?.rate ?? 1, changeTo(exam, index)), proposed_s: advice?.slides[index].proposed_s ?? null,
      trend: told.map(({ seconds }) => seconds), isChanged: told.some(({ weight }) => weight < 1),
    });
  });
  const gone = measured.gone.map(({ key, title, plan_s, seconds, visits }) =>
    rowOf({ key, number: 0, title, plan_s, run_s: seconds || null, visits, estimate_s: null, proposed_s: null, trend: [], isChanged: false }));
  const own = rows.filter(({ key }) => run.mode !== "part" || isOf(talk, run, key));
  return { measured, all, rows: [...own, ...gone], whole: wholeOf(measured, until, own, advice), factor, advice };
}

/** Whether a run was about a slide of today. @param {Talk} talk @param {Run} run @param {string} key */
const isOf = (talk, run, key) => run.slides.some((slide) => slidesByKey(talk).get(slide.key)?.key === key);

/** @param {Omit<Row, "median_s">} row @returns {Row} */
const rowOf = (row) => ({ ...row, median_s: row.trend.length > 1 ? median(row.trend.slice(-LATEST)) : null });

/** @param {Measured} measured @param {Measured[]} until @param {Row[]} rows @param {Report["advice"]} advice */
function wholeOf({ run, running_s, plan_s }, until, rows, advice) {
  const sum = (/** @type {"estimate_s" | "proposed_s"} */ name) => rows.reduce((total, row) => total + (row[name] ?? 0), 0);
  return rowOf({
    key: "", number: 0, title: "Zusammen", plan_s, run_s: running_s, visits: 0, estimate_s: sum("estimate_s"), proposed_s: advice && sum("proposed_s"),
    trend: run.mode === "part" ? [] : until.filter(({ kind }) => kind === "whole").map((each) => each.running_s), isChanged: false,
  });
}

/**
 * Two runs side by side, slide by slide, in the order of the talk.
 *
 * @param {Talk} talk
 * @param {Measured} one
 * @param {Measured} other
 * @returns {{number: number, title: string, one_s: number | null, other_s: number | null}[]} the whole is the last, without a number
 */
export function compared(talk, one, other) {
  const rows = talk.slides.map(({ key, title }, index) => {
    const [first, second] = [one.slides.get(key), other.slides.get(key)];
    return { number: index + 1, title, one_s: first?.seconds ?? null, other_s: second?.seconds ?? null };
  });
  return [...rows, { number: 0, title: "Zusammen", one_s: one.running_s, other_s: other.running_s }];
}

/** By less than that nobody is off the plan. */
const DEAD_ZONE_S = 10;

/** @param {Measured} measured @param {Exam | null} exam null where it is unknown @returns {Verdict} */
export function verdictOf({ kind, running_s }, exam) {
  if (kind !== "whole" || !exam) return "none";
  const [seconds, { budget, shortest, cutoff }] = [Math.round(running_s), exam.presentation];
  if (seconds > cutoff) return "cut";
  if (seconds > budget) return "over";
  return seconds < shortest ? "short" : "fits";
}

/** @param {Talk} talk @param {Exam | null} exam @param {Measured} measured */
export function verdictSaid(talk, exam, measured) {
  const { budget, shortest, cutoff } = exam?.presentation ?? { budget: 0, shortest: 0, cutoff: 0 };
  const [seconds, needed] = [Math.round(measured.running_s), `Du hast ${timeSaid(measured.running_s)} gebraucht`];
  switch (verdictOf(measured, exam)) {
    case "cut": return `${needed}. Bei ${timeSaid(cutoff)} wäre abgebrochen worden${cutAt(talk, measured, cutoff)}.`;
    case "over": return `${needed}, ${timeSaid(seconds - budget)} mehr als die erlaubten ${timeSaid(budget)}. Abgebrochen wird bei ${timeSaid(cutoff)}.`;
    case "short": return `${needed}. Das ist zu kurz: Unter ${timeSaid(shortest)} wirkt der Vortrag dünn.`;
    case "fits": return seconds === budget ? `${needed}, genau die erlaubte Zeit.` : `${needed}. Das passt: ${timeSaid(budget - seconds)} unter den erlaubten ${timeSaid(budget)}.`;
    default: return partSaid(measured);
  }
}

/** @param {Measured} measured */
function partSaid({ run, kind, isBroken, running_s, plan_s, slides, gone }) {
  if (kind === "silent") return `${run.mode === "silent" ? "Still durchgegangen" : "Durchgeklickt"} in ${timeSaid(running_s)}. Das zählt nicht als Probe und ändert keine Zeit.`;
  const [shown, all] = [slides.size + gone.filter(({ seconds }) => seconds).length, run.slides.length];
  if (isBroken) return `${shown} von ${all} Folien in ${timeSaid(running_s)}. Über die ganze Zeit sagt das nichts.`;
  if (kind === "whole") return `Du hast ${timeSaid(running_s)} gebraucht, geplant waren ${timeSaid(plan_s)}.`;
  return `${all === 1 ? "Eine Folie" : `${all} Folien`} geprobt: ${timeSaid(running_s)}, geplant ${all === 1 ? "war" : "waren"} ${timeSaid(plan_s)}.`;
}

/** The slide at which one would have been interrupted. @param {Talk} talk @param {Measured} measured @param {number} cutoff */
function cutAt(talk, { run }, cutoff) {
  let left = 1000 * cutoff;
  const span = spansOf(run.log).find(({ ms, isPause }) => !isPause && (left -= ms) < 0);
  const number = talk.slides.findIndex((slide) => slide === slidesByKey(talk).get(span?.slide ?? "")) + 1;
  return number ? `, auf Folie ${number} („${talk.slides[number - 1].title}“)` : "";
}

/** Where the run was furthest from its plan, "" where it was nowhere far. @param {Talk} talk @param {Measured} measured */
export function furthestSaid(talk, { slides, kind }) {
  const off = talk.slides.flatMap(({ key, title }, index) => {
    const told = slides.get(key);
    return told?.visits && !told.isCut ? [{ number: index + 1, title, off_s: told.seconds - told.plan_s }] : [];
  }).sort((one, other) => Math.abs(other.off_s) - Math.abs(one.off_s))[0];
  if (kind === "silent" || !off || Math.abs(off.off_s) < DEAD_ZONE_S) return "";
  return `Am weitesten neben dem Plan: Folie ${off.number} („${off.title}“), ${timeSaid(Math.abs(off.off_s))} ${off.off_s > 0 ? "länger" : "kürzer"}.`;
}

/** A distance from the plan, or from another run, as both are shown: „+0:12“. @param {number} seconds @param {number} [from] */
export function offSaid(seconds, from = 0) {
  const off = Math.round(seconds) - Math.round(from);
  if (!off) return "±0";
  return `${off > 0 ? "+" : "−"}${timeSaid(Math.abs(off))}`;
}
