// The table of a result, and two runs side by side.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { measure } from "../../docs/javascripts/talk/measured.mjs";
import { compared, offSaid, reportOf, verdictOf, verdictSaid } from "../../docs/javascripts/talk/report.mjs";
import { each, EXAM, KEYS, ran, talkOf } from "./talk-samples.mjs";

const MODEL = JSON.parse(readFileSync(new URL("../../generalprobe/speech/tables/model.json", import.meta.url), "utf8"));
const TALK = talkOf({ lage: { time_s: 60 } });
const report = (runs, run = runs.at(-1), given = {}) => reportOf({ talk: TALK, exam: EXAM, run, runs, pace: null, model: MODEL, ...given });
const row = ({ rows }, key = "lage") => rows.find((each) => each.key === key);

test("a slide has its plan, this run, the middle of the latest three, the estimate, a proposal and how it has gone", () => {
  const runs = [50, 90, 60, 80].map((seconds) => ran(TALK, each(70, { lage: seconds })));
  const { number, title, plan_s, run_s, median_s, estimate_s, proposed_s, trend, visits, isChanged } = row(report(runs));
  assert.deepEqual([number, title, plan_s, run_s, median_s, estimate_s, visits, isChanged], [2, "Folie lage", 60, 80, 80, 70, 1, false]);
  assert.deepEqual(trend, [50, 90, 60, 80]);
  assert.equal(proposed_s, 70);
  const { run_s: whole, plan_s: plan, median_s: middle, estimate_s: estimate, trend: totals } = report(runs).whole;
  assert.deepEqual([whole, plan, middle, estimate, totals], [570, 550, 570, 558, [540, 580, 550, 570]]);
});

test("a run that is past is shown as of then and without advice", () => {
  const runs = [50, 90, 60].map((seconds) => ran(TALK, each(70, { lage: seconds })));
  const older = report(runs, runs[1], { isPast: true });
  assert.deepEqual([row(older).run_s, row(older).trend, row(older).proposed_s, older.advice], [90, [50, 90], null, null]);
  assert.equal(row(report(runs, runs[0], { isPast: true })).median_s, null, "one run has no middle");
  assert.ok(report(runs).advice);
  const early = { ...ran(TALK, each(70)), at: 0 };
  assert.ok(report([...runs, early], early).advice, "also where the clock has been put back");
  assert.equal(report([], runs[0]).whole.run_s, 540, "also where it is not among the runs");
});

test("the estimate follows one's pace of reading, the proposal one's factor in this talk", () => {
  const runs = [ran(TALK, each(82))];
  const [usual, slow] = [report(runs), report(runs, runs[0], { pace: { rate: 1.5, measured_s: 120 } })];
  assert.equal(row(slow).estimate_s, 66 * 1.5 + 4);
  assert.equal(row(slow).proposed_s, row(usual).proposed_s);
  assert.ok(usual.factor && usual.factor.ratio > 1.15);
  const unknown = report(runs, runs[0], { pace: { rate: 1.5, measured_s: 120 }, model: null });
  assert.equal(unknown.factor, null);
  assert.ok(unknown.advice.expected_s > usual.advice.expected_s);
});

test("a part is a table of its own slides, and its whole is their sum", () => {
  const runs = [ran(TALK, each(70)), ran(TALK, each(70))];
  const part = ran(TALK, { lage: 80, ziel: 90 }, { mode: "part", slides: runs[0].slides.slice(1, 3) });
  const { rows, whole } = report([...runs, part]);
  assert.deepEqual(rows.map(({ key }) => key), ["lage", "ziel"]);
  for (const name of ["plan_s", "run_s", "estimate_s", "proposed_s"]) assert.equal(whole[name], rows[0][name] + rows[1][name], name);
  assert.deepEqual([whole.trend, whole.median_s], [[], null], "other runs were about more");
});

test("a silent run is shown, and is in no middle, no trend and no advice", () => {
  const runs = [ran(TALK, each(70)), ran(TALK, each(70)), ran(TALK, each(20), { mode: "silent" })];
  const silent = report(runs);
  assert.deepEqual([row(silent).run_s, row(silent).median_s, row(silent).trend, silent.whole.trend], [20, 70, [70, 70], [560, 560]]);
  assert.equal(silent.advice.expected_s, report(runs.slice(0, 2)).advice.expected_s);
});

test("slides that changed say so, those that are gone are the last", () => {
  const runs = [ran(TALK, each(70))];
  const talk = talkOf({ lage: { syllables: 300 }, ziel: { key: "neu" } });
  const { rows } = report(runs, runs[0], { talk });
  assert.equal(row({ rows }).isChanged, true);
  assert.deepEqual([row({ rows }, "neu").run_s, rows.at(-1).title, rows.at(-1).number, rows.at(-1).run_s], [null, "Folie ziel", 0, 70]);
});

test("where the exam is unknown, the plan is what counts", () => {
  const runs = [ran(TALK, each(70))];
  const { advice, measured } = report(runs, runs[0], { exam: null });
  assert.equal(advice, null);
  assert.equal(verdictOf(measured, null), "none");
  assert.equal(verdictSaid(TALK, null, measured), "Du hast 9:20 gebraucht, geplant waren 9:10.");
});

test("two runs stand side by side, slide by slide and in the whole", () => {
  const lines = compared(TALK, measure(TALK, ran(TALK, each(70))), measure(TALK, ran(TALK, { titel: 60, lage: 40 })));
  assert.equal(lines.length, KEYS.length + 1);
  assert.deepEqual(lines[1], { number: 2, title: "Folie lage", one_s: 70, other_s: 40 });
  assert.deepEqual(lines[2].other_s, null);
  assert.deepEqual(lines.at(-1), { number: 0, title: "Zusammen", one_s: 560, other_s: 100 });
  assert.deepEqual([12.4, -61, 0.3].map((seconds) => offSaid(seconds)), ["+0:12", "−1:01", "±0"]);
  assert.equal(offSaid(589.5, 630), "−0:40", "what is shown as 9:50 and 10:30");
});
