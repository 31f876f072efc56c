// The plan up to the exam: squeezed into what is left, done by itself, missed, moved and dropped.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { fitnessOf, fitted, isWorthSaying, milestoneOf, milestonesDone, outlineIn, planOf, squeezed } from "../../docs/javascripts/plan/outline.mjs";
import { countSaid, leftSaid, missingSaid, progressSaid, restSaid, stageSaid } from "../../docs/javascripts/plan/words.mjs";
import { readText } from "../../docs/javascripts/base/stored.mjs";
import { known, NOTHING, outline, task } from "./plan-samples.mjs";

const EXAM = 20800;
const OUTLINE = outline({
  steps: [
    { id: "thema", days: 21, title: "Thema", tasks: [task("test", { counts: "topic", from: 6 }), task("leitung")] },
    { id: "wissen", days: 14, title: "Wissen", tasks: [task("lesen", { counts: "cases", times: 2, from: 4 })] },
    { id: "probe", days: 5, title: "Probe", tasks: [task("laut", { counts: "rehearsals" })] },
    { id: "technik", days: 1, title: "Technik", tasks: [task("liste")] },
    { id: "tag", days: 0, title: "Prüfungstag", tasks: [task("da")] },
  ],
  spans: [{ days: 21, said: "Drei Wochen." }, { days: 2, said: "Wenige Tage." }, { days: 1, said: "Ein Tag." }, { days: 0, said: "Heute." }],
});
const plan = (said) => planOf(OUTLINE, known({ exam: EXAM, begun: EXAM - 30, today: EXAM - 21, ...said }));
const stages = (said) => plan(said).steps.map(({ stage }) => stage);
const days = (said) => plan(said).steps.map(({ id, day }) => [id, EXAM - Number(day)]);

test("with three weeks or more the steps stand where they were authored", () => {
  for (const begun of [EXAM - 60, EXAM - 21]) assert.deepEqual(days({ begun }).map(([, each]) => each), [21, 14, 5, 1, 0]);
  assert.equal(plan({ begun: EXAM - 21 }).missing, 0);
});

test("with less all move together, in their order, and what has no time falls out", () => {
  assert.deepEqual(days({ begun: EXAM - 12 }), [["thema", 12], ["wissen", 8], ["probe", 3], ["technik", 1], ["tag", 0]]);
  assert.deepEqual(days({ begun: EXAM - 3 }), [["thema", 3], ["probe", 1], ["technik", 1], ["tag", 0]]);
  assert.deepEqual([plan({ begun: EXAM - 3 }).missing, plan({ begun: EXAM - 3 }).said], [2, "Wenige Tage."]);
  for (let span = 1; span < 30; span += 1) {
    const squeezedDays = [21, 14, 7, 5, 3, 1, 0].map((each) => squeezed(each, span, 21));
    assert.deepEqual(squeezedDays, [...squeezedDays].sort((a, b) => b - a));
    assert.ok(squeezedDays[0] <= span && squeezedDays.at(-2) >= 1 && squeezedDays.at(-1) === 0);
  }
});

test("one day is honest, and on the day itself only the day is left", () => {
  assert.deepEqual(days({ begun: EXAM - 1, today: EXAM - 1 }), [["thema", 1], ["probe", 1], ["technik", 1], ["tag", 0]]);
  assert.equal(plan({ begun: EXAM - 1, today: EXAM - 1 }).said, "Ein Tag.");
  assert.deepEqual(stages({ begun: EXAM - 1, today: EXAM - 1 }), ["now", "now", "now", "next"]);
  assert.deepEqual(days({ begun: EXAM, today: EXAM }), [["tag", 0]]);
});

test("what a whole plan can do is said in its first days, what a shorter one can to its end", () => {
  assert.deepEqual([21, 19, 18].map((left) => plan({ begun: EXAM - 21, today: EXAM - left }).said), ["Drei Wochen.", "Drei Wochen.", ""]);
  assert.equal(plan({ begun: EXAM - 3, today: EXAM }).said, "Heute.");
});

