// The talk of a mock exam: on the stage, as in the exam. Nobody holds the clock, and at the cut-off it is over.

import { makeClock } from "../talk/clock.mjs";
import { canFill, isFull, toggleFull } from "../talk/display.mjs";
import { Live } from "../talk/live.mjs";
import { newRun } from "../talk/runs.mjs";
import { limitsOf, planned } from "../talk/timing.mjs";
import { openChannel, slideWindow } from "../talk/windows.mjs";
import { readWishes, wish } from "../talk/wishes.mjs";

/** @typedef {import("../talk/runs.mjs").Run} Run */
/** @typedef {import("../talk/runs.mjs").Running & Pick<import("../talk/start.mjs").How, "cover">} Running */
/** @typedef {import("../talk/wishes.mjs").Way} Way */

const CLOCKS = { mono: () => performance.now(), wall: () => Date.now() };

/** Call it from a click or a key: browsers open windows and make sounds in answer to nothing else. */
export class Speaking {
  #given;
  #slideWindow;

  /**
   * @param {object} given
   * @param {HTMLElement} given.place
   * @param {import("../talk/talk.mjs").Talk} given.talk
   * @param {import("../talk/talk.mjs").Exam} given.exam
   * @param {(running: Running) => void} given.onKeep
   * @param {(run: Run) => void} given.onEnd
   * @param {(live: Live) => void} given.onLive it has begun, or goes on
   */
  constructor(given) {
    this.#given = given;
    this.#slideWindow = slideWindow(given.talk.id);
  }

  /** @param {Way} way */
  begin(way) {
    const isRefused = way === "desk" && !this.#slideWindow.open();
    if (way === "slides" && canFill() && !isFull()) void toggleFull();
    wish({ way });
    const live = this.#give(newRun(this.#given.talk, "exam", Date.now()), makeClock(CLOCKS));
    if (isRefused) live.sayRefused();
  }

  /** After a reload or a crash. @param {Running} running @param {boolean} counts whether the time in between is time of the talk */
  goOn(running, counts) {
    const clock = makeClock({ ...CLOCKS, from: running });
    this.#give(running, clock).wasAway(clock.away, counts);
  }

  /** @param {Run & Pick<Running, "cover">} run @param {import("../talk/clock.mjs").Clock} clock */
  #give(run, clock) {
    const { place, talk, exam, onKeep, onEnd, onLive } = this.#given;
    const steps = talk.slides.map(({ key, title, time_s }) => ({ key, title, plan_s: time_s }));
    const channel = openChannel(talk.id, (message) => message.type !== "claim" && live.hear(message));
    const leave = () => channel.say({ type: "bye", shows: false });
    addEventListener("pagehide", leave);
    channel.say({ type: "claim" });
    channel.say({ type: "hello", shows: false });
    const live = new Live({
      place, talk, steps, clock, log: run.log, cover: run.cover, limits: limitsOf(exam, planned(steps)), rings: true, strict: true, wishes: readWishes(), slideWindow: this.#slideWindow,
      tell: (message) => channel.say(message),
      onKeep: (log, stamp) => onKeep({ ...run, log, ...stamp }),
      onEnd: (log) => {
        removeEventListener("pagehide", leave);
        leave();
        const { id, at, mode, slides, note } = run;
        onEnd({ id, at, mode, slides, note, log });
      },
    });
    onLive(live);
    return live;
  }
}
