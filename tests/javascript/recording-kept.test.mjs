// Recordings of one's own voice: what lies in the data base, and when it goes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isOwnKind } from "../../docs/javascripts/base/own-entry.mjs";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { isKind } from "../../docs/javascripts/base/stored.mjs";
import { bytesOf, DAYS, endOf, entryIn, isOver, KEPT, pieceName, secondsOf } from "../../docs/javascripts/recording/entry.mjs";
import { unpack } from "../../docs/javascripts/recording/frames.mjs";
import { isDeleted, Recordings } from "../../docs/javascripts/recording/kept.mjs";
import { Base } from "./data-base.mjs";
import { Device } from "./device.mjs";

const [NOON, DAY] = [1_796_040_000_000, 86_400_000];
const ABOUT = { kind: /** @type {const} */ ("runs"), of: "drucker", title: "Drucker" };
const WEBM = "audio/webm;codecs=opus";

/** @param {number} number @param {number} size */
const piece = (number, size = 10) => ({ sound: new Uint8Array(size).fill(number), heard: new Uint8Array([1, number]), number });

/** @param {Base} base @param {string[]} deleted the runs that were */
const shelf = (base = new Base(), deleted = []) => new Recordings(base, (id) => deleted.includes(id));

/** A recording of two parts, of two pieces and one. @param {Recordings} recordings @param {string} id */
async function record(recordings, id, at = NOON) {
  await recordings.begin(id, ABOUT, at);
  await recordings.add(id, 0, { type: WEBM, from_ms: 300, to_ms: 5300 }, piece(0));
  await recordings.add(id, 0, { type: WEBM, from_ms: 300, to_ms: 10_300 }, piece(1));
  return recordings.add(id, 1, { type: WEBM, from_ms: 20_000, to_ms: 25_000 }, piece(0));
}

test("pieces come one by one, and parts know when they began", async () => {
  const recordings = shelf();
  assert.equal(await record(recordings, "a"), "kept");
  const entry = await recordings.read("a");
  assert.deepEqual(entry?.parts, [
    { type: WEBM, from_ms: 300, to_ms: 10_300, pieces: 2, bytes: 24 }, { type: WEBM, from_ms: 20_000, to_ms: 25_000, pieces: 1, bytes: 12 },
  ]);
  assert.deepEqual([secondsOf(entry), bytesOf(entry), endOf(entry)], [15, 36, NOON + DAYS * DAY]);
  assert.deepEqual((await recordings.pieces("a", entry)).map((part) => part.map(({ sound }) => sound[0])), [[0, 1], [0]]);
});

test("after a reload the next part follows the last one", async () => {
  const base = new Base();
  assert.deepEqual(await shelf(base).begin("a", ABOUT, NOON), { outcome: "kept", parts: 0 });
  await record(shelf(base), "a");
  assert.deepEqual(await shelf(base).begin("a", ABOUT, NOON + 99), { outcome: "kept", parts: 2 });
  assert.equal((await shelf(base).read("a"))?.at, NOON);
});

test("one that was stopped by hand stays so", async () => {
  const recordings = shelf();
  await record(recordings, "a");
  await recordings.stop("a");
  assert.deepEqual(await recordings.begin("a", ABOUT, NOON), { outcome: "stopped", parts: 0 });
  assert.equal((await recordings.read("a"))?.parts.length, 2);
});

test("without room what is there stays, and the piece that had none is not half there", async () => {
  const base = new Base();
  await record(shelf(base), "a");
  const before = structuredClone(base.entries);
  base.isFull = true;
  assert.equal(await shelf(base).add("a", 1, { type: WEBM, from_ms: 20_000, to_ms: 30_000 }, piece(1)), "full");
  assert.deepEqual(base.entries, before);
  assert.deepEqual(await shelf(base).begin("b", ABOUT, NOON), { outcome: "full", parts: 0 });
});

test("what is deleted while it is recorded does not come back piece by piece", async () => {
  const base = new Base();
  await record(shelf(base), "a");
  await shelf(base).remove("a");
  assert.equal(await shelf(base).add("a", 1, { type: WEBM, from_ms: 20_000, to_ms: 30_000 }, piece(1)), "gone");
  assert.deepEqual([...base.entries.keys()], []);
});

test("deleting takes one recording with all its pieces, and can be undone", async () => {
  const base = new Base();
  await record(shelf(base), "a");
  await record(shelf(base), "b", NOON + 1);
  const before = structuredClone(base.entries);
  const bringBack = await shelf(base).remove("a");
  assert.deepEqual((await shelf(base).list()).map(({ id }) => id), ["b"]);
  assert.equal(base.entries.size, before.size / 2);
  await bringBack();
  assert.deepEqual((await shelf(base).list()).map(({ id }) => id), ["b", "a"]);
  assert.deepEqual(new Map([...base.entries].sort()), new Map([...before].sort()));
  await shelf(base).clear();
  assert.equal(base.entries.size, 0);
});

