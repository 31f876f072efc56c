// Files that are broken, something else, or meant to do harm: each gets a sentence, none hangs, and none is a mistake of ours.

import assert from "node:assert/strict";
import { test } from "node:test";
import { zipSync } from "fflate";
import { weigh } from "../../docs/javascripts/workshop/archive.mjs";
import { listed, unpacked } from "../../docs/javascripts/workshop/zip.mjs";
import { deck, parse, parts, picture, png, readDeck, text, zipped } from "./decks.mjs";
import { chance } from "./random.mjs";

const SLIDES = [{ shapes: [text("title", "Lage")], notes: [text("body", "Guten Tag.")] }, { shapes: [text("title", "Ziel")] }];
const FILES = parts(SLIDES);
const GOOD = zipped(FILES);
const bytes = (/** @type {string} */ said) => new TextEncoder().encode(said);
const without = (/** @type {string[]} */ ...names) => Object.fromEntries(Object.entries(FILES).filter(([name]) => !names.includes(name)));

/** Where a number of four bytes stands in a file. @param {Uint8Array} file @param {number} number @param {number} [from] */
function placeOf(file, number, from = 0) {
  const view = new DataView(file.buffer, file.byteOffset);
  for (let at = from; ; at += 1) if (view.getUint32(at, true) === number) return at;
}

/** The entry of a part in the directory. @param {Uint8Array} file @param {string} name */
function listing(file, name) {
  for (let at = placeOf(file, 0x02014b50); ; at = placeOf(file, 0x02014b50, at + 1)) {
    const length = file[at + 28] + 256 * file[at + 29];
    if (new TextDecoder().decode(file.subarray(at + 46, at + 46 + length)) === name) return at;
  }
}

/** A copy in which four bytes of a part's entry say something else. @param {string} name @param {number} offset @param {number} value @param {Uint8Array} [file] */
function forged(name, offset, value, file = GOOD) {
  const copy = file.slice();
  new DataView(copy.buffer).setUint32(listing(copy, name) + offset, value, true);
  return copy;
}

/** A copy whose last record says something else in two bytes. @param {number} offset @param {number} value */
function ended(offset, value) {
  const copy = GOOD.slice();
  new DataView(copy.buffer).setUint16(placeOf(copy, 0x06054b50) + offset, value, true);
  return copy;
}

const [CRC, PACKED, SIZE, FLAGS, METHOD] = [16, 20, 24, 8, 10];
const MAIN = "ppt/presentation.xml";
const bomb = zipped({ ...FILES, [MAIN]: "x".repeat(9_000_000) });

/** @type {[string, Uint8Array, RegExp][]} */
const CASES = [
  ["nothing", new Uint8Array(), /leer/],
  ["text", bytes("Guten Tag"), /keine Präsentation/],
  ["a page", bytes("<!doctype html><html></html>"), /keine Präsentation/],
  ["a PDF called .pptx", bytes("%PDF-1.7\n…"), /PDF/],
  ["a file with a password, or an old .ppt", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]), /Kennwort.*\.ppt /],
  [".odp", zipped({ mimetype: "application/vnd.oasis.opendocument.presentation", "content.xml": "<x/>" }), /LibreOffice/],
  [".key", zipped({ "Index/Document.iwa": "x", "Metadata/Properties.plist": "x" }), /Keynote/],
  [".docx", zipped({ "[Content_Types].xml": "<x/>", "word/document.xml": "<x/>" }), /Word/],
  [".xlsx", zipped({ "[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>" }), /Excel/],
  ["any archive", zipped({ "brief.txt": "x" }), /Verzeichnis ihrer Inhalte/],
  ["an empty archive", zipped({}), /Verzeichnis ihrer Inhalte/],
  ["half a file", GOOD.slice(0, GOOD.length / 2), /unvollständig/],
  ["a file without its last byte", GOOD.slice(0, -1), /unvollständig/],
  ["no content types", zipped(without("[Content_Types].xml")), /Verzeichnis ihrer Inhalte/],
  ["no relationships", zipped(without("_rels/.rels")), /keine Präsentation zu finden/],
  ["no presentation", zipped(without(MAIN)), /keine Präsentation zu finden/],
  ["no slides listed", zipped({ ...FILES, [MAIN]: FILES[MAIN].replace(/<p:sldIdLst>.*<\/p:sldIdLst>/, "") }), /keine Folien/],
  ["no slides there", zipped(without("ppt/slides/slide1.xml", "ppt/slides/slide2.xml")), /beschädigt/],
  ["a wrong checksum", forged(MAIN, CRC, 7), /beschädigt/],
  ["a password of a ZIP", forged(MAIN, FLAGS, 1 | (8 << 16)), /Kennwort/],
  ["an unknown way to pack", forged(MAIN, METHOD, 99), /beschädigt/],
  ["a bomb", bomb, /dichter gepackt/],
  ["a bomb that says it is small", forged(MAIN, SIZE, 900, bomb), /dichter gepackt/],
  ["a bomb that says it is not packed", forged(MAIN, PACKED, 9_000_000, bomb), /beschädigt/],
  ["a part of 21 MB", forged(MAIN, SIZE, 21 * 1024 * 1024), /größer als 20 MB/],
  ["a part of four gigabytes", forged(MAIN, SIZE, 0xfffffffe), /größer als 20 MB/],
  ["a path that leads out", zipped({ ...FILES, "../../etc/x": "x" }), /herausführen/],
  ["a path from the root", zipped({ ...FILES, "/etc/x": "x" }), /herausführen/],
  ["a path of Windows", zipped({ ...FILES, "..\\x": "x" }), /herausführen/],
  ["entities", zipped({ ...FILES, [MAIN]: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${FILES[MAIN]}` }), /DOCTYPE/],
  ["a file of this device as an entity", zipped({ ...FILES, "ppt/slides/slide1.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }), /DOCTYPE/],
  ["301 slides", deck(Array.from({ length: 301 }, () => ({ shapes: [] }))), /mehr als 300 Folien/],
  ["10,000 slides", zipped({ ...FILES, [MAIN]: FILES[MAIN].replace(/<p:sldIdLst>.*<\/p:sldIdLst>/, `<p:sldIdLst>${Array.from({ length: 10_000 }, (_, index) => `<p:sldId id="${index}"/>`).join("")}</p:sldIdLst>`) }), /mehr als 300 Folien/],
  ["a part without end", zipped({ ...FILES, [MAIN]: `<x>${"<y/>".repeat(500_000)}</x>` }, { level: 0 }), /mehr Bestandteile/],
  ["parts without end", zipped(parts(Array(3).fill({ shapes: ["<p:x/>".repeat(190_000)] })), { level: 0 }), /mehr Bestandteile/],
  ["20,001 parts", ended(10, 20_001), /mehr als 20.000 Teilen/],
  ["more parts than there are", ended(10, 2000), /beschädigt/],
  ["a directory somewhere else", ended(16, 7), /beschädigt/],
];

for (const [name, file, said] of CASES) {
  test(`${name}: a sentence`, async () => {
    const { trouble = "" } = await readDeck(file);
    assert.match(trouble, said);
    assert.match(trouble, /^[A-ZÄÖÜ].*\.$/);
  });
}

test("a slide full of marks is read soon", async () => {
  const below = chance(7);
  const full = () => text("body", ...Array.from({ length: 10 }, () => Array.from({ length: 1_800 }, () => "*_`["[below(4)]).join("")));
  const file = deck([{ shapes: Array.from({ length: 12 }, full) }]);
  const before = process.cpuUsage();
  assert.equal((await readDeck(file)).talk.slides.length, 1);
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 1e6, `${user + system} µs`);
});

test("more than 100 MB are not even opened", () => {
  assert.throws(() => weigh(100 * 1024 * 1024 + 1), /größer als 100 MB/);
});

test("more than 200 MB in all are not unpacked", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `ppt/media/${index}.png`);
  const shapes = names.map((_, index) => picture(`i${index}`));
  const related = names.map((name, index) => [`i${index}`, "image", `/${name}`]);
  const pictures = Object.fromEntries(names.map((name, index) => [name, png(9, 9, index ? 0 : 19_000_000)]));
  const file = zipped(parts([{ shapes, related }], { pictures }), { level: 0 });
  assert.match((await readDeck(overlapping(file, names))).trouble, /größer als 200 MB/);
});

