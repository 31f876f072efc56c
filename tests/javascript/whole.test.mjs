// A talk that comes as a file to a device: new there, or joined with what is known, and nothing overwritten.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { ownId } from "../../docs/javascripts/talk/judging.mjs";
import { makeTalk, withSlide } from "../../docs/javascripts/workshop/own-talk.mjs";
import { Progress } from "../../docs/javascripts/memory/progress.mjs";
import { addComments, commentsOf, received, reviewsOf } from "../../docs/javascripts/workshop/whole.mjs";
import { Base } from "./data-base.mjs";
import { Device } from "./device.mjs";

const AT = Date.UTC(2026, 10, 26);
const TALK = withSlide(withSlide(makeTalk({ id: "k1", title: "Drucker" }), { title: "Lage" }), { title: "Ursache" });
const record = (value, at = AT) => ({ at, value });
const said = (text, slide = "f2") => record({ slide, text, by: "Trainer" });
const run = (note) => record({ at: AT, mode: "whole", slides: [], log: [[0, "end"]], note });
const whole = (more = {}) => ({ talk: TALK, pictures: new Map(), runs: new Map([["m2", run("dort")]]), reviews: new Map(), comments: new Map([["c2", said("Zahl fehlt.")], ["c3", said("Gut.", "")]]), ...more });

/** A device that keeps talks for itself. */
function device() {
  openShelf(new Device().shelf());
  return new Base().tab();
}

test("a talk that is not known is new, and its runs and comments are there", async () => {
  const talks = device();
  assert.equal(await received("k1", whole(), talks), null);
  assert.deepEqual([...(await commentsOf("k1", talks)).keys()], ["c2", "c3"]);
  assert.deepEqual([...openShelf().read("runs", ownId("k1")).keys()], ["m2"]);
});

test("one that is known keeps its texts, runs and comments; what is new is said by slides", async () => {
  const talks = device();
  await talks.write("k1", { ...TALK, title: "Drucker, neu" });
  await addComments("k1", new Map([["c1", said("Schon da.")]]), talks);
  openShelf().add([["runs", ownId("k1"), new Map([["m1", run("hier")]])]]);
  const found = await received("k1", whole(), talks);
  assert.equal(found.said, "2 neue Anmerkungen: zum ganzen Vortrag, Folie 2.");
  assert.equal(found.other.talk.title, "Drucker");
  assert.equal((await talks.read("k1")).talk.title, "Drucker, neu");
  assert.deepEqual([...(await commentsOf("k1", talks)).keys()].sort(), ["c1", "c2", "c3"]);
  assert.deepEqual([...openShelf().read("runs", ownId("k1")).keys()].sort(), ["m1", "m2"]);
});

test("runs that were deleted with their talk come back with it, those that somebody deleted before do not", async () => {
  const talks = device();
  const runs = new Map([["m1", run("einmal")], ["m2", record(null)]]);
  openShelf().add([["runs", ownId("k1"), new Map([["m1", record(null, AT + 5)], ["m2", record(null, AT + 5)]])]]);
  await received("k1", whole({ runs }), talks);
  assert.deepEqual([...openShelf().read("runs", ownId("k1"))].map(([id, { value }]) => [id, value?.note]), [["m1", "einmal"], ["m2", undefined]]);
});

test("the same text is no other, and what was done does not come back", async () => {
  const talks = device();
  await talks.write("k1", { ...TALK, id: "" });
  await addComments("k1", new Map([["c2", record(null, AT + 1)], ["c3", said("Gut.", "")]]), talks);
  assert.deepEqual(await received("k1", whole(), talks), { key: "k1", said: "Neue Anmerkungen sind nicht dabei.", other: null });
  assert.equal((await commentsOf("k1", talks)).get("c2").value, null);
});

test("how well its questions are known is joined with what is known here; what was put away does not go along", async () => {
  const talks = device();
  const log = (...moments) => ({ reviews: moments.map((at) => ({ at, grade: 3, offset: 60 })), gone: [] });
  openShelf().add([["progress", "eigener/k1/q1", log(AT)]]);
  await received("k1", whole({ reviews: new Map([["q1", log(AT, AT + 1)], ["q2", log(AT)]]) }), talks);
  const questions = ["q1", "q2", "q3"].map((id) => ({ id }));
  assert.deepEqual([...reviewsOf("k1", { questions })], [["q1", log(AT, AT + 1)], ["q2", log(AT)]]);
  new Progress(openShelf()).reset(AT + 1000);
  assert.deepEqual([...reviewsOf("k1", { questions })], []);
});
