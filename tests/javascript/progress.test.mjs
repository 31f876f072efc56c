// Progress hangs on ids, joins what several tabs know, and survives storage that is full, broken or forbidden.

import assert from "node:assert/strict";
import { test } from "node:test";
import { union } from "../../docs/javascripts/base/merging.mjs";
import { Shelf } from "../../docs/javascripts/base/shelf.mjs";
import { textOf } from "../../docs/javascripts/base/stored.mjs";
import { exportText } from "../../docs/javascripts/memory/backup.mjs";
import { Progress, troubleSaid } from "../../docs/javascripts/memory/progress.mjs";
import { Device, forbidden, SITE } from "./device.mjs";

const NOW = Date.UTC(2026, 11, 1, 17, 20, 0, 123);
const MINUTE = 60_000;
const LATER = NOW + 60 * MINUTE;

const card = (id, ...formerly) => ({ id, formerly });
const review = (minutes, grade = 3) => ({ at: NOW + minutes * MINUTE, grade });
const logText = (...reviews) => textOf("progress", { reviews, gone: [] });
const stored = (device, id) => device.stored(`progress:${id}`);

test("a review is kept under its card's id and found again by the next page", () => {
  const device = new Device();
  device.tab().add(card("netz/dhcp"), review(0));
  device.tab().add(card("netz/dhcp"), review(1, 1));
  assert.deepEqual(stored(device, "netz/dhcp"), { version: 2, reviews: [[NOW, 3], [NOW + MINUTE, 1]] });
  const progress = device.tab();
  assert.deepEqual(progress.reviewsOf(card("netz/dhcp")), [review(0), review(1, 1)]);
  assert.deepEqual(progress.reviewsOf(card("netz/dns")), []);
  assert.equal(progress.kept, true);
  assert.equal(troubleSaid(progress), "");
});

test("a review keeps where it was made; of two copies the one that knows it stays, in whichever order", () => {
  const [known, other, unknown] = [{ ...review(0), offset: 60 }, { ...review(0), offset: 540 }, review(0)];
  for (const order of [[known, unknown, other], [other, known, unknown], [unknown, other, known]]) {
    const device = new Device();
    for (const each of order) device.tab().take([[card("a/b"), { reviews: [each], gone: [] }]]);
    assert.deepEqual(device.tab().reviewsOf(card("a/b")), [known]);
    assert.deepEqual(stored(device, "a/b").reviews, [[NOW, 3, 60]]);
  }
  const progress = new Device().tab();
  assert.deepEqual(progress.add(card("a/b"), known), known);
  progress.remove(card("a/b"), unknown);
  assert.deepEqual(progress.reviewsOf(card("a/b")), []);
});

test("a review that is taken back is gone, also the only one of its card", () => {
  const device = new Device();
  const progress = device.tab();
  progress.add(card("a/b"), review(0));
  progress.add(card("a/b"), review(1));
  progress.remove(card("a/b"), review(1));
  assert.deepEqual(device.tab().reviewsOf(card("a/b")), [review(0)]);
  progress.remove(card("a/b"), review(0));
  assert.deepEqual(device.tab().reviewsOf(card("a/b")), []);
});

test("a renamed card brings its progress along; the former entry goes when the new one is stored", () => {
  const device = new Device({ "progress:alt/x": logText(review(0)), "progress:neu/y": logText(review(2)) });
  const progress = device.tab();
  const renamed = card("neu/y", "alt/x", "uralt/z");
  assert.deepEqual(progress.reviewsOf(renamed), [review(0), review(2)]);
  assert.equal(device.entries.size, 2, "reading moves nothing");
  progress.add(renamed, review(3));
  assert.deepEqual([...device.entries.keys()], [SITE + "progress:neu/y"]);
  assert.equal(stored(device, "neu/y").reviews.length, 3);
});

