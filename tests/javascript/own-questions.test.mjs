// Questions of one's own: their ids last, and they are cards as all others are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { situationOf } from "../../docs/javascripts/memory/situation.mjs";
import { agendaOf } from "../../docs/javascripts/practice/today.mjs";
import { standingOf } from "../../docs/javascripts/standing/figures.mjs";
import { Draft } from "../../docs/javascripts/workshop/draft.mjs";
import { ownCards, ownCardsIn } from "../../docs/javascripts/practice/own-cards.mjs";
import { withAnswered, withQuestion, withQuestionBack, withoutQuestion } from "../../docs/javascripts/workshop/own-questions.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { vetted } from "../../docs/javascripts/workshop/vetting.mjs";
import { asCaseStudy, leftBehind } from "../../docs/javascripts/workshop/case-study.mjs";

const SAID = { question: "Warum NAT?", answer: "Weil die Adressen nicht reichen." };
const ids = (talk) => talk.questions.map(({ id }) => id);

test("a number is never given twice, also where the last question is gone", () => {
  const talk = withQuestion(withoutQuestion(withQuestion(withQuestion(makeTalk())), "q2"));
  assert.deepEqual(ids(talk), ["q1", "q3"]);
  assert.deepEqual(ids(withQuestion(talk, { id: "q1" })), ["q1", "q3", "q4"]);
});

test("a number is not given again after a question was taken back", () => {
  const draft = new Draft(makeTalk());
  draft.change(withQuestion(draft.talk));
  draft.undo();
  draft.change(withQuestion(draft.talk));
  assert.deepEqual(ids(draft.talk), ["q2"]);
});

test("a deleted question comes back at its place, and once only", () => {
  const talk = ["a", "b", "c"].reduce((before, question) => withQuestion(before, { question }), makeTalk());
  const back = withQuestionBack(withoutQuestion(talk, "q2"), talk.questions[1], 1);
  assert.deepEqual(back, talk);
  assert.equal(withQuestionBack(back, talk.questions[1], 1), back);
});

test("what is kept comes back with its ids, and what has none gets a new one", () => {
  const kept = { slides: [], asked: 4, questions: [{ id: "nat", ...SAID }, { id: "nat" }, { id: "reverse" }, { id: "../x" }, { id: "q9", question: 5 }, "x", null] };
  const talk = vetted(kept, new Set());
  assert.deepEqual(ids(talk), ["nat", "q10", "q11", "q12", "q9"]);
  assert.equal(talk.asked, 12);
  assert.deepEqual(vetted(talk, new Set()), talk);
  assert.deepEqual([vetted({ slides: [] }, new Set()).questions, vetted({ slides: [] }, new Set()).asked], [[], 0], "a talk from before there were any");
});

test("a question with an answer is a card, one without is not yet", () => {
  const talk = withQuestion(withQuestion(makeTalk({ title: "Drucker" }), { ...SAID, topic: "Netz" }), { question: "Und wenn nicht?", answer: " " });
  const [card, ...others] = ownCards(talk, "m1x");
  assert.deepEqual([card.id, card.title, card.topic, card.kind, card.own.answer], ["eigener/m1x/q1", SAID.question, "Netz", "open", SAID.answer]);
  assert.deepEqual(others, []);
  assert.equal(ownCards(withAnswered(talk, "q2", { answer: "Dann zurück." }), "m1x")[1].topic, "Mein Vortrag");
});

test("what lies on the device need not be whole: what no log could lie under is no card", () => {
  const kept = { ...SAID, points: ["a", 5], expects: 5 };
  const talks = [{ key: "m1x", talk: { title: 5, exam: "support", questions: [{ id: "q1", ...kept }, { id: "../x", ...kept }, { id: "q2", question: "Ohne" }, null, "x", { ...kept }] } }, { key: "m2x", talk: { slides: [] } }];
  assert.deepEqual(ownCardsIn(talks).map(({ id, exams, source, own: { points, expects } }) => [id, exams, source, points, expects]), [["eigener/m1x/q1", ["support"], "Mein Vortrag", ["a"], ""]]);
});

test("a copy of a talk has cards of its own, and a card stays what it is when its wording is another", () => {
  const talk = withQuestion(makeTalk(), SAID);
  assert.notEqual(ownCards(talk, "m1x")[0].id, ownCards(talk, "m2x")[0].id);
  assert.equal(ownCards(withAnswered(talk, "q1", { question: "Wozu `NAT`?" }), "m1x")[0].id, "eigener/m1x/q1");
  assert.equal(ownCards(withAnswered(talk, "q1", { question: "Wozu `NAT`?" }), "m1x")[0].title, "Wozu NAT?");
});

test("they are met and counted as all cards are", () => {
  const site = Array.from({ length: 30 }, (_, index) => ({ id: `netz/${index}`, formerly: [], topic: "Netz", kind: "open" }));
  const cards = [...site, ...ownCards(withQuestion(makeTalk(), SAID), "m1x")];
  const asked = [{ at: Date.UTC(2026, 10, 20, 12), grade: 3, offset: 0 }];
  const settings = { exam: null, which: null, daily: 40, fresh: 10 };
  const agenda = (reviewsOf) => agendaOf(situationOf(cards, reviewsOf, settings, Date.UTC(2026, 10, 26, 12)));
  assert.ok(agenda(() => []).now.includes("eigener/m1x/q1"), "among the first new ones: topics take turns");
  assert.equal(agenda(({ id }) => (id.startsWith("eigener/") ? asked : [])).now.includes("eigener/m1x/q1"), true, "due");
  assert.equal(standingOf(situationOf(cards, () => [], settings, 0)).topics.find(({ name }) => name === "Mein Vortrag").count, 1);
});

test("it goes along into the case study", () => {
  const talk = withQuestion(withQuestion(makeTalk()), SAID);
  assert.deepEqual(asCaseStudy(talk).questions, [{ id: "q2", ...SAID }]);
  const more = { expects: "Den Grund.", points: ["Adressen"], slide: "f1" };
  assert.deepEqual(asCaseStudy(withAnswered(talk, "q2", more)).questions, [{ id: "q2", ...SAID, expects: "Den Grund.", points: ["Adressen"] }]);
  assert.ok(!("questions" in asCaseStudy(makeTalk())));
  assert.equal(leftBehind(talk), "Nicht darin: Fragen ohne Antwort.");
  assert.equal(leftBehind({ ...makeTalk(), hidden: [makeSlide("f1")] }), "Nicht darin: ausgeblendete Folien.");
  assert.equal(leftBehind(makeTalk()), "");
});
