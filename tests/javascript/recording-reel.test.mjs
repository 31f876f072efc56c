// Where in a recording a slide is, with pauses and several parts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOfAll, onReel, placeOf, secondsAt, slidesOn, withPace } from "../../docs/javascripts/recording/reel.mjs";
import { stretchesOf } from "../../docs/javascripts/talk/stretches.mjs";

/** From 1 s to 11 s of the talk, and from 20 s to 50 s. */
const PARTS = [{ from_ms: 1000, to_ms: 11_000 }, { from_ms: 20_000, to_ms: 50_000 }];

/** @param {string} key @param {number} from_s @param {number} to_s */
const stretch = (key, from_s, to_s) => ({ key, title: key.toUpperCase(), from_s, to_s, syllables: 100 });

test("a time of the talk is found in the recording; in a gap, where it goes on", () => {
  assert.deepEqual([0, 500, 1000, 6000, 11_000, 15_000, 20_000, 30_000, 99_000].map((ms) => secondsAt(PARTS, ms)), [0, 0, 0, 5, 10, 10, 10, 20, 40]);
  assert.equal(secondsAt([], 5000), 0);
});

test("after a crash the later part counts where the log was written again, and nothing is lost of the other", () => {
  const parts = [{ from_ms: 0, to_ms: 8000 }, { from_ms: 5000, to_ms: 12_000 }];
  assert.deepEqual([4000, 4999, 5000, 9000, 12_000].map((ms) => secondsAt(parts, ms)), [4, 4.999, 8, 12, 15]);
  assert.deepEqual(onReel(parts, [stretch("a", 0, 9), stretch("b", 9, 12)]).map(({ from_s, to_s }) => [from_s, to_s]), [[0, 12], [12, 15]]);
});

test("a second of the recording lies in one of its parts", () => {
  assert.deepEqual([-1, 0, 9.5, 10, 39, 99].map((at_s) => placeOf(PARTS, at_s)), [
    { place: 0, at_s: 0 }, { place: 0, at_s: 0 }, { place: 0, at_s: 9.5 }, { place: 1, at_s: 0 }, { place: 1, at_s: 29 }, { place: 1, at_s: 30 },
  ]);
  assert.deepEqual(placeOf([], 3), { place: 0, at_s: 0 });
});

test("of each slide is played what there is of it, also where it came twice", () => {
  const heard = onReel(PARTS, [stretch("a", 0, 8), stretch("b", 8, 22), stretch("gone", 12, 18), stretch("a", 22, 30)]);
  assert.deepEqual(heard.map(({ key, from_s, to_s }) => [key, from_s, to_s]), [["a", 0, 7], ["b", 7, 12], ["a", 12, 20]]);
  const slides = slidesOn(heard);
  assert.deepEqual(slides.map(({ title, cuts }) => [title, cuts.length, lengthOfAll(cuts)]), [["A", 2, 15], ["B", 1, 5]]);
});

test("a text of which a part is missing says nothing of the pace", () => {
  const said = [stretch("a", 0, 8), stretch("b", 8, 22), stretch("c", 22, 40)];
  assert.deepEqual(withPace(said, onReel(PARTS, said)).map(({ key, syllables }) => [key, syllables]), [["a", 0], ["b", 0], ["c", 100]]);
});

test("a slide is looked for by the clock that stands still while the machine sleeps", () => {
  const slides = ["a", "b"].map((key) => ({ key, title: key, plan_s: 60, syllables: 5 }));
  /** @type {import("../../docs/javascripts/talk/log.mjs").Log} */
  const log = [[0, "slide", "a"], [4000, "black", true], [5000, "black", false], [10_000, "slide", "b"], [12_000, "pause"], [15_000, "go"], [18_000, "asleep", 60_000], [20_000, "slide", "a"], [25_000, "end"]];
  assert.deepEqual(stretchesOf({ log, slides }).map(({ key, from_s, to_s }) => [key, from_s, to_s]), [["a", 0, 10], ["b", 10, 12], ["b", 15, 20], ["a", 20, 25]]);
});

test("time that was slept and counts is not on the recording", () => {
  const slides = [{ key: "a", title: "a", plan_s: 60, syllables: 5 }];
  assert.deepEqual(stretchesOf({ log: [[0, "slide", "a"], [5000, "asleep", 9000], [5000, "counts", true], [8000, "end"]], slides }).map(({ from_s, to_s }) => [from_s, to_s]), [[0, 8]]);
});
