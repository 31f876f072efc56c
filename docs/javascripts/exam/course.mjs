// A mock exam while it lasts: its log with its clock, kept at every event and every few seconds, so that nothing is lost.

import { openChannel } from "../talk/windows.mjs";
import { makeClock } from "../talk/clock.mjs";
import { writeSitting } from "./kept.mjs";
import { answersOf, elapsed_s, stateOf, withEvent } from "./sitting.mjs";

/** @typedef {import("./kept.mjs").Sitting} Sitting */
/** @typedef {import("./sitting.mjs").Phase} Phase */

const CLOCKS = { mono: () => performance.now(), wall: () => Date.now() };
const KEEP_MS = 5000;

export class Course {
  #sitting;
  #seat;
  #clock;
  #over = new AbortController();

  /**
   * @param {Sitting} sitting
   * @param {import("./kept.mjs").Seat} seat
   * @param {boolean | null} [counts] of one that goes on: whether the time in between is time of the exam
   */
  constructor(sitting, seat, counts = null) {
    this.#sitting = sitting;
    this.#seat = seat;
    this.#clock = makeClock({ ...CLOCKS, from: counts === null ? null : sitting });
    if (counts !== null && this.isTimed && this.#clock.away) this.add(counts ? "away" : "gap", this.#clock.away);
    else this.keep();
    const { signal } = this.#over;
    const channel = openChannel(`exam/${seat}`, ({ type }) => type === "claim" && this.#leave());
    channel.say({ type: "claim" }); // Who goes on in another window leaves it to that one.
    addEventListener("pagehide", () => this.isTimed && this.keep(), { signal });
    document.addEventListener("visibilitychange", () => this.isTimed && this.#look(), { signal });
    const timer = setInterval(() => this.isTimed && this.keep(), KEEP_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
  }

  get sitting() {
    return this.#sitting;
  }

  get state() {
    return stateOf(this.#sitting.log);
  }

  /** The clock of the log. */
  get ms() {
    return this.#clock.ms();
  }

  /** Whether a clock runs. */
  get isTimed() {
    return this.state.isRunning;
  }

  /** @param {import("./sitting.mjs").Event[1]} kind @param {string | number} [value] */
  add(kind, value) {
    this.#look(); // A key may wake the machine before anything else asks the clock.
    this.#log(kind, value);
    this.keep();
  }

  /** @param {Partial<Sitting>} [changes] */
  keep(changes = {}) {
    if (this.#over.signal.aborted) return; // It is kept elsewhere by now, or no longer.
    this.#look();
    this.#sitting = { ...this.#sitting, ...changes, ...this.#clock.stamp() };
    writeSitting(this.#sitting, this.#seat);
  }

  /** @param {Phase} phase @returns {number} seconds */
  elapsed_s(phase) {
    this.#look();
    return elapsed_s(this.#sitting.log, phase, this.#clock.ms());
  }

  /** What was asked and answered, the last one until now. @returns {import("./marking.mjs").Answered[]} */
  answers() {
    const { log, questions } = this.#sitting;
    return answersOf(log, this.isTimed ? this.#clock.ms() : 0).map(({ place, ...times }) => ({ ...questions[place], ...times }));
  }

  /** It is over, or discarded. */
  stop() {
    this.#over.abort();
  }

  /** Another window has it now: what stood here is older, and is not kept any more. */
  #leave() {
    if (this.#over.signal.aborted) return;
    this.stop();
    location.reload();
  }

  /** What the machine has slept is time of the exam. */
  #look() {
    const slept = this.#clock.slept();
    if (slept) this.#log("away", slept);
  }

  /** @param {import("./sitting.mjs").Event[1]} kind @param {string | number} [value] */
  #log(kind, value) {
    this.#sitting = { ...this.#sitting, log: withEvent(this.#sitting.log, this.#clock.ms(), kind, value) };
  }
}
