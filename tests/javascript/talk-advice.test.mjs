// What rehearsals say: verdicts, plans that fit, cuts, one's own factor, and slides that have changed or are gone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { adviceOf, adviceSaid, cutSaid, cutsIn, expectedOf, yamlOf } from "../../docs/javascripts/talk/advice.mjs";
import { factorOf } from "../../docs/javascripts/talk/factor.mjs";
import { matched, measure, measureAll, median, spoken, strangers, toldBy } from "../../docs/javascripts/talk/measured.mjs";
import { furthestSaid, verdictOf, verdictSaid } from "../../docs/javascripts/talk/report.mjs";
import { chance } from "./random.mjs";
import { each, EXAM, KEYS, ran, slide, talkOf } from "./talk-samples.mjs";

const MODEL = JSON.parse(readFileSync(new URL("../../generalprobe/speech/tables/model.json", import.meta.url), "utf8"));
const TALK = talkOf();

/** @param {number} actual @param {number} expected @param {number} [by] */
const near = (actual, expected, by = 0.001) => assert.ok(Math.abs(actual - expected) <= by, `${actual} is not ${expected}`);
const advise = (talk, runs, rate = 1) => adviceOf({ talk, exam: EXAM, all: spoken(talk, runs), rate });
const said = (talk, run) => verdictSaid(talk, EXAM, measure(talk, run));

test("a run is measured by slide, with visits, against the plan that it had", () => {
  const run = ran(TALK, each(60, { lage: 90 }));
  const changed = talkOf({ lage: { time_s: 10, title: "Anders" } });
  const { kind, running_s, plan_s, slides } = measure(changed, run);
  assert.deepEqual([kind, running_s, plan_s], ["whole", 510, 560]);
  assert.deepEqual(slides.get("lage"), { seconds: 90, visits: 1, plan_s: 70, weight: 1, isChanged: true, isCut: false });
  assert.equal(slides.get("ziel")?.isChanged, false);
});

test("the verdict follows the exam's times", () => {
  const verdicts = [[60, "short", /^Du hast 8:00 gebraucht\. Das ist zu kurz: Unter 8:30/], [70, "fits", /^Du hast 9:20 gebraucht\. Das passt: 0:40 unter den erlaubten 10:00\.$/],
    [75, "fits", /^Du hast 10:00 gebraucht, genau die erlaubte Zeit\.$/], [76.5, "over", /^Du hast 10:12 gebraucht, 0:12 mehr als die erlaubten 10:00\. Abgebrochen wird bei 10:30\.$/],
    [80, "cut", /^Du hast 10:40 gebraucht\. Bei 10:30 wäre abgebrochen worden, auf Folie 8 \(„Folie fazit“\)\.$/]];
  for (const [seconds, verdict, sentence] of verdicts) {
    const run = ran(TALK, each(seconds));
    assert.equal(verdictOf(measure(TALK, run), EXAM), verdict);
    assert.match(said(TALK, run), sentence);
  }
});

test("a pause is no time of the talk, and the slide at the cut-off is found behind it", () => {
  const run = ran(TALK, each(80));
  const log = [...run.log.slice(0, 2), [81_000, "asleep", 900_000], ...run.log.slice(2)];
  assert.match(said(TALK, { ...run, log }), /10:40.*auf Folie 8/);
  assert.equal(measure(TALK, { ...run, log }).paused_s, 900);
});

test("parts, silent and broken runs say what they are and judge no total", () => {
  const part = { slides: ran(TALK, {}).slides.slice(0, 3), mode: "part" };
  assert.match(said(TALK, ran(TALK, { titel: 50, lage: 90, ziel: 80 }, part)), /^3 Folien geprobt: 3:40, geplant waren 3:30\.$/);
  assert.match(said(TALK, ran(TALK, { titel: 50 }, { ...part, slides: part.slides.slice(0, 1) })), /^Eine Folie geprobt: 0:50, geplant war 1:10\.$/);
  assert.match(said(TALK, ran(TALK, each(20), { mode: "silent" })), /^Still durchgegangen in 2:40\..*zählt nicht/);
  const broken = ran(TALK, { titel: 60, lage: 70, ziel: 20 });
  assert.match(said(TALK, broken), /^3 von 8 Folien in 2:30\. Über/);
  for (const run of [broken, ran(TALK, { titel: 50 }, part)]) assert.equal(verdictOf(measure(TALK, run), EXAM), "none");
});