test("a step is on until the next begins; then it is done, or it was missed", () => {
  assert.deepEqual(stages({ today: EXAM - 22 }), ["next", "later", "later", "later", "later"]);
  assert.deepEqual(stages({ today: EXAM - 15 }), ["now", "next", "later", "later", "later"]);
  assert.deepEqual(stages({ today: EXAM - 14 }), ["overdue", "now", "next", "later", "later"]);
  assert.deepEqual(stages({ today: EXAM - 14, ticked: new Set(["test", "leitung"]) }), ["done", "now", "next", "later", "later"]);
  assert.deepEqual(stages({ today: EXAM - 2 }), ["overdue", "overdue", "now", "next", "later"]);
  assert.deepEqual(stages({ today: EXAM + 1 }), Array(5).fill("past"));
});

test("on the last day what was missed shrinks to what still fits, on the exam day to nothing, and neither is overdue", () => {
  const [eve, day] = [plan({ today: EXAM - 1 }), plan({ today: EXAM, ticked: new Set(["leitung"]) })];
  assert.deepEqual(eve.steps.map(({ stage }) => stage), ["now", "left", "now", "now", "next"]);
  assert.deepEqual(eve.steps[0].tasks.map(({ id }) => id), ["leitung"], "as in a plan that begins on that day");
  assert.deepEqual([eve.overdue, eve.done, eve.all, eve.current?.id], [0, 0, 4, "thema"]);
  assert.deepEqual(day.steps.map(({ stage }) => stage), ["left", "left", "left", "left", "now"]);
  assert.deepEqual([day.overdue, day.done, day.all, day.current?.id], [0, 1, 2, "tag"], "what was done still counts");
  assert.deepEqual([eve.missing, eve.said, day.missing, plan({ today: EXAM - 2 }).missing], [2, "Ein Tag.", 4, 0]);
  assert.equal(progressSaid(day), "1 von 2 Aufgaben erledigt.");
  assert.deepEqual([1, 4].map(restSaid), ["Was liegen blieb: 1 Schritt", "Was liegen blieb: 4 Schritte"]);
});

test("tasks know by themselves that they are done", () => {
  const { steps, done, all } = plan({ deeds: { ...NOTHING, topic: 1, cases: 1, rehearsals: 3 }, ticked: new Set(["da"]) });
  const tasks = steps.flatMap((step) => step.tasks);
  assert.deepEqual(tasks.filter(({ isDone }) => isDone).map(({ id, byItself }) => [id, byItself]), [["test", true], ["laut", true], ["da", false]]);
  assert.deepEqual([done, all], [3, 6]);
  assert.deepEqual(tasks.map(countSaid), ["erkannt", "", "1 von 2", "erkannt", "", ""]);
});

test("what was missed is moved to today, or dropped, on purpose", () => {
  const today = EXAM - 10;
  const moved = new Map([["thema", { moved: today }]]);
  assert.equal(stages({ today, decisions: moved })[0], "now");
  assert.deepEqual(plan({ today, decisions: moved }).steps.slice(0, 2).map((step) => stageSaid(step, today)), ["jetzt dran, verschoben vom So, 22. Nov.", "jetzt dran"]);
  assert.equal(stages({ today: today + 1, decisions: moved })[0], "overdue", "and is missed again if it was not done then");
  const dropped = plan({ today, decisions: new Map([["thema", { dropped: true }]]) });
  assert.deepEqual([dropped.steps[0].stage, dropped.overdue, dropped.all], ["dropped", 0, 4]);
  const begun = plan({ today, decisions: new Map([["thema", { dropped: true }]]), ticked: new Set(["leitung"]) });
  assert.deepEqual([begun.done, begun.all], [1, 5], "what was done of it still counts");
  assert.equal(plan({ today, decisions: new Map([["thema", { dropped: true }]]), ticked: new Set(["test", "leitung"]) }).steps[0].stage, "done");
});

