// Rehearsals on the shelf: kept, deleted for good, brought back, joined between devices, and what comes from elsewhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { exportText, mergeBackup, readBackup } from "../../docs/javascripts/memory/backup.mjs";
import { Progress } from "../../docs/javascripts/memory/progress.mjs";
import { changeRun, deleteRun, dropRunning, keepRuns, newRun, onRunsChange, readRunning, runsOf, writeRunning } from "../../docs/javascripts/talk/runs.mjs";
import { totals } from "../../docs/javascripts/talk/log.mjs";
import { Device, forbidden } from "./device.mjs";
import { chance } from "./random.mjs";
import { Shelf } from "../../docs/javascripts/base/shelf.mjs";

const NOW = Date.UTC(2026, 10, 26, 18);
const slide = (key, time_s = 60) => ({ key, title: `Folie ${key}`, time_s, syllables: 240, notes: "egal" });
const TALK = { id: "drucker", slides: [slide("a"), slide("b", 90), slide("c")] };

/** @param {number} minutes @param {object} [changes] @returns {import("../../docs/javascripts/talk/runs.mjs").Run} */
const run = (minutes, changes) => ({ ...newRun(TALK, "whole", NOW + minutes * 60_000), log: [[0, "slide", "a"], [55_000, "end"]], ...changes });

let device = new Device();
beforeEach(() => {
  device = new Device();
  openShelf(device.shelf());
});

test("a run remembers the slides as they were, all or those that it is about", () => {
  const { id, ...rest } = newRun(TALK, "part", NOW, ["c", "a", "gone"]);
  assert.match(id, /^[a-z0-9]+-[a-z0-9]+$/);
  const remembered = (key) => ({ key, title: `Folie ${key}`, plan_s: 60, syllables: 240 });
  assert.deepEqual(rest, { at: NOW, mode: "part", slides: [remembered("a"), remembered("c")], log: [], note: "" });
  assert.equal(newRun(TALK, "whole", NOW).slides.length, 3);
  assert.notEqual(newRun(TALK, "whole", NOW).id, newRun(TALK, "whole", NOW).id);
});

test("runs are kept by talk and come in the order of time", () => {
  const [late, early] = [run(5), run(0)];
  assert.equal(keepRuns("drucker", [late]), true);
  keepRuns("drucker", [early]);
  keepRuns("netz", [run(9)]);
  assert.deepEqual(runsOf("drucker"), [early, late]);
  assert.deepEqual(runsOf("unbekannt"), []);
});

test("a note can be changed, a run be deleted and brought back", () => {
  const one = run(0);
  keepRuns("drucker", [one]);
  keepRuns("drucker", [{ ...one, note: "Langsamer beginnen." }]);
  assert.deepEqual(runsOf("drucker").map(({ note }) => note), ["Langsamer beginnen."]);
  deleteRun("drucker", one.id);
  assert.deepEqual(runsOf("drucker"), []);
  keepRuns("drucker", [one]);
  assert.deepEqual(runsOf("drucker"), [one]);
});

test("a run that is shown changes in one thing, whatever has become of the rest meanwhile", () => {
  const shown = run(0);
  keepRuns("drucker", [shown]);
  assert.deepEqual(changeRun("drucker", shown, { note: "Ruhiger." }), { run: { ...shown, note: "Ruhiger." }, isKept: true });
  changeRun("drucker", shown, { log: [] });
  assert.deepEqual(runsOf("drucker"), [{ ...shown, note: "Ruhiger.", log: [] }]);
  openShelf(new Shelf(forbidden(), undefined, "/"));
  assert.deepEqual(changeRun("drucker", shown, { note: "Hier." }), { run: { ...shown, note: "Hier." }, isKept: false });
});

test("a backup holds the runs, and what was deleted stays deleted", () => {
  const [one, other] = [run(0), run(5)];
  keepRuns("drucker", [one, other]);
  const text = exportText(openShelf(), NOW);
  deleteRun("drucker", one.id);
  const take = () => mergeBackup(new Progress(openShelf()), /** @type {any} */ (readBackup(text)).contents, []);
  assert.deepEqual(take().others, []);
  assert.deepEqual(runsOf("drucker"), [other]);
  openShelf(new Device().shelf());
  assert.deepEqual(take().others, ["Proben"]);
  assert.deepEqual(runsOf("drucker"), [one, other]);
});

