// Talks of one's own go into the backup and come back from it: joined, never overwritten in silence, and undone on wish.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Shelf } from "../../docs/javascripts/base/shelf.mjs";
import { exportText, mergeBackup, readBackup } from "../../docs/javascripts/memory/backup.mjs";
import { Progress } from "../../docs/javascripts/memory/progress.mjs";
import { fatesSaid } from "../../docs/javascripts/workshop/saved-file.mjs";
import { openArchive } from "../../docs/javascripts/workshop/archive.mjs";
import { chosenPictures, readBackupFile } from "../../docs/javascripts/workshop/backup-file.mjs";
import { makeTalk, withSlide } from "../../docs/javascripts/workshop/own-talk.mjs";
import { restored } from "../../docs/javascripts/workshop/restoring.mjs";
import { readable } from "../../docs/javascripts/workshop/unreadable.mjs";
import { addComments, commentsOf } from "../../docs/javascripts/workshop/whole.mjs";
import { packedBackup } from "../../docs/javascripts/workshop/writing.mjs";
import { Base } from "./data-base.mjs";
import { png, zipped } from "./decks.mjs";
import { chance } from "./random.mjs";

const NOW = Date.UTC(2026, 10, 26, 9);
const SHELF = new Shelf(null);
const KEY = "drucker-k3x9";
const talk = (title, said = {}) => withSlide(makeTalk({ title }), { title: "Lage", ...said });
const comments = (id, text) => new Map([[id, { at: NOW, value: { slide: "f1", text, by: "Trainer" } }]]);

const textOf = async (talks) => exportText(SHELF, NOW, await talks.outgoing());
/** @param {string} text */
function contentsOf(text) {
  const found = readBackup(text);
  assert.ok("contents" in found, found.reason);
  return found.contents;
}
const read = async (talks, text, pictures = new Map()) => restored(contentsOf(text), pictures, talks);
const titles = async (talks) => (await talks.list()).map((each) => each.talk.title).sort();
/** Only the fates that somebody met. */
const met = ({ fates }) => Object.fromEntries(Object.entries(fates).filter(([, names]) => names.length));
/** What somebody changes on a device that has the talk. */
async function edit(talks, key, title) {
  await talks.read(key);
  assert.equal(await talks.write(key, talk(title)), "kept");
}

test("talks with comments come to another device, as often as one likes, and what was changed there comes back", async () => {
  const [laptop, phone] = [new Base().tab(), new Base().tab()];
  await laptop.write(KEY, talk("Drucker"));
  await addComments(KEY, comments("k1", "Zahl fehlt."), laptop);
  const text = await textOf(laptop);
  assert.deepEqual(met(await read(phone, text)), { added: ["Drucker"] });
  assert.deepEqual([...(await commentsOf(KEY, phone)).keys()], ["k1"]);
  const again = await read(phone, text);
  assert.deepEqual([met(again), again.undo], [{ known: ["Drucker"] }, null]);
  await edit(phone, KEY, "Drucker, kürzer");
  await addComments(KEY, comments("k2", "Gut."), phone);
  assert.deepEqual(met(await read(laptop, await textOf(phone))), { newer: ["Drucker, kürzer"] });
  assert.deepEqual([await titles(laptop), [...(await commentsOf(KEY, laptop)).keys()].sort()], [["Drucker, kürzer"], ["k1", "k2"]]);
  assert.deepEqual(met(await read(laptop, text)), { known: ["Drucker"] }, "an older file changes nothing");
});

