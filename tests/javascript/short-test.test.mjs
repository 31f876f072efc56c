// The short test: what it draws, how it is written, and what comes of it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { randomBy } from "../../docs/javascripts/base/random.mjs";
import { askable, askedBy, countsOf, draw, makeWish, wishesFor, within } from "../../docs/javascripts/practice/short-test/drawing.mjs";
import { dropPaper, readPaper, readResult, writePaper } from "../../docs/javascripts/practice/short-test/kept.mjs";
import { byTopic, gradesSaid, missedIn, pointsOf, pointsSaid, reviewsOf, verdictOf } from "../../docs/javascripts/practice/short-test/marks.mjs";
import { answer, endOf, flag, goTo, leftIn, left_s, leftSaid, reduced, standsSaid, taken_s } from "../../docs/javascripts/practice/short-test/paper.mjs";
import { Device } from "./device.mjs";

const MINUTE_MS = 60_000;
const card = (id, topic, more = {}) => ({ id, formerly: [], topic, kind: "choice", ...more });
const many = [..."abcdefgh"].map((name) => card(`netz/${name}`, "Netz")).concat([..."xyz"].map((name) => card(`ton/${name}`, "Ton")));
const paper = { at: 1000, seed: "s", tab: "t", wishes: { topics: ["Netz"], count: 3, minutes: 2, exam: null }, ids: ["a", "b", "c"], place: 0, given: {}, flags: [] };

test("only what the page can check is asked, and nothing about a case study that nobody has read", () => {
  const cards = [card("netz/a", "Netz"), card("netz/offen", "Netz", { kind: "open" }), card("fall/a", "Netz", { about: "fall" }), card("glossar/a", "Netz", { kind: "term" })];
  assert.deepEqual(askable(cards, () => false).map(({ id }) => id), ["netz/a"]);
  assert.deepEqual(askable(cards, (id) => id === "fall").map(({ id }) => id), ["netz/a", "fall/a"]);
});

test("an exam asks its own questions and those of all", () => {
  const cards = [card("a", "Netz"), card("b", "Netz", { exams: ["eine"] }), card("c", "Netz", { exams: ["andere", "eine"] }), card("d", "Netz", { exams: ["andere"] })];
  assert.deepEqual(askedBy(cards, "eine").map(({ id }) => id), ["a", "b", "c"]);
  assert.equal(askedBy(cards, null).length, 4);
});

test("the topics take turns, and no question comes twice", () => {
  for (const seed of ["eins", "zwei", "drei"]) {
    const ids = draw(many, 6, new Set(), randomBy(seed));
    assert.equal(new Set(ids).size, 6);
    assert.equal(ids.filter((id) => id.startsWith("ton/")).length, 3);
  }
  assert.equal(draw(many, 99, new Set()).length, many.length);
});

test("what was asked the last time comes only where nothing else is left", () => {
  const last = new Set(["netz/a", "netz/b", "ton/x", "ton/y"]);
  const ids = draw(many, 4, last, randomBy("los"));
  assert.equal(ids.filter((id) => last.has(id)).length, 1); // Ton has one other question.
  assert.equal(draw(many, many.length, last, randomBy("los")).length, many.length);
});

test("it is proposed what was wished before, as far as there is any of it", () => {
  assert.deepEqual([...countsOf(many)], [["Netz", 8], ["Ton", 3]]);
  assert.deepEqual(wishesFor(many, null, null), { topics: ["Netz", "Ton"], count: 10, minutes: null, exam: null });
  assert.deepEqual(wishesFor(many, { topics: ["Ton", "Weg"], count: 3, minutes: 5, exam: "alt" }, "neu"), { topics: ["Ton"], count: 3, minutes: 5, exam: "neu" });
  assert.deepEqual(wishesFor(many, { topics: ["Weg"], count: 3, minutes: null, exam: null }, null).topics, ["Netz", "Ton"]);
});

test("a number that somebody types stays within what there is", () => {
  assert.deepEqual([NaN, -3, 0, 2.9, 7, 99].map((value) => within(value, 8)), [1, 1, 1, 2, 7, 8]);
  assert.equal(within(5, 0), 1);
});

test("a wished number comes back once there is enough for it again", () => {
  const wish = makeWish(10, 200);
  const shown = [1, 0, 17, 4, 0, 200].map((there) => {
    wish.limit(there);
    return wish.value();
  });
  assert.deepEqual(shown, [1, 1, 10, 4, 4, 10]);
  wish.limit(4);
  wish.set(wish.value() + 1);
  wish.limit(200);
  assert.equal(wish.value(), 4, "who changes it where there are four wishes for four");
});

test("answers and flags are taken back as they were given", () => {
  const answered = answer(flag(paper, "b"), "a", [2]);
  assert.deepEqual(leftIn(answered), { open: [1, 2], flagged: [1] });
  assert.equal(standsSaid(answered, 0), "Frage 1, beantwortet");
  assert.equal(standsSaid(answered, 1), "Frage 2, offen, markiert");
  const back = answer(flag(answered, "b"), "a", []);
  assert.deepEqual(leftIn(back), { open: [0, 1, 2], flagged: [] });
});

