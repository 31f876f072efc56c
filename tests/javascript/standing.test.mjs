// The figures of „Mein Stand“, the way out when not everything fits in, and what a merge is said to have brought.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../docs/javascripts/base/calendar.mjs";
import { mergedSaid } from "../../docs/javascripts/workshop/saved-file.mjs";
import { proposalFor } from "../../docs/javascripts/memory/proposal.mjs";
import { daySaid, sumSaid, weekName, weeksOf } from "../../docs/javascripts/standing/weeks.mjs";
import { plan, recall, remember } from "../../docs/javascripts/memory/scheduling.mjs";
import { standingOf as standingIn } from "../../docs/javascripts/standing/figures.mjs";
import { adviceSaid, aheadSaid, dateJudged, examSaid, headlineSaid, outlookSaid, statesSaid, wayOutSaid, weakSaid } from "../../docs/javascripts/standing/words.mjs";
import { doneByDay, doneOn, situationOf as situate } from "../../docs/javascripts/memory/situation.mjs";

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

test("the headline is the mean of what was begun on the day that counts: the exam's, without one in two weeks", () => {
  const near = (actual, wanted) => assert.ok(Math.abs(actual - wanted) < 1e-9, `${actual} is not ${wanted}`);
  const meanOn = (day) => ["a/fest", "a/vergessen", "b/heute"].map((id) => recall(remember(LOGS[id]), day)).reduce((sum, each) => sum + each) / 3;
  const { held, kept, begun, whole, topics } = standing({ ...USUAL, exam: TODAY + 20 });
  near(held, meanOn(TODAY + 20));
  assert.ok(kept > held, "what is planned until then adds to it");
  assert.deepEqual([begun, whole.count, whole.begun], [3, 4, 3]);
  assert.deepEqual(topics.map(({ name, count, begun: each }) => [name, count, each]), [["Netz", 2, 2], ["Recht", 2, 1]]);
  near(standing().held, meanOn(TODAY + 14));
  assert.equal(standing().kept, null);
  assert.equal(standing({ ...USUAL, exam: TODAY }).kept, null);
});

test("every card is in one state", () => {
  const { whole, topics } = standing();
  assert.deepEqual(whole.states, { new: 1, due: 1, fresh: 1, shaky: 0, solid: 1 });
  for (const { states, count } of [whole, ...topics]) assert.equal(Object.values(states).reduce((sum, each) => sum + each), count);
});

test("weak spots were begun and do not hold, the weakest first; what fell once and holds again is none", () => {
  const { weak } = standing({ ...USUAL, exam: TODAY + 14 });
  assert.deepEqual(weak.map(({ card: { id }, lapses }) => [id, lapses]), [["a/vergessen", 1]]);
  const many = Array.from({ length: 12 }, (_, index) => card(`c/${index}`));
  const { weak: most } = standingOf(many, ({ id }) => [review(8, 3), review(Number(id.slice(2)) / 3, 1)], USUAL, NOW);
  assert.equal(most.length, 12);
  assert.ok(most.every(({ recall: each }, index) => !index || each >= most[index - 1].recall));
  const again = standingOf([card("d/1")], () => [review(40, 3), review(30, 1), ...[29, 25, 15, 1].map((days) => review(days, 4))], USUAL, NOW);
  assert.deepEqual([again.whole.states.solid, again.weak], [1, []]);
});

test("a faultless first day shakes nowhere: what was known each time is fresh, what was hesitated at is not", () => {
  const days = { gut: [review(0, 3)], schwer: [review(0, 2)], nochmal: [review(0.1, 1), review(0, 3)], wartet: [review(2, 3)] };
  const cards = Object.keys(days).map((id) => card(id));
  const { whole, weak } = standingOf(cards, ({ id }) => days[id], { ...USUAL, exam: TODAY + 4 }, NOW);
  assert.deepEqual([whole.states.fresh, weak.map(({ card: { id } }) => id).sort()], [1, ["nochmal", "schwer", "wartet"]]);
  const first = standingOf(cards, () => days.gut, USUAL, NOW);
  assert.deepEqual([statesSaid(first.whole), weakSaid(first)], ["4 sind frisch gelernt", "Nirgends. Was du angefangen hast, hält bis jetzt."]);
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
    const cards = situation.cards.map((each, index) => ({ ...each, isCore: index % 6 === 0 }));
    const proposal = proposalFor({ ...situation, cards });
    assert.equal(proposal?.what, "core");
    assert.ok(proposal.daily <= 100 && proposal.fresh <= 25, JSON.stringify(proposal));
    const { late, unbegun } = plan({ ...situation, cards: cards.filter(({ memory, isCore }) => memory || isCore), limits: proposal });
    assert.deepEqual([late, unbegun], [[], []]);
  }
});

