// One situation for every page: whose cards count, by which exam, under which limits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../docs/javascripts/base/calendar.mjs";
import { standingOf } from "../../docs/javascripts/standing/figures.mjs";
import { among, examAhead, limitsFor, situationOf } from "../../docs/javascripts/memory/situation.mjs";
import { agendaOf } from "../../docs/javascripts/practice/today.mjs";

const NOW = new Date(2026, 11, 1, 12).getTime();
const TODAY = dayOf(NOW);
const SETTINGS = { exam: TODAY + 14, which: null, daily: 60, fresh: 10 };
const EXAMS = { it: { name: "IT", shortest: 30, longest: 60 }, netz: { name: "Netz", shortest: 60, longest: 120 } };

const card = (id, ...exams) => ({ id, formerly: [], topic: "Netz", kind: "open", title: id, href: "", taught: "", ...(exams.length ? { exams } : {}) });
const CARDS = [card("a/it", "it"), card("b/netz", "netz"), card("c/beide", "it", "netz"), card("d/neu", "netz")];
const LOGS = { "a/it": [{ at: NOW - 9 * 864e5, grade: 3 }], "c/beide": [{ at: NOW, grade: 1 }] };
const situation = (settings = {}, cards = CARDS) => situationOf(cards, ({ id }) => LOGS[id] ?? [], { ...SETTINGS, ...settings }, NOW);

test("without a choice all cards count, with one those that the exam asks", () => {
  const ids = (settings) => situation(settings).cards.map(({ id }) => id).sort();
  assert.deepEqual(ids({}), ["a/it", "b/netz", "c/beide", "d/neu"]);
  assert.deepEqual(ids({ which: "netz" }), ["b/netz", "c/beide", "d/neu"]);
  assert.equal(situation({ which: "netz" }, [card("x/y")]).cards.length, 1, "where there is only one exam, cards do not say which");
});

test("Heute üben and Mein Stand speak of the same cards, day, exam and limits", () => {
  for (const which of [null, "it", "netz"]) {
    const here = situation({ which });
    const [agenda, standing] = [agendaOf(here), standingOf(here)];
    assert.deepEqual(agenda.now, standing.plan.today);
    assert.deepEqual([agenda.today, agenda.exam], [standing.today, standing.exam]);
    assert.equal(standing.whole.count, here.cards.length);
    assert.equal(agenda.done, here.done.reviews);
  }
  assert.deepEqual([situation({ which: "it" }).done, situation({ which: "netz" }).done, situation({}).done], Array(3).fill({ reviews: 1, fresh: 1 }));
});

test("an answer of a day to come, by a wrong clock, neither keeps its card away nor counts as done", () => {
  const logs = { "a/it": [{ at: NOW + 90 * 864e5, grade: 3 }], "b/netz": [{ at: NOW - 864e5, grade: 3 }, { at: NOW + 90 * 864e5, grade: 4 }] };
  const at = (nowMs) => situationOf(CARDS, ({ id }) => logs[id] ?? [], { ...SETTINGS, exam: null }, nowMs);
  const memoryOf = (here, wanted) => here.cards.find(({ id }) => id === wanted)?.memory ?? null;
  assert.equal(memoryOf(at(NOW), "a/it"), null);
  assert.equal(memoryOf(at(NOW), "b/netz")?.last, TODAY - 1);
  assert.deepEqual(at(NOW).done, { reviews: 0, fresh: 0 });
  assert.equal(memoryOf(at(NOW + 91 * 864e5), "a/it")?.last, TODAY + 90);
});

test("new cards about a case study that was not read come last", () => {
  const cards = [{ ...card("vpn/mtu"), about: "vpn" }, card("a/frei"), { ...card("dns/ttl"), about: "dns" }, card("b/frei")];
  const order = (...read) => situationOf(cards, () => [], SETTINGS, NOW, (id) => read.includes(id)).cards.map(({ id }) => id);
  assert.deepEqual(order().slice(0, 2).sort(), ["a/frei", "b/frei"]);
  assert.equal(order("dns").at(-1), "vpn/mtu");
  assert.deepEqual(order("dns", "vpn"), situationOf(cards, () => [], SETTINGS, NOW).cards.map(({ id }) => id));
});

test("new cards: the core and one's own talk, then read case studies, then the rest, topics mixed", () => {
  const about = (id, core) => ({ ...card(id), about: id.split("/")[0], core });
  const cards = [card("a/rest"), about("vpn/rest"), about("vpn/kern", true), about("dns/mtu"), { ...card("eigener/q1"), own: {} }, { ...card("b/kern"), core: true, topic: "Recht" }, { ...card("c/kern"), core: true }, { ...card("d/kern"), core: true }];
  const order = situationOf(cards, () => [], SETTINGS, NOW, (id) => id === "dns").cards.map(({ id }) => id);
  assert.deepEqual(order.slice(0, 4).sort(), ["b/kern", "c/kern", "d/kern", "eigener/q1"]);
  assert.equal(order.slice(0, 2).includes("b/kern"), true, "topics take turns");
  assert.deepEqual(order.slice(4), ["dns/mtu", "a/rest", "vpn/kern", "vpn/rest"]);
});

test("an exam that is over is none, one of today is", () => {
  assert.deepEqual([-1, 0, 1].map((days) => examAhead({ exam: TODAY + days }, TODAY)), [null, TODAY, TODAY + 1]);
  assert.equal(examAhead({ exam: null }, TODAY), null);
  assert.deepEqual([-1, 0, 1].map((days) => situation({ exam: TODAY + days }).over), [TODAY - 1, null, null]);
});

test("an exam that is there no more is not chosen", () => {
  assert.equal(among({ ...SETTINGS, which: "weg" }, EXAMS).which, null);
  assert.equal(among({ ...SETTINGS, which: "it" }, EXAMS).which, "it");
  assert.equal(among({ ...SETTINGS, which: "it" }, {}).which, null);
});

test("an answer may be as long as the chosen exam lets it, if it asks the card; else as the first that does", () => {
  const usual = { shortest: 20, longest: 90 };
  const longest = (asking, which, exams = EXAMS) => limitsFor(exams, asking, which, usual).longest;
  assert.equal(longest(["it", "netz"], "netz"), 120);
  assert.equal(longest(["it"], "netz"), 60);
  assert.equal(longest(["netz", "it"], null), 120);
  assert.equal(longest(undefined, "netz"), 120, "all that the page is about ask it");
  assert.equal(longest(undefined, "netz", {}), 90);
  assert.equal(longest(["weg"], "weg"), 90);
});