test("after 14 days it goes by itself, and not an hour before", async () => {
  const base = new Base();
  await record(shelf(base), "old", NOON);
  await record(shelf(base), "new", NOON + DAY);
  await shelf(base).sweep(NOON + DAYS * DAY - 3_600_000);
  assert.equal((await shelf(base).list()).length, 2);
  await shelf(base).sweep(NOON + DAYS * DAY);
  assert.deepEqual((await shelf(base).list()).map(({ id }) => id), ["new"]);
  assert.ok([...base.entries.keys()].every((name) => name.includes(":new")));
});

test("with a rehearsal that was deleted goes its recording, and what no recording knows", async () => {
  const base = new Base();
  await record(shelf(base), "a");
  await record(shelf(base), "b");
  await base.set(pieceName("lost", 0, 0), { version: 1, ...piece(0) });
  await shelf(base, ["a"]).sweep(NOON);
  assert.deepEqual([...new Set([...base.entries.keys()].map((name) => name.split(":")[1]))], ["b"]);
});

test("a recording has lost its rehearsal when that is deleted, or was begun and discarded; an exam only when it is deleted", () => {
  const shelf = openShelf(new Device().shelf());
  const records = (/** @type {[string, any][]} */ ...entries) => new Map(entries.map(([id, value]) => [id, { at: 1, value }]));
  shelf.add([["runs", "drucker", records(["kept", {}], ["deleted", null])], ["mocks", "it", records(["kept", {}], ["deleted", null])]]);
  shelf.set("running", "drucker", { id: "running" });
  const lost = (/** @type {"runs" | "mocks"} */ kind, /** @type {string} */ of) => ["kept", "deleted", "running", "discarded"].filter((id) => isDeleted(id, { kind, of }));
  assert.deepEqual(lost("runs", "drucker"), ["deleted", "discarded"]);
  assert.deepEqual(lost("mocks", "it"), ["deleted"]);
});

test("one that a newer page has written is neither read, changed nor deleted", async () => {
  const base = new Base();
  const newer = { version: 2, at: 0, anything: true };
  await base.set("recordings:a", newer);
  await base.set(pieceName("a", 0, 0), { version: 2 });
  await shelf(base, ["a"]).sweep(NOON);
  assert.deepEqual(await shelf(base).begin("a", ABOUT, NOON), { outcome: "refused", parts: 0 });
  assert.deepEqual([await shelf(base).list(), await base.get("recordings:a"), base.entries.size], [[], newer, 2]);
});

test("what is none is not taken for one", async () => {
  const base = new Base();
  await record(shelf(base), "a");
  const entry = await shelf(base).read("a");
  for (const change of [{ version: 0 }, { at: "1" }, { kind: "talks" }, { of: 1 }, { title: null }, { page: "javascript:alert(1)" }, { page: "//elsewhere.example" }, { parts: {} }, { parts: [{ type: WEBM }] }, { parts: [{ ...entry?.parts[0], to_ms: -1 }] }]) {
    assert.equal(entryIn({ ...entry, ...change }), null, JSON.stringify(change));
  }
  await base.set(pieceName("a", 0, 0), { version: 1, sound: "beep", heard: null });
  assert.deepEqual(await shelf(base).pieces("a", /** @type {any} */ (entry)).then((parts) => parts.map((part) => part.length)), [0, 1]);
  assert.equal(isOver({ ...entry, at: NOON + 2 * DAY }, NOON), true, "a clock that was wrong keeps nothing for ever");
});

test("what the first version has written is read", async () => {
  const base = new Base();
  for (const [name, { sound, heard, ...rest }] of Object.entries(JSON.parse(readFileSync(new URL("../stored/recording-1.json", import.meta.url), "utf-8")))) {
    await base.set(name, sound ? { ...rest, sound: new Uint8Array(sound), heard: new Uint8Array(heard) } : rest);
  }
  const [entry] = await shelf(base).list();
  assert.deepEqual([entry.id, entry.of, entry.isStopped, secondsOf(entry), bytesOf(entry)], ["m1x-4f2a", "drucker", true, 15.02, 24]);
  const parts = await shelf(base).pieces(entry.id, entry);
  assert.deepEqual(parts.map((part) => part.flatMap(({ heard }) => unpack(heard)).length), [4, 2]);
  assert.equal(unpack(parts[0][0].heard)[0].level, -26);
});

test("no backup knows of recordings", () => {
  for (const kind of Object.keys(KEPT)) assert.deepEqual([kind, isOwnKind(kind), isKind(kind)], [kind, false, false]);
});
