// When it is said that much is in no file: not of an afternoon, not of yesterday, once a week at most, and never again where that is wished.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, isoOf } from "../../docs/javascripts/base/calendar.mjs";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { forbidReminding, isAppUnwanted, isQuiet, mayRemind, noteReminded, noteSaved, putOff, refuseApp, savedAt, unsavedSince } from "../../docs/javascripts/memory/saved.mjs";
import { Device } from "./device.mjs";

const NOW = Date.UTC(2026, 11, 1, 12);
const DAY_MS = 86_400_000;
const TODAY = dayOf(NOW);

/** @param {number[]} ago days */
const deeds = (...ago) => ago.map((days) => ({ at: NOW - days * DAY_MS }));
const since = (all, savedAgo = Infinity) => {
  const day = unsavedSince(all, savedAgo === Infinity ? 0 : NOW - savedAgo * DAY_MS, NOW);
  return day === null ? null : TODAY - day;
};

test("three days of practice, the first of them more than a week ago", () => {
  assert.equal(since([]), null);
  assert.equal(since(deeds(8, 5, 1)), 8);
  assert.equal(since(deeds(7, 5, 1)), null, "a week is not yet more than one");
  assert.equal(since(deeds(20, 20, 19.99, 19)), null, "two days are no week's practice");
  assert.equal(since(deeds(20, 19, 18)), 20, "it may be long ago");
});

test("what was done before the file does not count, nor what is to come", () => {
  const all = deeds(30, 29, 28, 12, 9, 3, 0);
  assert.equal(since(all, 27), 12);
  assert.equal(since(all, 11), 9);
  assert.equal(since(all, 8), null);
  assert.equal(since(deeds(9, 8, -4)), null);
});

test("the day of what was done is that of the place where it was", () => {
  const late = { at: Date.UTC(2026, 10, 24, 2, 30) };
  assert.equal(dayOf(late.at, 0), TODAY - 8);
  const all = (offset) => [{ ...late, offset }, ...deeds(2, 1)];
  assert.deepEqual([since(all(0)), since(all(180))], [8, null]);
});

test("it is said on one day, then not for a week; put off it is quiet at once, and forbidden for good", () => {
  const ago = (days, word = "") => `${isoOf(TODAY - days)}${word}`;
  const said = [null, "", "Unsinn", ago(0), ago(0, " later"), ago(1), ago(6), ago(7), ago(7, " later"), "never"];
  assert.deepEqual(said.map((each) => isQuiet(each, TODAY)), [false, false, false, false, true, true, true, false, false, true]);
});

test("what is noted stays on this device, and a file never makes the note older", () => {
  const device = new Device();
  const shelf = openShelf(device.shelf());
  assert.equal(savedAt(), 0);
  noteSaved(NOW);
  noteSaved(NOW - DAY_MS);
  assert.equal(savedAt(), NOW);
  noteReminded(TODAY);
  assert.ok(mayRemind(TODAY));
  putOff(TODAY);
  assert.ok(!mayRemind(TODAY) && !mayRemind(TODAY + 6) && mayRemind(TODAY + 7));
  forbidReminding();
  assert.ok(!mayRemind(TODAY + 100));
  refuseApp();
  assert.ok(isAppUnwanted());
  assert.deepEqual([...device.entries.keys()].filter((name) => name.includes(":setting:")).length, 3);
  assert.equal(shelf.backup().size, 0);
});