test("before it is handed in it says what is left, and nothing where nothing is", () => {
  assert.equal(leftSaid(answer(flag(paper, "b"), "a", [0])), "2 Fragen sind noch offen (2, 3) und zählen als falsch. Markiert: 2.");
  const whole = { ...paper, given: { a: [0], b: ["ja"], c: [1] } };
  assert.equal(leftSaid(whole), "");
  assert.equal(leftSaid({ ...whole, given: { ...whole.given, c: [] } }), "Eine Frage ist noch offen (3) und zählt als falsch.");
  const long = { ...paper, ids: Array.from({ length: 20 }, (_, at) => `${at}`) };
  assert.match(leftSaid(long), /^20 Fragen sind noch offen \(1, 2, .*, 12 …\)/);
});

test("there is no place before the first and behind the last question", () => {
  assert.deepEqual([-1, 1, 9].map((place) => goTo(paper, place).place), [0, 1, 2]);
});

test("a question that is no more is left out, and the place stays with its question", () => {
  assert.deepEqual(reduced(goTo(paper, 2), (id) => id !== "a").ids, ["b", "c"]);
  assert.equal(reduced(goTo(paper, 2), (id) => id !== "a").place, 1);
  assert.equal(reduced(goTo(paper, 1), (id) => id !== "b").place, 0);
});

test("its time runs by the clock on the wall, and never below nothing", () => {
  assert.equal(endOf(paper), 1000 + 2 * MINUTE_MS);
  assert.deepEqual([1000, 1001, 1000 + MINUTE_MS, 1000 + 5 * MINUTE_MS].map((now) => left_s(paper, now)), [120, 120, 60, 0]);
  assert.equal(taken_s(paper, 1000 + 5 * MINUTE_MS), 120);
  assert.equal(taken_s(paper, 0), 0);
  const calm = { ...paper, wishes: { ...paper.wishes, minutes: null } };
  assert.deepEqual([endOf(calm), left_s(calm, 99), taken_s(calm, 1000 + 5 * MINUTE_MS)], [null, null, 300]);
});

const asked = [
  { id: "a", topic: "Netz", right: 1, all: 1, given: [0] },
  { id: "b", topic: "Netz", right: 2, all: 4, given: [1, 0, 2, 3] },
  { id: "c", topic: "Ton", right: 1, all: 4, given: [3, 2, 1, 0] },
  { id: "d", topic: "Ton", right: 0, all: 2, given: [] },
];

test("a question counts a point, or half of one", () => {
  assert.deepEqual(asked.map(verdictOf), ["right", "half", "wrong", "open"]);
  assert.equal(pointsOf(asked), 1.5);
  assert.deepEqual([0, 0.5, 1, 7.5].map(pointsSaid), ["0", "½", "1", "7½"]);
  assert.deepEqual(missedIn(asked).map(({ id }) => id), ["b", "c", "d"]);
});

test("of the topics the weakest stands first", () => {
  assert.deepEqual(byTopic(asked), [{ topic: "Ton", points: 0, all: 2 }, { topic: "Netz", points: 1.5, all: 2 }]);
});

test("what was answered means a grade, and what was not means none", () => {
  const reviews = reviewsOf({ at: 5000, offset: 60, asked });
  assert.deepEqual(reviews, [["a", 3], ["b", 2], ["c", 1]].map(([id, grade]) => [id, { at: 5000, offset: 60, grade }]));
  assert.equal(gradesSaid(reviews, ["Nochmal", "Schwer", "Gut", "Leicht"]), "1 Gut, 1 Schwer, 1 Nochmal");
});

test("what is being written is kept here alone, and what was handed in goes into the backup", () => {
  const device = new Device();
  openShelf(device.shelf());
  assert.ok(writePaper(paper));
  assert.deepEqual(readPaper(), paper);
  assert.equal(openShelf().backup().size, 0, "it speaks of this device alone");
  dropPaper();
  assert.equal(readPaper(), null);
  const [, text] = JSON.parse(readFileSync(new URL("../stored/entries.json", import.meta.url), "utf-8")).tests;
  device.write("generalprobe:/:tests:last", text, null);
  assert.deepEqual(readResult()?.asked.map(verdictOf), ["right", "half", "open"]);
  assert.ok(openShelf().backup().has("tests:last"));
});

test("what is broken is no short test", () => {
  const device = new Device();
  openShelf(device.shelf());
  const broken = [{}, { ...paper, ids: [] }, { ...paper, given: { a: 1 } }, { ...paper, given: { a: [0.5] } }, { ...paper, wishes: { ...paper.wishes, minutes: 0 } }, { ...paper, tab: undefined }];
  for (const value of broken) {
    device.write("generalprobe:/:tests:now", JSON.stringify({ version: 1, at: 5, value }), null);
    assert.equal(readPaper(), null, JSON.stringify(value));
  }
  device.write("generalprobe:/:tests:last", JSON.stringify({ version: 1, at: 5, value: { at: 1, asked: [] } }), null);
  assert.equal(readResult(), null);
});
