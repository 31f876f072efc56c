// The course of a round, what grades and keys mean, how tasks are mixed and scored.

import assert from "node:assert/strict";
import { test } from "node:test";

import { disordered, inPlace } from "../../docs/javascripts/practice/kinds/arranging.mjs";
import { judge, slips } from "../../docs/javascripts/practice/kinds/gaps.mjs";
import { mixed, scoreOf } from "../../docs/javascripts/practice/kinds/choice.mjs";
import { commandOf } from "../../docs/javascripts/practice/keys.mjs";
import { minutesFor } from "../../docs/javascripts/practice/kinds.mjs";
import { begin, extended, go, grade, gradeOf, isOver, openBehind, outcome, placeSaid, undo, whenSaid } from "../../docs/javascripts/practice/round.mjs";
import { missesOn, owedOn } from "../../docs/javascripts/memory/situation.mjs";
import { region } from "../../docs/javascripts/practice/ring.mjs";
import { clock } from "../../docs/javascripts/base/times.mjs";
import { markOf } from "../../docs/javascripts/practice/options.mjs";
import { dayOf } from "../../docs/javascripts/base/calendar.mjs";
import { weekOf, weekSaid } from "../../docs/javascripts/practice/week.mjs";
import { shuffled } from "../../docs/javascripts/base/shuffling.mjs";

/** Numbers from 0 to 1 that are always the same ones. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Grade and go on. @param {import("../../docs/javascripts/practice/round.mjs").Round} round @param {...(1 | 2 | 3 | 4)} grades */
const answer = (round, ...grades) =>
  grades.reduce((now, each, index) => {
    const graded = grade(now, { at: 1000 + now.graded.length + index, grade: each }, each);
    return go(graded, graded.place + 1);
  }, round);

test("a round goes through its questions and is over", () => {
  const round = answer(begin(["a", "b", "c"]), 3, 2, 4);
  assert.ok(isOver(round));
  assert.deepEqual(round.graded.map(({ id, review }) => [id, review.grade]), [["a", 3], ["b", 2], ["c", 4]]);
});

test("a question graded Nochmal comes again at the end, and only once", () => {
  const round = answer(begin(["a", "b"]), 1, 3);
  assert.deepEqual(round.ids, ["a", "b", "a"]);
  assert.equal(placeSaid(round), "Wiederholung 1 von 1");
  const replaced = grade(go(round, 0), { at: 9, grade: 1 }, 1);
  assert.deepEqual(replaced.ids, ["a", "b", "a"]);
  assert.deepEqual(answer(round, 1).ids, ["a", "b", "a", "a"]);
});

test("a grade that is given anew replaces the old one, and what came of it", () => {
  const round = grade(go(answer(begin(["a", "b"]), 1, 1), 0), { at: 9, grade: 3 }, 3);
  assert.deepEqual(round.ids, ["a", "b", "b"]);
  assert.deepEqual(round.graded.map(({ id, review, place }) => [id, review.grade, place]), [["b", 1, 1], ["a", 3, 0]]);
});

test("taking back leads to where the grade was given, as if it had not been", () => {
  const before = answer(begin(["a", "b", "c"]), 3);
  const after = undo(answer(before, 1));
  assert.deepEqual(after, before);
  assert.equal(undo(begin(["a"])).place, 0);
});

test("everything can be taken back, from any round, in any order of grades", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = random(seed);
    const ids = ["a", "b", "c", "d"];
    let round = begin(ids);
    for (let step = 0; step < 12 && !isOver(round); step += 1) {
      if (next() < 0.25) round = go(round, Math.floor(next() * round.ids.length));
      round = answer(round, /** @type {1 | 2 | 3 | 4} */ (1 + Math.floor(next() * 4)));
      for (const { place, id } of round.graded) assert.equal(round.ids[place], id);
      assert.equal(new Set(round.graded.map(({ place }) => place)).size, round.graded.length);
    }
    while (round.graded.length) {
      const last = round.graded.at(-1);
      const count = round.graded.length;
      round = undo(round);
      assert.equal(round.graded.length, count - 1);
      assert.equal(round.ids[round.place], last?.id);
    }
    assert.deepEqual(round.ids, ids);
  }
});