test("two tabs keep each other's runs", () => {
  keepRuns("drucker", [run(0)]);
  openShelf(device.shelf());
  let told = 0;
  const stop = onRunsChange(() => { told += 1; });
  keepRuns("drucker", [run(5)]);
  stop();
  keepRuns("drucker", [run(6)]);
  assert.equal(told, 1);
  openShelf(device.shelf());
  assert.equal(runsOf("drucker").length, 3);
});

test("copies are joined the same way in any order and however often", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const draw = chance(seed);
    const copies = Array.from({ length: 3 }, () => {
      const records = Array.from({ length: draw(6) }, () => [`r${draw(4)}`, 1 + draw(5), draw(3) ? { note: String(draw(4)) } : null]);
      return new Map(records.map(([id, at, value]) => [id, { at, value }]));
    });
    const joined = (...order) => {
      openShelf(new Device().shelf());
      for (const index of order) openShelf().add([["runs", "t", copies[index]]]);
      return JSON.stringify(openShelf().backup().get("runs:t") ?? null);
    };
    const whole = joined(0, 1, 2);
    for (const order of [[2, 1, 0], [1, 0, 2, 1], [0, 0, 2, 1, 2]]) assert.equal(joined(...order), whole, `seed ${seed}`);
  }
});

test("the run that goes on survives the page, is in no backup, and is forgotten without a trace", () => {
  const running = { ...run(0), ms: 42_000, saved: NOW };
  assert.equal(readRunning("drucker"), null);
  assert.equal(writeRunning("drucker", running), true);
  writeRunning("drucker", { ...running, ms: 47_000 });
  openShelf(device.shelf());
  assert.deepEqual(readRunning("drucker"), { ...running, ms: 47_000 });
  assert.equal(readRunning("netz"), null);
  assert.deepEqual([...openShelf().backup().keys()], []);
  dropRunning("drucker");
  assert.equal(readRunning("drucker"), null);
  assert.equal(device.entries.size, 0);
});

test("full and forbidden storage cost what was to be remembered, and no run as long as the page is open", () => {
  for (const shelf of [new Shelf(forbidden(), undefined, "/"), new Device({}, 200).shelf()]) {
    openShelf(shelf);
    const one = run(0);
    assert.equal(keepRuns("drucker", [one]), false);
    assert.equal(writeRunning("drucker", { ...one, ms: 0, saved: NOW }), false);
    assert.deepEqual(runsOf("drucker"), [one]);
    assert.equal(readRunning("drucker")?.id, one.id);
    dropRunning("drucker");
    assert.equal(readRunning("drucker"), null);
  }
});

test("what is no run is not shown, and stays where it is", () => {
  const good = run(0);
  const { id, ...value } = good;
  const wrong = [{}, { ...value, at: "heute" }, { ...value, mode: "loud" }, { ...value, slides: [{ key: "a" }] }, { ...value, log: [[0, "stop"]] }, { ...value, note: 3 }];
  const records = [...wrong, value].map((each, index) => [index === wrong.length ? id : `x${index}`, 5, each]);
  device.entries.set("generalprobe:/:runs:drucker", JSON.stringify({ version: 1, records }));
  openShelf(device.shelf());
  assert.deepEqual(runsOf("drucker"), [good]);
  assert.equal(device.stored("runs:drucker").records.length, wrong.length + 1);
  device.entries.set("generalprobe:/:running:drucker", JSON.stringify({ version: 1, at: 5, value }));
  assert.equal(readRunning("drucker"), null);
});

test("the sample that stays says what it always said", () => {
  const samples = JSON.parse(readFileSync(new URL("../stored/entries.json", import.meta.url), "utf-8"));
  device.entries.set("generalprobe:/:runs:drucker", samples.runs[1]);
  device.entries.set("generalprobe:/:running:drucker", samples.running[1]);
  const [only] = runsOf("drucker");
  assert.deepEqual([only.note, totals(only.log).paused_s, totals(only.log).total_s], ["Ruhiger.", 5, 75]);
  assert.equal(readRunning("drucker")?.ms, 5000);
});

test("fifty runs of a talk with nine slides take less than 75 kB", () => {
  const talk = { id: "lang", slides: Array.from({ length: 9 }, (_, index) => slide(`ausgangslage-und-ziel-${index}`)) };
  const log = talk.slides.map(({ key }, index) => [index * 65_432, "slide", key]);
  keepRuns("lang", Array.from({ length: 50 }, (_, index) => ({ ...newRun(talk, "whole", NOW + index), log: [...log, [599_876, "end"]] })));
  const size = device.entries.get("generalprobe:/:runs:lang").length;
  assert.ok(size < 75_000, `${size} characters`);
});