test("of a talk that was changed on both sides the later counts, the other stands beside it, and both devices come to the same", async () => {
  const [laptop, phone] = [new Base().tab(), new Base().tab()];
  await laptop.write(KEY, talk("Drucker"));
  await read(phone, await textOf(laptop));
  await edit(laptop, KEY, "vom Laptop");
  await new Promise((resolve) => setTimeout(resolve, 2));
  await edit(phone, KEY, "vom Handy");
  const [fromLaptop, fromPhone] = [await textOf(laptop), await textOf(phone)];
  assert.deepEqual(met(await read(laptop, fromPhone)), { apart: ["vom Handy"] });
  assert.deepEqual(met(await read(phone, fromLaptop)), { apart: ["vom Handy"] });
  for (const device of [laptop, phone]) {
    assert.equal((await device.read(KEY)).talk.title, "vom Handy");
    assert.match((await titles(device)).join(), /^vom Handy,vom Laptop \(Fassung vom \d+\. \p{L}+/u);
  }
  for (const [device, other] of [[laptop, phone], [phone, laptop], [laptop, phone]]) await read(device, await textOf(other));
  for (const device of [laptop, phone]) assert.equal((await device.list()).length, 2);
});

test("what was deleted stays deleted and goes where it still is, but not where somebody has gone on writing", async () => {
  const [laptop, phone, tablet] = [new Base().tab(), new Base().tab(), new Base().tab()];
  await laptop.write(KEY, talk("Drucker"));
  const text = await textOf(laptop);
  for (const device of [phone, tablet]) await read(device, text);
  await laptop.remove(KEY);
  assert.deepEqual(met(await read(laptop, text)), { stays: ["Drucker"] });
  const without = await textOf(laptop);
  assert.deepEqual(met(await read(phone, without)), { gone: ["Drucker"] });
  assert.deepEqual([await titles(phone), await phone.comments(KEY)], [[], undefined]);
  await edit(tablet, KEY, "weitergeschrieben");
  assert.deepEqual(met(await read(tablet, without)), { known: ["weitergeschrieben"] });
  assert.deepEqual(met(await read(laptop, await textOf(tablet))), { added: ["weitergeschrieben"] });
});

test("all of it can be undone, and the file be read again after that", async () => {
  const [laptop, phone] = [new Base(), new Base()];
  const [here, there] = [laptop.tab(), phone.tab()];
  for (const key of ["a", "b", "c"]) await here.write(key, talk(key));
  await read(there, await textOf(here));
  for (const tab of [here, there]) await edit(tab, "b", `b bei ${tab === here}`);
  await edit(there, "a", "a neu");
  await there.remove("c");
  await addComments("a", comments("k1", "Gut."), there);
  const text = await textOf(there);
  const before = structuredClone(laptop.entries);
  const first = await read(here, text);
  assert.deepEqual(Object.keys(met(first)).sort(), ["apart", "gone", "newer"]);
  await first.undo();
  assert.deepEqual(laptop.entries, before);
  assert.deepEqual(met(await read(here, text)), met(first));
});

test("what another tab has written since is not undone", async () => {
  const [laptop, phone] = [new Base(), new Base()];
  const there = phone.tab();
  await there.write(KEY, talk("Drucker"));
  const { undo } = await read(laptop.tab(), await textOf(there));
  await edit(laptop.tab(), KEY, "seither geschrieben");
  await undo();
  assert.deepEqual(await titles(laptop.tab()), ["seither geschrieben"]);
});

test("where there is no room all stays as it was, and it is said of what", async () => {
  const [laptop, phone] = [new Base(), new Base()];
  const there = phone.tab();
  await there.write(KEY, talk("Drucker"));
  laptop.isFull = true;
  const found = await read(laptop.tab(), await textOf(there));
  assert.deepEqual([met(found), found.undo, laptop.entries.size], [{ unkept: ["Drucker"] }, null, 0]);
  laptop.entries.set(`talks:${KEY}`, { version: 9, at: 1, stamp: "a", talk: {} });
  laptop.isFull = false;
  assert.deepEqual(met(await read(laptop.tab(), await textOf(there))), { unkept: ["Drucker"] });
  assert.equal(laptop.entries.get(`talks:${KEY}`).version, 9, "what a newer version wrote is left alone");
});

/** A device with a talk that shows a picture. */
async function withPicture(bytes = png()) {
  const base = new Base();
  const pictures = (await openArchive(zipped({ "lernstand.json": "{}", "bilder/a.png": bytes })).pictures(["bilder/a.png"])).get("bilder/a.png");
  const { key, type } = pictures;
  const talks = base.tab();
  await talks.write(KEY, talk("Drucker", { artifact: { kind: "image", caption: "", src: key, alt: "" } }));
  await talks.writePictures(KEY, new Map([[key, { type, bytes: pictures.bytes }]]));
  return { talks, key };
}

test("pictures come with it as a ZIP, each once; without them it is said which talks miss some", async () => {
  const { talks, key } = await withPicture();
  await talks.write("zwei", (await talks.read(KEY)).talk);
  await talks.writePictures("zwei", await talks.pictures(KEY));
  const text = await textOf(talks);
  const all = await Promise.all((await talks.list()).map(async (each) => ({ talk: each.talk, pictures: await talks.pictures(each.key) })));
  const archive = openArchive(packedBackup(text, chosenPictures(all).pictures, "So kommt alles zurück."));
  assert.deepEqual(archive.names, ["LIESMICH.txt", "lernstand.json", `bilder/${key}`]);
  const found = await readBackupFile(archive);
  assert.equal(found.text, text);
  const phone = new Base().tab();
  assert.deepEqual(met(await read(phone, found.text, found.pictures)), { added: ["Drucker", "Drucker"] });
  assert.deepEqual(await phone.read(KEY), await talks.read(KEY));
  const poor = new Base().tab();
  assert.deepEqual(met(await read(poor, text)), { added: ["Drucker", "Drucker"], poor: ["Drucker", "Drucker"] });
  assert.deepEqual(met(await read(poor, text, found.pictures)), { newer: ["Drucker", "Drucker"] }, "what came without pictures gets them");
  assert.deepEqual(await poor.read(KEY), await talks.read(KEY));
  const pages = new Base().tab();
  await pages.write(KEY, talk("Seiten eines PDF", { looks: key }));
  assert.deepEqual(met(await read(new Base().tab(), await textOf(pages))), { added: ["Seiten eines PDF"], poor: ["Seiten eines PDF"] });
});

test("of pictures that are too many for one file those of the talk that was changed last go first", () => {
  const of = (key, megabytes) => ({ talk: talk(key, { artifact: { kind: "image", caption: "", src: key, alt: "" } }), pictures: new Map([[key, { type: "image/png", bytes: { length: megabytes * 1024 * 1024 } }]]) });
  const { pictures, missing } = chosenPictures([of("a", 50), of("b", 40), of("c", 30), of("a", 50)]);
  assert.deepEqual([[...pictures.keys()], missing.map(({ title }) => title)], [["a", "c"], ["b"]]);
});

test("files that hold a talk are read for ever, as text and with pictures", async () => {
  const sample = (name) => readFileSync(new URL(`../stored/${name}`, import.meta.url));
  const found = await readBackupFile(openArchive(sample("lernstand-2-vortraege.zip")));
  const talks = new Base().tab();
  assert.deepEqual(met(await read(talks, found.text, found.pictures)), { added: ["Drucker"] });
  const { talk: came, pictures } = await talks.read(KEY);
  assert.deepEqual([came.slides[0].artifact.kind, pictures.size, (await commentsOf(KEY, talks)).size], ["image", 1, 1]);
  const progress = new Progress(new Shelf(null));
  assert.deepEqual(mergeBackup(progress, contentsOf(found.text), []).others, ["Proben"]);
  assert.equal(progress.shelf.read("runs", `eigener/${KEY}`).size, 1);
});

test("hostile files: a clear sentence, and nothing of them is taken", async () => {
  const entry = { version: 1, at: NOW, stamp: "m1x-1", talk: { slides: [] } };
  const file = (entries) => JSON.stringify({ format: "generalprobe-lernstand", version: 2, entries });
  const refused = {
    unvollständig: [
      { "talks:../x": entry }, { "talks:A": entry }, { "talks:a": { ...entry, stamp: "../x" } }, { "talks:a": { ...entry, stamp: 7 } }, { "talks:a": { ...entry, at: 1e99 } }, { "talks:a": { ...entry, at: 1e13 } }, { "talks:a": { ...entry, at: "x" } },
      { "talks:a": { ...entry, talk: 7 } }, { "talks:a": { ...entry, talk: { slides: {} } } }, { "talks:a": { ...entry, past: [7] } }, { "talks:a": [] }, { "talks:a": null }, { "comments:a": { records: 7 } }, { "comments:a": [] },
    ],
    neueren: [{ "talks:a": { ...entry, version: 2 } }, { "pictures:a": {} }],
    "mehr als 300": [Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`talks:a${index}`, entry]))],
  };
  for (const [reason, all] of Object.entries(refused)) {
    for (const entries of all) assert.match(readBackup(file(entries)).reason ?? "", new RegExp(reason), JSON.stringify(entries).slice(0, 80));
  }
  const zip = (files) => readable(() => readBackupFile(openArchive(zipped(files))));
  assert.match((await zip({ "vortrag.json": "{}" })).trouble, /keine Sicherung/);
  assert.match((await zip({ "lernstand.json": "" })).trouble, /beschädigt/);
  assert.match((await zip({ "lernstand.json": "x", "../y": "z" })).trouble, /Pfade/);
  assert.match((await zip({ "lernstand.json": " ".repeat(5_000_000) })).trouble, /dichter gepackt/);
  const { pictures } = await zip({ "lernstand.json": "x", "bilder/a.png": png(), "bilder/b.svg": "<svg onload='alert(1)'/>" });
  assert.equal(pictures.size, 0);
});

