// One run through a talk, while it lasts: which slide, since when, whether the clock is held. All of it stands in its log. Pure.

import { stateOf, totals, withEvent } from "./log.mjs";

/** @typedef {import("./log.mjs").Log} Log */
/** @typedef {import("./clock.mjs").Clock} Clock */
/** @typedef {import("./clock.mjs").Stamp} Stamp */
/** @typedef {import("./timing.mjs").Step} Step */
/** @typedef {import("./keys.mjs").Action} Action */
/** @typedef {import("./windows.mjs").Cover} Cover */
/** @typedef {"beyond" | "moved" | "changed" | null} Outcome  what came of an action: nothing is left to show, another slide, another state, nothing */

/**
 * The slide that an action leads to.
 *
 * @param {number} index of the slide that is shown, from 0
 * @param {Action} action a number is counted among all slides of the talk
 * @param {readonly number[]} places of those that are presented, among all, from 0
 * @returns {number | "beyond" | null} "beyond" behind the last one, null where it leads nowhere
 */
export function targetOf(index, action, places) {
  if (typeof action === "number") {
    const wanted = places.indexOf(action - 1);
    return wanted < 0 || wanted === index ? null : wanted;
  }
  if (action === "next") return index + 1 < places.length ? index + 1 : "beyond";
  const target = { back: index - 1, first: 0, last: places.length - 1 }[/** @type {string} */ (action)] ?? -1;
  return target < 0 || target === index ? null : target;
}

export class Rehearsal {
  #clock;
  #places;
  #onEvent;
  /** @type {Log} */
  #log;
  /** @type {Cover} */
  #cover = "";

  /**
   * @param {object} given
   * @param {readonly Step[]} given.steps the slides that are presented
   * @param {readonly number[]} given.places where they stand in the talk, from 0
   * @param {Clock} given.clock
   * @param {Log} [given.log] of a run that goes on
   * @param {Cover} [given.cover] in which colour it was covered
   * @param {(log: Log, stamp: Stamp & {cover: Cover}) => void} given.onEvent keeps what has happened
   */
  constructor({ steps, places, clock, log = [], cover, onEvent }) {
    this.steps = steps;
    this.#places = places;
    this.#clock = clock;
    this.#onEvent = onEvent;
    this.#log = log;
    if (stateOf(log).isBlack) this.#cover = cover === "white" ? cover : "black";
    if (!log.length) this.#add("slide", steps[0].key);
  }

  get log() {
    return this.#log;
  }

  get state() {
    return { ...stateOf(this.#log), cover: this.#cover };
  }

  get key() {
    return this.state.slide ?? this.steps[0].key;
  }

  get index() {
    return Math.max(0, this.steps.findIndex(({ key }) => key === this.key));
  }

  totals() {
    return totals(this.#log, this.#clock.ms());
  }

  ms() {
    return this.#clock.ms();
  }

  /** Write down where the clock is, though nothing has happened. */
  keep() {
    this.#onEvent(this.#log, { ...this.#clock.stamp(), cover: this.#cover });
  }

  /**
   * @param {Action} action
   * @returns {Outcome}
   */
  act(action) {
    if (action === "clock") return this.#add(this.state.isPaused ? "go" : "pause");
    if (action === "black" || action === "white") return this.#toggle(action);
    const target = targetOf(this.index, action, this.#places);
    if (target === "beyond") return target;
    const uncovered = this.#cover ? this.#toggle(this.#cover) : null;
    if (target === null) return uncovered;
    return this.#add("slide", this.steps[target].key) && "moved";
  }

  /** Look whether the machine has slept; that is a pause. @returns {number} milliseconds */
  look() {
    const ms = this.#clock.slept();
    if (ms) this.#add("asleep", ms);
    return ms;
  }

  /** The page was away for so long. @param {number} ms @param {boolean} counts whether it was time of the talk */
  wasAway(ms, counts) {
    this.#add("asleep", ms);
    if (counts && !this.state.isPaused) this.#add("counts", true);
  }

  /** Say of the last sleep whether it was time of the talk. @param {boolean} counts */
  count(counts) {
    this.#add("counts", counts);
  }

  /** @param {number} ms when it was over, by this clock */
  end(ms) {
    this.#add("end", undefined, ms);
  }

  /** @param {"black" | "white"} cover @returns {Outcome} */
  #toggle(cover) {
    this.#cover = this.#cover === cover ? "" : cover;
    return this.#add("black", this.#cover !== "") ?? "changed"; // From black to white nothing changes but the colour.
  }

  /** @param {import("./log.mjs").EventKind} kind @param {string | number | boolean} [value] @param {number} [ms] @returns {Outcome} */
  #add(kind, value, ms = this.#clock.ms()) {
    const log = withEvent(this.#log, ms, kind, value);
    if (log === this.#log) return null;
    this.#log = log;
    this.keep();
    return "changed";
  }
}
