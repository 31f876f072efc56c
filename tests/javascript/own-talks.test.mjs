// Talks of one's own on the device: kept under stamps, never overwritten in silence, usable where nothing is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { related } from "../../docs/javascripts/base/own-entry.mjs";
import { OwnTalks } from "../../docs/javascripts/base/own-talks.mjs";
import { Base } from "./data-base.mjs";

const talk = (title) => ({ title, slides: [] });
const PICTURES = new Map([["a-1.png", { type: "image/png", bytes: new Uint8Array([1, 2]) }]]);

test("what is written is there again, in another tab too, with its pictures", async () => {
  const base = new Base();
  assert.equal(await new OwnTalks(base).write("eins", talk("Drucker")), "kept");
  assert.equal(await new OwnTalks(base).writePictures("eins", PICTURES), "kept");
  assert.deepEqual(await new OwnTalks(base).read("eins"), { talk: talk("Drucker"), pictures: PICTURES });
  assert.deepEqual((await new OwnTalks(base).list()).map((each) => each.talk.title), ["Drucker"]);
});

test("the later of two tabs is told, and overwrites only where it says so", async () => {
  const base = new Base();
  await new OwnTalks(base).write("eins", talk("Anfang"));
  const [first, second] = [new OwnTalks(base), new OwnTalks(base)];
  await first.read("eins");
  await second.read("eins");
  assert.equal(await first.write("eins", talk("erster")), "kept");
  assert.equal(await second.write("eins", talk("zweiter")), "elsewhere");
  assert.equal((await first.read("eins")).talk.title, "erster");
  assert.equal(await second.write("eins", talk("zweiter"), { over: true }), "kept");
  assert.equal(await second.write("eins", talk("dritter")), "kept");
});

test("a tab that writes before it has written is not another one", async () => {
  const base = new Base();
  const { update } = base;
  base.update = async (...given) => { await new Promise((resolve) => setTimeout(resolve, 1)); return update(...given); };
  const talks = new OwnTalks(base);
  const outcomes = await Promise.all(["eins", "zwei", "drei"].map((title) => talks.write("eins", talk(title))));
  assert.deepEqual(outcomes, ["kept", "kept", "kept"]);
  assert.equal((await talks.read("eins")).talk.title, "drei");
});

test("a talk that another tab has deleted does not come back in silence", async () => {
  const base = new Base();
  const [first, second] = [new OwnTalks(base), new OwnTalks(base)];
  await first.write("eins", talk("Drucker"));
  await second.remove("eins");
  assert.equal(await first.write("eins", talk("Drucker 2")), "elsewhere");
  assert.deepEqual(await second.list(), []);
});

test("where nothing is kept it applies as long as the page is open, and is kept as soon as that works", async () => {
  const base = new Base();
  const talks = new OwnTalks(base);
  base.isFull = true;
  assert.equal(await talks.write("eins", talk("Drucker")), "full");
  assert.equal(await talks.write("eins", talk("Drucker 2")), "full");
  assert.equal((await talks.read("eins")).talk.title, "Drucker 2");
  assert.equal((await talks.list()).length, 1);
  base.isFull = false;
  assert.equal(await talks.write("eins", talk("Drucker 3")), "kept");
  assert.equal((await new OwnTalks(base).read("eins")).talk.title, "Drucker 3");
});

test("what was written while nothing was kept is written over what another tab has kept only when told so", async () => {
  const base = new Base();
  const [first, second] = [new OwnTalks(base), new OwnTalks(base)];
  await first.write("eins", talk("Drucker"));
  await second.read("eins");
  base.isFull = true;
  await first.write("eins", talk("ungesichert"));
  base.isFull = false;
  await second.write("eins", talk("vom anderen"));
  assert.equal(await first.write("eins", talk("ungesichert 2")), "elsewhere");
});

test("deleting can be undone, with the pictures", async () => {
  const talks = new OwnTalks(new Base());
  await talks.write("eins", talk("Drucker"));
  await talks.writePictures("eins", PICTURES);
  const putBack = await talks.remove("eins");
  assert.deepEqual(await talks.names(), []);
  await putBack();
  assert.deepEqual(await talks.read("eins"), { talk: talk("Drucker"), pictures: PICTURES });
  await talks.clear();
  assert.deepEqual(await talks.names(), []);
});

test("the first version is read for ever; what is newer or no talk is left alone", async () => {
  const base = new Base();
  base.entries.set("talks:alt", { version: 1, at: 1796040000000, stamp: "m1x-4f2a", talk: { title: "Alt", slides: [{ key: "f1", title: "Lage" }] } });
  base.entries.set("talks:neu", { version: 2, at: 1, stamp: "a", talk: { slides: [] } });
  base.entries.set("talks:kaputt", "kaputt");
  const talks = new OwnTalks(base);
  assert.deepEqual((await talks.list()).map(({ key, at }) => [key, at]), [["alt", 1796040000000]]);
  assert.equal(await talks.read("neu"), null);
  assert.equal(await talks.write("neu", talk("älter")), "elsewhere");
  assert.equal(base.entries.get("talks:neu").version, 2);
});