test("a former entry stays as long as the new one cannot be stored", () => {
  const device = new Device({ "progress:alt/x": logText(review(0)) });
  const progress = device.tab();
  device.room = 60;
  progress.add(card("neu/y", "alt/x"), review(1));
  assert.deepEqual(stored(device, "alt/x").reviews, [[NOW, 3]]);
  assert.deepEqual(progress.reviewsOf(card("neu/y", "alt/x")), [review(0), review(1)]);
});

test("cards that are no more stay stored", () => {
  const device = new Device({ "progress:weg/weg": logText(review(0)) });
  const progress = device.tab();
  progress.add(card("da/da"), review(1));
  assert.deepEqual([...progress.all().keys()].sort(), ["da/da", "weg/weg"]);
});

test("the oldest version, a bare list, is read and written anew with the next review", () => {
  const device = new Device({ "progress:a/b": JSON.stringify([[NOW, 2]]) });
  const progress = device.tab();
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0, 2)]);
  progress.add(card("a/b"), review(1));
  assert.deepEqual(stored(device, "a/b"), { version: 2, reviews: [[NOW, 2], [NOW + MINUTE, 3]] });
  assert.deepEqual(progress.shelf.damaged, []);
});

test("what a newer version has written is neither read nor overwritten, and that is told", () => {
  const text = JSON.stringify({ version: 9, log: "…" });
  const device = new Device({ "progress:a/b": text, "progress:alt/x": text });
  const progress = device.tab();
  progress.add(card("neu/y", "alt/x"), review(0));
  assert.equal(progress.kept, true);
  progress.add(card("a/b"), review(0));
  assert.equal(device.entries.get(SITE + "progress:a/b"), text);
  assert.equal(device.entries.get(SITE + "progress:alt/x"), text);
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0)]);
  assert.equal(progress.shelf.newer, 2);
  assert.equal(progress.trouble, "newer");
  assert.match(troubleSaid(progress), /neueren Fassung.*weiterüben/);
});

for (const text of ["", "{", "null", "7", '"x"', "{}", '{"version":"1","reviews":[]}', '{"version":-1,"reviews":[]}', '{"version":1}', '{"version":1,"reviews":{"a":1}}']) {
  test(`an entry that cannot be read is set aside as it was: ${text || "nothing"}`, () => {
    const device = new Device({ "progress:a/b": text });
    const progress = device.tab();
    assert.deepEqual(progress.reviewsOf(card("a/b")), []);
    assert.deepEqual(progress.shelf.damaged, [{ id: "progress:a/b", text }]);
    progress.add(card("a/b"), review(0));
    assert.deepEqual(device.tab().reviewsOf(card("a/b")), [review(0)]);
    assert.equal(device.tab().shelf.damaged.length, 1);
    progress.shelf.forgetDamaged();
    assert.deepEqual(progress.shelf.damaged, []);
  });
}

test("what can be read of a damaged entry counts, and the whole is set aside; a second time beside the first", () => {
  const spoiled = (bad) => `{"version":1,"reviews":[[${NOW},3],${bad}]}`;
  const device = new Device({ "progress:a/b": spoiled("[1,9]") });
  const progress = device.tab();
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0)]);
  assert.deepEqual(stored(device, "a/b").reviews, [[NOW, 3]]);
  device.entries.set(SITE + "progress:a/b", spoiled('["now",3]'));
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0)]);
  assert.deepEqual(progress.shelf.damaged.map(({ text }) => text), [spoiled("[1,9]"), spoiled('["now",3]')]);
});

test("a damaged entry that cannot be set aside stays where it is", () => {
  const device = new Device({ "progress:a/b": "{".repeat(100) });
  const progress = device.tab();
  device.room = 150;
  progress.add(card("a/b"), review(0));
  assert.equal(device.entries.get(SITE + "progress:a/b"), "{".repeat(100));
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0)]);
  assert.equal(progress.kept, false);
});