test("a silent run spoils nothing, and the slide on which a run broke off says nothing", () => {
  const runs = [ran(TALK, each(70)), ran(TALK, each(20), { mode: "silent" }), ran(TALK, { titel: 80, lage: 5 })];
  const all = spoken(TALK, runs);
  assert.deepEqual(toldBy(all, "titel").map(({ seconds }) => seconds), [70, 80]);
  assert.deepEqual(toldBy(all, "lage").map(({ seconds }) => seconds), [70]);
  assert.deepEqual(measureAll(TALK, runs).map(({ kind }) => kind), ["whole", "silent", "part"]);
});

test("a slide that was only passed by says nothing of its time", () => {
  const run = ran(TALK, each(72, { ziel: 0.4, ursache: 138 }));
  assert.deepEqual(toldBy(spoken(TALK, [run]), "ziel"), []);
  assert.equal(advise(TALK, [run]).slides[2].expected_s, advise(TALK, []).slides[2].expected_s);
  assert.match(furthestSaid(TALK, measure(TALK, ran(TALK, each(70, { ziel: 0.4, lage: 94 })))), /Folie 2/);
});

test("who clicks through has not spoken, and who skips a slide has not broken off on the last", () => {
  const clicked = ran(TALK, each(15));
  assert.equal(measure(TALK, clicked).kind, "silent");
  assert.match(said(TALK, clicked), /^Durchgeklickt in 2:00\..*ändert keine Zeit/);
  const { ziel, ...others } = each(70);
  const skipped = measure(TALK, ran(TALK, others));
  assert.deepEqual([skipped.kind, skipped.isBroken, skipped.slides.get("fazit")?.isCut, ziel], ["part", true, false, 70]);
});

test("the slide furthest from its plan is named, unless all are near", () => {
  assert.equal(furthestSaid(TALK, measure(TALK, ran(TALK, each(75)))), "");
  assert.match(furthestSaid(TALK, measure(TALK, ran(TALK, each(70, { ziel: 45, lage: 94 })))), /Folie 3 \(„Folie ziel“\), 0:25 kürzer/);
});

test("the median is the middle, of an even number the mean of both", () => {
  assert.deepEqual([[], [5], [9, 1], [3, 100, 1]].map(median), [null, 5, 5, 3]);
});

test("what is expected lies between estimate and runs, nearer to them with each run", () => {
  const expect = (...times) => expectedOf(spoken(TALK, times.map((time) => ran(TALK, each(time)))), TALK.slides[1], 70);
  assert.equal(expect(), 70);
  near(expect(100), 82.48, 0.01); // λ = 0.12² / (0.12² + 0.13²) = 0.46
  const [one, two, three] = [expect(100), expect(100, 100), expect(100, 100, 100)];
  assert.ok(70 < one && one < two && two < three && three < 100);
  assert.ok(expect(60, 60, 60, 60, 100) < 80, "one long run weighs little");
});

test("runs of a text that has changed fade: a little changed they count, rewritten hardly", () => {
  const run = ran(TALK, each(100));
  const expect = (syllables) => expectedOf(spoken(talkOf({ lage: { syllables } }), [run]), slide("lage", { syllables }), 70);
  assert.ok(expect(280) > expect(295) && expect(295) > expect(350) && expect(350) > expect(700));
  near(expect(1200), 70, 1);
});

test("without runs the proposal is the estimate in steps of five seconds, and it fits", () => {
  const advice = advise(TALK, []);
  near(advice.expected_s, 8 * 68 + 7 * 2);
  assert.ok(advice.fits && advice.slides.every(({ proposed_s }) => proposed_s % 5 === 0));
  assert.match(adviceSaid(advice, EXAM), /etwa 9:18\. Das passt, mit 0:42 Reserve\. Dein Plan stimmt schon\./);
});