/** Everything that the page says on a day to somebody who has practised what was planned since the first of December. */
function saidOn({ day, exam, days, count = 400, daily = 60, cores = 0.25 }) {
  const now = NOW + day * DAY_MS;
  const cards = Array.from({ length: count }, (_, index) => ({ ...card(`e/${index}`, index % 2 ? "Netz" : "Recht"), core: index < count * cores, about: index % 20 ? undefined : "fall" }));
  const settings = { exam, which: null, daily, fresh: 10 };
  const logs = new Map(cards.map(({ id }) => [id, []]));
  const isRead = () => false;
  const at = (moment) => situate(cards, ({ id }) => logs.get(id), settings, moment, isRead);
  for (let past = 0; past < days; past++) {
    const moment = NOW + past * DAY_MS;
    for (const [index, id] of plan(at(moment)).today.entries()) logs.get(id).push({ at: moment, grade: index % 7 ? 3 : 1 });
  }
  const found = standingIn(at(now));
  const { lead, figure, notes } = headlineSaid(found);
  const advice = adviceSaid(found);
  const way = advice?.isWarning ? wayOutSaid(proposalFor(found.situation), found.situation.limits).said : "";
  return { found, advice, headline: `${lead} ${figure}`, all: [lead, ...notes, examSaid(found), outlookSaid(found), weakSaid(found), advice?.said ?? "", way, statesSaid(found.whole)].join(" ") };
}

test("no day of the way has sentences that contradict each other", () => {
  const exam = TODAY + 21;
  const states = {
    nothing: { day: 0, exam, days: 0 }, first: { day: 0, exam, days: 1 }, ninth: { day: 9, exam, days: 9 }, before: { day: 20, exam, days: 20 }, exam: { day: 21, exam, days: 21 },
    after: { day: 23, exam, days: 21 }, undated: { day: 9, exam: null, days: 9 }, tooMany: { day: 15, exam, days: 15, daily: 4 }, unbegunExam: { day: 0, exam: TODAY, days: 0 }, all: { day: 9, exam, days: 9, count: 30 },
  };
  const said = Object.fromEntries(Object.entries(states).map(([name, state]) => [name, saidOn(state)]));
  for (const [name, { all, found }] of Object.entries(said)) {
    assert.doesNotMatch(all, /\.\.|undefined|NaN|null|\b1 Karten|\b1 Tage\b| 0 Karten/, `${name}: ${all}`);
    if (found.begun && found.begun < found.whole.count) assert.match(all, /noch nicht gesehen hast, zählt in dieser Zahl nicht mit/, name);
    assert.equal(all.includes("passt nicht") || /nicht mehr dran/.test(all), Boolean(said[name].advice?.isWarning), name);
  }
  assert.match(said.nothing.all, /Noch hast du nichts geübt\. Fang mit ein paar Karten an/);
  assert.match(said.ninth.headline, /^Von dem, was du angefangen hast, sitzt am Prüfungstag voraussichtlich \d+\u00a0%$/);
  assert.match(said.ninth.all, /Noch 12 Tage bis zu deiner Prüfung am Di, 22\. Dez\. /);
  assert.match(said.before.all, /Noch 1 Tag bis/);
  assert.doesNotMatch(said.before.all, /Fallstudie/);
  assert.match(said.exam.headline, /sitzt heute, an deinem Prüfungstag, voraussichtlich/);
  assert.match(said.exam.all, /Heute ist deine Prüfung\. Viel Erfolg!/);
  assert.doesNotMatch(said.exam.all, /bis dahin|gleich noch einmal/);
  assert.match(said.unbegunExam.all, /Heute fängst du nichts Neues mehr an/);
  assert.match(said.after.headline, /sitzt in 14 Tagen voraussichtlich/);
  assert.match(said.after.all, /Deine Prüfung war am Di, 22\. Dez\. Jetzt wird ohne Termin geplant/);
  assert.match(said.undated.all, /in den nächsten drei Wochen.*/);
  assert.match(said.tooMany.advice.said, /Vom Kern.* kommen \d+ Karten bis zur Prüfung nicht mehr dran/);
});