test("the outcome counts each question once, by its last grade", () => {
  const { counts, asked, unsure, left, days } = outcome(answer(begin(["a", "b", "c", "d"]), 1, 3, 2));
  assert.deepEqual([counts, asked, unsure, left], [[1, 1, 1, 0], 3, ["a", "c"], ["d"]]);
  assert.deepEqual(days, [{ day: 1, count: 1 }, { day: 2, count: 1 }, { day: 3, count: 1 }]);
  const again = outcome(answer(begin(["a"]), 1, 3));
  assert.deepEqual([again.counts, again.repeated, again.unsure, again.left], [[0, 0, 1, 0], 1, [], []]);
  assert.deepEqual(outcome(go(begin(["a"]), 1)).left, ["a"]);
});

test("the numbers of a round agree, whatever was graded how often", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const next = random(seed);
    let round = begin(["a", "b", "c", "d", "e"]);
    for (let step = 0; step < 9 && !isOver(round); step += 1) round = answer(round, /** @type {1 | 2 | 3 | 4} */ (1 + Math.floor(next() * 4)));
    const { counts, asked, repeated, unsure, left, days } = outcome(round);
    assert.equal(counts.reduce((sum, each) => sum + each), asked);
    assert.equal(unsure.length, counts[0] + counts[1]);
    assert.equal(asked + left.length, 5);
    assert.equal(days.reduce((sum, { count }) => sum + count, 0), asked);
    assert.ok(repeated <= asked);
  }
});

test("what an earlier round was to ask again stands behind the first questions, until it is known", () => {
  const round = begin(["a", "b"], 0, ["x"]);
  assert.deepEqual([round.ids, placeSaid(go(round, 2))], [["a", "b", "x"], "Wiederholung 1 von 1"]);
  assert.deepEqual(answer(round, 3, 3, 1).ids, ["a", "b", "x", "x"]);
  assert.deepEqual(answer(round, 3, 3, 3).ids, ["a", "b", "x"]);
  const same = begin(["a", "b"], 0, ["a"]);
  assert.deepEqual(answer(same, 3).ids, ["a", "b"], "known where it is asked first, it comes no second time");
  assert.deepEqual(answer(same, 1).ids, ["a", "b", "a"]);
  assert.deepEqual(undo(answer(same, 3)), same);
});

test("what was not known today and not asked since is owed, what comes later counts", () => {
  const now = new Date(2026, 11, 1, 12).getTime();
  const log = (...reviews) => reviews.map(([hoursAgo, grade]) => ({ at: now - hoursAgo * 36e5, grade }));
  const cards = [{ id: "neu", log: [] }, { id: "gewusst", log: log([2, 1], [1, 3]) }, { id: "spaeter", log: log([1, 1]) }, { id: "frueher", log: log([3, 3], [2, 1]) }, { id: "gestern", log: log([24, 1]) }];
  assert.deepEqual(owedOn(cards, dayOf(now)), ["frueher", "spaeter"]);
  const missed = log([30, 1], [3, 1], [2, 1], [1, 1]);
  assert.equal(missesOn(missed, dayOf(now)), 3);
  assert.deepEqual(owedOn([{ id: "dreimal", log: missed }, { id: "zweimal", log: missed.slice(0, 3) }], dayOf(now)), ["zweimal"], "three misses are enough for a day");
});

test("what was missed often enough does not come again, and is not called unsure", () => {
  const last = (round) => grade(round, { at: 99, grade: 1 }, 1, true);
  const round = last(answer(begin(["a"]), 1, 1));
  assert.deepEqual(round.ids, ["a", "a", "a"]);
  const { unsure, resting, open } = outcome(round);
  assert.deepEqual([unsure, resting, open], [[], ["a"], []]);
  assert.deepEqual(last(begin([], 0, ["x"])).ids, ["x"], "nor does what an earlier round owed");
  assert.deepEqual(grade(round, { at: 100, grade: 2 }, 1).graded.at(-1)?.rests, false);
  assert.equal(whenSaid(["morgen", "morgen", "in 2 Tagen", "in 5 Tagen"], true, true)[0], "für heute genug");
});

