// The chart until the exam: few enough bars, round lines behind them, and names that do not run into each other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOfIso } from "../../docs/javascripts/base/calendar.mjs";
import { barName, barsOf, labelsOf, ticksOf } from "../../docs/javascripts/standing/chart.mjs";

const FIRST = dayOfIso("2026-12-01");

/** @param {number} count @param {number} [reviews] */
const daysOf = (count, reviews = 5) => Array.from({ length: count }, (_, index) => ({ day: FIRST + index, reviews, fresh: 2 }));

test("each day has a bar, of which new cards are a part", () => {
  assert.deepEqual(barsOf(daysOf(2)), [{ from: FIRST, to: FIRST, again: 3, fresh: 2 }, { from: FIRST + 1, to: FIRST + 1, again: 3, fresh: 2 }]);
  assert.deepEqual(barsOf([]), []);
});

test("far from the exam a bar stands for weeks; no day is lost and none counted twice", () => {
  for (const count of [1, 21, 35, 36, 200, 246, 900, 2000]) {
    const bars = barsOf(daysOf(count));
    assert.ok(bars.length <= 35, `${count} days`);
    assert.equal(bars.reduce((sum, { again, fresh }) => sum + again + fresh, 0), 5 * count);
    assert.equal(bars.at(-1).to, FIRST + count - 1);
    for (const [index, { from }] of bars.entries()) if (index) assert.equal(from, bars[index - 1].to + 1);
  }
  assert.deepEqual(barsOf(daysOf(36))[0], { from: FIRST, to: FIRST + 6, again: 21, fresh: 14 });
});

test("the lines are round, few, evenly spaced, and reach the highest bar", () => {
  for (const highest of [0, 1, 3, 4, 5, 17, 23, 60, 99, 100, 101, 499, 2345]) {
    const ticks = ticksOf(highest);
    assert.ok(ticks.length >= 1 && ticks.length <= 5, `${highest}: ${ticks}`);
    assert.ok(ticks.at(-1) >= highest, `${highest}: ${ticks}`);
    assert.ok(ticks.every((tick, index) => Number.isInteger(tick) && tick === ticks[0] * (index + 1)), `${highest}: ${ticks}`);
    assert.match(String(ticks[0]), /^[125]0*$/);
  }
});

test("names begin with today, are few and keep clear of the exam's", () => {
  for (const count of [1, 2, 3, 7, 21, 22, 34, 35, 200]) {
    for (const exam of [true, false]) {
      const labels = labelsOf(barsOf(daysOf(count)), exam);
      assert.equal(labels[0].text, "heute");
      assert.ok(labels.length <= 4, `${count} days`);
      for (const [index, { place }] of labels.entries()) {
        assert.ok(place > 0 && place < 1);
        if (index) assert.ok(place - labels[index - 1].place > 0.2, `${count} days: ${labels[index].text}`);
        if (index && exam) assert.ok(place < 0.68);
      }
    }
  }
  assert.deepEqual(labelsOf(barsOf(daysOf(8)), false).map(({ text }) => text), ["heute", "3. Dez.", "5. Dez.", "7. Dez."]);
});

test("a bar is named by its day, or from and to", () => {
  assert.equal(barName({ from: FIRST, to: FIRST, again: 0, fresh: 0 }), "Di, 1. Dez.");
  assert.equal(barName({ from: FIRST, to: FIRST + 6, again: 0, fresh: 0 }), "1. Dez. bis 7. Dez.");
});
