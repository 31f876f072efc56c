// Giving a talk: what keys ask for, which slide comes, how late it is and how that is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { channelName } from "../../docs/javascripts/talk/windows.mjs";
import { makeClock } from "../../docs/javascripts/talk/clock.mjs";
import { pressed, taken, turnOf } from "../../docs/javascripts/talk/keys.mjs";
import { totals } from "../../docs/javascripts/talk/log.mjs";
import { Rehearsal, targetOf } from "../../docs/javascripts/talk/rehearsal.mjs";
import { ahead } from "../../docs/javascripts/talk/signals.mjs";
import { limitsOf, paceOf, paceSaid, restSaid, signalsOf, slideRest, slideSaid, standingOf, stepOf } from "../../docs/javascripts/talk/timing.mjs";
import { chance } from "./random.mjs";

const nowhere = () => false;
const STROKE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

/** Type keys one after the other. @param {string[]} keys @returns {unknown[]} what they ask for, nothing left out */
function asked(keys, { letters = true, within = nowhere, ...held } = {}) {
  let typed = "";
  return keys.flatMap((key) => {
    const found = pressed({ ...STROKE, ...held, key }, typed, letters, within);
    typed = found?.typed ?? typed;
    return found?.action === null ? [] : [found?.action ?? null];
  });
}

test("keys of people and of remote controls turn slides", () => {
  assert.deepEqual(asked(["PageDown", "ArrowRight", "ArrowDown", " ", "Enter", "n"]), Array(6).fill("next"));
  assert.deepEqual(asked(["PageUp", "ArrowLeft", "ArrowUp", "Backspace", "P"]), Array(5).fill("back"));
  assert.deepEqual(asked(["Home", "End", "F5", "Escape", ".", "w", "?"]), ["first", "last", "full", "leave", "black", "white", "help"]);
  assert.deepEqual(asked([" "], { shiftKey: true }), ["back"]);
  assert.deepEqual(asked(["F5"], { shiftKey: true }), ["full"], "some remote controls begin from the current slide");
});

test("digits and Enter name a slide; they can be mended and taken back", () => {
  assert.deepEqual(asked(["1", "2", "Enter"]), [12]);
  assert.deepEqual(asked(["0", "7", "Enter"]), [7]);
  assert.deepEqual(asked(["1", "2", "Backspace", "Enter"]), [1]);
  assert.deepEqual(asked(["4", "Escape", "Enter"]), ["next"]);
  assert.deepEqual(asked(["4", "PageDown", "Enter"]), ["next", "next"], "another key forgets what was typed");
});

test("a key belongs to whatever has the keyboard, and to the browser with Ctrl", () => {
  const inside = (/** @type {string} */ name) => (/** @type {string} */ selector) => selector.includes(name);
  assert.deepEqual(asked([" ", "Enter", "b"], { within: inside("button") }), [null, null, "black"]);
  assert.deepEqual(asked(["ArrowDown", "PageDown"], { within: inside("[tabindex='0']") }), [null, "next"], "notes scroll by arrows");
  assert.deepEqual(asked(["n", "PageDown"], { within: inside("textarea") }), [null, null]);
  assert.deepEqual(asked(["f", "ArrowRight"], { ctrlKey: true }), [null, null]);
});

test("a stroke is taken from the browser once somebody wants it, and what a held key repeats asks for nothing", () => {
  const stroke = (/** @type {object} */ more) => {
    const event = { ...STROKE, key: "n", target: { closest: () => null }, defaultPrevented: false, repeat: false, preventDefault() { event.isTaken = true; }, ...more };
    const found = taken(event, "", true);
    return [found?.action ?? null, event.isTaken ?? false];
  };
  assert.deepEqual(stroke({}), ["next", true]);
  assert.deepEqual(stroke({ repeat: true }), [null, true]);
  assert.deepEqual(stroke({ key: "x" }), [null, false]);
  assert.deepEqual(stroke({ defaultPrevented: true }), [null, false]);
  assert.deepEqual(stroke({ target: {} }), [null, false], "what is no element takes no keys");
});