test("a round that ends before all has come again says what is open", () => {
  assert.deepEqual(outcome(answer(begin(["a", "b"]), 1, 3)).open, ["a"]);
  assert.deepEqual(outcome(answer(begin(["a", "b"]), 1, 3, 3)).open, []);
});

test("it goes on with what is open, whatever was graded anew", () => {
  const round = answer(begin(["a", "b", "c", "d"]), 3, 3);
  assert.equal(openBehind(round, 0), 2);
  assert.equal(openBehind(answer(go(round, 3), 1), 0), 2);
  assert.equal(openBehind(answer(round, 3, 3), 1), 4, "where nothing is, the round is over");
});

test("a week ends on its Sunday, or with the first round of the next", () => {
  const monday = dayOf(new Date(2026, 10, 30, 12).getTime());
  const at = (day, grade = 3) => ({ at: new Date(2026, 10, 30 + day - monday, 12).getTime(), grade: /** @type {3} */ (grade) });
  const logs = [[at(monday, 1), at(monday), at(monday + 2)], [at(monday)], [at(monday + 2)]];
  assert.deepEqual(weekOf(logs, monday + 2).cards, [2, 0, 2, 0, 0, 0, 0]);
  assert.equal(weekSaid(weekOf(logs, monday + 2)), "Diese Woche: an 2 Tagen geübt, 4 Karten.");
  assert.match(weekSaid(weekOf([...logs, [at(monday + 6)]], monday + 6)), /^Die Woche ist geschafft: an 3 Tagen geübt, 5 Karten\.$/);
  assert.match(weekSaid(weekOf([...logs, [at(monday + 3)], [at(monday + 8)]], monday + 8)), /^Letzte Woche ist geschafft: an 3 Tagen geübt, 5 Karten\.$/);
  assert.equal(weekOf([...logs, [at(monday + 6)], [at(monday + 7)]], monday + 7).ended, null, "its Sunday has said so");
  assert.equal(weekOf([[at(monday + 1)]], monday + 1).ended, null);
});

test("a week with one or two days of practice is told without praise", () => {
  const monday = dayOf(new Date(2026, 10, 30, 12).getTime());
  const at = (day) => [{ at: new Date(2026, 10, 30 + day - monday, 12).getTime(), grade: /** @type {3} */ (3) }];
  const last = weekOf([at(monday + 1), at(monday + 7)], monday + 7);
  assert.deepEqual([weekSaid(last), last.isDone], ["Letzte Woche: an einem Tag geübt, eine Karte.", false]);
  const sunday = weekOf([at(monday + 1), at(monday + 6)], monday + 6);
  assert.deepEqual([weekSaid(sunday), sunday.isDone], ["Diese Woche: an 2 Tagen geübt, 2 Karten.", false]);
});

test("no two grades say the same of when a card comes back", () => {
  assert.deepEqual(whenSaid(["morgen", "morgen", "in 2 Tagen", "in 5 Tagen"], true), ["in dieser Runde wieder", "morgen", "in 2 Tagen", "in 5 Tagen"]);
  assert.deepEqual(whenSaid(["morgen", "morgen", "in 2 Tagen", "in 5 Tagen"], false).slice(0, 2), ["morgen, dann öfter", "morgen, dann seltener"]);
  assert.deepEqual(whenSaid(["morgen", "morgen", "morgen", "morgen"], true).slice(1), ["morgen, dann öfter", "morgen", "morgen, dann seltener"]);
  for (const again of [true, false]) {
    for (let code = 0; code < 256; code += 1) {
      const days = [0, 2, 4, 6].map((shift) => `Tag ${(code >> shift) & 3}`);
      assert.equal(new Set(whenSaid(days, again)).size, 4, days.join());
    }
  }
});

test("all of it is Gut, at least half is Schwer, less is Nochmal", () => {
  assert.deepEqual([[4, 4], [3, 4], [2, 4], [1, 4], [0, 4], [1, 1], [0, 1], [2, 3], [1, 3]].map(([right, all]) => gradeOf(right, all)), [3, 2, 2, 1, 1, 3, 1, 2, 1]);
});

