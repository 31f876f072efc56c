// Settings: what is usual wherever nothing sensible is stored, and in force even where nothing can be kept.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { dayOfIso } from "../../docs/javascripts/base/calendar.mjs";
import { amountOf, onSettingsChange, readSettings, writeSettings } from "../../docs/javascripts/memory/settings.mjs";

const USUAL = { exam: null, daily: 60, fresh: 10 };
const EXAM = dayOfIso("2026-12-14");

/** @param {Record<string, string>} entries */
function give(entries, setItem) {
  const stored = new Map(Object.entries(entries));
  globalThis.localStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: setItem ?? ((key, value) => stored.set(key, value)),
    removeItem: (key) => stored.delete(key),
  };
  return stored;
}

afterEach(() => {
  give({});
  writeSettings({ exam: null, daily: 60, fresh: 10 });
  delete globalThis.localStorage;
});

test("nothing stored, or nothing sensible, means what is usual", () => {
  give({});
  assert.deepEqual(readSettings(), USUAL);
  give({ "generalprobe:setting:exam": "bald", "generalprobe:setting:daily": "0", "generalprobe:setting:fresh": "viele" });
  assert.deepEqual(readSettings(), USUAL);
  give({ "generalprobe:setting:exam": "2026-02-30", "generalprobe:setting:daily": "1e9", "generalprobe:setting:fresh": "" });
  assert.deepEqual(readSettings(), USUAL);
});

test("what is set is kept as one would write it, and found again", () => {
  const stored = give({});
  assert.equal(writeSettings({ exam: EXAM, daily: 80 }), true);
  assert.deepEqual([...stored], [["generalprobe:setting:exam", "2026-12-14"], ["generalprobe:setting:daily", "80"]]);
  assert.deepEqual(readSettings(), { exam: EXAM, daily: 80, fresh: 10 });
  assert.equal(writeSettings({ exam: null }), true);
  assert.deepEqual([...stored.keys()], ["generalprobe:setting:daily"]);
});

test("what cannot be kept applies on this page, until it can be kept", () => {
  give({}, () => { throw new DOMException("full", "QuotaExceededError"); });
  assert.equal(writeSettings({ exam: EXAM, fresh: 0 }), false);
  assert.deepEqual(readSettings(), { exam: EXAM, daily: 60, fresh: 0 });
  const stored = give({});
  assert.equal(writeSettings({ exam: EXAM, fresh: 5 }), true);
  assert.equal(stored.get("generalprobe:setting:fresh"), "5");
});

test("those who listen are told of every change", () => {
  give({});
  let told = 0;
  onSettingsChange(() => { told += 1; });
  writeSettings({ daily: 70 });
  assert.equal(told, 1);
});

test("amounts are whole and within their bounds", () => {
  assert.deepEqual(["1", 500, "60"].map((value) => amountOf("daily", value)), [1, 500, 60]);
  assert.deepEqual(["0", 501, "", null, "1.5", "x", -1].map((value) => amountOf("daily", value)), Array(7).fill(null));
  assert.equal(amountOf("fresh", "0"), 0);
});
