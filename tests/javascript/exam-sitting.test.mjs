// A mock exam as its log has it: phases lead forward only, every clock follows from events, and what a machine slept counts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { deleteRecord, dropSitting, keepRecord, newSitting, readSitting, recordsOf, writeSitting } from "../../docs/javascripts/exam/kept.mjs";
import { answersOf, elapsed_s, isLog, nextOf, PHASES, stateOf, withEvent } from "../../docs/javascripts/exam/sitting.mjs";
import { discussionStretches, talkStretches } from "../../docs/javascripts/exam/stretches.mjs";
import { Device } from "./device.mjs";
import { chance } from "./random.mjs";

/** @typedef {import("../../docs/javascripts/exam/sitting.mjs").Log} Log */

const RULES = { budget: 300, fewest_questions: 3, most_questions: 5, shortest_answer: 30, longest_answer: 60 };

/** @param {any[][]} events @returns {Log} */
const logOf = (...events) => events.reduce((log, [ms, kind, value]) => withEvent(log, ms, kind, value), /** @type {Log} */ ([]));

const WHOLE = logOf(
  [60_000, "phase", "talk"], [70_000, "begin"], [400_000, "away", 20_000], [650_000, "phase", "discussion"],
  [700_000, "begin"], [700_000, "ask", 0], [745_000, "done"], [745_000, "follow", "Warum?"], [760_000, "done"], [760_000, "ask", 1],
  [780_000, "away", 10_000], [790_000, "gap", 600_000], [800_000, "done"], [800_000, "phase", "marking"], [900_000, "phase", "record"]);

test("a whole exam replays to its times", () => {
  assert.equal(WHOLE.length, 15);
  assert.deepEqual(PHASES.map((phase) => elapsed_s(WHOLE, phase)), [0, 600, 110, 0, 0]);
  assert.deepEqual(answersOf(WHOLE), [{ place: 0, seconds: 45, follow: "Warum?", follow_s: 15 }, { place: 1, seconds: 50, follow: "", follow_s: 0 }]);
  assert.equal(stateOf(WHOLE).phase, "record");
});

test("a clock goes on until its part is over, wherever the log was cut by a reload", () => {
  const talking = WHOLE.slice(0, 3);
  assert.equal(elapsed_s(talking, "talk", 430_000), 380);
  assert.equal(elapsed_s(WHOLE, "talk", 9_999_999), 600);
  assert.deepEqual(answersOf(WHOLE.slice(0, 6), 720_000), [{ place: 0, seconds: 20, follow: "", follow_s: 0 }]);
});

test("nothing leads back, and nothing is asked before its time", () => {
  const over = logOf([0, "phase", "marking"]);
  for (const [kind, value] of [["phase", "talk"], ["phase", "marking"], ["begin"], ["ask", 0], ["follow", "Warum?"], ["done"]]) {
    assert.deepEqual(withEvent(over, 5, /** @type {any} */ (kind), value), over, String(kind));
  }
  const discussing = logOf([0, "phase", "discussion"]);
  assert.deepEqual(withEvent(discussing, 5, "ask", 0), discussing, "before the clock runs");
  const asked = logOf(...discussing, [1, "begin"], [2, "ask", 0]);
  assert.deepEqual(withEvent(asked, 5, "ask", 1), asked, "while an answer is given");
  assert.deepEqual(withEvent(logOf(...asked, [3, "done"]), 5, "ask", 2).length, asked.length + 1, "a question is left out");
});

test("for any sequence times are none below 0, answers fit into the discussion, and a log replays to the same", () => {
  const kinds = ["phase", "begin", "ask", "ask", "done", "done", "follow", "away", "gap", "disturb", "settled"];
  for (let seed = 1; seed <= 2000; seed += 1) {
    const draw = chance(seed);
    const values = { phase: () => PHASES[draw(5)], ask: () => draw(4), follow: () => "Warum?", away: () => draw(60_000), gap: () => draw(60_000) };
    let ms = 0;
    const events = [[0, "phase", "discussion"], [0, "begin"], ...Array.from({ length: draw(30) }, () => {
      const kind = kinds[draw(kinds.length)];
      ms += draw(90_000);
      return values[kind] ? [ms, kind, values[kind]()] : [ms, kind];
    })].slice(draw(3));
    const log = logOf(...events);
    assert.ok(isLog(log), `seed ${seed}`);
    assert.deepEqual(logOf(...JSON.parse(JSON.stringify(log))), log, `seed ${seed}: nothing in it is idle`);
    const at = ms + draw(1000);
    const answers = answersOf(log, at);
    const answered = answers.reduce((sum, { seconds, follow_s }) => sum + seconds + follow_s, 0);
    assert.ok(answers.every(({ seconds, follow_s, place }, index) => seconds >= 0 && follow_s >= 0 && place === index), `seed ${seed}`);
    assert.ok(answered <= elapsed_s(log, "discussion", at) + 1e-6, `seed ${seed}: ${answered}`);
    assert.ok(PHASES.every((phase) => elapsed_s(log, phase, at) >= 0), `seed ${seed}`);
  }
});

