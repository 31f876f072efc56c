// „Heute üben“: what is offered, and how it is said.

import assert from "node:assert/strict";
import { test } from "node:test";

import { agendaOf as agendaIn, agendaSaid, roundSaid, changesFor, loadOf } from "../../docs/javascripts/practice/today.mjs";
import { overSaid } from "../../docs/javascripts/memory/settings.mjs";
import { situationOf } from "../../docs/javascripts/memory/situation.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;
const TODAY = 20000;
const settings = { exam: null, which: null, daily: 60, fresh: 10 };
const ids = Array.from({ length: 30 }, (_, index) => `datei/frage-${index}`);

/** Noon of a day, wherever the test runs. @param {number} day */
const noon = (day) => {
  const date = new Date(day * DAY_MS);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12).getTime();
};

/** @param {Record<number, number[]>} days the days on which a card was graded Gut, by its number */
const logs = (days) => ids.map((_, index) => (days[index] ?? []).map((day) => ({ at: noon(day), grade: /** @type {3} */ (3) })));

/** @param {string[]} ids @param {{at: number, grade: 3}[][]} logs */
const agendaOf = (ids, logs, settings, day) => {
  const cards = ids.map((id) => ({ id, formerly: [], topic: "Netz", kind: "open" }));
  return agendaIn(situationOf(cards, ({ id }) => logs[ids.indexOf(id)], settings, noon(day)));
};

test("on the first day there are as many new cards as the limit allows", () => {
  const agenda = agendaOf(ids, logs({}), settings, TODAY);
  assert.equal(agenda.now.length, 10);
  assert.equal(agenda.fresh, 10);
  assert.deepEqual(agendaSaid(agenda, 15), { title: "Das ist heute dran", said: "10 neue Karten, etwa 15 Minuten." });
});

test("what is due comes with what is new", () => {
  const agenda = agendaOf(ids, logs({ 0: [TODAY - 9], 1: [TODAY - 8] }), settings, TODAY);
  assert.equal(agenda.now.length, 12);
  assert.match(agendaSaid(agenda, 1).said, /^2 Wiederholungen, 10 neue Karten, etwa 1 Minute\.$/);
});

test("what was not known today is said beside the cards that count, and is part of the round", () => {
  const due = logs({ 0: [TODAY - 9], 1: [TODAY - 8] });
  const given = due.map((log, index) => (index === 2 ? [{ at: noon(TODAY), grade: /** @type {1} */ (1) }] : log));
  const agenda = agendaOf(ids, given, settings, TODAY);
  assert.deepEqual([agenda.now.length, agenda.owed, agenda.round.length], [11, [ids[2]], 12]);
  assert.equal(agendaSaid(agenda, 9).said, "2 Wiederholungen, 9 neue Karten, dazu 1 noch einmal, etwa 9 Minuten.");
  assert.equal(roundSaid(agenda), "11 Karten, dazu 1 noch einmal");
  assert.equal(roundSaid({ now: [], owed: agenda.owed }), "1 noch einmal");
  assert.equal(roundSaid({ now: [], owed: [] }), "");
});

test("when everything is done, the next day is named and new cards can be taken ahead", () => {
  const practised = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, [TODAY]]));
  const agenda = agendaOf(ids, logs(practised), settings, TODAY);
  assert.deepEqual(agenda.now, []);
  assert.equal(agenda.ahead.length, 10);
  assert.equal(agenda.early.length, 10);
  assert.deepEqual(agendaSaid(agenda, 1), { title: "Für heute fertig", said: "Du hast heute 10 Karten geübt. Die nächsten Karten kommen morgen." });
});

test("at the daily limit it says so, and what still waits", () => {
  const waiting = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [index, index < 5 ? [TODAY - 20, TODAY] : [TODAY - 20]]));
  const agenda = agendaOf(ids, logs(waiting), { ...settings, daily: 5 }, TODAY);
  assert.deepEqual(agenda.now, []);
  assert.equal(agenda.waiting.length, 3);
  assert.deepEqual(agendaSaid(agenda, 1), {
    title: "Tagespensum geschafft",
    said: "Du hast heute 5 Karten geübt, dein Pensum sind 5. 3 fällige Karten warten noch.",
  });
});

test("an exam that is over plans nothing any more", () => {
  assert.equal(agendaOf(ids, logs({}), { ...settings, exam: TODAY - 1 }, TODAY).exam, null);
  assert.equal(agendaOf(ids, logs({}), { ...settings, exam: TODAY }, TODAY).exam, TODAY);
  assert.equal(agendaOf(ids, logs({}), { ...settings, exam: TODAY - 1 }, TODAY).over, TODAY - 1);
  assert.equal(overSaid(20794, 20795), "Deine Prüfung war am Mo, 7. Dez. Jetzt wird ohne Termin geplant, in wachsenden Abständen.");
});

test("a date at the end of a sentence has one point", () => {
  const agenda = { ...agendaOf(ids, logs({}), settings, TODAY), now: [], today: 20784, next: 20794 };
  assert.match(agendaSaid(agenda, 1).said, /kommen Mo, 7\. Dez\.$/);
});

test("on the exam day nothing is wanted, and no day that is past is named as the next", () => {
  const agenda = agendaOf(ids.slice(0, 2), logs({ 0: [TODAY - 9, TODAY - 2], 1: [TODAY - 9, TODAY - 1] }), { ...settings, exam: TODAY }, TODAY);
  assert.deepEqual(agendaSaid(agenda, 1), { title: "Heute zählt, was du weißt", said: "Heute musst du nichts mehr üben." });
  assert.ok(agenda.next === null || agenda.next > TODAY);
});

test("a proposal changes one limit, the new cards first, and says what follows for the days", () => {
  const limits = { daily: 60, fresh: 10 };
  assert.deepEqual(changesFor({ daily: 69, fresh: 13 }, limits), { fresh: 13 });
  assert.deepEqual(changesFor({ daily: 69, fresh: 10 }, limits), { daily: 69 }, "where they are enough, the room");
  assert.deepEqual(changesFor({ daily: 69, fresh: 13 }, { daily: 5, fresh: 1 }), { daily: 69 }, "or where there is none for them");
  const cards = ids.map((id) => ({ id, formerly: [], topic: "Netz", kind: "open" }));
  const situation = situationOf(cards, () => [], { ...settings, exam: TODAY + 10 }, noon(TODAY));
  const [{ most, usual }, more] = [loadOf(situation, { fresh: 15 }), loadOf(situation, { fresh: 5 })];
  assert.ok(usual < most && most <= settings.daily, `${usual} ${most}`);
  assert.ok(more.most < most);
});
