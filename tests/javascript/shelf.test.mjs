// The shelf: what is stored survives full, forbidden and damaged storage, other tabs, other sites, and its own past.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isOurs, Shelf } from "../../docs/javascripts/base/shelf.mjs";
import { Device, forbidden, SITE } from "./device.mjs";

const later = () => new Promise((resolve) => { setTimeout(resolve, 80); });
/** @param {string[]} ids @param {number} at */
const ticked = (ids, at = 5) => new Map(ids.map((id) => [id, { at, value: 1 }]));

test("what is set can be read by the next page under the site's own name, and taken back", () => {
  const device = new Device();
  assert.equal(device.shelf().set("setting", "scheme", "dark"), true);
  assert.deepEqual([...device.entries.keys()], [`${SITE}setting:scheme`]);
  assert.equal(device.shelf().read("setting", "scheme").value, "dark");
  device.shelf().set("setting", "scheme", null);
  assert.equal(device.shelf().read("setting", "scheme").value, null);
});

test("nothing is stored by looking, nor by setting what is set", () => {
  const device = new Device();
  const shelf = device.shelf();
  assert.equal(shelf.read("setting", "exam").value, null);
  assert.equal(shelf.set("setting", "exam", null), true);
  assert.equal(device.entries.size, 0);
  shelf.set("setting", "exam", "2026-12-14");
  const before = device.snapshot;
  shelf.set("setting", "exam", "2026-12-14");
  assert.equal(device.snapshot, before);
});

test("of two values the later one counts, also where the clock was put back", () => {
  const device = new Device({ "setting:daily": '{"version":1,"at":9999999999999,"value":"20"}' });
  device.shelf().set("setting", "daily", "30");
  assert.equal(device.shelf().read("setting", "daily").value, "30");
});

test("two sites of one origin never meet, also where the path of one begins the other's, or has a colon", () => {
  const device = new Device();
  const paths = ["/", "/kurs/", "/kurs/neu/", "/:setting/", "/%3A/"];
  for (const path of paths) device.shelf(path).set("setting", "daily", String(10 + path.length));
  for (const path of paths) {
    const shelf = device.shelf(path);
    assert.equal(shelf.read("setting", "daily").value, String(10 + path.length));
    assert.deepEqual(shelf.ids("setting"), ["daily"]);
    assert.equal([...device.entries.keys()].filter((name) => isOurs(name, path)).length, 1, path);
  }
});

test("another site's entries and another's events tell nobody anything", async () => {
  const device = new Device();
  let told = 0;
  device.shelf("/kurs/").onChange(["setting"], () => { told += 1; });
  device.shelf("/").set("setting", "daily", "30");
  await later();
  assert.equal(told, 0);
});

test("what is from before the sites were told apart is copied once by each of them, and stays", () => {
  const device = new Device({
    "generalprobe:progress:a/b": "[[5,3]]", "generalprobe:ticks:x/y": '["eins","zwei"]', "generalprobe:setting:exam": "2026-12-14",
    "generalprobe:speech:rate": '{"rate":1.1,"measured_s":99}', "generalprobe:damaged:c/d": "{", "generalprobe:probe:probe": "1",
  });
  const old = [...device.entries];
  for (const path of ["/", "/kurs/"]) {
    const shelf = device.shelf(path);
    assert.deepEqual(shelf.read("progress", "a/b").reviews, [{ at: 5, grade: 3 }]);
    assert.deepEqual([...shelf.read("ticks", "x/y").keys()], ["eins", "zwei"]);
    assert.equal(shelf.read("setting", "exam").value, "2026-12-14");
    assert.deepEqual(shelf.read("speech", "rate").value, { rate: 1.1, measured_s: 99 });
    assert.deepEqual(shelf.damaged, [{ id: "progress:c/d", text: "{" }]);
    shelf.set("setting", "exam", null);
    shelf.forgetDamaged();
    assert.equal(device.shelf(path).read("setting", "exam").value, null, "not once more");
    assert.deepEqual(device.shelf(path).damaged, []);
  }
  assert.deepEqual([...device.entries].slice(0, old.length), old);
});

test("an old reset is carried over with its way back", () => {
  const device = new Device({
    "generalprobe:reset:a/b": '{"version":1,"reviews":[[5,3],[9,1]]}', "generalprobe:progress:a/b": "[[20,4]]", "generalprobe:reset:c/d": "[[7,2]]",
  });
  const progress = device.tab();
  assert.deepEqual([...progress.all()], [["a/b", [{ at: 20, grade: 4 }]]]);
  assert.equal(progress.undoable, 2);
  progress.undoReset();
  assert.deepEqual(progress.reviewsOf({ id: "a/b", formerly: [] }).map(({ at }) => at), [5, 9, 20]);
  assert.deepEqual(progress.reviewsOf({ id: "c/d", formerly: [] }).map(({ at }) => at), [7]);
});

test("what finds no room to be copied counts all the same, and is copied as soon as there is room", () => {
  const old = { "generalprobe:progress:a/b": "[[5,3]]", "generalprobe:progress:c/d": "[[6,3]]" };
  const device = new Device(old, 90);
  const shelf = device.shelf();
  assert.equal(shelf.trouble, "full");
  assert.deepEqual(["a/b", "c/d"].map((id) => shelf.read("progress", id).reviews.length), [1, 1]);
  device.room = Infinity;
  const next = device.shelf();
  assert.deepEqual(["a/b", "c/d"].map((id) => next.read("progress", id).reviews.length), [1, 1]);
  assert.ok(device.entries.has(`${SITE}copied:old`));
});

