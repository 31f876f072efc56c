// What came as a talk: only what this page understands is taken for one, whatever came.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SAID, VERSION, idIn, isId, readExam, readTalk } from "../../docs/javascripts/talk/judging.mjs";
import { isShowable } from "../../docs/javascripts/talk/showable.mjs";

const SLIDE = { key: "lage", formerly: [], title: "Lage", headline: "Nichts druckt", bullets: [], artifact: null, density: "", notes: "", directions: [], time_s: 60, demo_s: 0, spoken_s: 51.2, silent_s: 0, syllables: 240 };
const TALK = { version: VERSION, id: "drucker", title: "Drucker", draft: false, exam: "it", page: "fallstudien/drucker/", metadata: { topic: "Ein Treiber" }, slides: [SLIDE] };
const EXAM = { version: VERSION, id: "it", presentation: { budget: 600, shortest: 510, cutoff: 630 }, speech: { slide_change: 2 }, discussion: { budget: 300 }, marking_sheet: { sections: [{ title: "Vortrag", criteria: [] }] } };

const FREE = ["draft", "exam", "density"];
const without = (key) => ({ ...SLIDE, [key]: undefined });

test("a whole talk is one, and so is an exam", () => {
  assert.deepEqual(readTalk(JSON.stringify(TALK)), { talk: TALK });
  assert.deepEqual(readExam(JSON.stringify(EXAM)), EXAM);
});

test("a newer one is said to be newer, whatever it holds", () => {
  assert.deepEqual(readTalk(JSON.stringify({ version: VERSION + 1 })), { trouble: "newer" });
});

test("what is cut off, or something else, is broken and never a mistake", () => {
  const text = JSON.stringify(TALK);
  for (let end = 0; end < text.length; end += 7) assert.deepEqual(readTalk(text.slice(0, end)), { trouble: "broken" });
  for (const other of ["null", "[]", "7", '"x"', "{}", "<!doctype html>", '{"version": "1"}', '{"version": 0}', JSON.stringify({ ...TALK, slides: [] })]) {
    assert.deepEqual(readTalk(other), { trouble: "broken" });
    assert.equal(readExam(other), null);
  }
});

test("nothing that slides are made of may be missing", () => {
  assert.ok(isShowable(SLIDE));
  for (const key of Object.keys(SLIDE).filter((each) => !FREE.includes(each))) assert.ok(!isShowable(without(key)), key);
  for (const other of [null, 7, "x", [], { ...SLIDE, time_s: -1 }]) assert.ok(!isShowable(other));
  for (const key of ["id", "title", "page", "metadata"]) assert.deepEqual(readTalk(JSON.stringify({ ...TALK, [key]: undefined })), { trouble: "broken" }, key);
  for (const key of ["id", "presentation", "speech", "discussion", "marking_sheet"]) assert.equal(readExam(JSON.stringify({ ...EXAM, [key]: undefined })), null, key);
});

test("bullets and artifacts are such as slides can show", () => {
  const judged = (changes) => isShowable({ ...SLIDE, ...changes });
  const whole = [
    { kind: "placeholder", caption: "", description: "x" }, { kind: "image", caption: "", src: "images/x.png", alt: "x" },
    { kind: "diagram", caption: "", source: "x", description: "x", drawing: "" }, { kind: "code", caption: "", language: "text", code: "x" },
    { kind: "table", caption: "", columns: ["x"], rows: [["x"]] }, { kind: "quote", caption: "", text: "x", source: "" },
  ];
  for (const artifact of whole) {
    assert.ok(judged({ artifact }), artifact.kind);
    for (const key of Object.keys(artifact).filter((each) => each !== "language")) assert.ok(!judged({ artifact: { ...artifact, [key]: 7 } }), `${artifact.kind}: ${key}`);
  }
  assert.ok(!judged({ artifact: { kind: "film", caption: "" } }));
  assert.ok(judged({ bullets: [{ text: "x", bullets: ["y"] }] }));
  for (const bullets of [["x"], [{ text: "x" }], [{ text: 7, bullets: [] }], [{ text: "x", bullets: [7] }], [null]]) assert.ok(!judged({ bullets }));
});

test("an address names a talk by its id, and by nothing else", () => {
  assert.equal(idIn("?fall=drucker&x=1"), "drucker");
  assert.equal(idIn("?x=1"), "");
  for (const id of ["drucker", "a-b-2", "7"]) assert.ok(isId(id), id);
  for (const id of ["", "../x", "a/b", "A", "ä", "a--b", "-a", "a ", "<b>", "a".repeat(201), "%2e%2e", "eigener/x"]) assert.ok(!isId(id), id);
});

test("each trouble is said in a sentence", () => {
  for (const said of Object.values(SAID)) assert.match(said, /^[A-Z].*\.$/);
});
