// What the browser says of a talk beyond what the check says: where it belongs, how to cure it, and what is only a hint.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSpeech } from "../../docs/javascripts/speech/speech.mjs";
import { makeJudge } from "../../docs/javascripts/workshop/checks.mjs";
import { toEven } from "../../docs/javascripts/workshop/times.mjs";
import { tables } from "./tables.mjs";

const rules = new Proxy({}, { get: (_, code) => ({ severity: "warning", title: "", why: "", cure: `Abhilfe für ${String(code)}` }) });
const judge = makeJudge(makeSpeech(tables), rules);
const SENTENCE = "Zuerst prüfe ich die Warteschlange, dann den Treiber, und jeden Schritt halte ich im Ticket fest.";
const exam = {
  presentation: { budget: 600, shortest: 510, cutoff: 630 },
  slides: { fewest: 7, most: 9, shortest: 30, longest: 90, most_bullets: 6 },
  speech: { most_percent: 110, least_percent: 70, slide_change: 2 },
  forbidden_audiences: ["Prüfer"],
};

const said = (sentences) => Array(sentences).fill(SENTENCE).join(" ");
const slide = (number, changed = {}) => ({
  key: `eigen-${number}`, title: `Schritt ${number}`, headline: `Kopf ${number}`, bullets: [{ text: "Ein Punkt", bullets: [] }], artifact: null, notes: said(12), time_s: 75, demo_s: 0, ...changed,
});
const metadata = { topic: "Thema", audience: "IT-Leitung", situation: "Lage", goal: "Ziel", success_criteria: ["Ruhe"], scope: "Nur hier", risks: ["Keine"] };
const talk = (changes = {}, about = {}) => ({
  metadata: { ...metadata, ...about },
  slides: [1, 2, 3, 4, 5, 6, 7].map((number) => slide(number, changes[number])),
});
const found = (...given) => Object.fromEntries(judge(talk(...given), exam).map((finding) => [finding.code, finding]));

test("a talk that is right has nothing to be named", () => assert.deepEqual(judge(talk(), exam), []));

test("a finding names its slide by the key and the field that is meant", () => {
  const { ZEIT10, ZEIT05, FOLIE03 } = found({ 3: { notes: "" }, 5: { time_s: 20, bullets: Array(7).fill({ text: "Punkt", bullets: [] }) } });
  assert.deepEqual([ZEIT10.slide, ZEIT10.field, ZEIT10.path], ["eigen-3", "notes", ["slides", 2]]);
  assert.deepEqual([ZEIT05.slide, ZEIT05.field, FOLIE03.field, FOLIE03.hint], ["eigen-5", "time", "bullets", "Abhilfe für FOLIE03"]);
  const { ZEIT01 } = found({ 1: { time_s: 90 }, 2: { time_s: 90 }, 3: { time_s: 90 }, 4: { time_s: 85 }, 5: { time_s: 85 }, 6: { time_s: 85 }, 7: { time_s: 85 } });
  assert.deepEqual([ZEIT01.slide, ZEIT01.field], ["", "slides"]);
});

test("a text of the wrong length is cured in words", () => {
  const { ZEIT02, ZEIT09 } = found({ 1: { notes: said(20) }, 2: { notes: said(5) } });
  assert.equal(ZEIT02.hint, "Rund 120 Wörter kürzen oder der Folie mehr Zeit geben.");
  assert.match(ZEIT09.hint, /^Rund 120 Wörter ergänzen /);
});

test("cures are for somebody who writes on the page and no file", () => {
  const { ZEIT10, ZEIT07, ZEIT12 } = found({ 1: { notes: "" }, 2: { demo_s: 80 }, 3: { notes: "" }, 4: { notes: "" } });
  for (const { hint } of [ZEIT10, ZEIT07]) assert.doesNotMatch(hint, /`|Abhilfe/);
  assert.match(ZEIT12.hint, /^Sprechtexte ergänzen/);
  const long = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [number, { notes: said(20) }]));
  assert.match(found(long).ZEIT12.hint, /^Sprechtexte kürzen/);
});

test("too many slides are a matter of all of them", () => {
  const many = { ...talk(), slides: Array.from({ length: 11 }, (_, index) => slide(index + 1)) };
  const finding = judge(many, exam).find(({ code }) => code === "FOLIE02");
  assert.deepEqual([finding.path, finding.slide, finding.message], [["slides", 9], "", "11 Folien, empfohlen sind 7 bis 9"]);
});

test("an audience that is missing is what fails an exam", () => {
  const { FORM07 } = found({}, { audience: " " });
  assert.deepEqual([FORM07.field, FORM07.slide], ["audience", ""]);
  assert.match(FORM07.hint, /nicht bestanden/);
});

test("a plan without reserve is a hint, no warning", () => {
  const full = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [number, { time_s: 85, notes: said(13) }]));
  const { RESERVE } = found(full);
  assert.deepEqual([RESERVE.severity, RESERVE.message], ["hint", "Geplant sind 9:55 von 10:00: Es bleibt kaum Reserve"]);
  assert.equal(found({ ...full, 1: { time_s: 60, notes: said(10) } }).RESERVE, undefined);
});

test("whoever speaks slowly is judged by that", () => {
  const slow = judge(talk(), exam, { rate: 1.4, measured_s: 120 }).map(({ code }) => code);
  assert.ok(slow.includes("ZEIT02") && slow.includes("ZEIT12"));
});

test("a half is rounded to the even number, as Python does", () => assert.deepEqual([0, 0.5, 1.5, 2.5, 2.4, 2.6].map(toEven), [0, 0, 2, 2, 2, 3]));
