// Which questions a mock exam asks: the same on every device, never twice, from several topics.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawQuestions, helpfulCards, poolsOf } from "../../docs/javascripts/exam/draw.mjs";
import { followUps, kindOf } from "../../docs/javascripts/exam/follow-ups.mjs";
import { makeOnce } from "../../docs/javascripts/exam/once.mjs";
import { randomBy } from "../../docs/javascripts/base/random.mjs";
import { chance } from "./random.mjs";

const TOPICS = ["Netz", "Client", "Service", "Sicherheit"];

/** @param {(below: number) => number} draw @param {string} file @param {number} count */
const cards = (draw, file, count) => Array.from({ length: count }, (_, place) => ({ id: `${file}/${place}`, topic: TOPICS[draw(TOPICS.length)] }));

/** @param {any[]} list @param {(below: number) => number} draw */
const mixed = (list, draw) => list.map((each) => ({ each, key: draw(1e6) })).sort((one, other) => one.key - other.key).map(({ each }) => each);

test("the same text gives the same numbers for ever, spread over all of the range", () => {
  const random = randomBy("K7QF");
  assert.deepEqual([random(), random(), random()].map((number) => Math.round(number * 1e6)), [939491,840850,353343]);
  const many = randomBy("x");
  const counts = [0, 0, 0, 0];
  for (let turn = 0; turn < 4000; turn += 1) counts[Math.floor(4 * many())] += 1;
  assert.ok(counts.every((count) => Math.abs(count - 1000) < 120), String(counts));
});

test("whatever there is to draw from: none twice, no more than asked for, two about the talk, two topics among the first two", () => {
  for (let seed = 1; seed <= 1500; seed += 1) {
    const draw = chance(seed);
    const [about, general, most] = [cards(draw, "fall", draw(6)), cards(draw, "bank", draw(30)), 1 + draw(6)];
    const asked = { about, general, most, seed: String(draw(1e6)), weakness: () => draw(100) / 100, last: general.slice(0, draw(10)).map(({ id }) => id) };
    const drawn = drawQuestions(asked);
    const ids = drawn.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, `seed ${seed}`);
    const own = ids.filter((id) => id.startsWith("fall"));
    assert.equal(own.length, Math.min(2, Math.max(1, most - 1), about.length), `seed ${seed}`);
    assert.equal(ids.length, Math.min(most, own.length + general.length), `seed ${seed}`);
    const others = general.filter(({ topic }) => !drawn.filter(({ id }) => own.includes(id)).some((each) => each.topic === topic));
    if (ids.length > 1 && own.length && others.length) assert.ok(new Set(drawn.slice(0, own.length + 1).map(({ topic }) => topic)).size > 1, `seed ${seed}: topics`);
  }
});

test("two devices draw the same, though their files come in another order; another seed or another case draws something else", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const draw = chance(seed);
    const [about, general] = [cards(draw, "fall", 6), cards(draw, "bank", 40)];
    const ids = (/** @type {any} */ changes) => drawQuestions({ about, general, most: 5, seed: `s${seed}`, ...changes }).map(({ id }) => id);
    assert.deepEqual(ids({ about: mixed(about, draw), general: mixed(general, draw) }), ids({}));
    assert.notDeepEqual(ids({ seed: `t${seed}` }), ids({}));
  }
});

test("what is weak comes rather, and what came the last time only where nothing else is left", () => {
  const general = cards(chance(3), "bank", 20);
  const weakness = (/** @type {string} */ id) => Number(general.findIndex((each) => each.id === id) < 10);
  let weak = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const drawn = drawQuestions({ about: [], general, most: 4, seed: String(seed), weakness });
    weak += drawn.filter(({ id }) => weakness(id) === 1).length;
    const last = general.slice(0, 16).map(({ id }) => id);
    assert.deepEqual(drawQuestions({ about: [], general, most: 4, seed: String(seed), last }).map(({ id }) => id).sort(), general.slice(16).map(({ id }) => id).sort());
  }
  assert.ok(weak > 600, `${weak} of 800`);
});