test("where the talk is too long, the slides furthest over their plan are cut, in seconds and words", () => {
  const runs = [0, 1, 2].map(() => ran(TALK, each(70, { loesung: 150, ziel: 75 })));
  const advice = advise(TALK, runs);
  assert.equal(advice.fits, false);
  assert.deepEqual(cutsIn(advice).map(({ number }) => number), [5]);
  const [worst] = cutsIn(advice);
  near(worst.cut_s, advice.expected_s - 570);
  near(worst.words / 100, worst.cut_s / (worst.expected_s - 4), 0.001); // a hundred words, a pause of 2 s and 2 s for the change
  assert.match(cutSaid(worst), /^Folie 5: etwa \d+ Wörter kürzen, ≈ \d+\u00a0s$/);
  assert.match(adviceSaid(advice, EXAM), /passt und 0:30 Reserve bleiben, kürze/);
});

test("where all is too long, all is cut by its share of speech, but no demo", () => {
  const long = talkOf({ betrieb: { demo_s: 60, time_s: 150, spoken_s: 80 } });
  const advice = adviceOf({ talk: long, exam: EXAM, all: [], rate: 1.4 });
  const cuts = Object.fromEntries(advice.slides.map(({ key, cut_s }) => [key, cut_s]));
  assert.ok(KEYS.every((key) => cuts[key] > 5));
  near(Object.values(cuts).reduce((total, cut) => total + cut), advice.expected_s - 570);
  assert.ok(cuts.betrieb < 1.4 * 80);
});

test("where a little of every slide is too much, they are named all the same", () => {
  const advice = advise(talkOf(Object.fromEntries(KEYS.map((key) => [key, { time_s: 73, spoken_s: 68.2 }]))), []);
  assert.equal(advice.fits, false);
  assert.equal(cutsIn(advice).length, KEYS.length);
});

test("words are rounded as one speaks of them", () => {
  const cut = (words, cut_s) => cutSaid({ ...advise(TALK, []).slides[4], words, cut_s });
  assert.equal(cut(34.2, 16.4), "Folie 5: etwa 35 Wörter kürzen, ≈ 16\u00a0s");
  assert.equal(cut(1.2, 0.4), "Folie 5: etwa 1 Wort kürzen, ≈ 1\u00a0s");
  assert.equal(cut(7.4, 3), "Folie 5: etwa 7 Wörter kürzen, ≈ 3\u00a0s");
});

test("whatever the runs, the proposal fits the budget, in steps, and says what to cut for it", () => {
  for (let seed = 1; seed <= 600; seed += 1) {
    const draw = chance(seed);
    const slides = KEYS.map((key) => slide(key, { time_s: 15 + 5 * draw(25), demo_s: draw(4) ? 0 : draw(30), spoken_s: 10 + draw(100), syllables: draw(9) ? 40 + draw(400) : 0 }));
    const talk = { id: "t", slides };
    const runs = Array.from({ length: draw(7) }, () => {
      const shown = KEYS.filter(() => draw(12));
      return ran(talk, Object.fromEntries(shown.map((key) => [key, 1 + draw(140)])), { mode: ["whole", "part", "silent", "exam"][draw(4)] });
    });
    const advice = advise(talk, runs, 0.8 + draw(5) / 10);
    const fixed = slides.reduce((total, each, index) => total + each.demo_s + each.silent_s + (index ? 2 : 0) + (each.syllables ? 0 : advice.slides[index].expected_s), 0);
    if (fixed < 500) assert.ok(advice.proposed_s <= advice.limit_s, `seed ${seed}: ${advice.proposed_s}`);
    for (const { proposed_s, cut_s, expected_s, words } of advice.slides) {
      assert.ok(proposed_s >= 5 && proposed_s % 5 === 0 && cut_s >= 0 && cut_s <= expected_s && words >= 0 && Number.isFinite(words), `seed ${seed}`);
    }
    const cut = advice.slides.reduce((total, each) => total + each.cut_s, 0);
    if (fixed < 500) near(cut, Math.max(0, advice.expected_s - advice.limit_s));
    assert.equal(advice.fits, advice.expected_s < advice.limit_s + 5, `seed ${seed}`);
  }
});

test("a talk that is too short is told so", () => {
  assert.match(adviceSaid(advise(TALK, [], 0.7), EXAM), /kürzer als 8:30: Erkläre mehr/);
});

