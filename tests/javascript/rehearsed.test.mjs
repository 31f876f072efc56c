// What rehearsals do to a talk of one's own: times that are taken and given back, cuts at their slides.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSpeech } from "../../docs/javascripts/speech/speech.mjs";
import { earlierIn, planned, replaced, unplanned, withTimes } from "../../docs/javascripts/talk/plans.mjs";
import { Draft } from "../../docs/javascripts/workshop/draft.mjs";
import { timed } from "../../docs/javascripts/workshop/measuring.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { rehearsed } from "../../docs/javascripts/workshop/rehearsed.mjs";
import { EXAM, ran } from "./talk-samples.mjs";
import { tables } from "./tables.mjs";

const SPEECH = makeSpeech(tables);
const USUAL = { rate: 1, measured_s: 0 };
const NOTES = "Wir haben zuerst gefragt, wer betroffen ist, und dann den Treiber geprüft. ".repeat(12);
const talkOf = (time_s = 60) => timed(makeTalk({ slides: ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8"].map((key) => makeSlide(key, { title: key, notes: NOTES, time_s })) }), SPEECH);
const runOf = (talk, seconds) => ran(talk, Object.fromEntries(talk.slides.map(({ key }) => [key, seconds(key)])));
const timesOf = ({ slides }) => slides.map(({ time_s }) => time_s);

test("times are taken into a talk and given back, and what was changed by hand since stays", () => {
  const talk = talkOf();
  const times = new Map([["f1", 45], ["f2", 60], ["f8", 75]]);
  const before = replaced(talk, times);
  assert.deepEqual([...before], [["f1", 60], ["f8", 60]]);
  const now = planned(talk, times);
  assert.deepEqual(timesOf(now), [45, 60, 60, 60, 60, 60, 60, 75]);
  assert.deepEqual(unplanned(now, times, before), talk);
  assert.deepEqual(timesOf(unplanned(withTimes(now, new Map([["f1", 50]])), times, before)), [50, 60, 60, 60, 60, 60, 60, 60]);
});

test("the editor undoes what was taken on the stage", () => {
  const kept = planned(talkOf(), new Map([["f1", 45], ["f9", 45]]));
  const draft = new Draft(kept, withTimes(kept, earlierIn(kept)));
  assert.equal(draft.talk.slides[0].time_s, 45);
  draft.undo();
  assert.deepEqual(timesOf(draft.talk), timesOf(talkOf()));
  draft.redo();
  assert.equal(draft.talk.slides[0].time_s, 45);
  assert.equal(new Draft(kept).canUndo, false);
});

test("whatever lies there as earlier times, only times are taken", () => {
  for (const earlier of [undefined, null, 7, "x", [], { f1: "1:00" }, { f1: -1 }, { f1: 1.5 }]) assert.equal(earlierIn({ earlier }).size, 0, JSON.stringify(earlier));
});

test("without a rehearsal nothing is proposed", () => {
  assert.deepEqual(rehearsed({ talk: talkOf(), exam: EXAM, runs: [], pace: USUAL }, SPEECH), { findings: [], times: new Map() });
  const silent = { ...runOf(talkOf(), () => 70), mode: "silent" };
  assert.equal(rehearsed({ talk: talkOf(), exam: EXAM, runs: [silent], pace: USUAL }, SPEECH).times.size, 0);
});

test("what a rehearsal finds too long stands at its slide, the longest first, and goes with the words that it asks for", () => {
  const talk = talkOf(70);
  const runs = [1, 2, 3].map(() => runOf(talk, (key) => (key === "f5" ? 160 : 75)));
  const { findings, times } = rehearsed({ talk, exam: EXAM, runs, pace: USUAL }, SPEECH);
  assert.deepEqual([findings[0].slide, findings[0].field, findings[0].severity, findings[0].path], ["f5", "notes", "hint", ["slides", 4, "notes"]]);
  assert.match(findings[0].message, /^Nach deinen Proben: etwa \d+ Wörter kürzen, ≈ \d+\u00a0s$/);
  assert.equal(findings[0].hint, "Dann passt der Vortrag in 9:30, mit Reserve.");
  assert.ok([...times.values()].reduce((sum, each) => sum + each, 0) <= 570);
  const shorter = timed({ ...talk, slides: talk.slides.map((slide) => ({ ...slide, notes: NOTES.slice(0, NOTES.length / 2) })) }, SPEECH);
  assert.deepEqual(rehearsed({ talk: shorter, exam: EXAM, runs, pace: USUAL }, SPEECH).findings, []);
});

test("once the proposed times are planned, they are proposed no more", () => {
  const talk = talkOf();
  const runs = [runOf(talk, () => 66)];
  const { times, findings } = rehearsed({ talk, exam: EXAM, runs, pace: USUAL }, SPEECH);
  assert.deepEqual([times.size, findings], [8, []]);
  assert.equal(rehearsed({ talk: withTimes(talk, times), exam: EXAM, runs, pace: USUAL }, SPEECH).times.size, 0);
});
