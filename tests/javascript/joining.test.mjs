// A presentation read again: the file's news come in, and nothing that was made here is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { changesSaid, joined } from "../../docs/javascripts/workshop/joining.mjs";
import { makeSlide, makeTalk, withSlide } from "../../docs/javascripts/workshop/own-talk.mjs";
import { isForeign } from "../../docs/javascripts/workshop/recognising.mjs";
import { chance } from "./random.mjs";

/** A slide as its file says it. @param {string} key @param {object} [said] @param {object} [more] */
function fromFile(key, said = {}, more = {}) {
  const source = { title: key, headline: key, bullets: [], artifact: null, notes: "", ...said };
  return makeSlide(key, { ...source, source, ...more });
}

const READ = makeTalk({ title: "Netz", slides: [fromFile("p1"), fromFile("p2", { notes: "Guten Tag." }), fromFile("p3")] });
const keysOf = (slides) => slides.map(({ key }) => key);

/** @param {object} talk @param {string} key @param {object} changes */
const edited = (talk, key, changes) => ({ ...talk, slides: talk.slides.map((slide) => (slide.key === key ? { ...slide, ...changes } : slide)) });

test("the same file changes nothing", () => {
  const mine = edited({ ...READ, title: "Mein Netz", exam: "it" }, "p2", { notes: "Guten Morgen.", time_s: 75, demo_s: 10 });
  assert.deepEqual(joined(mine, READ), { talk: mine, changes: { added: [], gone: [], changed: [], overwritten: [] } });
});

test("what the file says anew comes in; times, keys and what else was written stay", () => {
  const mine = edited(READ, "p2", { headline: "Selbst geschrieben", time_s: 75 });
  const { talk, changes } = joined(mine, edited(READ, "p2", fromFile("p2", { notes: "Guten Abend." })));
  assert.deepEqual([talk.slides[1].headline, talk.slides[1].notes, talk.slides[1].time_s], ["Selbst geschrieben", "Guten Abend.", 75]);
  assert.deepEqual(changes, { added: [], gone: [], changed: ["p2"], overwritten: [] });
});

test("where both have changed, the file counts, and that is said", () => {
  const mine = edited(READ, "p2", { notes: "Guten Morgen." });
  const { talk, changes } = joined(mine, edited(READ, "p2", fromFile("p2", { notes: "Guten Abend." })));
  assert.equal(talk.slides[1].notes, "Guten Abend.");
  assert.deepEqual(changes.overwritten, ["p2"]);
});

test("a time comes in only where there was none", () => {
  const { talk } = joined(edited(READ, "p1", { time_s: 40 }), { ...READ, slides: READ.slides.map((slide) => ({ ...slide, time_s: 90 })) });
  assert.deepEqual(talk.slides.map(({ time_s }) => time_s), [40, 90, 90]);
});

test("order is the file's; slides that were made here stay behind those that they stood behind", () => {
  const mine = withSlide(withSlide(READ, { title: "Frage" }, 1), { title: "Schluss" });
  assert.deepEqual(keysOf(mine.slides), ["p1", "f1", "p2", "p3", "f2"]);
  const { talk } = joined(mine, { ...READ, slides: [fromFile("p3"), fromFile("p1"), fromFile("p2")] });
  assert.deepEqual(keysOf(talk.slides), ["p3", "f2", "p1", "f1", "p2"]);
});

/** A file of a program that numbers slides whenever it saves, from their titles. @param {[title: string, said?: object][]} slides */
const numbered = (...slides) => makeTalk({ slides: slides.map(([title, said = {}], index) => fromFile(`p${256 + index}`, { title, headline: title, ...said })) });
/** The title, key and time of each slide. */
const placed = ({ slides }) => slides.map(({ title, key, time_s }) => [title, key, time_s]);
const FOUR = (() => {
  const talk = numbered(["Lage"], ["Ursache", { notes: "Der Treiber." }], ["Lösung"], ["Lösung", { notes: "Der zweite Teil." }]);
  return { ...talk, slides: talk.slides.map((slide, index) => ({ ...slide, time_s: 10 * (index + 1) })) };
})();

test("a slide that was moved keeps key and time also where its program numbers all anew", () => {
  const { talk, changes } = joined(FOUR, numbered(["Lösung"], ["Lösung", { notes: "Der zweite Teil." }], ["Lage"], ["Ursache", { notes: "Der Treiber." }]));
  assert.deepEqual(placed(talk), [["Lösung", "p258", 30], ["Lösung", "p259", 40], ["Lage", "p256", 10], ["Ursache", "p257", 20]]);
  assert.deepEqual(changes, { added: [], gone: [], changed: [], overwritten: [] });
});

