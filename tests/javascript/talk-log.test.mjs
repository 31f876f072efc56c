// The log of a talk and its clock: whatever happens, slides and pauses are the whole, and nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { awaySince, makeClock } from "../../docs/javascripts/talk/clock.mjs";
import { isLog, spansOf, stateOf, totals, withEvent } from "../../docs/javascripts/talk/log.mjs";
import { chance } from "./random.mjs";

/** @typedef {import("../../docs/javascripts/talk/log.mjs").Log} Log */

/** @param {any[][]} events @returns {Log} */
const logOf = (...events) => events.reduce((log, [ms, kind, value]) => withEvent(log, ms, kind, value), /** @type {Log} */ ([]));

/** @param {Log} log @param {number} [at] */
const seconds = (log, at) => Object.fromEntries([...totals(log, at).slides].map(([key, slide]) => [key, slide.seconds]));

/** Any events in any order, also such as nobody would write. @param {(below: number) => number} draw @returns {any[]} */
function anyEvents(draw) {
  const values = { slide: () => ["a", "b", "c", "__proto__"][draw(4)], black: () => draw(2) === 0, asleep: () => draw(60_000), counts: () => draw(2) === 0 };
  const kinds = ["slide", "slide", "slide", "pause", "go", "black", "asleep", "counts", ...(draw(3) ? [] : ["end"])];
  let ms = draw(5000);
  return Array.from({ length: draw(25) }, () => {
    const kind = kinds[draw(kinds.length)];
    ms += draw(4) ? draw(90_000) : -draw(10_000);
    const value = values[kind]?.();
    return value === undefined ? [Math.max(0, ms), kind] : [Math.max(0, ms), kind, value];
  });
}

test("for any sequence slides and pauses are the total, and nothing is negative", () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const draw = chance(seed);
    const events = anyEvents(draw);
    for (const log of [events, logOf(...events)]) {
      const { total_s, paused_s, running_s, slides } = totals(log, draw(2_000_000));
      const shown = [...slides.values()].reduce((sum, slide) => sum + slide.seconds, 0);
      assert.ok(Math.abs(shown + paused_s - total_s) < 1e-6 && Math.abs(shown - running_s) < 1e-6, `seed ${seed}`);
      assert.ok(Math.min(total_s, paused_s, running_s, ...[...slides.values()].flatMap((slide) => [slide.seconds, slide.visits])) >= 0, `seed ${seed}`);
      assert.ok(!slides.has(/** @type {any} */ (null)), `seed ${seed}: a slide is one that was shown`);
    }
  }
});

test("a log replays to the same state and times, whole, after a reload, and without the events that change nothing", () => {
  for (let seed = 1; seed <= 1000; seed += 1) {
    const draw = chance(seed);
    const log = logOf(...anyEvents(draw));
    assert.ok(isLog(log) && log.every(([ms], index) => ms >= (log[index - 1]?.[0] ?? 0)), `seed ${seed}`);
    const again = JSON.parse(JSON.stringify(log));
    assert.deepEqual(logOf(...again), log, `seed ${seed}: nothing in it is idle`);
    assert.deepEqual(stateOf(again), stateOf(log));
    const cut = draw(log.length + 1);
    assert.deepEqual(logOf(...log.slice(0, cut), ...log.slice(cut)), log);
    const at = draw(3_000_000);
    assert.deepEqual(totals(again, at), totals(log, at));
    assert.ok(totals(log, at + 500).total_s >= totals(log, at).total_s, "time only grows");
  }
});

test("each slide has its time, a pause is nobody's, and paging does not end it", () => {
  const log = logOf([0, "slide", "a"], [60_000, "slide", "b"], [90_000, "pause"], [95_000, "slide", "c"], [100_000, "go"], [130_000, "end"]);
  assert.deepEqual(seconds(log), { a: 60, b: 30, c: 30 });
  assert.equal(totals(log).paused_s, 10);
  assert.equal(totals(log).total_s, 130);
  assert.equal(totals(log).running_s, 120);
  assert.equal(stateOf(log.slice(0, 4)).isPaused, true);
  assert.equal(totals(log, 999_000).total_s, 130, "after the end nothing passes");
});

test("going back is a second visit, passing through is none, a pause makes no new one", () => {
  const log = logOf([0, "slide", "a"], [10_000, "slide", "b"], [10_300, "slide", "c"], [20_000, "pause"], [25_000, "go"], [30_000, "slide", "a"], [40_000, "end"]);
  assert.deepEqual([...totals(log).slides].map(([key, { visits }]) => [key, visits]), [["a", 2], ["b", 0], ["c", 1]]);
});

test("time before the first slide is a pause, and a dark picture stops nothing", () => {
  const log = logOf([0, "pause"], [0, "go"], [4000, "slide", "a"], [5000, "black", true], [9000, "black", false], [10_000, "end"]);
  assert.deepEqual(seconds(log), { a: 6 });
  assert.equal(totals(log).paused_s, 4);
  assert.equal(stateOf(log.slice(0, -2)).isBlack, true);
});

test("sleep is a pause, on choice it is time of the slide, and the choice can be taken back", () => {
  const log = logOf([0, "slide", "a"], [30_000, "asleep", 12_000], [40_000, "slide", "b"], [50_000, "end"]);
  assert.deepEqual([seconds(log), totals(log).paused_s, totals(log).total_s], [{ a: 40, b: 10 }, 12, 62]);
  const counted = withEvent(log, 50_000, "counts", true);
  assert.deepEqual([seconds(counted), totals(counted).paused_s, totals(counted).total_s], [{ a: 52, b: 10 }, 0, 62]);
  assert.deepEqual(totals(withEvent(counted, 50_000, "counts", false)), totals(log));
});