test("switched off, keys that write something do nothing", () => {
  assert.deepEqual(asked(["n", "b", ".", "3", "t", "+"], { letters: false }), Array(6).fill(null));
  assert.deepEqual(asked(["PageDown", "?"], { letters: false }), ["next", "help"]);
});

test("a slide is next among those that are presented", () => {
  const places = [0, 3, 4];
  assert.equal(targetOf(0, "next", places), 1);
  assert.equal(targetOf(2, "next", places), "beyond");
  assert.equal(targetOf(0, "back", places), null);
  assert.equal(targetOf(1, "last", places), 2);
  assert.equal(targetOf(0, 4, places), 1, "numbers are those of the whole talk");
  assert.equal(targetOf(0, 2, places), null, "which is not presented");
});

test("a finger turns slides by halves and swipes, and scrolls without", () => {
  assert.equal(turnOf({ dx: 0, dy: 3, place: 0.8 }), "next");
  assert.equal(turnOf({ dx: 0, dy: 0, place: 0.2 }), "back");
  assert.equal(turnOf({ dx: -90, dy: 20, place: 0.2 }), "next");
  assert.equal(turnOf({ dx: 90, dy: 20, place: 0.9 }), "back");
  assert.equal(turnOf({ dx: 30, dy: 200, place: 0.9 }), null);
});

const STEPS = [["a", 30], ["b", 60], ["c", 90]].map(([key, plan_s]) => ({ key, title: key, plan_s }));

/** @param {[string, number][]} spent seconds on slides, the last of which is shown */
function standing(spent, budget = 200) {
  const slides = new Map();
  for (const [key, seconds] of spent) slides.set(key, { seconds: (slides.get(key)?.seconds ?? 0) + seconds, visits: 1 });
  const running = [...slides.values()].reduce((sum, { seconds }) => sum + seconds, 0);
  return standingOf(STEPS, { total_s: running + 40, paused_s: 40, running_s: running, slides }, spent[spent.length - 1][0], budget);
}

test("one is measured against one's own plan, slide by slide", () => {
  assert.equal(standing([["a", 20]]).ahead_s, 0, "within a slide's time one is on time");
  assert.equal(standing([["a", 20], ["b", 1]]).ahead_s, 10);
  assert.equal(standing([["a", 55], ["b", 10]]).ahead_s, -25);
  assert.equal(standing([["a", 55]]).ahead_s, -25, "and late as soon as its time is over");
  assert.equal(standing([["a", 30], ["b", 60], ["a", 15]]).ahead_s, -15, "going back costs what it takes, no more");
  assert.equal(standing([["a", 10], ["c", 5], ["a", 0]]).ahead_s, 0, "a look at the last slide wins nothing");
  assert.equal(standing([["a", 30], ["b", 60]]).rest_s, 110);
});

test("how late it is, is said calmly", () => {
  assert.deepEqual([0, 10, -14, 19, -25, 61, -65].map(paceSaid), ["im Plan", "im Plan", "im Plan", "0:15 voraus", "0:25 zurück", "1:00 voraus", "1:05 zurück"]);
  assert.deepEqual([12, 30, -30].map(paceOf), ["", "ahead", "behind"]);
  assert.equal(slideSaid(standing([["b", 25.9]])), "noch 0:35 von 1:00");
  assert.equal(slideSaid(standing([["b", 72]])), "0:12 über 1:00");
  const both = [60, 60.9, 61].map((seconds) => ({ slide_s: seconds, slidePlan_s: 60 })).map((each) => [slideSaid(each), slideRest(each) < 0]);
  assert.deepEqual(both, [["noch 0:00 von 1:00", false], ["noch 0:00 von 1:00", false], ["0:01 über 1:00", true]], "it is red when it says so");
  assert.deepEqual([328, 0.4, -12].map(restSaid), ["noch 5:28", "noch 0:01", "0:12 drüber"]);
});

