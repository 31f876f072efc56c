// The sheet of a mock exam: sums, what knocks out, what measuring knows, and what is weakest.

import assert from "node:assert/strict";
import { test } from "node:test";
import { criteriaOf, emptySheet, factOf, fitted, isSheet, knockoutsOf, lengthSaid, sumOf, weakestOf } from "../../docs/javascripts/exam/marking.mjs";

const criterion = (/** @type {string} */ id, more = {}) => ({ id, text: id, knockout: false, topic: "", lesson: "", ...more });
const EXAM = /** @type {any} */ ({
  presentation: { budget: 600, shortest: 510, cutoff: 630 }, slides: { fewest: 7, most: 9 }, discussion: { budget: 300, shortest_answer: 30, longest_answer: 60 },
  marking_sheet: {
    scale: ["nicht", "teils", "voll"], overall: [criterion("auftreten")], verdicts: ["nein", "knapp", "ja"],
    sections: [{ title: "Vortrag", criteria: [criterion("zielgruppe", { knockout: true }), criterion("zeit")] }, { title: "Fachgespräch", criteria: [criterion("antworten-strukturiert")] }],
  },
});
const sheet = (/** @type {Record<string, number>} */ marks) => ({ ...emptySheet(), marks });
const answer = (/** @type {number} */ seconds) => ({ id: "a", title: "A", topic: "Netz", seconds, follow: "", follow_s: 0 });

test("points are added of what is marked, and what is open is counted", () => {
  assert.deepEqual(sumOf(criteriaOf(EXAM), sheet({ zielgruppe: 2, zeit: 1, auftreten: 2 }), 2), { points: 3, most: 6, marked: 2, count: 3 });
});

test("what knocks out does so at 0 alone, and only where it was marked", () => {
  assert.deepEqual([{}, { zielgruppe: 0 }, { zielgruppe: 1 }, { zeit: 0 }].map((marks) => knockoutsOf(EXAM, sheet(marks)).map(({ id }) => id)), [[], ["zielgruppe"], [], []]);
});

test("measuring says what it knows, and nothing of what it cannot", () => {
  const facts = { talk_s: 581.4, discussion_s: 288, slides: 8, audience: "Versand", answers: [answer(29.9), answer(30), answer(60), answer(61)] };
  const said = ["zeit", "folien", "zielgruppe", "antworten-strukturiert", "fragen-verstanden", "blick", "toString"].map((id) => factOf(id, facts, EXAM));
  assert.deepEqual(said, ["Vortrag 9:41 von 10:00", "8 Folien, empfohlen 7 bis 9", "Geplant war: Versand", "2 von 4 Antworten zwischen 0:30 und 1:00", "4 Fragen in 4:48", "", ""]);
  assert.deepEqual([29, 30, 60, 61].map((seconds) => lengthSaid(seconds, EXAM.discussion)), ["kurz", "", "", "lang"]);
  assert.equal(factOf("zeit", { ...facts, furthest: "Folie 2 war lang." }, EXAM), "Vortrag 9:41 von 10:00. Folie 2 war lang.");
  assert.equal(factOf("antworten-strukturiert", { ...facts, answers: [{ ...answer(47), follow: "Woran?", follow_s: 94 }] }, EXAM), "1 von 1 Antworten zwischen 0:30 und 1:00, ohne Nachfragen");
});

test("what was recorded stands beside the criteria that it tells of", () => {
  const facts = { talk_s: 1, discussion_s: 1, slides: 8, audience: "", answers: [], spoken: { pace: 247.3, pauses: 0.214, apart_db: 22.6 } };
  assert.deepEqual(["frei-gesprochen", "bild-und-ton"].map((id) => factOf(id, facts, EXAM)), ["ungefähr 250 Silben in der Minute, 21\u00a0% Pausen", "Stimme ungefähr 23 dB über dem Raum"]);
  assert.equal(factOf("frei-gesprochen", { ...facts, spoken: { ...facts.spoken, pace: null } }, EXAM), "21\u00a0% Pausen");
  assert.equal(factOf("frei-gesprochen", { ...facts, spoken: undefined }, EXAM), "");
});

test("the weakest come first, those that were weak before among equals; what is met wholly is not weak", () => {
  const before = [sheet({ zeit: 2, "antworten-strukturiert": 0 }), sheet({ zeit: 2, "antworten-strukturiert": 1 })];
  const weak = (/** @type {Record<string, number>} */ marks) => weakestOf(EXAM, sheet(marks), before).map(({ id }) => id);
  assert.deepEqual(weak({ zielgruppe: 2, zeit: 1, "antworten-strukturiert": 1 }), ["antworten-strukturiert", "zeit"]);
  assert.deepEqual(weak({ zielgruppe: 0, zeit: 1, "antworten-strukturiert": 1 }), ["zielgruppe", "antworten-strukturiert"]);
  assert.deepEqual(weak({ zielgruppe: 2 }), []);
});

test("a sheet from elsewhere is taken as far as it is one and fits", () => {
  const foreign = { ...emptySheet(), marks: { zeit: 9, zielgruppe: 1, fremd: 1, auftreten: 2 }, notes: { zeit: "<b>x</b>", fremd: "y" }, verdict: 7 };
  assert.ok(isSheet(foreign));
  assert.deepEqual(fitted(foreign, EXAM), { ...emptySheet(), marks: { zielgruppe: 1, auftreten: 2 }, notes: { zeit: "<b>x</b>" } });
  for (const broken of [null, [], {}, { ...emptySheet(), marks: { zeit: "2" } }, { ...emptySheet(), marks: { zeit: -1 } }, { ...emptySheet(), notes: { zeit: 1 } }, { ...emptySheet(), good: "x".repeat(6000) }, { ...emptySheet(), verdict: 0.5 }]) assert.equal(isSheet(broken), false);
});
