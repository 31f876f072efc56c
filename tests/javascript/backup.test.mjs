// The backup: everything in one file, read back whichever version wrote it, joined without bringing back what was deleted.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { STORED, readText } from "../../docs/javascripts/base/stored.mjs";
import { exportText, fileName, holdsAll, mergeBackup, readBackup } from "../../docs/javascripts/memory/backup.mjs";
import { Device } from "./device.mjs";
import { chance } from "./random.mjs";

const NOW = Date.UTC(2026, 10, 25, 17, 20, 0, 123);
const MINUTE = 60_000;

const card = (id, ...formerly) => ({ id, formerly });
const review = (minutes, grade = 3) => ({ at: NOW + minutes * MINUTE, grade });
const sample = (name) => readFileSync(new URL(`../stored/${name}`, import.meta.url), "utf-8");
const saved = (progress) => exportText(progress.shelf, NOW);

/** @param {string} text */
function contentsOf(text) {
  const found = readBackup(text);
  assert.ok("contents" in found, found.reason);
  return found.contents;
}

/** @param {import("../../docs/javascripts/memory/progress.mjs").Progress} progress @param {string} text */
const merge = (progress, text, cards = []) => mergeBackup(progress, contentsOf(text), cards);
const outcome = (changes) => ({ added: 0, known: 0, gone: 0, lost: 0, others: [], ...changes });

test("entries of every version there has been are read", () => {
  const samples = JSON.parse(sample("entries.json"));
  for (const [kind, { upgrades, shape }] of Object.entries(STORED)) {
    const texts = samples[kind];
    assert.equal(texts.length, upgrades.length + 1, `a sample of every version of ${kind}`);
    for (const text of texts.filter(Boolean)) {
      const { value, state } = readText(kind, text);
      assert.equal(state, "fine", text);
      assert.notDeepEqual(value, shape.empty, text);
    }
  }
  const read = (kind, version) => readText(kind, samples[kind][version]).value;
  assert.deepEqual(read("progress", 0).reviews, read("progress", 1).reviews);
  assert.deepEqual(read("progress", 2).reviews, [{ at: 1795022520123, grade: 3 }, { at: 1795108200000, grade: 1, offset: 540 }]);
  assert.deepEqual([...read("ticks", 0).keys()], [...read("ticks", 1).keys()]);
  for (const kind of ["setting", "speech"]) assert.deepEqual(read(kind, 0).value, read(kind, 1).value);
});

test("a file of the first version brings its answers, and its settings where none are set", () => {
  const progress = new Device().tab();
  assert.deepEqual(merge(progress, sample("lernstand-1.json")), outcome({ added: 3, others: ["Einstellungen"] }));
  assert.deepEqual(progress.reviewsOf(card("netz/dhcp")), [{ at: 1795022520123, grade: 3 }, { at: 1795109100000, grade: 1 }]);
  const set = (name) => progress.shelf.read("setting", name).value;
  assert.deepEqual(["exam", "daily", "fresh"].map(set), ["2026-12-14", "40", "8"]);
  const other = new Device({ "setting:exam": "2026-12-20" }).tab();
  merge(other, sample("lernstand-1.json"));
  assert.equal(other.shelf.read("setting", "exam").value, "2026-12-20");
});

