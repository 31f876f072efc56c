// A talk that begins as a plan of its exam: its slides and times, what belongs on them, and nothing that would be said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asCaseStudy } from "../../docs/javascripts/workshop/case-study.mjs";
import { withSlide } from "../../docs/javascripts/workshop/own-talk.mjs";
import { fromPlan } from "../../docs/javascripts/workshop/plans.mjs";
import { vetted } from "../../docs/javascripts/workshop/vetting.mjs";

const SLIDES = [{ title: "Ausgangslage", purpose: "Wen traf es?", time: 60 }, { title: "Ergebnis", purpose: "Woran sieht man es?", time: 90 }];
const EXAM = { id: "it", plans: [{ title: "Allgemein", focus: null, slides: SLIDES }, { title: "Technik", focus: "technology", slides: SLIDES }] };

test("a plan becomes slides with their times, and what belongs there stands beside them", () => {
  const talk = fromPlan(EXAM, 1);
  assert.deepEqual([talk.title, talk.exam, talk.focus], ["Technik (Plan)", "it", "technology"]);
  assert.deepEqual(talk.slides.map(({ key, title, purpose, time_s }) => [key, title, purpose, time_s]), [["f1", "Ausgangslage", "Wen traf es?", 60], ["f2", "Ergebnis", "Woran sieht man es?", 90]]);
  assert.deepEqual(talk.slides.map(({ headline, bullets, notes }) => [headline, bullets, notes]), [["", [], ""], ["", [], ""]]);
});

test("a plan for any case has no focus, and one that is not there is none", () => {
  assert.equal(fromPlan(EXAM, 0).focus, undefined);
  assert.equal(fromPlan(EXAM, 2), null);
  assert.equal(fromPlan({ id: "older" }, 0), null);
});

test("what belongs on a slide is kept, and neither goes out nor onto a new slide", () => {
  const talk = fromPlan(EXAM, 0);
  assert.deepEqual(vetted(JSON.parse(JSON.stringify(talk)), new Set()), talk);
  assert.ok(!JSON.stringify(asCaseStudy(talk)).includes("Wen traf es?"));
  assert.ok(!("purpose" in withSlide(talk).slides[2]));
});
