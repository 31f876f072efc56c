// Talks of one's own on the device: kept under stamps, never overwritten in silence, usable where nothing is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OwnTalks } from "../../docs/javascripts/base/own-talks.mjs";

/** A data base that several tabs share. */
class Base {
  entries = new Map();
  isFull = false;
  get = async (name) => structuredClone(this.entries.get(name));
  set = async (name, value) => this.#put(name, value);
  update = async (name, change) => this.#put(name, change(this.entries.get(name)));
  drop = async (names) => names.forEach((name) => this.entries.delete(name));
  names = async () => [...this.entries.keys()];

  #put(name, value) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.entries.set(name, structuredClone(value));
  }
}

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
  assert.equal(await talks.write("eins", talk("Drucker")), "refused");
  assert.equal(await talks.write("eins", talk("Drucker 2")), "refused");
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
  assert.equal(await talks.changeComments("eins", add("c")), "refused");
  assert.deepEqual(await talks.comments("eins"), ["a", "b", "c"]);
  base.isFull = false;
  assert.equal(await talks.changeComments("eins", add("d")), "kept");
  assert.deepEqual(await new OwnTalks(base).comments("eins"), ["a", "b", "c", "d"]);
});