test("what an exam signals comes in order, and each holds until the next", () => {
  const signals = signalsOf(limitsOf({ presentation: { budget: 600, cutoff: 630 } }, 570));
  assert.deepEqual(signals.map(({ at_s }) => at_s), [540, 600, 630]);
  assert.deepEqual([0, 539, 540, 600, 650].map((elapsed) => stepOf(signals, elapsed)), ["", "", "warning", "budget", "cutoff"]);
  assert.deepEqual(ahead(signals, 545), [{ in_s: 55, kind: "budget" }, { in_s: 85, kind: "cutoff" }]);
  assert.equal(limitsOf(null, 120).budget_s, 120, "without an exam the plan is the budget");
});

/** A talk of three slides on clocks that are set by hand. */
function rehearsal(log) {
  const now = { mono: 0, wall: 1e12 };
  const kept = [];
  const clock = makeClock({ mono: () => now.mono, wall: () => now.wall });
  const run = new Rehearsal({ steps: STEPS, places: [0, 1, 2], clock, log, onEvent: (events, stamp) => kept.push([events, stamp]) });
  const pass = (/** @type {number} */ s) => { now.mono += 1000 * s; now.wall += 1000 * s; };
  return { run, now, kept, pass };
}

test("navigating ends no pause, and what is covered shows again", () => {
  const { run, pass } = rehearsal();
  pass(10);
  run.act("clock");
  assert.equal(run.act("next"), "moved");
  assert.equal(run.state.isPaused, true);
  pass(60);
  run.act("clock");
  pass(5);
  assert.equal(run.totals().running_s, 15);
  run.act("black");
  assert.deepEqual([run.state.cover, run.state.isBlack], ["black", true]);
  run.act("white");
  assert.equal(run.state.cover, "white");
  run.act("next");
  assert.deepEqual([run.state.cover, run.state.isBlack, run.key], ["", false, "c"]);
  assert.equal(run.act("next"), "beyond");
});

test("sleep is a pause that may count, and everything is kept at once", () => {
  const { run, now, kept, pass } = rehearsal();
  pass(30);
  now.wall += 120_000;
  assert.equal(run.look(), 120_000);
  assert.equal(run.look(), 0);
  assert.equal(run.totals().running_s, 30);
  run.count(true);
  assert.equal(run.totals().running_s, 150);
  assert.deepEqual(kept.at(-1)?.[0], run.log);
  run.end(run.ms());
  pass(100);
  assert.equal(run.totals().running_s, 150);
});

test("while the clock is held, no time away counts, nor an earlier sleep instead of it", () => {
  const { run, now, pass } = rehearsal();
  pass(30);
  now.wall += 120_000;
  run.look();
  run.act("clock");
  run.wasAway(5000, true);
  assert.equal(run.totals().running_s, 30);
});

test("whatever is pressed, slides and pauses are the whole, and the log says the same as the run", () => {
  const ACTIONS = ["next", "back", "first", "last", "black", "white", "clock", 1, 2, 3];
  for (let seed = 1; seed <= 100; seed += 1) {
    const draw = chance(seed);
    const { run, pass, kept } = rehearsal();
    for (let step = 0; step < 40; step += 1) {
      pass(draw(20));
      run.act(/** @type {any} */ (ACTIONS[draw(ACTIONS.length)]));
    }
    const { total_s, paused_s, slides } = run.totals();
    const spent = [...slides.values()].reduce((sum, { seconds }) => sum + seconds, 0);
    assert.ok(Math.abs(spent + paused_s - total_s) < 1e-6);
    assert.equal(kept.at(-1)?.[0], run.log);
    assert.deepEqual(totals(run.log, run.ms()).slides, slides);
  }
});

test("two sites of an origin, and two talks, have channels of their own", () => {
  const names = [channelName("a", "/"), channelName("b", "/"), channelName("a", "/kurs/")];
  assert.equal(new Set(names).size, 3);
});