test("only open questions of the case and of the bank are asked, and only such as the exam asks", () => {
  const card = (/** @type {string} */ id, /** @type {string} */ page, kind = "open", exams = undefined) => /** @type {any} */ ({ id, page, kind, exams, topic: "Netz" });
  const all = [card("a", "fallstudien/drucker/fragen/"), card("b", "fallstudien/vpn/fragen/"), card("c", "ueben/fragen/netz/"), card("d", "ueben/fragen/netz/", "choice"),
    card("e", "nachschlagen/glossar/fragen/netz/", "term"), card("f", "ueben/fragen/netz/", "open", ["andere"])];
  const pools = poolsOf(all, "drucker", "it");
  assert.deepEqual([pools.about, pools.general, pools.all].map((some) => some.map(({ id }) => id)), [["a"], ["c"], ["a", "b", "c"]]);
});

test("a criterion is helped by what its lesson teaches of its topic, what is worth more before, then by what is remembered least", () => {
  const some = [..."abcde"].map((id) => ({ id, topic: id === "d" ? "Client" : "Netz", taught: id === "a" || id === "d" ? "lernen/fehlersuche/" : "lernen/sicherheit/" }));
  const weakness = (/** @type {string} */ id) => ({ a: 0.1, b: 0.9, c: 0.5, d: 1, e: 0 })[id] ?? 0;
  const ids = (/** @type {string} */ lesson, worth = () => 0, most = 3) => helpfulCards(some, { topic: "Netz", lesson }, weakness, worth, most).map(({ id }) => id);
  assert.deepEqual(ids("lernen/fehlersuche"), ["a", "b", "c"]);
  assert.deepEqual(ids(""), ["b", "c", "a"]);
  assert.deepEqual(ids("lernen/fehlersuche", (id) => ({ e: 4, d: 4, c: 1 })[id] ?? 0, 3), ["e", "a", "c"], "none of another topic");
});

const KINDS = {
  "Was ist ein VLAN, und wozu setzt man es ein?": "meaning", "Worin unterscheiden sich MTU und MSS?": "meaning", "Was verstehen Sie unter Service Recovery?": "meaning",
  "Ein Anwender ruft verärgert an. Wie führen Sie das Gespräch?": "doing", "Was tun Sie, wenn Sie eine Zusage nicht halten können?": "doing", "Welche Fragen stellen Sie zuerst?": "doing",
  "Warum hält ein Passkey Phishing stand, ein Code aus der App aber nicht?": "reason", "Die Firewall war zu. Warum haben Sie sie nicht geöffnet?": "past",
  "Was wäre, wenn das Konto ein Adminkonto gewesen wäre?": "if", "Woran kann das liegen?": "other", "Erklären Sie die 5-Why-Methode an einem Beispiel.": "other",
};

test("what kind a question is of follows from how it asks", () => {
  assert.deepEqual(Object.fromEntries(Object.keys(KINDS).map((title) => [title, kindOf(title)])), KINDS);
});

test("follow-ups come for some questions, and never the same twice in one exam", () => {
  const questions = Object.keys(KINDS).map((title) => ({ title }));
  for (let seed = 0; seed < 200; seed += 1) {
    const drawn = mixed(questions, chance(seed + 1)).slice(0, 5);
    const all = followUps(drawn, String(seed));
    const given = all.filter(Boolean);
    assert.equal(all.length, 5);
    assert.equal(new Set(given).size, given.length, `seed ${seed}`);
    assert.deepEqual(followUps(drawn, String(seed)), all);
  }
  const counts = Array.from({ length: 50 }, (_, seed) => followUps(questions.slice(0, 5), String(seed)).filter(Boolean).length);
  assert.ok(new Set(counts).size > 2);
});

test("a second press right after the first is not meant for what has come since", () => {
  let now = 0;
  const once = makeOnce(() => now);
  assert.ok(once.isMeant(), "before anything was shown");
  once.begin();
  now += 400;
  assert.equal(once.isMeant(), false);
  now += 700;
  assert.ok(once.isMeant());
});