test("the proposed times can be copied as YAML, whatever a title looks like", () => {
  const advice = advise(talkOf({ lage: { title: "Lage: \"alles\" # steht" }, ziel: { title: "null" } }), []);
  assert.equal(yamlOf({ ...advice, slides: advice.slides.slice(0, 3) }), [
    "slides:", "  - title: Folie titel", '    time: "1:10"', '  - title: "Lage: \\"alles\\" # steht"', '    time: "1:10"', '  - title: "null"', '    time: "1:10"',
  ].join("\n"));
});

test("one's factor comes from what was spoken, without demos, pauses and changes, and is drawn towards the usual", () => {
  const talk = talkOf({ betrieb: { demo_s: 30 } });
  const run = ran(talk, each(66 * 1.1 + 4, { titel: 66 * 1.1 + 2, betrieb: 66 * 1.1 + 34 }));
  const factor = factorOf(talk, EXAM, spoken(talk, [run]), MODEL);
  near(factor?.ratio, 1.1, 1e-4);
  near(factor?.weight, 0.87, 0.01);
  near(factor?.rate, 1.1 ** factor.weight, 1e-4);
  assert.equal(factor?.runs, 1);
  const paused = { ...run, log: [[0, "slide", "titel"], [1, "asleep", 60_000], ...run.log.slice(1)] };
  near(factorOf(talk, EXAM, spoken(talk, [paused]), MODEL)?.ratio, 1.1, 1e-4);
});

test("no factor comes from parts, silent runs, changed texts, or what nobody speaks", () => {
  const none = (talk, ...runs) => assert.equal(factorOf(talk, EXAM, spoken(talk, runs), MODEL), null);
  none(TALK);
  none(TALK, ran(TALK, each(70), { mode: "silent" }), ran(TALK, each(70), { mode: "part" }), ran(TALK, { titel: 300 }), ran(TALK, each(8)), ran(TALK, each(300)));
  none(talkOf(Object.fromEntries(KEYS.map((key) => [key, { syllables: 300 }]))), ran(TALK, each(70)));
  const runs = [90, 60, 70, 80].map((seconds) => ran(TALK, each(seconds)));
  const last = factorOf(TALK, EXAM, spoken(TALK, runs), MODEL);
  assert.equal(last?.runs, 3, "the latest three");
  near(last?.ratio, Math.exp([60, 70, 80].map((each) => Math.log((8 * each - 30) / 528)).reduce((one, other) => one + other) / 3), 1e-4);
});

test("a renamed slide keeps its runs, one that is gone is offered, and matching gives it all that was measured", () => {
  const runs = [ran(TALK, each(70, { lage: 81 })), ran(TALK, each(70, { lage: 83 }))];
  const renamed = talkOf({ lage: { key: "ausgangslage", formerly: ["lage"] } });
  assert.deepEqual(toldBy(spoken(renamed, runs), "ausgangslage").map(({ seconds }) => seconds), [81, 83]);
  const gone = talkOf({ lage: { key: "neu" } });
  const all = measureAll(gone, runs);
  assert.deepEqual(strangers(all), [{ key: "lage", title: "Folie lage", runs: 2 }]);
  assert.equal(all[0].kind, "whole");
  assert.equal(all[0].running_s, 571);
  const changed = matched(runs, "lage", "neu");
  assert.deepEqual(toldBy(spoken(gone, changed), "neu").map(({ seconds }) => seconds), [81, 83]);
  assert.deepEqual(strangers(spoken(gone, changed)), []);
  assert.deepEqual(matched(changed, "lage", "neu"), []);
  assert.deepEqual(matched(runs, "lage", "ziel"), [], "a run that knows both stays as it is");
});

test("two slides that have become one are added up", () => {
  const merged = { id: "drucker", slides: TALK.slides.filter(({ key }) => key !== "ziel").map((each) => (each.key === "lage" ? { ...each, formerly: ["ziel"] } : each)) };
  assert.deepEqual(measure(merged, ran(TALK, each(70))).slides.get("lage"), { seconds: 140, visits: 2, plan_s: 140, weight: 1, isChanged: true, isCut: false });
});
