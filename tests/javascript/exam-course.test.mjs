// A mock exam while it lasts: in each of its parts a reload, a crash, sleep and a full storage leave it where it was, with its times.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { Course } from "../../docs/javascripts/exam/course.mjs";
import { newSitting, readSitting } from "../../docs/javascripts/exam/kept.mjs";
import { PHASES } from "../../docs/javascripts/exam/sitting.mjs";
import { watchDisturbance } from "../../docs/javascripts/exam/disturbing.mjs";
import { Device } from "./device.mjs";

const SHEET = { marks: { zeit: 1 }, notes: { zeit: "Folie 4" }, verdict: 1, good: "", change: "", next: "Kürzen" };
const QUESTIONS = ["a", "b", "c"].map((id) => ({ id, title: id, topic: "Netz" }));
const TIMED = ["talk", "discussion"];

/** A page of which every clock is moved by hand. */
class Page extends EventTarget {
  mono = 1000;
  wall = 1_796_000_000_000;

  /** @param {import("node:test").TestContext} test */
  constructor(test) {
    super();
    this.device = new Device();
    openShelf(this.device.shelf());
    test.mock.method(performance, "now", () => this.mono);
    test.mock.method(Date, "now", () => this.wall);
    test.mock.timers.enable({ apis: ["setInterval"] });
    const globals = /** @type {any} */ (globalThis);
    [globals.document, globals.BroadcastChannel] = [new EventTarget(), undefined];
    globals.addEventListener = (/** @type {[string, EventListener, any]} */ ...given) => this.addEventListener(...given);
    /** @param {number} seconds */
    this.run = (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        [this.mono, this.wall] = [this.mono + 1000, this.wall + 1000];
        test.mock.timers.tick(1000);
      }
    };
  }

  /** The machine stands still, and the time of day does not. @param {number} seconds */
  sleep(seconds) {
    this.wall += 1000 * seconds;
  }

  /** The page is gone; another one begins with clocks of its own. @param {number} seconds later */
  leave(seconds) {
    [this.mono, this.wall] = [5, this.wall + 1000 * seconds];
  }
}

beforeEach(() => {
  delete (/** @type {any} */ (globalThis).document);
});

/** An exam that has come so far. @param {import("../../docs/javascripts/exam/sitting.mjs").Phase} phase */
function begun(phase) {
  const given = { exam: "it", about: "drucker", title: "Drucker", code: "", seed: "1", aloud: false, questions: QUESTIONS, follow: ["", "", ""] };
  const course = new Course({ ...newSitting(given, Date.now()), sheet: SHEET }, "now");
  for (const each of PHASES.slice(1, PHASES.indexOf(phase) + 1)) {
    course.add("phase", each);
    if (TIMED.includes(each)) course.add("begin");
    if (each === "discussion") course.add("ask", 0);
  }
  return course;
}

/** @type {Record<string, {away: (page: Page) => void, counted: number, not: number}>} seconds of the clock afterwards, with what was between and without */
const TABLE = {
  reload: { away: (page) => (page.dispatchEvent(new Event("pagehide")), page.leave(30)), counted: 22 + 30, not: 22 },
  crash: { away: (page) => page.leave(30), counted: 22 + 30, not: 20 },
};

for (const phase of PHASES.slice(0, 4)) {
  for (const [what, { away, counted, not }] of Object.entries(TABLE)) {
    test(`${what} in ${phase}: it goes on where it was, and one may say whether the time counts`, (context) => {
      for (const [counts, seconds] of /** @type {const} */ ([[true, counted], [false, not]])) {
        context.mock.reset();
        const page = new Page(context);
        const before = begun(phase);
        page.run(22);
        const { state } = before;
        away(page);
        before.stop();
        const after = new Course(/** @type {any} */ (readSitting()), "now", counts);
        assert.deepEqual(after.state, state);
        assert.deepEqual(after.sitting.sheet, SHEET);
        assert.equal(Math.round(after.elapsed_s(phase)), TIMED.includes(phase) ? seconds : 0);
        page.run(10);
        assert.equal(Math.round(after.elapsed_s(phase)), TIMED.includes(phase) ? seconds + 10 : 0, "and the clock runs on");
        if (phase === "discussion") assert.deepEqual(after.answers().map(({ id, seconds: answered }) => [id, Math.round(answered)]), [["a", seconds + 10]]);
        after.stop();
      }
    });
  }

  test(`sleep in ${phase} is time of the exam`, (context) => {
    const page = new Page(context);
    const course = begun(phase);
    page.run(20);
    page.sleep(100);
    page.run(2);
    assert.equal(Math.round(course.elapsed_s(phase)), TIMED.includes(phase) ? 122 : 0);
    course.stop();
  });

  test(`a storage that is full in ${phase} stops nothing`, (context) => {
    const page = new Page(context);
    const course = begun(phase);
    page.device.room = 0;
    page.run(22);
    course.keep({ sheet: { ...SHEET, next: "Länger" } });
    assert.deepEqual([course.sitting.sheet.next, Math.round(course.elapsed_s(phase))], ["Länger", TIMED.includes(phase) ? 22 : 0]);
    assert.equal(readSitting()?.sheet.next, "Länger", "as long as the page is open");
    course.stop();
  });
}

test("what goes wrong comes at its moment, once, also where the machine slept over it, and again to who comes back", (context) => {
  const page = new Page(context);
  const course = begun("talk");
  course.keep({ disturbance: { id: "bild-steht", where: "talk", after_s: 50 } });
  /** @type {(() => void)[]} */
  const shown = [];
  let removed = 0;
  const show = (/** @type {any} */ _, /** @type {() => void} */ onSettled) => {
    shown.push(onSettled);
    return /** @type {any} */ ({ remove: () => (removed += 1) });
  };
  const left = new AbortController();
  watchDisturbance(course, show, left.signal);
  page.run(40);
  assert.equal(shown.length, 0);
  page.sleep(30);
  page.run(2);
  assert.equal(shown.length, 1);
  left.abort();
  assert.equal(removed, 1, "with its page");
  watchDisturbance(course, show, new AbortController().signal);
  assert.equal(shown.length, 2, "not settled yet");
  shown[1]();
  page.run(60);
  assert.deepEqual([shown.length, removed, course.state.disturbed], [2, 2, "over"]);
  course.stop();
});

test("what came too late for its part does not come at all", (context) => {
  const page = new Page(context);
  const course = begun("discussion");
  course.keep({ disturbance: { id: "bild-steht", where: "talk", after_s: 5 } });
  watchDisturbance(course, () => assert.fail(), new AbortController().signal);
  page.run(30);
  assert.equal(course.state.disturbed, "");
  course.stop();
});