test("a file of the second version brings everything, and reads back to the letter", () => {
  const progress = new Device().tab();
  const others = ["Zurücksetzen", "Häkchen", "Einstellungen", "Sprechtempo"];
  assert.deepEqual(merge(progress, sample("lernstand-2.json")), outcome({ added: 2, others }));
  assert.equal(progress.shelf.read("speech", "rate").value.rate, 1.1);
  assert.deepEqual(merge(progress, sample("lernstand-2.json")), outcome({ known: 2 }));
  assert.deepEqual(merge(progress, sample("lernstand-2-adresse.json")), outcome({ known: 2 }), "with the address that reads it");
  const abroad = new Device().tab();
  assert.deepEqual(merge(abroad, sample("lernstand-2-offsets.json")), outcome({ added: 3, others }));
  const [head, ...rest] = exportText(abroad.shelf, Date.UTC(2026, 10, 25, 18)).split(/^ {2}"restore": (.*),\n/m);
  assert.equal(head + rest[1], sample("lernstand-2-offsets.json"));
  assert.match(rest[0], /^"So kommt alles zurück: Öffne \S+\/ueben\/stand\/#sicherung und wähle/, "whoever opens the file sees where it is read");
  assert.deepEqual(merge(abroad, sample("lernstand-2.json")), outcome({ known: 2 }), "the same answers, known or not where they were given");
});

test("a file says when it was saved", () => {
  assert.equal(readBackup(sample("lernstand-2.json")).savedMs, Date.UTC(2026, 10, 25, 18));
  assert.equal(readBackup(sample("lernstand-2.json").replace(/"saved": "[^"]*"/, '"saved": "gestern"')).savedMs, 0);
});

test("what was done here before a file was saved stands in it, or is missing there", () => {
  const [savedMs, run] = [NOW + 60 * MINUTE, (at) => [["runs", "drucker", new Map([["a", { at, value: { at } }]])]]];
  const whole = new Device().tab();
  whole.add(card("netz/alt"), review(0));
  whole.shelf.add(run(NOW));
  const contents = contentsOf(saved(whole));
  const isWhole = (change, cards = []) => {
    const progress = new Device().tab();
    change(progress);
    return holdsAll(progress, contents, cards, savedMs);
  };
  assert.ok(isWhole(() => {}), "an empty device has nothing else");
  assert.ok(isWhole((progress) => { progress.add(card("netz/neu"), review(0)); progress.shelf.add(run(NOW)); }, [card("netz/neu", "netz/alt")]));
  assert.ok(isWhole((progress) => progress.add(card("netz/alt"), review(61))), "what came later is not expected in it");
  assert.ok(!isWhole((progress) => progress.add(card("netz/alt"), review(1))));
  assert.ok(!isWhole((progress) => progress.shelf.add([["mocks", "it", new Map([["b", { at: NOW, value: { at: NOW } }]])]])));
});

test("a file is named by its day, and an empty one is one", () => {
  assert.equal(fileName("2026-12-01"), "generalprobe-lernstand-2026-12-01.json");
  const empty = saved(new Device().tab());
  assert.deepEqual(contentsOf(`\ufeff${empty}`), new Map());
  assert.deepEqual(merge(new Device().tab(), empty), outcome({}));
});

test("phone and laptop are joined review by review, as often as one likes", () => {
  const [phone, laptop] = [new Device().tab(), new Device().tab()];
  for (const tab of [phone, laptop]) tab.add(card("a/b"), review(0));
  laptop.add(card("a/b"), review(5, 1));
  laptop.add(card("c/d"), review(6));
  assert.deepEqual(merge(phone, saved(laptop)), outcome({ added: 2, known: 1 }));
  assert.deepEqual(phone.reviewsOf(card("a/b")), [review(0), review(5, 1)]);
  assert.deepEqual(merge(phone, saved(laptop)), outcome({ known: 3 }));
});

test("what was taken back does not come back with an older file, and goes where it still is", () => {
  const [phone, laptop] = [new Device().tab(), new Device().tab()];
  laptop.add(card("a/b"), review(0));
  const older = saved(laptop);
  merge(phone, older);
  laptop.remove(card("a/b"), review(0));
  assert.deepEqual(merge(laptop, older), outcome({ gone: 1 }));
  assert.equal(laptop.all().size, 0);
  assert.deepEqual(merge(phone, saved(laptop)), outcome({ lost: 1 }));
  assert.equal(phone.all().size, 0);
});

test("what was reset, for good or not, does not come back with an older file; what was practised since stays", () => {
  for (const final of [false, true]) {
    const device = new Device();
    const progress = device.tab();
    progress.add(card("a/b"), review(0));
    const older = saved(progress);
    progress.reset(NOW + 5 * MINUTE);
    if (final) progress.forgetReset();
    progress.add(card("a/b"), review(9));
    assert.deepEqual(merge(progress, older), outcome({ gone: 1 }));
    assert.deepEqual(progress.reviewsOf(card("a/b")), [review(9)]);
    assert.equal(progress.undoable, final ? 0 : 1);
    assert.equal(device.stored("progress:a/b").reviews.length, final ? 1 : 2);
  }
});

test("a deleted setting, a cleared tick and a pace set back stay so; of two settings the newer counts", () => {
  const shelf = (progress) => progress.shelf;
  const one = new Device().tab();
  shelf(one).set("setting", "exam", "2026-12-14");
  shelf(one).set("speech", "rate", { rate: 1.2, measured_s: 0 });
  shelf(one).add([["ticks", "x/y", new Map([["a", { at: NOW, value: 1 }]])]]);
  const older = saved(one);
  shelf(one).set("setting", "exam", null);
  shelf(one).set("speech", "rate", null);
  shelf(one).add([["ticks", "x/y", new Map([["a", { at: NOW + 1, value: 0 }]])]]);
  assert.deepEqual(merge(one, older), outcome({}));
  assert.equal(shelf(one).read("setting", "exam").value, null);
  assert.equal(shelf(one).read("speech", "rate").value, null);
  assert.equal(shelf(one).read("ticks", "x/y").get("a").value, 0);
});

test("a file from before a card was renamed goes to the card it is now", () => {
  const device = new Device();
  const progress = device.tab();
  const renamed = card("neu/y", "alt/x");
  const old = new Device().tab();
  for (const [id, minutes] of [["alt/x", 0], ["alt/x", 1], ["neu/y", 2], ["weg/weg", 3]]) old.add(card(id), review(minutes));
  progress.add(renamed, review(0));
  assert.deepEqual(merge(progress, saved(old), [renamed]), outcome({ added: 3, known: 1 }));
  assert.deepEqual([...progress.all().keys()].sort(), ["neu/y", "weg/weg"]);
});

test("a card goes by its own name before another's former one", () => {
  const [progress, old] = [new Device().tab(), new Device().tab()];
  old.add(card("a/b"), review(0));
  merge(progress, saved(old), [card("a/b"), card("c/d", "a/b")]);
  assert.deepEqual([...progress.all().keys()], ["a/b"]);
});

test("foreign, too new and broken files are refused with a reason", () => {
  const [first, second] = [sample("lernstand-1.json"), sample("lernstand-2.json")];
  /** @param {string} text @param {object} change */
  const changed = (text, change) => JSON.stringify({ ...JSON.parse(text), ...change });
  const entries = (each) => changed(second, { entries: each });
  const refused = [
    ["", /leer/], ["hello", /keine Sicherung/], ["[]", /keine Sicherung/], ["null", /keine Sicherung/], ['{"cards":{}}', /keine Sicherung/],
    [first.slice(0, -30), /unvollständig/], [second.slice(0, -30), /unvollständig/], [changed(second, { version: 3 }), /neueren Fassung/], [changed(first, { version: "1" }), /unvollständig/],
    [changed(first, { cards: [] }), /unvollständig/], [changed(first, { cards: { "a/b": [["gestern", 3]] } }), /Eintrag „progress:a\/b“/],
    [changed(first, { cards: { "a/b": [[new Date(NOW).toISOString(), 5]] } }), /unvollständig/], [changed(first, { cards: { "a b": [] } }), /unvollständig/],
    [changed(first, { cards: { "a/b": null } }), /unvollständig/], [changed(first, { cards: { "a/b": [["2026-13-45T00:00:00Z", 3]] } }), /unvollständig/],
    [entries([]), /unvollständig/], [entries({ "progress:a/b": [[5, 3]] }), /Eintrag/], [entries({ "progress:a/b": { version: 1, reviews: [[5, 9]] } }), /Eintrag/], [entries({ "progress:a/b": { version: 2, reviews: [[5, 3, 9999]] } }), /Eintrag/],
    [entries({ "ticks:x": { version: 1, marks: [["a", "x", 1]] } }), /Eintrag „ticks:x“/], [entries({ nothing: { version: 1 } }), /unvollständig/],
    [entries({ "runs:x": { version: 1, records: [["a", 5, "laut"]] } }), /Eintrag „runs:x“/], [entries({ "runs:x": { version: 1 } }), /Eintrag „runs:x“/],
    [entries({ "progress:a/b": { version: 3 } }), /neueren Fassung/], [entries({ "films:a": { version: 1 } }), /neueren Fassung/],
    [" ".repeat(20_000_001), /zu groß/],
  ];
  for (const [text, reason] of refused) assert.match(readBackup(text).reason ?? "accepted", reason, text.slice(0, 80));
});

test("a file with a name from JavaScript's depths harms nothing", () => {
  const progress = new Device().tab();
  const text = `{"format":"generalprobe-lernstand","version":1,"cards":{"__proto__":[["2026-11-01T00:00:00.000Z",3]]},"settings":[]}`;
  assert.deepEqual(merge(progress, text), outcome({ added: 1 }));
  assert.deepEqual([...progress.all().keys()], ["__proto__"]);
  assert.equal({}.reviews, undefined);
});

/** Something that somebody might do; clocks disagree, and moments coincide. @param {import("../../docs/javascripts/memory/progress.mjs").Progress} progress @param {(below: number) => number} draw */
function live(progress, draw) {
  const [at, id] = [NOW + draw(30) * MINUTE, `karte/${draw(3)}`];
  const { shelf } = progress;
  const [known] = progress.reviewsOf(card(id));
  const acts = [
    () => progress.add(card(id), { at, grade: 1 + draw(4) }), () => progress.add(card(id), { at, grade: 1 + draw(4) }),
    () => known && progress.remove(card(id), known), () => progress.reset(at), () => progress.undoReset(), () => progress.forgetReset(),
    () => shelf.add([["ticks", "liste", new Map([[`punkt/${draw(3)}`, { at, value: draw(2) }]])]]),
    () => shelf.add([["setting", "daily", { at, value: [null, "20", "40"][draw(3)] }]]),
    () => shelf.add([["speech", "rate", { at, value: [null, { rate: 1.1, measured_s: 5 }][draw(2)] }]]),
  ];
  acts[draw(acts.length)]();
}

/** A device with everything that these files say, in this order. @param {string[]} files */
function joined(...files) {
  const progress = new Device().tab();
  for (const file of files) merge(progress, file);
  return progress;
}

/** What somebody sees. @param {import("../../docs/javascripts/memory/progress.mjs").Progress} progress */
const seen = (progress) => [[...progress.all()].sort(), progress.undoable, [...progress.shelf.backup()].filter(([place]) => !place.startsWith("progress:"))];

test("merging is commutative, associative and idempotent, whatever was done on three devices that met at times", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const draw = chance(seed);
    const devices = [0, 1, 2].map(() => new Device().tab());
    for (let step = 0; step < 40; step += 1) {
      const one = devices[draw(3)];
      if (draw(8)) live(one, draw);
      else merge(one, saved(devices[draw(3)]));
    }
    const [a, b, c] = devices.map(saved);
    const whole = seen(joined(a, b, c));
    assert.deepEqual(seen(joined(c, a, b)), whole, `seed ${seed}: order`);
    assert.deepEqual(seen(joined(a, saved(joined(b, c)))), whole, `seed ${seed}: grouping`);
    assert.deepEqual(seen(joined(a, b, a, c, b, c)), whole, `seed ${seed}: repetition`);
  }
});

test("after whatever has happened, an older file of the same device changes nothing that is seen", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const draw = chance(seed);
    const progress = new Device().tab();
    const older = [];
    for (let step = 0; step < 30; step += 1) {
      if (draw(5)) live(progress, draw);
      else older.push(saved(progress));
    }
    const before = seen(progress);
    for (const file of older) merge(progress, file);
    assert.deepEqual(seen(progress), before, `seed ${seed}`);
  }
});
