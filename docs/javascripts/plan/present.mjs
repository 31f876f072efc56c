// Where somebody stands in the plan now, on this device: what was done is counted once, for all pages that show it.

import { dayOf } from "../base/calendar.mjs";
import { fetchText } from "../base/fetching.mjs";
import { ticksOf } from "../base/merging.mjs";
import { openShelf } from "../base/shelf.mjs";
import { openProgress, readCases } from "../memory/progress.mjs";
import { readSettings, readWay } from "../memory/settings.mjs";
import { readOwnCards, readOwnTalks } from "../practice/supply.mjs";
import { fitnessOf, milestonesDone, outlineIn, planOf } from "./outline.mjs";

/** @typedef {import("./outline.mjs").Outline} Outline */
/** @typedef {import("./outline.mjs").Deeds} Deeds */

const FILE = "plan/plan.json";
const TICKS = "preparation/plan";
const DECISIONS = "steps";

/** @returns {Promise<Outline>} */
export const loadOutline = async () => outlineIn(await fetchText(FILE));

/** What is ticked in a list. @param {string} list @returns {Set<string>} */
export const tickedIn = (list) => ticksOf(openShelf().read("ticks", list));

/** @param {Outline} outline @returns {Promise<Deeds>} */
async function countDeeds(outline) {
  const has = (/** @type {string} */ list, /** @type {string[]} */ ids) => Number(ids.length > 0 && ids.every((id) => tickedIn(list).has(id)));
  const [talks, cards, runs, mocks] = await Promise.all([readOwnTalks().catch(() => []), readOwnCards().catch(() => []), wholeRuns(), mockExams()]);
  return {
    topic: Number(fitnessOf(outline, tickedIn("topic-ideas/fitness")).isFit),
    milestones: milestonesDone(outline, tickedIn("preparation/milestones")),
    cases: readCases().size,
    days: practisedDays().size,
    talks: talks.length,
    questions: cards.length,
    rehearsals: runs.length,
    mocks: mocks.length,
    checklist: has("preparation/checklist", outline.checklist),
    "plan-b": has("preparation/plan_b", outline.plan_b),
  };
}

/** The days on which something was practised. @returns {Set<number>} */
export const practisedDays = () => new Set([...openProgress().all().values()].flat().filter(({ at }) => at <= Date.now()).map(({ at, offset }) => dayOf(at, offset)));

/** The rehearsals of whole talks, each with its talk's id, the oldest first. @returns {Promise<{id: string, run: import("../talk/runs.mjs").Run}[]>} */
export async function wholeRuns() {
  const talks = openShelf().ids("runs");
  if (!talks.length) return [];
  const [{ runsOf }, { measure }] = await Promise.all([import("../talk/runs.mjs"), import("../talk/measured.mjs")]);
  const all = talks.flatMap((id) => runsOf(id).map((run) => ({ id, run })));
  return all.filter(({ run }) => measure({ id: "", slides: [] }, run).kind === "whole").sort((one, other) => one.run.at - other.run.at);
}

/** The mock exams that are over, each with its exam's id, the oldest first. @returns {Promise<{exam: string, record: import("../exam/kept.mjs").Outcome}[]>} */
export async function mockExams() {
  const ids = openShelf().ids("mocks");
  if (!ids.length) return [];
  const { recordsOf } = await import("../exam/kept.mjs");
  return ids.flatMap((exam) => recordsOf(exam).map((record) => ({ exam, record }))).sort((one, other) => one.record.at - other.record.at);
}

/** @param {Outline} outline @returns {Promise<import("./outline.mjs").Plan>} */
export async function presentPlan(outline) {
  const [deeds, { exam }, { begun }] = [await countDeeds(outline), readSettings(), readWay()];
  return planOf(outline, { exam, begun, today: dayOf(Date.now()), ticked: tickedIn(TICKS), deeds, decisions: decisionsSince(begun) });
}

/** What was decided on this way; what was on an earlier one does not count. @param {number} begun @returns {Map<string, import("./outline.mjs").Decision>} */
function decisionsSince(begun) {
  const records = /** @type {import("../base/merging.mjs").Records} */ (openShelf().read("plan", DECISIONS));
  return new Map([...records].filter(([, { at, value }]) => value && dayOf(at) >= begun).map(([id, { value }]) => [id, decisionIn(value)]));
}

/** @param {any} value @returns {import("./outline.mjs").Decision} */
const decisionIn = ({ moved, dropped }) => ({ ...(Number.isInteger(moved) && { moved }), ...(dropped === true && { dropped }) });

/** @param {string} id of a step @param {import("./outline.mjs").Decision | null} decision null takes it back @returns {boolean} whether the device keeps it */
export function decide(id, decision) {
  const at = Math.max(Date.now(), (openShelf().read("plan", DECISIONS).get(id)?.at ?? 0) + 1);
  return openShelf().add([["plan", DECISIONS, new Map([[id, { at, value: decision }]])]]);
}

/** @param {string} id of a task @param {boolean} isDone @returns {boolean} whether the device keeps it */
export function tick(id, isDone) {
  const at = Math.max(Date.now(), (openShelf().read("ticks", TICKS).get(id)?.at ?? 0) + 1);
  return openShelf().add([["ticks", TICKS, new Map([[id, { at, value: Number(isDone) }]])]]);
}

/** Hear of all that a plan hangs on, from other tabs too. @param {() => void} listener */
export const onPlanChange = (listener) => openShelf().onChange(["plan", "ticks", "setting", "progress", "reset", "runs", "running", "mocks", "sitting", "tests"], listener);