test("what one does next is what is on, then what was missed, then what comes", () => {
  const current = (said) => plan(said).current?.id ?? null;
  const all = new Set(["test", "leitung", "lesen", "laut", "liste", "da"]);
  assert.equal(current({ today: EXAM - 30 }), "thema");
  assert.equal(current({ today: EXAM - 10 }), "wissen");
  assert.equal(current({ today: EXAM - 10, ticked: new Set(["lesen"]) }), "thema");
  assert.equal(current({ today: EXAM - 10, ticked: new Set(["lesen", "test", "leitung"]) }), "probe");
  assert.equal(current({ ticked: all }), null);
  assert.equal(current({ exam: null }), "thema", "also without an exam");
});

test("without an exam nothing has a day, and nothing is missed", () => {
  const { steps, overdue } = plan({ exam: null, ticked: new Set(["lesen"]) });
  assert.deepEqual(steps.map(({ day, stage }) => [day, stage]), [[null, "later"], [null, "done"], [null, "later"], [null, "later"], [null, "later"]]);
  assert.equal(overdue, 0);
});

test("where something stands is said as long as it matters, and no step that was dropped asks for it", () => {
  const said = (known, isBegun = false) => ["topic", "rehearsals", "mocks"].filter((deed) => isWorthSaying(plan(known), deed, isBegun));
  assert.deepEqual(said({}), ["topic", "rehearsals"], "as far as the plan wants it");
  assert.deepEqual(said({ exam: null }, true), ["topic", "rehearsals", "mocks"]);
  assert.deepEqual(said({ decisions: new Map([["thema", { dropped: true }]]) }), ["rehearsals"]);
  assert.deepEqual(said({ today: EXAM - 1 }), ["rehearsals", "mocks"]);
  assert.deepEqual([said({ today: EXAM }), said({ today: EXAM }, true)], [[], ["rehearsals", "mocks"]]);
  assert.deepEqual(said({ today: EXAM + 1 }, true), []);
});

test("the next milestone is the first that is not whole", () => {
  assert.deepEqual(milestoneOf(OUTLINE, new Set(["a"])), { number: 1, of: 2, id: "eins", title: "Eins", minutes: 30, done: 1, all: 2 });
  assert.equal(milestoneOf(OUTLINE, new Set(["a", "b"]))?.id, "zwei");
  assert.equal(milestoneOf(OUTLINE, new Set(["a", "b", "c"])), null);
  assert.equal(milestonesDone(OUTLINE, new Set(["c"])), 1);
  assert.deepEqual(fitnessOf(OUTLINE, new Set(["x", "z", "fremd"])), { done: 2, all: 3, isFit: true });
});

test("what is said has the right number", () => {
  assert.deepEqual(leftSaid(EXAM, EXAM - 1).figure, "Noch 1 Tag");
  assert.deepEqual(leftSaid(EXAM, EXAM), { figure: "Heute", said: "ist deine Prüfung. Viel Erfolg!" });
  assert.equal(progressSaid({ done: 1, all: 1, overdue: 1 }), "1 von 1 Aufgabe erledigt. Ein Schritt ist überfällig: Hol ihn nach, oder lass ihn weg.");
  assert.equal(progressSaid({ done: 0, all: 4, overdue: 2 }), "0 von 4 Aufgaben erledigt. 2 Schritte sind überfällig: Hol sie nach, oder lass sie weg.");
  assert.deepEqual([0, 1, 3].map(missingSaid), ["", "Eine Aufgabe fällt dafür weg.", "3 Aufgaben fallen dafür weg."]);
});

test("a plan of another version is refused", () => {
  assert.equal(outlineIn(JSON.stringify(OUTLINE)).steps.length, 5);
  assert.throws(() => outlineIn(JSON.stringify({ ...OUTLINE, version: 2 })));
  assert.deepEqual(fitted(outline({ steps: [] }), 9), { steps: [], said: "", missing: 0 });
});

test("decisions are found as any version of the site has stored them", () => {
  const samples = JSON.parse(readFileSync(new URL("../stored/entries.json", import.meta.url), "utf-8")).plan;
  const values = samples.filter(Boolean).map((text) => [...readText("plan", text).value].map(([id, { value }]) => [id, value]));
  assert.deepEqual(values, [[["thema", { moved: 20783 }], ["wissen", { dropped: true }], ["probe", null]]]);
});
