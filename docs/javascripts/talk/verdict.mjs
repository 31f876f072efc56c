// What came of a run, in a sentence or two. Pure.

import { timeSaid } from "../base/times.mjs";
import { spansOf } from "./log.mjs";
import { slidesByKey } from "./measured.mjs";

/** @typedef {import("./measured.mjs").Exam} Exam */
/** @typedef {import("./measured.mjs").Measured} Measured */
/** @typedef {import("./measured.mjs").Talk} Talk */
/** @typedef {"fits" | "short" | "over" | "cut" | "none"} Verdict  `none` where the run says nothing of the whole talk */

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