test("forbidden storage costs what was to be remembered; it applies as long as the page is open", () => {
  for (const storage of [null, forbidden()]) {
    const shelf = new Shelf(storage, undefined, "/");
    assert.equal(shelf.set("setting", "daily", "20"), false);
    assert.equal(shelf.read("setting", "daily").value, "20");
    assert.equal(shelf.add([["ticks", "x/y", ticked(["a"])]]), false);
    assert.deepEqual(shelf.ids("ticks"), ["x/y"]);
    assert.equal(shelf.trouble, "refused");
    assert.deepEqual([...shelf.backup().keys()], ["setting:daily", "ticks:x/y"]);
  }
});

test("full storage keeps what it has, and takes the rest once there is room", () => {
  const device = new Device();
  const shelf = device.shelf();
  shelf.set("setting", "daily", "20");
  device.room = 100;
  assert.equal(shelf.add([["ticks", "x/y", ticked(["a", "b"])]]), false);
  assert.equal(shelf.trouble, "full");
  device.room = Infinity;
  assert.equal(shelf.set("setting", "fresh", "5"), true);
  assert.equal(shelf.trouble, null);
  assert.deepEqual([...device.shelf().read("ticks", "x/y").keys()], ["a", "b"]);
});

for (const [place, text, left] of [["ticks:x/y", "{", 0], ["ticks:x/y", '{"version":1,"marks":[["a",5,1],["b"]]}', 1], ["setting:exam", '{"version":1,"at":-1,"value":"x"}', null], ["speech:rate", "[", null], ["reset:progress", '{"version":1,"resets":[[1,7]]}', 0]]) {
  test(`what is damaged is set aside as it was, and what can be read of it counts: ${place} ${text}`, () => {
    const device = new Device({ [place]: text });
    const shelf = device.shelf();
    const [kind, id] = place.split(":");
    const value = shelf.read(kind, id);
    assert.equal(value instanceof Map ? value.size : value.value, left);
    assert.deepEqual(shelf.damaged, [{ id: place, text }]);
    shelf.forgetDamaged();
    assert.deepEqual(device.shelf().damaged, []);
  });
}

test("what a newer version has written is neither read nor changed nor saved, and that is told", () => {
  const text = '{"version":9,"at":5,"value":"x"}';
  const device = new Device({ "setting:daily": text });
  const shelf = device.shelf();
  assert.equal(shelf.set("setting", "daily", "30"), false);
  assert.equal(shelf.read("setting", "daily").value, "30");
  assert.equal(device.entries.get(`${SITE}setting:daily`), text);
  assert.deepEqual([shelf.newer, shelf.trouble], [1, "newer"]);
});

test("two tabs that change the same entry at the same moment lose nothing", () => {
  const device = new Device();
  const [one, other] = [device.shelf(), device.shelf()];
  device.deaf = true;
  one.add([["ticks", "x/y", ticked(["a"])]]);
  device.entries.delete(`${SITE}ticks:x/y`);
  other.add([["ticks", "x/y", ticked(["b"])]]);
  device.deaf = false;
  device.tell(`${SITE}ticks:x/y`, device.entries.get(`${SITE}ticks:x/y`), device.tabs[1]);
  assert.deepEqual([...device.shelf().read("ticks", "x/y").keys()], ["a", "b"]);
});

test("what is deleted in one tab is not brought back by another that had set it", () => {
  const device = new Device();
  const [one, other] = [device.shelf(), device.shelf()];
  one.set("setting", "daily", "20");
  other.set("setting", "daily", null);
  one.set("setting", "fresh", "5");
  assert.equal(device.shelf().read("setting", "daily").value, null);
  for (const name of [...device.entries.keys()]) device.write(name, null, device.tabs[1]);
  one.set("setting", "fresh", "6");
  assert.deepEqual([...device.entries.keys()], [`${SITE}setting:fresh`]);
});

test("a listener hears of its kinds: at once of the page's own changes, of other tabs' together", async () => {
  const device = new Device();
  const [one, other] = [device.shelf(), device.shelf()];
  let told = 0;
  const stop = one.onChange(["setting"], () => { told += 1; });
  one.set("setting", "daily", "20");
  one.add([["ticks", "x/y", ticked(["a"])]]);
  assert.equal(told, 1);
  other.set("setting", "daily", "30");
  other.set("setting", "fresh", "3");
  await later();
  assert.equal(told, 2);
  stop();
  one.set("setting", "daily", "40");
  assert.equal(told, 2);
});

test("a backup holds all that is stored, but for what speaks of this browser", () => {
  const shelf = new Device().shelf();
  shelf.set("setting", "persistence", "asked");
  shelf.set("setting", "exam", "2026-12-14");
  shelf.set("speech", "rate", { rate: 1.1, measured_s: 99 });
  shelf.add([["ticks", "x/y", ticked(["a"])], ["progress", "a/b", { reviews: [{ at: 5, grade: 3 }], gone: [] }], ["reset", "progress", new Map([[1, 2]])]]);
  assert.deepEqual([...shelf.backup().keys()], ["progress:a/b", "reset:progress", "setting:exam", "speech:rate", "ticks:x/y"]);
  assert.deepEqual(shelf.backup().get("progress:a/b"), { version: 2, reviews: [[5, 3]] });
});