test("one right option is all or nothing; of several each one counts", () => {
  const options = [{ right: true, chosen: true }, { right: true, chosen: false }, { right: false, chosen: false }, { right: false, chosen: true }];
  assert.deepEqual(scoreOf(options, true), { right: 0, all: 2, said: "1 von 2 gefunden, 1 zu viel" });
  assert.deepEqual(scoreOf(options.slice(0, 3), true), { right: 1, all: 2 });
  assert.deepEqual(scoreOf(options.map((option) => ({ ...option, chosen: false })), true), { right: 0, all: 2 });
  assert.deepEqual(scoreOf([{ right: true, chosen: true }, { right: false, chosen: false }], false), { right: 1, all: 1 });
  assert.deepEqual(scoreOf([{ right: true, chosen: false }, { right: false, chosen: true }], false), { right: 0, all: 1 });
  assert.deepEqual([markOf(true, true), markOf(false, true), markOf(true, false), markOf(false, false)], ["right", "wrong", "missed", ""]);
});

test("ticking everything is no pass, however many are right, and a wrong tick is a fault", () => {
  const grade = (rights, ticked) => {
    const { right, all } = scoreOf(rights.map((each, index) => ({ right: each, chosen: ticked.includes(index) })), true);
    return gradeOf(right, all);
  };
  for (const wrong of [1, 2, 3]) {
    for (const right of [2, 3, 5, 8]) {
      const rights = [...Array(right).fill(true), ...Array(wrong).fill(false)];
      const every = rights.map((_, index) => index);
      assert.equal(grade(rights, every), 1, `${right} right, ${wrong} wrong`);
      assert.equal(grade(rights, every.slice(0, right)), 3);
      assert.ok(grade(rights, every.slice(0, right + 1)) < 3);
    }
  }
  assert.equal(grade([true, true, false, false, false, false], [0, 1, 2, 3, 4]), 1);
  assert.match(scoreOf([{ right: true, chosen: true }, { right: true, chosen: true }, { right: false, chosen: true }], true).said ?? "", /Alles anzukreuzen zählt nicht/);
  assert.deepEqual(scoreOf([{ right: true, chosen: true }, { right: true, chosen: true }], true), { right: 2, all: 2 }, "where all are right, all is right");
});

test("a gap forgives case and blanks, and names a near miss", () => {
  /** @param {string} typed @param {string[]} accepted */
  const verdict = (typed, ...accepted) => judge(typed, accepted).verdict;
  assert.equal(verdict(" /Flush DNS", "/flushdns", "flushdns"), "right");
  assert.equal(verdict("FLUSHDNS", "/flushdns", "flushdns"), "right");
  assert.equal(verdict("u\u0308ber", "Über"), "right");
  assert.deepEqual(judge("nslokup", ["dig", "nslookup"]), { verdict: "near", meant: "nslookup" });
  assert.deepEqual(judge("", ["dig", "nslookup"]), { verdict: "wrong", meant: "dig" });
  assert.equal(verdict("Eskaltaion", "Eskalation"), "near");
  assert.equal(verdict("dislpaydsn", "displaydns"), "near");
  assert.equal(verdict("dislpayds", "displaydns"), "near");
  assert.equal(verdict("tracert", "ping"), "wrong");
  assert.equal(verdict("pong", "ping"), "near");
});

test("short words and other numbers are no near misses", () => {
  assert.equal(judge("DMS", ["DNS"]).verdict, "wrong");
  assert.equal(judge("445", ["443"]).verdict, "wrong");
  assert.equal(judge("Port 445", ["Port 443"]).verdict, "wrong");
  assert.equal(judge("Prot 443", ["Port 443"]).verdict, "near");
});

test("slips are letters missing, too many, other ones or exchanged", () => {
  assert.deepEqual([["", ""], ["ab", ""], ["abc", "abc"], ["abc", "ac"], ["abc", "adc"], ["abc", "acb"], ["abcd", "badc"], ["ca", "abc"]].map(([one, other]) => slips(one, other)), [0, 2, 0, 1, 1, 1, 2, 3]);
  for (const [one, other] of [["kitten", "sitting"], ["flushdns", "displaydns"]]) assert.equal(slips(one, other), slips(other, one));
});

