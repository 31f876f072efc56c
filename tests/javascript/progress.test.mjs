// Progress hangs on ids, joins what several tabs and devices know, and survives storage that is full, broken or forbidden.

import assert from "node:assert/strict";
import { test } from "node:test";
import { exportText, fileName, merge, readImport } from "../../docs/javascripts/memory/progress-file.mjs";
import { openProgress, troubleSaid } from "../../docs/javascripts/memory/progress.mjs";
import { logOf, news, textOf, union } from "../../docs/javascripts/memory/review-log.mjs";

const NOW = Date.UTC(2026, 11, 1, 17, 20, 0, 123);
const MINUTE = 60_000;

/** A storage with room for so many characters; further tabs hear of what one of them writes. */
class Device {
  constructor(entries = {}, room = Infinity) {
    this.entries = new Map(Object.entries(entries));
    this.room = room;
    this.tabs = [];
  }

  tab() {
    const events = new EventTarget();
    const storage = {
      key: (index) => [...this.entries.keys()][index] ?? null,
      getItem: (key) => this.entries.get(key) ?? null,
      setItem: (key, value) => this.write(key, value, events),
      removeItem: (key) => this.write(key, null, events),
    };
    Object.defineProperty(storage, "length", { get: () => this.entries.size });
    this.tabs.push(events);
    return openProgress(storage, events);
  }

  write(key, value, from) {
    const others = [...this.entries].filter(([name]) => name !== key).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    if (value !== null && others + key.length + value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    if (value === null) this.entries.delete(key);
    else this.entries.set(key, value);
    this.tell(key, value, from);
  }

  tell(key, newValue, from) {
    if (this.deaf) return;
    for (const events of this.tabs) if (events !== from) events.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  }
}

const card = (id, ...formerly) => ({ id, formerly });
const review = (minutes, grade = 3) => ({ at: NOW + minutes * MINUTE, grade });
const stored = (device, id) => JSON.parse(device.entries.get(`generalprobe:progress:${id}`) ?? "null");
const snapshot = (device) => JSON.stringify([...device.entries].filter(([key]) => !key.includes(":probe:")).sort());

test("a review is kept under its card's id and found again by the next page", () => {
  const device = new Device();
  device.tab().add(card("netz/dhcp"), review(0));
  device.tab().add(card("netz/dhcp"), review(1, 1));
  assert.deepEqual(stored(device, "netz/dhcp"), { version: 1, reviews: [[NOW, 3], [NOW + MINUTE, 1]] });
  const progress = device.tab();
  assert.deepEqual(progress.reviewsOf(card("netz/dhcp")), [review(0), review(1, 1)]);
  assert.deepEqual(progress.reviewsOf(card("netz/dns")), []);
  assert.equal(progress.kept, true);
  assert.equal(troubleSaid(progress), "");
});

test("a review that is taken back is gone, also the only one of its card", () => {
  const device = new Device();
  const progress = device.tab();
  progress.add(card("a/b"), review(0));
  progress.add(card("a/b"), review(1));
  progress.remove(card("a/b"), review(1));
  assert.deepEqual(device.tab().reviewsOf(card("a/b")), [review(0)]);
  progress.remove(card("a/b"), review(0));
  assert.equal(device.entries.size, 0);
});

test("a renamed card brings its progress along; the former entry goes when the new one is stored", () => {
  const device = new Device({ "generalprobe:progress:alt/x": textOf([review(0)]), "generalprobe:progress:neu/y": textOf([review(2)]) });
  const progress = device.tab();
  const renamed = card("neu/y", "alt/x", "uralt/z");
  assert.deepEqual(progress.reviewsOf(renamed), [review(0), review(2)]);
  assert.equal(device.entries.size, 2, "reading moves nothing");
  progress.add(renamed, review(3));
  assert.deepEqual([...device.entries.keys()], ["generalprobe:progress:neu/y"]);
  assert.equal(stored(device, "neu/y").reviews.length, 3);
});

test("a former entry stays as long as the new one cannot be stored", () => {
  const device = new Device({ "generalprobe:progress:alt/x": textOf([review(0)]) });
  const progress = device.tab();
  device.room = 60;
  progress.add(card("neu/y", "alt/x"), review(1));
  assert.deepEqual(stored(device, "alt/x").reviews, [[NOW, 3]]);
  assert.deepEqual(progress.reviewsOf(card("neu/y", "alt/x")), [review(0), review(1)]);
});

test("cards that are no more stay stored", () => {
  const device = new Device({ "generalprobe:progress:weg/weg": textOf([review(0)]) });
  const progress = device.tab();
  progress.add(card("da/da"), review(1));
  assert.deepEqual([...progress.all().keys()].sort(), ["da/da", "weg/weg"]);
});

test("the oldest version, a bare list, is read and written anew with the next review", () => {
  const device = new Device({ "generalprobe:progress:a/b": JSON.stringify([[NOW, 2]]) });
  const progress = device.tab();
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0, 2)]);
  progress.add(card("a/b"), review(1));
  assert.deepEqual(stored(device, "a/b"), { version: 1, reviews: [[NOW, 2], [NOW + MINUTE, 3]] });
  assert.deepEqual(progress.damaged, []);
});