test("what is said of a talk is joined with what lies there, goes with it and comes back with it", async () => {
  const [base, add] = [new Base(), (said) => (before = []) => [...before, said]];
  const talks = new OwnTalks(base);
  await talks.write("eins", talk("Drucker"));
  for (const said of ["a", "b"]) assert.equal(await talks.changeComments("eins", add(said)), "kept");
  const putBack = await talks.remove("eins");
  assert.deepEqual([await talks.comments("eins"), base.entries.size], [undefined, 0]);
  await putBack();
  base.isFull = true;
  assert.equal(await talks.changeComments("eins", add("c")), "full");
  assert.deepEqual(await talks.comments("eins"), ["a", "b", "c"]);
  base.isFull = false;
  assert.equal(await talks.changeComments("eins", add("d")), "kept");
  assert.deepEqual(await new OwnTalks(base).comments("eins"), ["a", "b", "c", "d"]);
});

test("what follows from a talk is written into it, and it is no newer for that", async () => {
  const base = new Base();
  const talks = new OwnTalks(base);
  await talks.write("eins", talk("Drucker"));
  const { at, stamp } = base.entries.get("talks:eins");
  await talks.amend("eins", (before) => ({ ...before, title: "Drucker 2" }));
  await talks.amend("zwei", () => talk("keiner"));
  assert.deepEqual([...base.entries], [["talks:eins", { version: 1, at, stamp, talk: talk("Drucker 2") }]]);
});

test("other tabs hear of every change, by the talk's key, and of none that was refused", async () => {
  const [base, said] = [new Base(), []];
  const talks = new OwnTalks(base, { postMessage: (key) => said.push(key), addEventListener: () => {} });
  await talks.write("eins", talk("Drucker"));
  await talks.changeComments("eins", () => ["a"]);
  base.isFull = true;
  await talks.write("eins", talk("Drucker 2"));
  assert.deepEqual(said, ["eins", "eins"]);
  await talks.remove("eins");
  await talks.clear();
  assert.deepEqual(said.slice(2), ["eins", ""]);
});

test("a tab knows whether another one has written since", async () => {
  const base = new Base();
  const [first, second] = [new OwnTalks(base), new OwnTalks(base)];
  await first.write("eins", talk("Drucker"));
  assert.equal(await first.isElsewhere("eins"), false);
  await second.read("eins");
  await second.write("eins", talk("Drucker 2"));
  assert.equal(await first.isElsewhere("eins"), true);
  await first.read("eins");
  await second.remove("eins");
  assert.equal(await first.isElsewhere("eins"), true);
});

test("pictures that had no room are kept as soon as there is some, and until then it is said why", async () => {
  const base = new Base();
  const talks = new OwnTalks(base);
  base.isFull = true;
  assert.equal(await talks.writePictures("eins", PICTURES), "full");
  assert.deepEqual([talks.troubleOf("eins"), talks.troubleOf("zwei")], ["full", null]);
  base.isFull = false;
  await talks.write("eins", talk("Drucker"));
  assert.equal(talks.troubleOf("eins"), null);
  assert.deepEqual((await new OwnTalks(base).read("eins")).pictures, PICTURES);
});

test("of a deleted talk something stays only where it has left in a backup: then an older file knows that it is gone", async () => {
  const base = new Base();
  const talks = new OwnTalks(base);
  for (const key of ["eins", "zwei"]) await talks.write(key, talk(key));
  const stamp = base.entries.get("talks:eins").stamp;
  await talks.remove("zwei");
  assert.deepEqual([...(await talks.outgoing()).keys()], ["talks:eins"]);
  const putBack = await talks.remove("eins");
  const gone = base.entries.get("talks:eins");
  assert.deepEqual([[...base.entries.keys()], gone.talk, gone.past], [["talks:eins"], null, [stamp]]);
  assert.deepEqual(await talks.list(), []);
  await talks.outgoing();
  await putBack();
  const back = base.entries.get("talks:eins");
  assert.deepEqual([back.talk, back.past], [talk("eins"), [stamp, gone.stamp]], "newer than the file that says it is gone");
  await talks.remove("eins");
  assert.equal(await new OwnTalks(base).write("eins", talk("aus einer Datei")), "kept");
});

test("what is written over something else is later than that, whatever the clock says", async (context) => {
  context.mock.method(Date, "now", () => 1796040000000);
  const base = new Base();
  const talks = new OwnTalks(base);
  for (const title of ["eins", "zwei", "drei"]) await talks.write("eins", talk(title));
  assert.equal(base.entries.get("talks:eins").at, 1796040000002);
});

test("two states of one talk know which of them is older, whatever way they went", () => {
  const entry = (stamp, ...past) => ({ version: 1, at: 1, stamp, past, talk: talk(stamp) });
  assert.equal(related(null, entry("a")), "newer");
  assert.equal(related(entry("a"), entry("a")), "older");
  assert.equal(related(entry("b", "a"), entry("a", "a")), "older");
  assert.equal(related(entry("a", "a"), entry("b", "a")), "newer");
  assert.equal(related(entry("b", "a"), entry("c", "a")), "apart");
});
