// The figures of „Mein Stand“, the way out when not everything fits in, and what a merge is said to have brought.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../docs/javascripts/base/calendar.mjs";
import { mergedSaid } from "../../docs/javascripts/standing/keeping.mjs";
import { proposalFor } from "../../docs/javascripts/memory/proposal.mjs";
import { plan, recall, remember } from "../../docs/javascripts/memory/scheduling.mjs";
import { standingOf as standingIn } from "../../docs/javascripts/standing/figures.mjs";
import { aheadSaid } from "../../docs/javascripts/standing/standing.mjs";
import { doneOn, situationOf as situate } from "../../docs/javascripts/memory/situation.mjs";

const NOW = new Date(2026, 11, 1, 12).getTime();
const TODAY = dayOf(NOW);
const DAY_MS = 864e5;
const USUAL = { exam: null, which: null, daily: 60, fresh: 10 };

const card = (id, topic = "Netz") => ({ id, formerly: [], topic, kind: "open", title: id, href: "", taught: "" });
/** @param {number} days ago @param {number} grade */
const review = (days, grade) => ({ at: NOW - days * DAY_MS, grade });

const LOGS = {
  "a/fest": [review(20, 3), review(10, 3), review(1, 4)],
  "a/vergessen": [review(9, 3), review(4, 1)],
  "b/heute": [review(0, 3)],
  "b/neu": [],
};
const CARDS = [card("a/fest"), card("a/vergessen"), card("b/heute", "Recht"), card("b/neu", "Recht")];
const standingOf = (cards, reviewsOf, settings, nowMs) => standingIn(situate(cards, reviewsOf, settings, nowMs));
const standing = (settings = USUAL, cards = CARDS) => standingOf(cards, ({ id }) => LOGS[id] ?? [], settings, NOW);

test("readiness is the mean of what is expected, the exam's day being the one that counts", () => {
  const day = TODAY + 14;
  const expected = ["a/fest", "a/vergessen", "b/heute"].map((id) => recall(remember(LOGS[id]), day));
  const { whole, topics } = standing({ ...USUAL, exam: day });
  const near = (actual, wanted) => assert.ok(Math.abs(actual - wanted) < 1e-9, `${actual} is not ${wanted}`);
  near(whole.ready, (expected[0] + expected[1] + expected[2]) / 4);
  near(topics[0].ready, (expected[0] + expected[1]) / 2);
  near(topics[1].ready, expected[2] / 2);
  assert.deepEqual(topics.map(({ name, count }) => [name, count]), [["Netz", 2], ["Recht", 2]]);
  assert.ok(standing().whole.ready > whole.ready, "today more is known than in two weeks");
});

test("every card is in one state", () => {
  const { whole, topics, begun } = standing();
  assert.deepEqual(whole.states, { new: 1, due: 1, shaky: 1, solid: 1 });
  assert.equal(begun, 3);
  for (const { states, count } of [whole, ...topics]) assert.equal(Object.values(states).reduce((sum, each) => sum + each), count);
});

test("weak spots were begun and do not hold, the weakest first, eight at most", () => {
  const { weak } = standing({ ...USUAL, exam: TODAY + 14 });
  assert.deepEqual(weak.map(({ card: { id }, lapses }) => [id, lapses]), [["a/vergessen", 1], ["b/heute", 0]]);
  const many = Array.from({ length: 12 }, (_, index) => card(`c/${index}`));
  const { weak: most } = standingOf(many, ({ id }) => [review(8, 3), review(Number(id.slice(2)) / 3, 1)], USUAL, NOW);
  assert.equal(most.length, 8);
  assert.ok(most.every(({ recall: each }, index) => !index || each >= most[index - 1].recall));
});

test("an exam that is over plans nothing, one of today does", () => {
  assert.equal(standing({ ...USUAL, exam: TODAY - 1 }).exam, null);
  assert.equal(standing({ ...USUAL, exam: TODAY }).exam, TODAY);
});

test("what was done today counts cards, however often each was asked, and those begun with them", () => {
  assert.deepEqual(doneOn(Object.values(LOGS), TODAY), { reviews: 1, fresh: 1 });
  assert.deepEqual(doneOn([[review(3, 3), review(0, 1), review(0, 3)], []], TODAY), { reviews: 1, fresh: 0 });
});