test("what a newer version has written is neither read nor overwritten, and that is told", () => {
  const text = JSON.stringify({ version: 2, log: "…" });
  const device = new Device({ "generalprobe:progress:a/b": text, "generalprobe:progress:alt/x": text });
  const progress = device.tab();
  progress.add(card("neu/y", "alt/x"), review(0));
  assert.equal(progress.kept, true);
  progress.add(card("a/b"), review(0));
  assert.equal(device.entries.get("generalprobe:progress:a/b"), text);
  assert.equal(device.entries.get("generalprobe:progress:alt/x"), text);
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0)]);
  assert.equal(progress.newer, 2);
  assert.equal(progress.trouble, "newer");
  assert.match(troubleSaid(progress), /neueren Fassung.*weiterüben/);
});

for (const text of ["", "{", "null", "7", '"x"', "{}", '{"version":"1","reviews":[]}', '{"version":-1,"reviews":[]}', '{"version":1}', '{"version":1,"reviews":{"a":1}}']) {
  test(`an entry that cannot be read is set aside as it was: ${text || "nothing"}`, () => {
    const device = new Device({ "generalprobe:progress:a/b": text });
    const progress = device.tab();
    assert.deepEqual(progress.reviewsOf(card("a/b")), []);
    assert.deepEqual(progress.damaged, [{ id: "a/b", text }]);
    progress.add(card("a/b"), review(0));
    assert.deepEqual(device.tab().reviewsOf(card("a/b")), [review(0)]);
    assert.equal(device.tab().damaged.length, 1);
    progress.forgetDamaged();
    assert.deepEqual(progress.damaged, []);
  });
}

test("what can be read of a damaged entry counts, and the whole is set aside; a second time beside the first", () => {
  const spoiled = (bad) => `{"version":1,"reviews":[[${NOW},3],${bad}]}`;
  const device = new Device({ "generalprobe:progress:a/b": spoiled("[1,9]") });
  const progress = device.tab();
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0)]);
  assert.deepEqual(stored(device, "a/b").reviews, [[NOW, 3]]);
  device.entries.set("generalprobe:progress:a/b", spoiled('["now",3]'));
  assert.deepEqual(progress.reviewsOf(card("a/b")), [review(0)]);
  assert.deepEqual(progress.damaged.map(({ text }) => text), [spoiled("[1,9]"), spoiled('["now",3]')]);
});

test("a damaged entry that cannot be set aside stays where it is", () => {
  const device = new Device({ "generalprobe:progress:a/b": "{".repeat(100) });
  const progress = device.tab();
  device.room = 150;
  progress.add(card("a/b"), review(0));
  assert.equal(device.entries.get("generalprobe:progress:a/b"), "{".repeat(100));
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
  assert.match(exportText(progress.all(), {}, NOW), /"c\/d"/);
  device.room = Infinity;
  progress.add(card("e/f"), review(3));
  assert.equal(progress.kept, true);
  assert.deepEqual([...device.tab().all()].map(([id, reviews]) => [id, reviews.length]).sort(), [["a/b", 2], ["c/d", 1], ["e/f", 1]]);
});