test("of a stranger's talk only what is a talk is taken", async () => {
  const said = { title: "<script>alert(1)</script>", page: "https://evil.example/", slides: [{ key: "../x", artifact: { kind: "image", src: "https://evil.example/x.png" } }, 7] };
  const talks = new Base().tab();
  const text = JSON.stringify({ format: "generalprobe-lernstand", version: 2, entries: { "talks:a": { version: 1, at: NOW, stamp: "m1x-1", talk: said, more: "x" }, "comments:b": { records: [["k", 1, { slide: "", text: "x", by: "" }]] } } });
  await read(talks, text);
  const { entry } = await talks.snapshot("a");
  assert.ok(!JSON.stringify(entry).includes("evil"));
  assert.deepEqual([entry.talk.slides.length, entry.talk.slides[0].key, "more" in entry], [1, "f1", false]);
  assert.deepEqual(await talks.names(), ["talks:a"], "comments on no talk are left out");
});

test("whatever three devices do and hand each other, nothing is lost but what somebody has written over, and all come to the same", async (context) => {
  context.mock.method(Date, "now", () => NOW); // Whatever the clocks say.
  for (let seed = 1; seed <= 25; seed += 1) {
    const draw = chance(seed);
    const devices = [0, 1, 2].map(() => new Base().tab());
    await devices[0].write(KEY, talk("Anfang"));
    for (const device of devices) await read(device, await textOf(devices[0]));
    const [written, writtenOver] = [["Anfang"], new Set()];
    for (let step = 0; step < 12; step += 1) {
      const [one, other] = [devices[draw(3)], devices[draw(3)]];
      if (!draw(2)) await read(one, await textOf(other));
      else {
        writtenOver.add((await one.read(KEY)).talk.title);
        written.push(`Stand ${step}.`);
        await edit(one, KEY, `Stand ${step}.`);
      }
    }
    for (let round = 0; round < 3; round += 1) for (const one of devices) for (const other of devices) if (one !== other) await read(one, await textOf(other));
    const all = await Promise.all(devices.map(titles));
    assert.deepEqual([all[1], all[2]], [all[0], all[0]], `seed ${seed}`);
    const lost = written.filter((title) => !writtenOver.has(title) && !all[0].some((each) => each.startsWith(title)));
    assert.deepEqual(lost, [], `seed ${seed}`);
  }
});

test("what became of talks is said in sentences", () => {
  const none = { added: [], newer: [], apart: [], gone: [], stays: [], unkept: [], poor: [], known: [] };
  assert.equal(fatesSaid(none), "");
  assert.equal(fatesSaid({ ...none, known: ["a", "b"] }), "Eigene Vorträge waren schon da (2).");
  assert.equal(fatesSaid({ ...none, added: ["A", "B"], gone: ["C"], known: ["d"] }), "Eigene Vorträge. Übernommen: „A“ und „B“. In der Datei gelöscht und darum auch hier weg: „C“.");
});