test("slides and answers lie in a recording where the exam's clock had them; with two it is all of the discussion", () => {
  const slide = (/** @type {string} */ key) => ({ key, title: key, plan_s: 60, syllables: 100 });
  const run = { id: "r", at: 1, mode: "exam", note: "", slides: [slide("a"), slide("b")], log: [[0, "slide", "a"], [0, "go"], [60_000, "slide", "b"], [580_000, "end"]] };
  const sitting = /** @type {any} */ ({ log: WHOLE, run, code: "", questions: [{ title: "Was?" }, { title: "Wie?" }] });
  const said = (/** @type {any[]} */ stretches) => stretches.map(({ title, from_s, to_s }) => [title, from_s, to_s]);
  assert.deepEqual(said(talkStretches(sitting)), [["a", 70, 130], ["b", 130, 650]]);
  assert.deepEqual(said(discussionStretches(sitting)), [["Was?", 700, 745], ["Warum?", 745, 760], ["Wie?", 760, 800]]);
  assert.deepEqual(said(discussionStretches({ ...sitting, code: "1K7Q-F2M9" })), [["Fachgespräch", 700, 800]]);
  assert.deepEqual([talkStretches({ ...sitting, run: null }), discussionStretches({ ...sitting, log: [] })], [[], []]);
});

test("what was wished for is kept with the exam, and what is broken of it is none", () => {
  const device = new Device();
  openShelf(device.shelf());
  const [, text] = JSON.parse(readFileSync(new URL("../stored/entries.json", import.meta.url), "utf-8")).mocks;
  device.write("generalprobe:/:mocks:it", text, null);
  const [before] = recordsOf("it");
  const stretches = [{ key: "a", title: "A", from_s: 0, to_s: 9.5, syllables: 12 }];
  const more = { ...before, disturbance: { id: "bild-steht", where: /** @type {const} */ ("talk"), after_s: 90, took_s: null }, spoken: { pace: null, pauses: 0.2, apart_db: 20 }, stretches };
  assert.ok(keepRecord("it", more));
  assert.deepEqual(recordsOf("it"), [more]);
  for (const broken of [{ disturbance: 1 }, { spoken: {} }, { stretches: [{ ...stretches[0], to_s: "9" }] }, { stretches: 1 }]) {
    keepRecord("it", /** @type {any} */ ({ ...more, ...broken }));
    assert.deepEqual(recordsOf("it"), [], JSON.stringify(broken));
  }
});

test("what comes after an answer follows from the time that is left", () => {
  const state = (/** @type {number} */ place, follow = "") => ({ phase: /** @type {const} */ ("discussion"), isRunning: true, isAnswering: false, place, follow });
  /** @type {[place: number, rest_s: number, follow: string, mayFollow: boolean, next: string][]} */
  const cases = [
    [-1, 300, "", true, "ask"], [0, 250, "", true, "follow"], [0, 149, "", true, "ask"], [0, 200, "Warum?", true, "ask"], [0, 200, "", false, "ask"],
    [1, 20, "", false, "ask"], [2, 20, "", true, "over"], [2, 30, "", false, "ask"], [1, 0, "", true, "over"], [4, 200, "", false, "over"], [4, 60, "", true, "follow"],
  ];
  for (const [place, rest_s, follow, mayFollow, next] of cases) assert.equal(nextOf(state(place, follow), 5, rest_s, RULES, mayFollow), next, JSON.stringify([place, rest_s, follow]));
  assert.equal(nextOf(state(0), 1, 200, RULES, false), "over", "no more were drawn");
});

test("what is no log is none", () => {
  for (const broken of [null, {}, [[1]], [[-1, "begin"]], [[0, "phase", "end"]], [[0, "ask", "0"]], [[0, "follow", ""]], [[0, "toString"]], [[0, "away", 1e12]], [[0, "begin", 1]]]) assert.equal(isLog(broken), false, JSON.stringify(broken));
  assert.ok(isLog(WHOLE));
});

test("an exam that is going on is kept and dropped; one that is over stays until it is deleted, and joins with a copy", () => {
  const device = new Device();
  openShelf(device.shelf());
  const sitting = newSitting({ exam: "it", about: "drucker", title: "Drucker", code: "", seed: "1", aloud: false, questions: [{ id: "a/b", title: "Was?", topic: "Netz" }], follow: [""] }, 1_796_000_000_000);
  assert.ok(writeSitting(sitting));
  assert.deepEqual(readSitting(), sitting);
  assert.equal(openShelf().backup().size, 0, "it speaks of this device alone");
  dropSitting();
  assert.equal(readSitting(), null);
  const samples = JSON.parse(readFileSync(new URL("../stored/entries.json", import.meta.url), "utf-8"));
  device.write("generalprobe:/:mocks:it", samples.mocks.at(-1), null);
  const [record, ...others] = recordsOf("it");
  assert.deepEqual([record.id, record.sheet.marks.zielgruppe, record.answers[0].grade, others], ["mie1k3", 2, 3, []]);
  assert.ok(keepRecord("it", { ...record, id: "neu", at: record.at - 1 }));
  assert.deepEqual(recordsOf("it").map(({ id }) => id), ["neu", "mie1k3"]);
  assert.ok(deleteRecord("it", "neu"));
  assert.deepEqual(recordsOf("it").map(({ id }) => id), ["mie1k3"]);
  assert.ok(openShelf().backup().has("mocks:it"));
  device.write("generalprobe:/:mocks:it", JSON.stringify({ version: 1, records: [["x", 5, { at: 1, about: "drucker" }]] }), null);
  assert.deepEqual(recordsOf("it"), [], "what lacks a sheet is none");
});