test("without storage, or with one that throws, one practises in memory", () => {
  const refuse = () => { throw new DOMException("no", "SecurityError"); };
  const throwing = { getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, get length() { return refuse(); } };
  for (const storage of [null, throwing]) {
    const progress = openProgress(storage);
    assert.equal(progress.trouble, "refused");
    progress.add(card("a/b"), review(0));
    progress.add(card("a/b"), review(1));
    progress.remove(card("a/b"), review(0));
    assert.deepEqual(progress.reviewsOf(card("a/b")), [review(1)]);
    assert.equal(progress.reset(), true);
    assert.deepEqual([progress.all().size, progress.undoable], [0, 1]);
    progress.undoReset();
    assert.deepEqual(progress.reviewsOf(card("a/b")), [review(1)]);
    assert.deepEqual(progress.damaged, []);
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
  device.entries.set("generalprobe:progress:a/b", textOf([]));
  other.add(card("a/b"), review(1, 1));
  assert.deepEqual(stored(device, "a/b").reviews, [[NOW + MINUTE, 1]], "the other has written over it");
  device.deaf = false;
  device.tell("generalprobe:progress:a/b", device.entries.get("generalprobe:progress:a/b"), device.tabs[1]);
  assert.deepEqual(stored(device, "a/b").reviews, [[NOW, 3], [NOW + MINUTE, 1]]);
});

test("a reset in another tab is not undone by a tab that has practised", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  one.add(card("a/b"), review(0));
  other.reset();
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
  one.reset();
  other.add(card("a/b"), review(3));
  assert.deepEqual(one.reviewsOf(card("a/b")), [review(3)]);
});

test("a reset can be undone after a reload, and keeps what was practised since", () => {
  const device = new Device();
  device.tab().add(card("a/b"), review(0));
  device.tab().add(card("c/d"), review(1));
  assert.equal(device.tab().reset(), true);
  const later = device.tab();
  assert.deepEqual([later.all().size, later.undoable], [0, 2]);
  later.add(card("a/b"), review(9));
  assert.equal(later.undoable, 2);
  later.undoReset();
  assert.deepEqual(later.reviewsOf(card("a/b")), [review(0), review(9)]);
  assert.deepEqual([later.all().size, later.undoable], [2, 0]);
});

test("a reset with nothing to reset leaves the last one's way back alone; forgetting closes it", () => {
  const device = new Device();
  const progress = device.tab();
  progress.add(card("a/b"), review(0));
  progress.reset();
  assert.equal(progress.reset(), false);
  assert.equal(progress.undoable, 1);
  progress.forgetReset();
  assert.equal(device.entries.size, 0);
});

test("a reset and its undoing need no room", () => {
  const device = new Device();
  const progress = device.tab();
  for (const id of ["a/a", "b/b", "c/c"]) progress.add(card(id), review(0));
  const before = snapshot(device);
  device.room = [...device.entries].join("").length;
  assert.equal(progress.reset(), true);
  progress.undoReset();
  assert.equal(snapshot(device), before);
});

test("storage that takes nothing more loses nothing, neither by a reset nor by undoing one", () => {
  const device = new Device();
  const progress = device.tab();
  progress.add(card("a/a"), review(0));
  progress.reset();
  progress.add(card("b/b"), review(1));
  const before = snapshot(device);
  device.room = 0;
  assert.equal(progress.reset(), false);
  assert.equal(snapshot(device), before);
  progress.undoReset();
  assert.equal(snapshot(device), before);
  assert.equal(progress.undoable, 1);
});

test("what a newer version has written survives a reset and its undoing to the letter", () => {
  const device = new Device({ "generalprobe:progress:a/b": '{"version":9}', "generalprobe:progress:c/d": textOf([review(0)]) });
  const before = snapshot(device);
  const progress = device.tab();
  progress.reset();
  assert.equal(progress.all().size, 0);
  progress.undoReset();
  assert.equal(snapshot(device), before);
});

test("a log holds each review once and in order; the other device's same review a moment off is no news", () => {
  assert.deepEqual(union([review(2), review(0)], [review(0), review(1)]), [review(0), review(1), review(2)]);
  assert.deepEqual(news([review(0)], [{ at: NOW + 999, grade: 3 }]), []);
  assert.equal(news([review(0)], [{ at: NOW + 1000, grade: 3 }]).length, 1);
  assert.equal(news([review(0)], [{ at: NOW, grade: 1 }]).length, 1);
  assert.deepEqual(logOf(textOf([review(0)])), { reviews: [review(0)], state: "fine" });
});

