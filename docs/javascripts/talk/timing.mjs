// Where a run stands in time, measured against one's own plan, and how that is said. Pure.

import { clock } from "../base/times.mjs";

/** @typedef {{key: string, title: string, plan_s: number}} Step  a slide that is presented, with its planned time */
/** @typedef {import("./log.mjs").Totals} Totals */
/** @typedef {{budget_s: number, cutoff_s: number, warnings_s: number[]}} Limits  what the exam says of the whole talk */
/** @typedef {{at_s: number, kind: "warning" | "budget" | "cutoff"}} Signal */

/**
 * @typedef {object} Standing
 * @property {number} index of the slide, from 0
 * @property {number} elapsed_s without pauses
 * @property {number} slide_s what this slide has taken, over all visits
 * @property {number} slidePlan_s
 * @property {number} ahead_s against the plan; negative: behind
 * @property {number} rest_s of the budget; negative: over it
 */

/** Within so many seconds one is on time. */
const DEAD_ZONE_S = 10;
/** A figure that changes with each second makes people nervous. */
const STEP_S = 5;

/**
 * Slides before the one that is shown are done, and cost their plan; of that one and of later ones counts what was spent on them, within
 * their plan. So going back costs the time that it takes, and a look ahead wins nothing.
 *
 * @param {readonly Step[]} steps
 * @param {Totals} totals
 * @param {string} key of the slide that is shown
 * @param {number} budget_s
 * @returns {Standing}
 */
export function standingOf(steps, totals, key, budget_s) {
  const spent = (/** @type {Step} */ step) => totals.slides.get(step.key)?.seconds ?? 0;
  const index = Math.max(0, steps.findIndex((step) => step.key === key));
  const reached_s = planned(steps.slice(0, index)) + steps.slice(index).reduce((sum, step) => sum + Math.min(spent(step), step.plan_s), 0);
  const elapsed_s = totals.running_s;
  return { index, elapsed_s, slide_s: spent(steps[index]), slidePlan_s: steps[index].plan_s, ahead_s: reached_s - elapsed_s, rest_s: budget_s - elapsed_s };
}

/** @param {readonly Pick<Step, "plan_s">[]} steps @returns {number} seconds */
export const planned = (steps) => steps.reduce((sum, { plan_s }) => sum + plan_s, 0);

/** Whole seconds that are left of this slide; negative: over its plan. @param {Pick<Standing, "slide_s" | "slidePlan_s">} standing */
export const slideRest = ({ slide_s, slidePlan_s }) => slidePlan_s - Math.floor(slide_s);

/** The rest of this slide: „noch 0:35 von 1:30“. @param {Pick<Standing, "slide_s" | "slidePlan_s">} standing */
export function slideSaid(standing) {
  const [rest, plan] = [slideRest(standing), clock(standing.slidePlan_s)];
  return rest >= 0 ? `noch ${clock(rest)} von ${plan}` : `${clock(-rest)} über ${plan}`;
}

/** Ahead of the plan or behind it. @param {number} ahead_s */
export function paceSaid(ahead_s) {
  const away = Math.floor(Math.abs(ahead_s) / STEP_S) * STEP_S;
  return away <= DEAD_ZONE_S ? "im Plan" : `${clock(away)} ${ahead_s > 0 ? "voraus" : "zurück"}`;
}

/** Which side of the plan one is on, for the look. @param {number} ahead_s @returns {"ahead" | "behind" | ""} */
export function paceOf(ahead_s) {
  if (paceSaid(ahead_s) === "im Plan") return "";
  return ahead_s > 0 ? "ahead" : "behind";
}

/** The rest of the budget. @param {number} rest_s */
export function restSaid(rest_s) {
  const whole = Math.ceil(rest_s);
  return whole >= 0 ? `noch ${clock(whole)}` : `${clock(-whole)} drüber`;
}

/** What is left of a talk when it is time to come to its end. */
const WARNED = 0.1;

/**
 * The exam's limits; where none holds, the plan is the budget.
 *
 * @param {{presentation: {budget: number, cutoff: number}} | null} exam seconds
 * @param {number} plan_s
 * @returns {Limits}
 */
export function limitsOf(exam, plan_s) {
  const { budget, cutoff } = exam?.presentation ?? { budget: plan_s, cutoff: plan_s };
  return { budget_s: budget, cutoff_s: cutoff, warnings_s: [Math.round(budget * (1 - WARNED))] };
}

/** When it is signalled that time runs out, in their order. @param {Limits} limits @returns {Signal[]} */
export function signalsOf({ budget_s, cutoff_s, warnings_s }) {
  const warnings = warnings_s.map((at_s) => ({ at_s, kind: /** @type {const} */ ("warning") }));
  return [...warnings, { at_s: budget_s, kind: /** @type {const} */ ("budget") }, { at_s: cutoff_s, kind: /** @type {const} */ ("cutoff") }].sort((one, other) => one.at_s - other.at_s);
}

/** The last signal that has passed. @param {readonly Signal[]} signals @param {number} elapsed_s */
export const stepOf = (signals, elapsed_s) => signals.findLast(({ at_s }) => elapsed_s >= at_s)?.kind ?? "";

/** What a signal says for as long as it holds. @type {Record<Signal["kind"], string>} */
export const STEPS_SAID = { warning: "Komm zum Schluss", budget: "Die Zeit ist um", cutoff: "Hier wird abgebrochen" };