test("with storage full one goes on in memory, is told, and all of it is stored once there is room", () => {
  const device = new Device();
  const progress = device.tab();
  progress.add(card("a/b"), review(0));
  device.room = 100;
  progress.add(card("a/b"), review(1));
  progress.add(card("c/d"), review(2));
  assert.equal(progress.trouble, "full");
  assert.match(troubleSaid(progress), /voll.*weiterüben.*Datei/);
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0), review(1)]);
  assert.equal(progress.all().size, 2);
  assert.match(exportText(progress.shelf, NOW), /"progress:c\/d"/);
  device.room = Infinity;
  progress.add(card("e/f"), review(3));
  assert.equal(progress.kept, true);
  assert.deepEqual([...device.tab().all()].map(([id, reviews]) => [id, reviews.length]).sort(), [["a/b", 2], ["c/d", 1], ["e/f", 1]]);
});

test("without storage, or with one that throws, one practises in memory", () => {
  for (const storage of [null, forbidden()]) {
    const progress = new Progress(new Shelf(storage, undefined, "/"));
    assert.equal(progress.trouble, "refused");
    progress.add(card("a/b"), review(0));
    progress.add(card("a/b"), review(1));
    progress.remove(card("a/b"), review(0));
    assert.deepEqual(progress.reviewsOf(card("a/b")), [review(1)]);
    assert.equal(progress.reset(LATER), true);
    assert.deepEqual([progress.all().size, progress.undoable], [0, 1]);
    progress.undoReset();
    assert.deepEqual(progress.reviewsOf(card("a/b")), [review(1)]);
    assert.deepEqual(progress.shelf.damaged, []);
  }
});

test("two tabs that grade by turns keep each other's reviews and hear of them", async () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  let heard = 0;
  const stop = other.onChange(() => { heard += 1; });
  one.add(card("a/b"), review(0));
  other.add(card("a/b"), review(1));
  one.add(card("a/b"), review(2));
  assert.equal(stored(device, "a/b").reviews.length, 3);
  await new Promise((resolve) => { setTimeout(resolve, 80); });
  assert.equal(heard, 2, "its own at once, the others' together");
  stop();
  other.add(card("a/b"), review(3));
  assert.equal(heard, 2);
});

test("of two tabs that write the same card at the same moment none loses its review", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  device.deaf = true;
  one.add(card("a/b"), review(0));
  device.entries.set(SITE + "progress:a/b", logText());
  other.add(card("a/b"), review(1, 1));
  assert.deepEqual(stored(device, "a/b").reviews, [[NOW + MINUTE, 1]], "the other has written over it");
  device.deaf = false;
  device.tell(SITE + "progress:a/b", device.entries.get(SITE + "progress:a/b"), device.tabs[1]);
  assert.deepEqual(stored(device, "a/b").reviews, [[NOW, 3], [NOW + MINUTE, 1]]);
});

test("a reset in another tab is not undone by a tab that has practised", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  one.add(card("a/b"), review(0));
  other.reset(NOW);
  assert.equal(one.all().size, 0);
  one.add(card("a/b"), review(5));
  assert.deepEqual(other.reviewsOf(card("a/b")), [review(5)]);
});

test("what a tab has taken back or reset does not come back when another tab writes", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  one.add(card("a/b"), review(0));
  one.remove(card("a/b"), review(0));
  other.add(card("a/b"), review(1));
  assert.deepEqual(one.reviewsOf(card("a/b")), [review(1)]);
  one.add(card("a/b"), review(2));
  one.reset(NOW + 2 * MINUTE);
  other.add(card("a/b"), review(3));
  assert.deepEqual(one.reviewsOf(card("a/b")), [review(3)]);
});


test("a review that was taken back stays so, and the same grade of the same moment can be given again", () => {
  const progress = new Device().tab();
  progress.add(card("a/b"), review(0));
  progress.remove(card("a/b"), review(0));
  assert.deepEqual(progress.add(card("a/b"), review(0)), { at: NOW + 1, grade: 3 });
  assert.deepEqual(progress.reviewsOf(card("a/b")), [{ at: NOW + 1, grade: 3 }]);
});

