// Questions of one's own: their ids last, and they are cards as all others are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Draft } from "../../docs/javascripts/workshop/draft.mjs";
import { ownCards, withAnswered, withQuestion, withQuestionBack, withoutQuestion } from "../../docs/javascripts/workshop/own-questions.mjs";
import { makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { vetted } from "../../docs/javascripts/workshop/vetting.mjs";
import { asCaseStudy } from "../../docs/javascripts/workshop/case-study.mjs";

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
  assert.deepEqual([card.id, card.title, card.topic, card.kind, card.answer], ["eigener/m1x/q1", SAID.question, "Netz", "open", SAID.answer]);
  assert.deepEqual(others, []);
  assert.equal(ownCards(withAnswered(talk, "q2", { answer: "Dann zurück." }), "m1x")[1].topic, "Mein Vortrag");
});

test("it goes along into the case study", () => {
  const talk = withQuestion(withQuestion(makeTalk()), SAID);
  assert.deepEqual(asCaseStudy(talk).questions, [{ id: "q2", ...SAID }]);
  assert.ok(!("questions" in asCaseStudy(makeTalk())));
});