/** All parts are the first one, as in the bombs that need no tight packing. @param {Uint8Array} file @param {string[]} names */
function overlapping(file, names) {
  const first = listing(file, names[0]);
  for (const name of names) for (const [from, to] of [[16, 28], [42, 46]]) file.copyWithin(listing(file, name) + from, first + from, first + to);
  return file;
}

test("what a file says of itself may be broken", async () => {
  assert.equal((await readDeck(forged("docProps/core.xml", CRC, 7))).talk.title, "Lage");
});

test("a picture that is broken costs the picture alone", async () => {
  const file = deck([{ shapes: [text("title", "Lage"), picture("i1")], related: [["i1", "image", "../media/a.png"]] }], { pictures: { "ppt/media/a.png": png() } });
  const { talk, losses } = await readDeck(forged("ppt/media/a.png", CRC, 7, file));
  assert.equal(talk.slides[0].artifact, null);
  assert.deepEqual(losses.map(({ lost }) => lost), ["damaged"]);
});

test("a file that something stands in front of is read", async () => {
  const file = new Uint8Array(GOOD.length + 100);
  file.set([0x50, 0x4b]);
  file.set(GOOD, 100);
  assert.equal((await readDeck(file)).talk.slides.length, 2);
});

test("a file with sizes of eight bytes is read", () => {
  const [name, content] = ["a.txt", bytes("Guten Tag")];
  const plain = zipSync({ [name]: [content, { level: 0, extra: { 1: new Uint8Array([9, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0]) } }] });
  const file = forged(name, SIZE, 0xffffffff, forged(name, PACKED, 0xffffffff, plain));
  assert.deepEqual(unpacked(file, listed(file).get(name)), content);
});

test("whatever is wrong in a file, it is read or refused, and nothing else", async () => {
  const below = chance(2026);
  for (let round = 0; round < 200; round += 1) {
    const file = GOOD.slice(0, below(8) ? GOOD.length : below(GOOD.length));
    for (let count = 1 + below(6); count; count -= 1) file[below(file.length || 1)] = below(256);
    const found = await readDeck(file);
    assert.ok("trouble" in found || found.talk.slides.length, `round ${round}`);
  }
});

test("whatever is wrong in its XML, it is read or refused, and nothing else", async () => {
  const below = chance(11);
  const names = Object.keys(FILES);
  const junk = ["<", ">", '"', "<a:p>", "</p:sp>", '<p:sp/>', "<p:pic/>", "<p:graphicFrame/>", "<p:grpSp/>", "&#0;", "&x;", "]]>", 'id="', "\ufffe", "<mc:AlternateContent/>"];
  for (let round = 0; round < 200; round += 1) {
    const files = { ...FILES };
    for (let count = 1 + below(3); count; count -= 1) {
      const name = names[below(names.length)];
      const at = below(files[name].length);
      files[name] = files[name].slice(0, at) + junk[below(junk.length)] + files[name].slice(at + below(30));
    }
    const found = await readDeck(zipped(files, { level: 0 }));
    assert.ok("trouble" in found || found.talk.slides.length, `round ${round}`);
  }
});