test("where the core fits in, what is left over is no warning, and cards about unread cases say what they wait for", () => {
  const { advice, found } = saidOn({ day: 9, exam: TODAY + 21, days: 9 });
  assert.deepEqual([advice.isWarning, advice.isUnread, found.lackingCore, found.unreadCore], [false, true, 0, 5]);
  assert.match(advice.said, /^Der Kern, also was alle wissen müssen, kommt bis zur Prüfung dran, bis auf 5 Karten zu Fallstudien, .* \d+ weitere Karten bleiben übrig\. Das ist kein Rückstand/);
  const { advice: without } = saidOn({ day: 9, exam: TODAY + 21, days: 9, cores: 0 });
  assert.ok(without.isWarning, "where nobody has marked a core, all that is left out counts");
});

test("a date that is set promises no more than the days can hold", () => {
  assert.equal(dateJudged(TODAY + 6, TODAY), "Übernommen: Geplant wird jetzt auf Mo, 7. Dez. hin. Was du angefangen hast, kommt kurz davor noch einmal dran, soweit das Tagespensum reicht.");
  assert.match(dateJudged(TODAY - 6, TODAY), /^Deine Prüfung war am Mi, 25\. Nov\. Jetzt/);
});

test("the weeks go from the first answer to the exam, and each day says what was done on it", () => {
  const logs = [[review(8, 3), review(8, 1), review(0, 3)], [review(8, 2)], [review(1, 3)]];
  const cards = doneByDay(logs);
  for (const day of [TODAY - 8, TODAY - 1, TODAY, TODAY - 3]) assert.equal(cards.get(day) ?? 0, doneOn(logs, day).reviews);
  const { weeks, earlier, later } = weeksOf({ cards, marks: new Map([[TODAY - 1, ["run", "run"]], [TODAY - 3, ["mock"]]]), today: TODAY, exam: TODAY + 13 });
  assert.deepEqual([weeks.map(weekName), earlier, later], [["23. bis 29. Nov.", "30. Nov. bis 6. Dez.", "7. bis 13. Dez.", "14. bis 20. Dez."], 0, 0]);
  assert.deepEqual(weeks.map(sumSaid), ["1 Tag, 2 Karten", "2 Tage, 2 Karten", "", ""]);
  const said = weeks.flatMap(({ days }) => days).map(daySaid);
  assert.deepEqual(said.slice(0, 9), ["Mo, 23. Nov.: 2 Karten", "Di, 24. Nov.: nichts geübt", "Mi, 25. Nov.: nichts geübt", "Do, 26. Nov.: nichts geübt", "Fr, 27. Nov.: nichts geübt", "Sa, 28. Nov.: eine Probeprüfung", "So, 29. Nov.: nichts geübt", "Mo, 30. Nov.: eine Karte, 2 Proben", "Di, 1. Dez., heute: eine Karte"]);
  assert.equal(said[21], "Mo, 14. Dez.: deine Prüfung");
  assert.deepEqual(weeks.flatMap(({ days }) => days).map(({ level }) => level).slice(0, 2), [1, 0]);
  const far = weeksOf({ cards: new Map([[TODAY - 100, 40]]), marks: new Map(), today: TODAY, exam: TODAY + 100 });
  assert.deepEqual([far.weeks.length, far.earlier, far.later], [17, 7, 6]);
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