/** @param {number} begun @param {number} fresh @param {number} days */
function situationOf(begun, fresh, days, limits = { daily: 20, fresh: 2 }) {
  const memory = remember([review(5, 3)]);
  const cards = [...Array(begun).keys()].map((index) => ({ id: `b/${index}`, memory }));
  const news = [...Array(fresh).keys()].map((index) => ({ id: `n/${index}`, memory: null }));
  return { cards: [...cards, ...news], today: TODAY, exam: TODAY + days, limits, done: { reviews: 0, fresh: 0 } };
}

test("the limits that are proposed let everything fit in, and smaller ones would not", () => {
  for (const situation of [situationOf(100, 30, 10), situationOf(90, 0, 7), situationOf(0, 60, 14)]) {
    const { late, unbegun } = plan(situation);
    assert.ok(late.length + unbegun.length > 0);
    const limits = proposalFor(situation);
    assert.equal(limits?.what, "all");
    const missed = (changed) => { const found = plan({ ...situation, limits: { ...limits, ...changed } }); return found.late.length + found.unbegun.length; };
    assert.equal(missed({}), 0);
    if (limits.daily > situation.limits.daily) assert.ok(missed({ daily: limits.daily - 1 }) > 0);
    if (limits.fresh > situation.limits.fresh) assert.ok(missed({ fresh: limits.fresh - 1 }) > 0);
    assert.ok(limits.daily >= situation.limits.daily && limits.fresh >= situation.limits.fresh);
  }
});

test("where no limits help, none are proposed", () => {
  assert.equal(proposalFor(situationOf(0, 3000, 5)), null);
});

test("where not everything fits in, the core does, and nobody is told to learn hundreds a day", () => {
  for (const days of [8, 12, 21]) {
    const situation = situationOf(20, 750, days, { daily: 60, fresh: 10 });
    const cards = situation.cards.map((each, index) => ({ ...each, card: { core: index % 6 === 0 } }));
    const proposal = proposalFor({ ...situation, cards });
    assert.equal(proposal?.what, "core");
    assert.ok(proposal.daily <= 100 && proposal.fresh <= 25, JSON.stringify(proposal));
    const { late, unbegun } = plan({ ...situation, cards: cards.filter(({ memory, card }) => memory || card.core), limits: proposal });
    assert.deepEqual([late, unbegun], [[], []]);
  }
});

test("answers of days to come are said once, with the last of their days", () => {
  assert.equal(aheadSaid([review(1, 3), review(0, 3)], NOW), "");
  assert.match(aheadSaid([review(1, 3), review(-40, 3)], NOW), /^Eine Antwort ist auf \S+, \d+\. \S+ \d* ?datiert, also in der Zukunft\./);
  assert.match(aheadSaid([review(-20, 3), review(-40, 3)], NOW), /^2 Antworten sind in die Zukunft datiert, die letzte auf .*[^.]\. Sie bleiben/);
});

test("it is said what a merge brought", () => {
  const said = (/** @type {object} */ changes) => mergedSaid({ added: 0, known: 0, gone: 0, lost: 0, others: [], ...changes });
  assert.equal(said({ added: 2, known: 1 }), "Zusammengeführt: 2 Antworten übernommen, 1 war schon da.");
  assert.equal(said({ added: 1, others: ["Häkchen", "Sprechtempo"] }), "Zusammengeführt: 1 Antwort übernommen. Aus der Datei kommt auch: Häkchen, Sprechtempo.");
  assert.equal(said({ known: 3, gone: 2 }), "Zusammengeführt: 3 waren schon da, 2 bleiben gelöscht.");
  assert.match(said({ lost: 1 }), /1 ist in der Datei zurückgenommen/);
  assert.equal(said({ known: 3 }), "Alles aus dieser Datei war schon da (3 Antworten).");
  assert.equal(said({ others: ["Einstellungen"] }), "Zusammengeführt. Aus der Datei kommt auch: Einstellungen.");
  assert.match(said({}), /steht nichts/);
});
