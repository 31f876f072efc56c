// Questions about a talk: as one list by rank and by slide, and which of them are practised now.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ownCards } from "../../docs/javascripts/practice/own-cards.mjs";
import { byRank, bySlide, questionsOf } from "../../docs/javascripts/workshop/found-questions.mjs";
import { withQuestion } from "../../docs/javascripts/workshop/own-questions.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { roundOf, roundSaid } from "../../docs/javascripts/workshop/talk-round.mjs";

const slides = [makeSlide("f1", { title: "Titel" }), makeSlide("f2", { headline: "NAT am Rand" }), makeSlide("f3")];
const asked = (id, number, kind = "term") => ({ card: { id, title: id, href: `x/${id}` }, kind, state: "new", why: `weil ${id}`, score: 1,
  terms: [{ places: [{ number: 3, weight: 1 }, { number, weight: 2 }, { number: 1, weight: 2 }] }] });
const prompt = (question, slide) => ({ kind: "depth", question, slide, why: "weil", expects: "Den Kern." });
const talk = withQuestion(withQuestion(makeTalk({ slides }), { question: "Warum NAT?", answer: "Darum.", slide: "f2" }), { question: "Und sonst?", slide: "gone" });
const found = (of = talk) => questionsOf(of, { prompts: [prompt("Was heißt das?", "f2"), prompt("Warum NAT?", "f2")], asked: [asked("nat", 2), asked("sla", 0)], conditionOf: () => ({ weak: 1, state: "due" }) });

test("one's own say how well they are known or that an answer is lacking, and what was taken over is not offered again", () => {
  assert.deepEqual(found().map(({ kind, text, why, state, number }) => [kind, text, why, state, number]), [
    ["own", "Warum NAT?", "", "due", 2], ["own", "Und sonst?", "noch ohne Antwort", null, 0], ["prompt", "Was heißt das?", "weil", null, 2],
    ["term", "nat", "weil nat", "new", 2], ["term", "sla", "weil sla", "new", 0],
  ]);
  assert.ok(found({ ...talk, questions: [] }).some(({ text, kind }) => text === "Warum NAT?" && kind === "prompt"), "a question that was deleted is offered again");
});

test("by slide and by rank each question stands once", () => {
  const said = (groups) => groups.map(({ title, questions }) => [title, questions.map(({ text }) => text)]);
  assert.deepEqual(said(bySlide(found(), slides)), [["Zum ganzen Vortrag", ["Und sonst?", "sla"]], ["Folie 2: NAT am Rand", ["Warum NAT?", "Was heißt das?", "nat"]]]);
  assert.deepEqual(said(byRank(found(), 1)), [["Eigene Fragen", ["Warum NAT?", "Und sonst?"]], ["Was der Prüfungsausschuss fragen kann", ["Was heißt das?"]], ["Was du erklären können musst", ["nat"]]]);
});

const card = (id) => ({ id });
const conditions = (states) => (id) => ({ weak: { new: 1, due: 0.5, shaky: 0.3, solid: 0 }[states[id] ?? "new"], state: states[id] ?? "new" });

test("a round takes what is new or due, one's own among the others, the due before the new", () => {
  const own = ownCards(withQuestion(withQuestion(makeTalk(), { question: "a", answer: "a" }), { question: "b", answer: "b" }), "m");
  const round = roundOf(own, ["x", "y", "z", "sitzt"].map(card), conditions({ "eigener/m/q2": "due", sitzt: "solid" }));
  assert.deepEqual(round.cards.map(({ id }) => id), ["x", "eigener/m/q2", "y", "eigener/m/q1", "z"]);
  assert.deepEqual([round.isDue, round.own], [true, 2]);
  assert.equal(roundSaid(round, 7), "Jetzt dran: 2 eigene Fragen und 3 Karten aus Katalog und Glossar, etwa 7 Minuten.");
});

test("where nothing is due, the weakest come; a round has an end, and one's own never crowd out the rest", () => {
  const round = roundOf([card("a")], [card("x"), card("y")], conditions({ a: "solid", x: "solid", y: "shaky" }));
  assert.deepEqual([round.isDue, round.cards.map(({ id }) => id)], [false, ["y", "a", "x"]]);
  assert.match(roundSaid(round, 1), /^Heute ist nichts mehr dran\./);
  const many = (name) => Array.from({ length: 50 }, (_, index) => card(`${name}${index}`));
  const full = roundOf(many("a"), many("x"), conditions({}));
  assert.deepEqual([full.cards.length, full.own], [20, 10]);
  assert.deepEqual([roundOf(many("a"), [], conditions({})).own, roundOf([], many("x"), conditions({})).cards.length, roundOf([], [], conditions({})).cards], [20, 20, []]);
});