test("sleep while the clock is held is a pause and cannot count", () => {
  const log = logOf([0, "slide", "a"], [10_000, "pause"], [12_000, "asleep", 3_600_000], [13_000, "go"], [20_000, "counts", true], [20_000, "end"]);
  assert.deepEqual(seconds(log), { a: 17 });
  assert.equal(stateOf(log).slept, null);
  assert.equal(totals(log).paused_s, 3603);
});

test("what changes nothing is not written, time does not go back, the end is the end", () => {
  const log = logOf([0, "slide", "a"], [5, "slide", "a"], [6, "go"], [900, "pause"], [950, "pause"], [800, "go"], [1000, "end"], [1100, "slide", "b"], [1200, "end"], [1300, "asleep", 5]);
  assert.deepEqual(log, [[0, "slide", "a"], [900, "pause"], [900, "go"], [1000, "end"]]);
});

test("pieces follow each other and name what they are", () => {
  const log = logOf([0, "slide", "a"], [1000, "asleep", 3000], [2000, "pause"], [5000, "end"]);
  assert.deepEqual(spansOf(log).map(({ slide, ms, isPause, isSleep }) => [slide, ms, isPause, isSleep]),
    [["a", 1000, false, false], ["a", 3000, true, true], ["a", 1000, false, false], ["a", 3000, true, false]]);
  assert.deepEqual(totals([]), { total_s: 0, paused_s: 0, running_s: 0, slides: new Map() });
});

test("what comes from elsewhere is a log or is none", () => {
  assert.ok(isLog([[0, "slide", "a"], [5, "pause"], [7, "black", true], [9, "asleep", 0], [9, "counts", false], [10, "end"]]));
  const wrong = [null, {}, [[0]], [[-1, "go"]], [[0.5, "go"]], [["0", "go"]], [[0, "slide"]], [[0, "slide", 3]], [[0, "stop"]], [[0, "toString"]], [[0, ["go"]]],
    [[0, "go", 1]], [[0, "asleep", -5]], [[0, "asleep", 1e99]], [[0, "slide", "a", 1]], [[0, "black", "ja"]]];
  for (const list of wrong) assert.equal(isLog(list), false, JSON.stringify(list));
});

/** Two clocks that can be put, and the talk's clock between them. */
function clocks(from = null) {
  const now = { mono: 5000.4, wall: 1_795_000_000_000 };
  const pass = (mono, wall = mono) => { now.mono += mono; now.wall += wall; };
  return { now, pass, clock: makeClock({ mono: () => now.mono, wall: () => now.wall, from }) };
}

test("the clock follows the monotonic one alone, however the system's is put", () => {
  const { clock, pass } = clocks();
  pass(1000.7);
  assert.equal(clock.ms(), 1001);
  pass(1000, -3_600_000);
  assert.equal(clock.slept(), 0, "put back is no sleep");
  pass(1000, 1900);
  assert.equal(clock.slept(), 0, "the two clocks differ a little");
  pass(1000, 40 * 24 * 3_600_000);
  assert.equal(clock.slept(), 0, "put forward by a month is no sleep either");
  assert.equal(clock.ms(), 4001);
});

test("a machine that sleeps is noticed once, with its length", () => {
  const { clock, pass } = clocks();
  pass(10_000);
  assert.equal(clock.slept(), 0);
  pass(250, 45_250);
  assert.equal(clock.slept(), 45_000);
  assert.equal(clock.slept(), 0);
  assert.equal(clock.ms(), 10_250);
});

test("a hidden tab, asked once a minute, has not slept", () => {
  const { clock, pass } = clocks();
  for (let minute = 1; minute <= 5; minute += 1) {
    pass(60_500);
    assert.equal(clock.slept(), 0);
  }
  assert.equal(clock.ms(), 302_500);
});

test("where the monotonic clock runs on in sleep, and where a page was frozen, nobody having asked is what tells", () => {
  const { clock, pass } = clocks();
  pass(10_000);
  assert.equal(clock.slept(), 0);
  pass(600_000);
  assert.equal(clock.slept(), 600_000);
  assert.equal(clock.ms(), 10_000);
  pass(5000);
  assert.equal(clock.slept(), 0);
  assert.equal(clock.ms(), 15_000);
});

test("after a reload it goes on where it was, and the gap is a pause: „Weiter bei 4:32“", () => {
  const before = clocks();
  before.pass(272_000);
  const stamp = JSON.parse(JSON.stringify(before.clock.stamp()));
  const { clock, pass } = clocks({ ms: stamp.ms, saved: 1_795_000_000_000 - 12_000 });
  assert.equal(clock.away, 12_000);
  assert.equal(clock.ms(), 272_000);
  const log = withEvent(logOf([0, "slide", "a"]), clock.ms(), "asleep", clock.away);
  pass(28_000);
  assert.deepEqual(seconds(log, clock.ms()), { a: 300 });
  assert.equal(totals(log, clock.ms()).paused_s, 12);
  assert.deepEqual(seconds(withEvent(log, clock.ms(), "counts", true)), { a: 312 });
});

test("where the system's clock was put meanwhile, nobody knows how long the page was away", () => {
  assert.equal(awaySince({ ms: 5, saved: 2000 }, 1000), 0);
  assert.equal(awaySince({ ms: 5, saved: 0 }, 1_795_000_000_000), 0);
  assert.equal(awaySince({ ms: 5, saved: 1000 }, 1800), 800);
});
