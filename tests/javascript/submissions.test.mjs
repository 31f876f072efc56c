// Several talks at once: a row each, what is wrong by slide, and a table in which nothing is a formula.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSpeech } from "../../docs/javascripts/speech/speech.mjs";
import { makeJudge } from "../../docs/javascripts/workshop/checks.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { HEADS, cellsOf, csvOf, judged, saidOf } from "../../docs/javascripts/workshop/submissions.mjs";
import { tables } from "./tables.mjs";

const speech = makeSpeech(tables);
const rules = new Proxy({}, { get: (_, code) => ({ severity: ["ZEIT12", "FORM07", "ZIEL01"].includes(String(code)) ? "error" : "warning", title: "", why: "", cure: "" }) });
const exam = {
  id: "it", presentation: { budget: 600, shortest: 510, cutoff: 630 }, slides: { fewest: 7, most: 9, shortest: 30, longest: 90, most_bullets: 6 },
  speech: { most_percent: 110, least_percent: 70, slide_change: 2 }, forbidden_audiences: ["Prüfer"],
};
const known = { speech, judge: makeJudge(speech, rules), hints: () => [], exams: [exam] };
const SENTENCE = "Zuerst prüfe ich die Warteschlange, dann den Treiber, und jeden Schritt halte ich im Ticket fest.";

const slide = (number, changed = {}) => makeSlide(`p${number}`, { title: `Schritt ${number}`, headline: `Kopf ${number}`, bullets: [{ text: number === 1 ? "Zielgruppe: IT-Leitung" : "Ein Punkt", bullets: [] }], notes: Array(12).fill(SENTENCE).join(" "), time_s: 75, ...changed });
const talk = (changes = {}) => makeTalk({ title: "Netz", slides: [1, 2, 3, 4, 5, 6, 7].map((number) => slide(number, changes[number])) });
const judge = (given, losses = []) => judged("a.pptx", { talk: given, pictures: new Map(), losses }, known);

test("a talk that is right has a row and nothing to be named", () => {
  const found = judge(talk());
  assert.deepEqual(saidOf(found), []);
  const [file, slides, planned, spoken, silent, bullets, counted, audience] = cellsOf(found);
  assert.deepEqual([file, slides, planned, silent, bullets, counted, audience], ["a.pptx", "7", "8:45", "0", "1", "0 Fehler, 0 Warnungen", "IT-Leitung"]);
  assert.match(spoken, /^\d+:\d\d \(\d+:\d\d–\d+:\d\d\)$/);
});

test("what is wrong comes by slide, and nothing about times that nobody planned", () => {
  const found = judge(talk({ 1: { bullets: [] }, 3: { time_s: 0, notes: `${SENTENCE} `.repeat(40) }, 5: { notes: "" } }), ["Folie 2: Ein Diagramm lässt sich nicht lesen."]);
  assert.equal(found.plannedS, null);
  assert.deepEqual(found.silent, [5]);
  assert.deepEqual(saidOf(found).map((each) => each.slice(0, 34)), ["Fehler: Keine Folie nennt die Ziel", "Warnung: Gesprochen dauert der Vor", "Warnung: Folie 5 hat keinen Sprech", "Nicht gelesen: Folie 2: Ein Diagramm"].map((each) => each.slice(0, 34)));
});

test("slides have the numbers of the file, hidden ones counted", () => {
  const given = talk({ 2: { notes: "" }, 3: { notes: "" }, 5: { headline: "Kopf 4", notes: "x", bullets: [] }, 4: { notes: "x", bullets: [] } });
  const found = judged("a.pptx", { talk: given, pictures: new Map(), losses: [], numbers: [1, 3, 5, 6, 8, 9, 10] }, known);
  assert.deepEqual(found.silent, [3, 5]);
  assert.deepEqual(saidOf(found).filter((said) => /keinen|dasselbe/.test(said)), ["Warnung: Folie 3 hat keinen Sprechtext", "Warnung: Folie 5 hat keinen Sprechtext", "Warnung: Folie 8 zeigt und sagt dasselbe wie Folie 6"]);
});

test("hidden slides are counted beside those that are shown", () => {
  const found = judge({ ...talk(), hidden: [slide(8)] });
  assert.equal(cellsOf(found)[1], "7 (+1)");
  const [, row] = csvOf([found]).split("\r\n");
  assert.match(row, /^a\.pptx;7;.*;1 Folie ausgeblendet$/);
});

test("many slides without notes are one line", () => {
  const found = judge(talk({ 2: { notes: "" }, 3: { notes: "" }, 5: { notes: "" } }));
  assert.deepEqual(saidOf(found).filter((said) => /keinen/.test(said)), ["Warnung: 3 Folien haben keinen Sprechtext: 2, 3, 5"]);
});

test("a file that cannot be read is a row too, and so is one with nothing to show", () => {
  assert.deepEqual(cellsOf(judged("b.pptx", { trouble: "Die Datei ist leer." }, known)), ["b.pptx", "–", "–", "–", "–", "–", "nicht lesbar", "–"]);
  assert.match(judge(makeTalk()).trouble, /keine Folie/);
});

test("the table says how much was not read", () => {
  const hints = [["a", "b"], ["a"], []].map((losses) => csvOf([judge(talk(), losses)]).trim().split(";").at(-1));
  assert.deepEqual(hints, ["2 Sachen nicht gelesen", "1 Sache nicht gelesen", ""]);
});

test("what several slides lost alike is one line", () => {
  const losses = ["Folie 2 („Lage: neu“): Ein Video fällt weg.", "Folie 3: Ein Video fällt weg.", "Folie 5 („Ende“): Ein Video fällt weg.", "Folie 5 („Ende“): Die Animation fällt weg.", "Zeile 3: x"];
  assert.deepEqual(judge(talk(), losses).losses, ["Folien 2, 3, 5: Ein Video fällt weg.", "Folie 5 („Ende“): Die Animation fällt weg.", "Zeile 3: x"]);
});

test("no cell of the table is a formula, and none breaks out of its own", () => {
  const given = talk();
  given.metadata.audience = '=HYPERLINK("x");1\n2';
  const csv = csvOf([judge(given), judged("@b.pptx", { trouble: "Leer." }, known)]);
  const lines = csv.split("\r\n");
  assert.equal(lines[0], `\ufeff${HEADS.join(";")};Hinweis`);
  assert.ok(csv.includes(`"'=HYPERLINK(""x"");1\n2"`));
  assert.equal(lines[2], "'@b.pptx;–;–;–;–;–;nicht lesbar;–;Leer.");
});
