// What runs say of a talk as it is today, though its slides may have been renamed, rewritten or taken away since. Pure.

import { totals } from "./log.mjs";
import { planned } from "./timing.mjs";

/** @typedef {import("./runs.mjs").Run} Run */
/** @typedef {import("./runs.mjs").RunSlide} RunSlide */
/** @typedef {{key: string, formerly: string[], title: string, notes: string, time_s: number, demo_s: number, spoken_s: number, silent_s: number,
 *   syllables: number}} Slide  `spoken_s` at the usual pace; `silent_s` and `demo_s` change with no pace */
/** @typedef {{id: string, slides: Slide[]}} Talk */
/** @typedef {{presentation: {budget: number, shortest: number, cutoff: number}, speech: {slide_change: number}}} Exam  in seconds */

/**
 * What one run says of one slide: how long it was shown, how often, what was planned, how far it still holds (1: the text is
 * the same, near 0: another one), and whether the run broke off there.
 *
 * @typedef {{seconds: number, visits: number, plan_s: number, weight: number, isChanged: boolean, isCut: boolean}} Told
 */

/**
 * A run, measured: `whole` where all slides were spoken, `part` where some were missing, `silent` where nobody spoke, or can have
 * spoken. `gone` are those of its slides that the talk no longer has.
 *
 * @typedef {{run: Run, kind: "whole" | "part" | "silent", isBroken: boolean, running_s: number, paused_s: number, plan_s: number,
 *   slides: Map<string, Told>, gone: (RunSlide & {seconds: number, visits: number})[]}} Measured
 */

/** By so much of the log of the syllables a text may differ, until what was measured counts a third. */
const FADING = 0.2;

/** Of a text as short as that, nobody counts syllables. */
const FEW_SYLLABLES = 20;

/** Who takes less than this share of the plan was clicking through. */
const LEAST = 0.3;

/** So many runs speak for how one speaks today. */
const LATEST = 5;

/** @param {Talk} talk @returns {Map<string, Slide>} by the keys that they have and have had */
export function slidesByKey(talk) {
  const byKey = new Map(talk.slides.flatMap((slide) => slide.formerly.map((key) => [key, slide])));
  for (const slide of talk.slides) byKey.set(slide.key, slide);
  return byKey;
}

/** @param {Talk} talk @param {Run} run @returns {Measured} */
export function measure(talk, run) {
  const [byKey, { running_s, paused_s, slides }] = [slidesByKey(talk), totals(run.log)];
  const missing = run.slides.findLastIndex(({ key }) => !slides.get(key)?.seconds);
  const last = run.log.findLast(([, kind]) => kind === "slide")?.[2];
  const shown = run.slides.map((slide, index) => ({ ...slide, ...(slides.get(slide.key) ?? { seconds: 0, visits: 0 }), isCut: slide.key === last && index < missing }));
  const told = /** @type {Map<string, Told>} */ (new Map());
  for (const slide of shown.filter(({ seconds }) => seconds)) {
    const today = byKey.get(slide.key);
    if (today) told.set(today.key, joined(told.get(today.key), toldOf(slide, today)));
  }
  const isBroken = missing >= 0;
  const isSilent = run.mode === "silent" || running_s < LEAST * planned(shown.filter(({ seconds }) => seconds));
  const kind = isSilent ? "silent" : run.mode === "part" || isBroken ? "part" : "whole";
  return { run, kind, isBroken, running_s, paused_s, plan_s: planned(run.slides), slides: told, gone: shown.filter(({ key }) => !byKey.has(key)) };
}

/** @param {RunSlide & {seconds: number, visits: number, isCut: boolean}} then @param {Slide} today @returns {Told} */
function toldOf({ seconds, visits, plan_s, syllables, title, isCut }, today) {
  const isChanged = syllables !== today.syllables || title !== today.title;
  return { seconds, visits, plan_s, weight: likeness(syllables, today.syllables), isChanged, isCut };
}

/** Two slides that have become one. @param {Told | undefined} one @param {Told} other @returns {Told} */
function joined(one, other) {
  if (!one) return other;
  return {
    seconds: one.seconds + other.seconds, visits: one.visits + other.visits, plan_s: one.plan_s + other.plan_s,
    weight: Math.min(one.weight, other.weight), isChanged: true, isCut: one.isCut || other.isCut,
  };
}

/** @param {number} then syllables @param {number} now syllables */
const likeness = (then, now) => Math.exp(-Math.abs(Math.log((now + FEW_SYLLABLES) / (then + FEW_SYLLABLES))) / FADING);

/** The runs in which somebody spoke, the oldest first. @param {Talk} talk @param {Run[]} runs @returns {Measured[]} */
export const spoken = (talk, runs) => measureAll(talk, runs).filter(({ kind }) => kind !== "silent");

/** @param {Talk} talk @param {Run[]} runs @returns {Measured[]} the oldest first */
export const measureAll = (talk, runs) => [...runs].sort((one, other) => one.at - other.at).map((run) => measure(talk, run));

/** What the runs say of one slide, the oldest first, without those that broke off there or only passed it by. @param {Measured[]} all @param {string} key @returns {Told[]} */
export const toldBy = (all, key) => all.flatMap(({ slides }) => slides.get(key) ?? []).filter(({ isCut, visits }) => visits && !isCut);

/** How the latest ones do. @param {Measured[]} all @param {string} key @returns {Told[]} */
export const latestOf = (all, key) => toldBy(all, key).slice(-LATEST);

/** @param {number[]} values @returns {number | null} null where there is none */
export function median(values) {
  const [sorted, half] = [[...values].sort((one, other) => one - other), Math.floor(values.length / 2)];
  if (!sorted.length) return null;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** How long a slide should take, with what it takes to come to it. @param {Slide} slide @param {number} rate of the speaker, 1 for the usual one @param {number} change_s */
export const estimated = (slide, rate, change_s) => rate * slide.spoken_s + slide.silent_s + slide.demo_s + change_s;

/** What it takes to come to each slide; nothing for the first, nor where the exam is unknown. @param {Exam | null} exam @param {number} index */
export const changeTo = (exam, index) => (exam && index ? exam.speech.slide_change : 0);

/**
 * Slides of the runs that the talk no longer has, each once, with how many runs know it. They can be matched with one of today.
 *
 * @param {Measured[]} all
 * @returns {{key: string, title: string, runs: number}[]}
 */
export function strangers(all) {
  const found = /** @type {Map<string, {key: string, title: string, runs: number}>} */ (new Map());
  for (const { key, title } of all.flatMap(({ gone }) => gone)) found.set(key, { key, title, runs: (found.get(key)?.runs ?? 0) + 1 });
  return [...found.values()];
}

/**
 * The runs that change when a slide that is gone is said to be one of today; a run that knows both stays as it is.
 *
 * @param {Run[]} runs
 * @param {string} from
 * @param {string} to
 * @returns {Run[]}
 */
export function matched(runs, from, to) {
  const has = (/** @type {Run} */ run, /** @type {string} */ key) => run.slides.some((slide) => slide.key === key);
  return runs.filter((run) => has(run, from) && !has(run, to)).map((run) => ({
    ...run,
    slides: run.slides.map((slide) => (slide.key === from ? { ...slide, key: to } : slide)),
    log: run.log.map((event) => (event[1] === "slide" && event[2] === from ? [event[0], event[1], to] : event)),
  }));
}