test("mixing keeps everything, and never starts with the right order", () => {
  for (let length = 2; length <= 9; length += 1) {
    const right = Array.from({ length }, (_, index) => `Schritt ${index}`);
    for (let seed = 1; seed <= 200; seed += 1) {
      const mixed = disordered(right, random(seed));
      assert.deepEqual([...mixed].sort((one, other) => one - other), right.map((_, index) => index));
      assert.ok(!inPlace(mixed, right).every(Boolean));
    }
  }
});

test("every order comes up", () => {
  const next = random(7);
  const orders = new Set(Array.from({ length: 200 }, () => shuffled(["a", "b", "c"], next).join("")));
  assert.equal(orders.size, 6);
});

test("the same words are right wherever they come from", () => {
  const right = ["TCP", "UDP", "TCP"];
  assert.deepEqual(inPlace([2, 1, 0], right), [true, true, true]);
  for (let seed = 1; seed <= 50; seed += 1) assert.ok(!inPlace(disordered(right, random(seed)), right).every(Boolean));
  assert.equal(disordered(["gleich", "gleich"], random(1)).length, 2);
});

/** @param {string} key @param {string[]} [within] @param {object} [held] */
const pressed = (key, within = [], held = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, (selector) => within.some((each) => selector.split(", ").includes(each)));

test("keys mean something where nothing else wants them", () => {
  assert.deepEqual([" ", "Enter", "1", "4", "u", "U", "ArrowRight", "ArrowLeft", "p", "x", "Tab"].map((key) => pressed(key)),
    ["go", "go", 1, 4, "undo", "undo", "next", "previous", "pause", null, null]);
  assert.equal(pressed("?", [], { shiftKey: true }), "help");
});

test("text fields, combinations, buttons and lists keep their own keys", () => {
  for (const key of ["1", " ", "u", "?", "ArrowRight"]) assert.equal(pressed(key, ["textarea"]), null);
  for (const held of ["ctrlKey", "metaKey", "altKey"]) assert.equal(pressed("1", [], { [held]: true }), null);
  assert.equal(pressed(" ", [], { shiftKey: true }), null);
  assert.equal(pressed(" ", ["button"]), null);
  assert.equal(pressed("Enter", ["summary"]), null);
  assert.equal(pressed("3", ["button"]), 3);
  assert.equal(pressed("ArrowLeft", ["input"]), null);
  assert.equal(pressed("ArrowRight", ["[data-arrange]"]), null);
});

test("an answer is too short, good, too long", () => {
  const limits = { shortest: 30, longest: 60 };
  assert.deepEqual([0, 29.9, 30, 60, 60.1].map((seconds) => region(seconds, limits)), ["short", "short", "good", "good", "over"]);
  assert.deepEqual([0, 9.9, 60, 125].map(clock), ["0:00", "0:09", "1:00", "2:05"]);
});

test("questions that come late are asked after the first ones, and nothing that was graded moves", () => {
  const round = answer(begin(["a", "b"]), 1, 3);
  assert.deepEqual(round.ids, ["a", "b", "a"]);
  const more = extended(round, ["c"]);
  assert.deepEqual([more.ids, more.first, more.place], [["a", "b", "c", "a"], 3, 3]);
  assert.deepEqual(more.graded.map(({ place, id }) => [place, id]), [[0, "a"], [1, "b"]]);
  assert.equal(placeSaid(extended(begin(["a", "b"], 1), ["c"])), "Frage 2 von 3");
});

test("a round takes about as long as its kinds of questions", () => {
  assert.equal(minutesFor(["open", "open", "choice", "term"].map((kind) => ({ kind }))), 4);
  assert.equal(minutesFor([]), 1);
});

test("an option that refers to the others stays last, whatever the others do", () => {
  const options = [{ name: "a", last: false }, { name: "alle", last: true }, { name: "b", last: false }, { name: "keine", last: true }];
  for (const random of [() => 0, () => 0.5, () => 0.999]) {
    const names = mixed(options, random).map(({ name }) => name);
    assert.deepEqual(names.slice(2), ["alle", "keine"]);
    assert.deepEqual(names.slice(0, 2).sort(), ["a", "b"]);
  }
  assert.notDeepEqual(mixed(options, () => 0).map(({ name }) => name), mixed(options, () => 0.999).map(({ name }) => name));
});
