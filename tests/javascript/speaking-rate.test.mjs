// One's own pace: the same numbers as the estimate's, texts that follow it, and what is said about a measurement.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { certaintySaid, judge, paceSaid } from "../../docs/javascripts/speech/reading.mjs";
import { timeSaid } from "../../docs/javascripts/base/times.mjs";
import { LIMITS, paceOf, personalRate, rangeFactor, taken } from "../../docs/javascripts/speech/estimate.mjs";
import { readPace, writePace } from "../../docs/javascripts/speech/pace.mjs";
import { withTimes } from "../../docs/javascripts/speech/spoken-times.mjs";
import { Device } from "./device.mjs";

const json = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const model = json("generalprobe/speech/tables/model.json");
const reading = { predicted: 100, words: 250, example: 600, model };

/** @param {number} actual @param {number} expected */
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 0.001, `${actual} is not ${expected}`);

test("personal rates are those of the estimate", () => {
  const rates = json("tests/golden/personal-rates.json");
  assert.ok(rates.length >= 5);
  for (const { measured_s, predicted_s, rate } of rates) near(personalRate(model, measured_s, predicted_s), rate);
});

test("ranges are those of the estimate, with a measured pace and without", () => {
  const { ranges } = json("generalprobe/speech/tables/test-vectors.json");
  assert.ok(ranges.some(({ measured_s }) => measured_s > 0));
  for (const { syllables, rate, measured_s, low_seconds_high: [low, seconds, high] } of ranges) {
    const found = taken(model, { rate, measured_s }, syllables * model.syllable_s);
    near(found.low, low);
    near(found.expected, seconds);
    near(found.high, high);
  }
});

test("silence lasts as long at any pace, and nothing has no range", () => {
  const { expected, low, high } = taken(model, { rate: 1.5, measured_s: 0 }, 0, 15);
  assert.deepEqual([expected, low, high], [15, 15, 15]);
  assert.equal(rangeFactor(model, 0), 1);
});

test("times in a text are replaced one by one, each as it was written", () => {
  assert.equal(withTimes("≈ 0:58 gesprochen (0:47–1:12) von 1:00", [63.4, 55, 125]), "≈ 1:03 gesprochen (0:55–2:05) von 1:00");
  assert.equal(withTimes("≈ 38 s gesprochen", [41.6, 30, 50]), "≈ 42 s gesprochen");
  assert.equal(withTimes("= 9 s", [10.2]), "= 10 s");
});

test("a time never says sixty seconds", () => {
  assert.deepEqual([0, 59.4, 59.6, 600].map(timeSaid), ["0:00", "0:59", "1:00", "10:00"]);
});

test("a reading within the limits becomes a pace nearer to the usual one", () => {
  const { pace, said } = judge(reading, 120);
  assert.ok(pace && pace.rate > 1 && pace.rate < 1.2);
  assert.equal(pace.measured_s, 120);
  assert.match(said, /Gestoppt: 2:00, üblich sind 1:40.*120\u00a0%/);
});

test("a reading that cannot be one is refused with a reason", () => {
  assert.equal(judge(reading, 100 * LIMITS.least - 0.1).pace, null);
  assert.match(judge(reading, 5).said, /zählt die Messung nicht.*bis zum Ende/);
  assert.equal(judge(reading, 100 * LIMITS.most + 0.1).pace, null);
  assert.match(judge(reading, 300).said, /zu lang/);
  assert.ok(judge(reading, 41).pace && judge(reading, 249).pace);
});

test("a measurement narrows the range, a typed pace does not", () => {
  const width = (pace) => { const { low, high } = taken(model, pace, 600); return high / low; };
  assert.ok(width({ rate: 1, measured_s: 100 }) < width({ rate: 1, measured_s: 0 }));
  assert.match(certaintySaid(reading, { rate: 1.1, measured_s: 100 }), /dauert bei dir etwa 11:00.*Ohne Messung/);
  assert.match(certaintySaid(reading, { rate: 1.1, measured_s: 0 }), /selbst eingetragen/);
  assert.match(paceSaid(reading, null), /übliche Tempo.*150 Wörter/);
  assert.match(paceSaid(reading, { rate: 1.25, measured_s: 0 }), /125\u00a0% der üblichen Zeit.*120 Wörter/);
});

test("what is stored and cannot be a pace means none", () => {
  const wrong = [null, {}, { rate: "1.1", measured_s: 5 }, { rate: 9, measured_s: 5 }, { rate: 1.1 }, { rate: 1.1, measured_s: -1 }];
  for (const stored of wrong) assert.equal(paceOf(stored), null, JSON.stringify(stored));
  assert.deepEqual(paceOf({ rate: 1.1, measured_s: 5, x: 1 }), { rate: 1.1, measured_s: 5 });
});

test("a pace is kept and taken back, and it is told where nothing can be kept", () => {
  const device = new Device();
  openShelf(device.shelf());
  assert.equal(writePace({ rate: 1.1, measured_s: 99 }), true);
  assert.deepEqual(device.stored("speech:rate").value, { rate: 1.1, measured_s: 99 });
  assert.deepEqual(readPace(), { rate: 1.1, measured_s: 99 });
  assert.equal(writePace(null), true);
  assert.equal(readPace(), null);
  openShelf(new Device({}, 0).shelf());
  assert.equal(writePace({ rate: 1.1, measured_s: 99 }), false);
});
