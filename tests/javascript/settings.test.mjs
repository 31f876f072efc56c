// Settings: what is usual wherever nothing sensible is stored, and in force even where nothing can be kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOfIso } from "../../docs/javascripts/base/calendar.mjs";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { amountOf } from "../../docs/javascripts/memory/amounts.mjs";
import { onSettingsChange, readSettings, writeSettings } from "../../docs/javascripts/memory/settings.mjs";
import { Device } from "./device.mjs";

const USUAL = { exam: null, which: null, daily: 60, fresh: 10 };
const EXAM = dayOfIso("2026-12-14");

/** @param {Record<string, string>} entries @param {number} [room] */
function give(entries, room) {
  const device = new Device(entries, room);
  openShelf(device.shelf());
  return device;
}

test("nothing stored, or nothing sensible, means what is usual", () => {
  give({});
  assert.deepEqual(readSettings(), USUAL);
  give({ "setting:exam": "bald", "setting:daily": "0", "setting:fresh": "viele" });
  assert.deepEqual(readSettings(), USUAL);
  give({ "setting:exam": "2026-02-30", "setting:daily": "1e9", "setting:fresh": "" });
  assert.deepEqual(readSettings(), USUAL);
});

test("what is set is kept as one would write it, and found again", () => {
  const device = give({});
  assert.equal(writeSettings({ exam: EXAM, daily: 80 }), true);
  assert.deepEqual(["exam", "daily"].map((name) => device.stored(`setting:${name}`).value), ["2026-12-14", "80"]);
  openShelf(device.shelf());
  assert.deepEqual(readSettings(), { ...USUAL, exam: EXAM, daily: 80 });
  assert.equal(writeSettings({ exam: null }), true);
  assert.deepEqual(readSettings(), { ...USUAL, daily: 80 });
});

test("what cannot be kept applies on this page, until it can be kept", () => {
  const device = give({}, 0);
  assert.equal(writeSettings({ exam: EXAM, fresh: 0 }), false);
  assert.deepEqual(readSettings(), { ...USUAL, exam: EXAM, fresh: 0 });
  device.room = Infinity;
  assert.equal(writeSettings({ exam: EXAM, fresh: 5 }), true);
  assert.equal(device.stored("setting:fresh").value, "5");
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