test("a file is named by its day, is readable, and reads back to the letter", () => {
  const cards = new Map([["b/zwei", [review(0), review(1, 1)]], ["a/eins", [review(2)]]]);
  const settings = { exam: "2026-12-14", daily: 60, fresh: 10 };
  const text = exportText(cards, settings, NOW);
  assert.equal(fileName("2026-12-01"), "generalprobe-lernstand-2026-12-01.json");
  assert.match(text, /^ {4}"a\/eins": \[\["2026-12-01T17:22:00.123Z", 3\]\],\n {4}"b\/zwei"/m);
  assert.deepEqual(readImport(text), { cards: new Map([...cards].sort()), settings });
  assert.deepEqual(readImport(exportText(new Map(), {}, NOW)), { cards: new Map(), settings: {} });
  assert.deepEqual(readImport(`\ufeff${text}`).settings, settings);
});

test("phone and laptop are joined review by review, as often as one likes", () => {
  const [phone, laptop] = [new Device().tab(), new Device().tab()];
  phone.add(card("a/b"), review(0));
  laptop.add(card("a/b"), { at: NOW + 400, grade: 3 });
  laptop.add(card("a/b"), review(5, 1));
  laptop.add(card("c/d"), review(6));
  const file = readImport(exportText(laptop.all(), {}, NOW));
  assert.deepEqual(merge(phone, file.cards, []), { added: 2, known: 1 });
  assert.deepEqual(phone.reviewsOf(card("a/b")), [review(0), review(5, 1)]);
  assert.deepEqual(merge(phone, file.cards, []), { added: 0, known: 3 });
});

test("a file from before a card was renamed goes to the card it is now", () => {
  const device = new Device();
  const progress = device.tab();
  const renamed = card("neu/y", "alt/x");
  progress.add(renamed, review(0));
  const logs = new Map([["alt/x", [review(0), review(1)]], ["neu/y", [review(2)]], ["weg/weg", [review(3)]]]);
  assert.deepEqual(merge(progress, logs, [renamed]), { added: 3, known: 1 });
  assert.deepEqual([...device.entries.keys()].sort(), ["generalprobe:progress:neu/y", "generalprobe:progress:weg/weg"]);
});

test("a card goes by its own name before another's former one", () => {
  const progress = new Device().tab();
  const cards = [card("a/b"), card("c/d", "a/b")];
  merge(progress, new Map([["a/b", [review(0)]]]), cards);
  assert.deepEqual([...progress.all().keys()], ["a/b"]);
});

test("foreign, too new and broken files are refused with a reason", () => {
  const good = exportText(new Map([["a/b", [review(0)]]]), {}, NOW);
  /** @param {object} change */
  const changed = (change) => JSON.stringify({ ...JSON.parse(good), ...change });
  const refused = [
    ["", /leer/], ["hello", /keine Sicherung/], ["[]", /keine Sicherung/], ["null", /keine Sicherung/], ['{"cards":{}}', /keine Sicherung/],
    [good.slice(0, -30), /unvollständig/], [changed({ version: 2 }), /neueren Fassung/], [changed({ version: "1" }), /unvollständig/],
    [changed({ cards: [] }), /unvollständig/], [changed({ cards: { "a/b": [["gestern", 3]] } }), /Eintrag „a\/b“/],
    [changed({ cards: { "a/b": [[new Date(NOW).toISOString(), 5]] } }), /unvollständig/], [changed({ cards: { "a b": [] } }), /unvollständig/],
    [changed({ cards: { "a/b": null } }), /unvollständig/], [changed({ cards: { "a/b": [["2026-13-45T00:00:00Z", 3]] } }), /unvollständig/],
    [" ".repeat(20_000_001), /zu groß/],
  ];
  for (const [text, reason] of refused) assert.match(readImport(text).reason ?? "accepted", reason, text.slice(0, 80));
});

test("a file with a name from JavaScript's depths harms nothing", () => {
  const file = readImport(`{"format":"generalprobe-lernstand","version":1,"cards":{"__proto__":[["2026-12-01T00:00:00.000Z",3]]},"settings":[]}`);
  const progress = new Device().tab();
  assert.deepEqual(merge(progress, file.cards, []), { added: 1, known: 0 });
  assert.equal({}.reviews, undefined);
});
