// What goes wrong in a mock exam, if somebody wishes it: drawn alike on two devices, once, and never at the end.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DISTURBANCES, disturbanceOf, drawDisturbance, isDrawn } from "../../docs/javascripts/exam/disturbances.mjs";
import { disturbedIn, isLog, stateOf, withEvent } from "../../docs/javascripts/exam/sitting.mjs";

const BUDGETS = { talk: 600, discussion: 300 };

test("each has an id of its own, and says what helps in whole sentences", () => {
  assert.equal(new Set(DISTURBANCES.map(({ id }) => id)).size, DISTURBANCES.length);
  for (const { id, where, said, good } of DISTURBANCES) {
    assert.ok(where.length && good.length >= 3 && /[.“]$/.test(said) && good.every((each) => each.endsWith(".") || each.endsWith("?")), id);
  }
});

test("one is drawn by the seed, where it can happen, with time to go on; not the one of the last time", () => {
  const drawn = Array.from({ length: 400 }, (_, seed) => drawDisturbance(String(seed), BUDGETS));
  for (const [seed, { id, where, after_s }] of drawn.entries()) {
    assert.deepEqual(drawDisturbance(String(seed), BUDGETS), drawn[seed]);
    assert.ok(disturbanceOf(id)?.where.includes(where), id);
    assert.ok(after_s >= 0.2 * BUDGETS[where] && after_s <= 0.65 * BUDGETS[where], String(after_s));
    assert.notEqual(drawDisturbance(String(seed), BUDGETS, id).id, id);
  }
  assert.equal(new Set(drawn.map(({ id }) => id)).size, DISTURBANCES.length);
});

test("what is stored of one is judged", () => {
  const drawn = { id: "gibt-es-nicht-mehr", where: "talk", after_s: 9 };
  assert.ok(isDrawn(drawn));
  for (const broken of [null, 1, {}, { ...drawn, where: "toString" }, { ...drawn, after_s: -1 }, { ...drawn, after_s: "9" }, { ...drawn, id: 1 }]) assert.equal(isDrawn(broken), false, JSON.stringify(broken));
  assert.equal(disturbanceOf(drawn.id), undefined);
});

/** @param {any[][]} events */
const logOf = (...events) => events.reduce((log, [ms, kind, value]) => withEvent(log, ms, kind, value), /** @type {any} */ ([]));
const TALKING = [[0, "phase", "talk"], [1000, "begin"]];

test("when it came and how long it took follows from the log, in seconds of its part", () => {
  assert.equal(disturbedIn(logOf(...TALKING)), null);
  const now = logOf(...TALKING, [31_000, "away", 5000], [41_000, "disturb"]);
  assert.deepEqual([disturbedIn(now), stateOf(now).disturbed], [{ after_s: 45, took_s: null }, "now"]);
  const settled = logOf(...now, [61_000, "settled"], [600_000, "phase", "discussion"]);
  assert.deepEqual([disturbedIn(settled), stateOf(settled).disturbed], [{ after_s: 45, took_s: 20 }, "over"]);
  const unsettled = logOf(...now, [600_000, "phase", "discussion"], [610_000, "settled"]);
  assert.deepEqual([disturbedIn(unsettled)?.after_s, stateOf(unsettled).disturbed], [45, "over"], "with its part it is over");
  assert.ok(isLog(settled) && !isLog([[0, "disturb", 1]]));
});

test("it comes once, and only while a clock runs", () => {
  assert.deepEqual(logOf(...TALKING.slice(0, 1), [5, "disturb"]).length, 1);
  assert.deepEqual(logOf([0, "settled"]), []);
  const over = logOf(...TALKING, [9000, "disturb"], [12_000, "settled"]);
  assert.deepEqual(withEvent(over, 20_000, "disturb"), over);
  assert.deepEqual(withEvent(over, 20_000, "settled"), over);
});