test("there a slide between others is new, and one that was rewritten is the one that stood there", () => {
  const { talk, changes } = joined(FOUR, numbered(["Lage"], ["Plan"], ["Ursache", { notes: "Der Treiber." }], ["Weg", { notes: "Neu" }], ["Lösung", { notes: "Der zweite Teil." }]));
  assert.deepEqual(placed(talk), [["Lage", "p256", 10], ["Plan", "f1", 0], ["Ursache", "p257", 20], ["Weg", "p258", 30], ["Lösung", "p259", 40]]);
  assert.deepEqual([changes.added, changes.changed, changes.gone, talk.made], [["f1"], ["p258"], [], 1]);
  const again = joined(talk, numbered(["Plan"], ["Lage"], ["Ursache", { notes: "Der Treiber." }], ["Weg", { notes: "Neu" }], ["Schluss"], ["Lösung", { notes: "Der zweite Teil." }])).talk;
  assert.deepEqual(keysOf(again.slides), ["f1", "p256", "p257", "p258", "f2", "p259"]);
});

test("where ids last, a slide of which everything was written anew is still the same", () => {
  const [lage, ...others] = FOUR.slides;
  const { talk } = joined(FOUR, { ...FOUR, slides: [others[1], fromFile("p256", { title: "Anders", notes: "Ganz anders." }), others[0], others[2]] });
  assert.deepEqual(talk.slides.map(({ key, time_s }) => [key, time_s]), [["p258", 30], ["p256", 10], ["p257", 20], ["p259", 40]]);
  assert.equal(lage.key, "p256");
});

test("a file that says nothing of what is here is another one", () => {
  assert.ok(isForeign(FOUR, numbered(["Anderes"], ["Ganz", { notes: "anderes" }])));
  assert.ok(!isForeign(FOUR, numbered(["Anderes"], ["Ganz", { notes: "Der Treiber." }])));
});

test("new slides are named, and so are those that are gone, with all that they said", () => {
  const { talk, changes } = joined(READ, { ...READ, slides: [READ.slides[0], fromFile("p9"), READ.slides[2]] });
  assert.deepEqual([keysOf(talk.slides), changes.added, keysOf(changes.gone), changes.gone[0].notes], [["p1", "p9", "p3"], ["p9"], ["p2"], "Guten Tag."]);
});

test("a slide that is hidden in the file, or shown again, keeps what it has", () => {
  const mine = edited(READ, "p2", { time_s: 75 });
  const away = joined(mine, { ...READ, slides: [READ.slides[0], READ.slides[2]], hidden: [READ.slides[1]] });
  assert.deepEqual([keysOf(away.talk.slides), keysOf(away.talk.hidden), away.changes.gone], [["p1", "p3"], ["p2"], []]);
  assert.deepEqual(joined(away.talk, READ).talk, mine);
});

test("whatever comes in whatever order, no slide stands twice and none of one's own is lost", () => {
  const below = chance(5);
  for (let round = 0; round < 300; round += 1) {
    let talk = makeTalk();
    for (let step = 0; step < 6; step += 1) {
      const keys = ["p1", "p2", "p3", "p4"].filter(() => below(3)).sort(() => below(3) - 1);
      const cut = below(keys.length + 1);
      if (below(2)) talk = withSlide(talk, {}, below(talk.slides.length + 1));
      else ({ talk } = joined(talk, makeTalk({ slides: keys.slice(0, cut).map((key) => fromFile(key)), hidden: keys.slice(cut).map((key) => fromFile(key)) })));
    }
    const all = keysOf([...talk.slides, ...talk.hidden]);
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.filter((key) => key.startsWith("f")).length, talk.made);
  }
});

test("what has come of it is said by slides", () => {
  const mine = edited(READ, "p2", { notes: "Guten Morgen." });
  const { talk, changes } = joined(mine, { ...READ, slides: [fromFile("p9", { title: "Plan" }), fromFile("p2", { title: "", notes: "Guten Abend." }), fromFile("p3", { headline: "Neu" })], hidden: [fromFile("p8")] });
  assert.deepEqual(changesSaid(talk, changes), [
    "Neu: Folie 1 („Plan“) und ausgeblendete Folie („p8“).", "Geändert: Folie 3 („p3“).", "Überschrieben, obwohl du es hier geändert hattest: Folie 2.", "Nicht mehr in der Datei und darum auch hier weg: „p1“.",
  ]);
  assert.match(changesSaid(READ, joined(READ, READ).changes).join(), /dasselbe/);
});
