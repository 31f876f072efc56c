// The rehearsals of each talk, and the one that is going on: on the shelf, by the talk's id.

import { ifBegun } from "../base/begun.mjs";
import { isCount, isRecord, isText } from "../base/merging.mjs";
import { openShelf } from "../base/shelf.mjs";
import { isLog, withEvent } from "./log.mjs";

/** @typedef {"whole" | "part" | "silent" | "exam"} Mode  `silent` is read along without speaking, and `exam` a whole talk in a mock exam */
/** @typedef {{key: string, title: string, plan_s: number, syllables: number}} RunSlide  as it was then, so that the run stays true when the talk changes */
/** @typedef {{id: string, at: number, mode: Mode, slides: RunSlide[], log: import("./log.mjs").Log, note: string}} Run
 *   `at` is when it began, in milliseconds since 1970; `slides` are those that it was about, in their order */
/** @typedef {Run & import("./clock.mjs").Stamp} Running  with where its clock stood when it was written down */
/** @typedef {{id: string, slides: {key: string, title: string, time_s: number, syllables: number}[]}} Talk  what of a talk a run remembers */

/** @satisfies {Mode[]} */
const MODES = ["whole", "part", "silent", "exam"];

/**
 * A run that begins now.
 *
 * @param {Talk} talk
 * @param {Mode} mode
 * @param {number} at milliseconds since 1970
 * @param {string[]} [keys] of the slides that it is about; all where it is left out
 * @returns {Run}
 */
export function newRun(talk, mode, at, keys = talk.slides.map(({ key }) => key)) {
  const slides = talk.slides.filter(({ key }) => keys.includes(key));
  return { id: `${at.toString(36)}-${Math.random().toString(36).slice(2, 6)}`, at, mode, slides: slides.map(slideOf), log: [], note: "" };
}

/** @param {Talk["slides"][0]} slide @returns {RunSlide} */
const slideOf = ({ key, title, time_s: plan_s, syllables }) => ({ key, title, plan_s, syllables });

/** The runs of a talk, the oldest first. @param {string} talkId @returns {Run[]} */
export const runsOf = (talkId) =>
  [...stored(talkId)].map(([id, { value }]) => /** @type {any} */ (value && { ...value, id })).filter(isRun).sort((one, other) => one.at - other.at);

/** Keep runs, in place of what was known of them. @param {string} talkId @param {Run[]} runs @returns {boolean} whether the device keeps them */
export const keepRuns = (talkId, runs) => set(talkId, runs.map(({ id, ...run }) => [id, run]));

/**
 * Change something of a run that is shown, and nothing of what has become of the rest meanwhile.
 *
 * @param {string} talkId
 * @param {Run} run
 * @param {Partial<Pick<Run, "log" | "note">>} changes
 * @returns {{run: Run, isKept: boolean}} the run as it is now
 */
export function changeRun(talkId, run, changes) {
  const changed = { ...(runsOf(talkId).find(({ id }) => id === run.id) ?? run), ...changes };
  return { run: changed, isKept: keepRuns(talkId, [changed]) };
}

/** Delete a run; keeping it again brings it back. @param {string} talkId @param {string} id @returns {boolean} whether the device keeps that */
export const deleteRun = (talkId, id) => set(talkId, [[id, null]]);

/** Hear of runs that have changed, here or in another tab. @param {() => void} listener @returns {() => void} to stop it */
export const onRunsChange = (listener) => openShelf().onChange(["runs"], listener);

/** The run that was going on when the page was left, or is in another tab. @param {string} talkId @returns {Running | null} */
export function readRunning(talkId) {
  const { value } = openShelf().read("running", talkId);
  return isRunning(value) ? value : null;
}

/** Hear of it from other tabs. @param {() => void} listener */
export const onRunningChange = (listener) => openShelf().onChange(["running"], listener);

/** @param {string} talkId @param {Running} running @returns {boolean} whether the device keeps it */
export const writeRunning = (talkId, running) => openShelf().set("running", talkId, running);

/** Forget it: it is over and kept, or discarded. @param {string} talkId */
export const dropRunning = (talkId) => openShelf().replace("running", talkId, { at: 0, value: null });

/** What was begun, as a run that came no further. @param {Running} running @returns {Run} */
export const brokenOff = ({ id, at, mode, slides, note, log, ms }) => ({ id, at, mode, slides, note, log: withEvent(log, ms, "end") });

/** Do something with recordings of runs; who has none loads nothing for it. @template T @param {(voices: typeof import("./voice.mjs")) => T} act */
export const withVoices = (act) => ifBegun("voice", () => import("./voice.mjs"), act);

/** @param {string} talkId @returns {import("../base/merging.mjs").Records} */
const stored = (talkId) => openShelf().read("runs", talkId);

/** @param {string} talkId @param {[id: string, value: object | null][]} values */
function set(talkId, values) {
  const before = stored(talkId);
  const at = (/** @type {string} */ id) => Math.max(Date.now(), (before.get(id)?.at ?? 0) + 1);
  return openShelf().add([["runs", talkId, new Map(values.map(([id, value]) => [id, { at: at(id), value }]))]]);
}

/** @param {any} run @returns {run is Run} */
const isRun = (run) =>
  isRecord(run) && isText(run.id) && isCount(run.at) && MODES.includes(run.mode) && isText(run.note) && isLog(run.log) &&
  Array.isArray(run.slides) && run.slides.every(isSlide);

/** @param {any} run @returns {run is Running} */
const isRunning = (run) => isRun(run) && isCount(/** @type {any} */ (run).ms) && isCount(/** @type {any} */ (run).saved);

/** @param {any} slide */
const isSlide = (slide) => isRecord(slide) && isText(slide.key) && isText(slide.title) && isCount(slide.plan_s) && isCount(slide.syllables);