test("a reset can be undone after a reload, and keeps what was practised since", () => {
  const device = new Device();
  device.tab().add(card("a/b"), review(0));
  device.tab().add(card("c/d"), review(1));
  assert.equal(device.tab().reset(NOW + 5 * MINUTE), true);
  const later = device.tab();
  assert.deepEqual([later.all().size, later.undoable], [0, 2]);
  later.add(card("a/b"), review(9));
  assert.equal(later.undoable, 2);
  later.undoReset();
  assert.deepEqual(later.reviewsOf(card("a/b")), [review(0), review(9)]);
  assert.deepEqual([later.all().size, later.undoable], [2, 0]);
});

test("what is practised at the moment of a reset, or by a clock that was put back, is not put away with it", () => {
  const progress = new Device().tab();
  progress.add(card("a/b"), review(0));
  progress.reset(LATER);
  for (const at of [LATER, NOW]) progress.add(card("c/d"), { at, grade: 3 });
  assert.deepEqual(progress.reviewsOf(card("c/d")), [{ at: LATER + 1, grade: 3 }]);
});

test("a reset reaches what a wrong clock has set into the future", () => {
  const progress = new Device().tab();
  progress.add(card("a/b"), { at: LATER + 1e9, grade: 3 });
  progress.reset(LATER);
  assert.equal(progress.all().size, 0);
});

test("a reset with nothing to reset leaves the last one's way back alone; another one, or forgetting, closes it", () => {
  const device = new Device();
  const progress = device.tab();
  progress.add(card("a/b"), review(0));
  progress.reset(NOW + MINUTE);
  assert.equal(progress.reset(NOW + 2 * MINUTE), false);
  assert.equal(progress.undoable, 1);
  progress.add(card("c/d"), review(3));
  progress.reset(NOW + 4 * MINUTE);
  assert.equal(progress.undoable, 1);
  progress.forgetReset();
  progress.undoReset();
  assert.deepEqual([progress.all().size, progress.undoable], [0, 0]);
  assert.deepEqual([...device.entries.keys()], [SITE + "reset:progress"], "of what was practised nothing is left");
});

test("what another tab has reset for good is not put back by a tab that had practised it", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  one.add(card("a/b"), review(0));
  other.add(card("a/b"), review(1));
  other.reset(NOW + 5 * MINUTE);
  other.forgetReset();
  one.add(card("c/d"), review(10));
  assert.equal(stored(device, "a/b"), null);
});

test("a reset that finds no room holds on this page, and makes room when it is final", () => {
  const device = new Device();
  const progress = device.tab();
  for (const id of ["a/a", "b/b", "c/c"]) progress.add(card(id), review(0));
  device.room = [...device.entries].join("").length;
  const before = device.snapshot;
  progress.reset(LATER);
  assert.deepEqual([progress.all().size, progress.trouble, device.snapshot], [0, "full", before]);
  progress.forgetReset();
  assert.deepEqual([progress.trouble, [...device.entries.keys()]], [null, [SITE + "reset:progress"]]);
});

test("what a newer version has written survives a reset and its undoing to the letter", () => {
  const device = new Device({ "progress:a/b": '{"version":9}', "progress:c/d": logText(review(0)) });
  const progress = device.tab();
  progress.reset(LATER);
  assert.equal(progress.all().size, 0);
  progress.undoReset();
  assert.equal(device.entries.get(SITE + "progress:a/b"), '{"version":9}');
  assert.deepEqual(progress.reviewsOf(card("c/d")), [review(0)]);
});

test("a log holds each review once and in order", () => {
  assert.deepEqual(union([review(2), review(0)], [review(0), review(1)]), [review(0), review(1), review(2)]);
});
