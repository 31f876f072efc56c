// A talk as a file: it comes back as it went, and from a stranger's only what is a talk is taken.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isRecord } from "../../docs/javascripts/base/merging.mjs";
import { isId, readTalk } from "../../docs/javascripts/talk/judging.mjs";
import { isShowable } from "../../docs/javascripts/talk/showable.mjs";
import { openArchive } from "../../docs/javascripts/workshop/archive.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { COMMENTS, FILE_VERSION, readTalkFile } from "../../docs/javascripts/workshop/talk-file.mjs";
import { readable } from "../../docs/javascripts/workshop/unreadable.mjs";
import { vetted } from "../../docs/javascripts/workshop/vetting.mjs";
import { packed } from "../../docs/javascripts/workshop/writing.mjs";
import { deck, picture, png, readDeck, text, zipped } from "./decks.mjs";
import { chance } from "./random.mjs";

const AT = Date.UTC(2026, 10, 26);
const comment = (said, slide = "f1") => ({ slide, text: said, by: "Trainer" });
const source = { title: "Lage", headline: "Nichts druckt", bullets: [{ text: "Seit **Montag**", bullets: ["alle"] }], artifact: null, notes: "Guten Tag." };
const TALK = makeTalk({
  id: "drucker", title: "Drucker", exam: "it-support-specialist", made: 7,
  metadata: { topic: "Treiber", audience: "IT-Leitung", situation: "S", goal: "Z", success_criteria: ["a", "b"], scope: "G", risks: ["r"] },
  slides: [
    makeSlide("p256", { ...source, source, formerly: ["lage"], directions: ["[Klick]"], time_s: 75, demo_s: 10, spoken_s: 51.25, silent_s: 2, syllables: 240 }),
    ...[
      { kind: "placeholder", caption: "", description: "Plan" }, { kind: "diagram", caption: "c", source: "flowchart LR", description: "d", drawing: "" }, { kind: "quote", caption: "", text: "x", source: "Rolle" },
      { kind: "code", caption: "", language: "text", code: "ls\n" }, { kind: "table", caption: "", columns: ["a", "b"], rows: [["1", "2"]] },
    ].map((artifact, index) => makeSlide(`f${index + 1}`, { title: "Gleich", artifact })),
  ],
  hidden: [makeSlide("p300", { title: "Reserve", guessed: true })],
});
const RUNS = new Map([["m1", { at: AT, value: { at: AT, mode: "whole", slides: [], log: [[0, "slide", "f1"]], note: "" } }]]);
const WHOLE = { talk: TALK, pictures: new Map(), runs: RUNS, reviews: new Map(), comments: new Map([["k1", { at: AT, value: comment("Gut.") }]]) };

const read = (/** @type {Uint8Array} */ bytes) => readable(async () => readTalkFile(openArchive(bytes)));
/** @param {unknown} said @param {object} [more] */
const file = (said, more = {}) => read(zipped({ "vortrag.json": typeof said === "string" ? said : JSON.stringify(said), ...more }));

/** A talk with a picture, as a presentation gives it. */
async function withPicture() {
  const { talk, pictures } = await readDeck(deck([{ shapes: [text("title", "Lage"), picture("i1")], related: [["i1", "image", "../media/a.png"]] }], { pictures: { "ppt/media/a.png": png() } }));
  return { ...WHOLE, talk, pictures };
}

test("a talk comes back as it went, and is the same file each time", async () => {
  assert.deepEqual(await read(packed(WHOLE)), { ...WHOLE, losses: [] });
  assert.deepEqual(packed(WHOLE), packed(WHOLE));
});

test("pictures go with it, those alone that it shows", async () => {
  const whole = await withPicture();
  const [[key]] = whole.pictures;
  const found = await read(packed({ ...whole, pictures: new Map([...whole.pictures, ["00000000-1.png", { type: "image/png", bytes: png(9, 9) }]]) }));
  assert.deepEqual(found, { ...whole, losses: [] });
  assert.equal(found.talk.slides[0].artifact.src, key);
});

test("the first version is read for ever", async () => {
  const found = await read(readFileSync(new URL("../stored/vortrag-1.generalprobe.zip", import.meta.url)));
  assert.deepEqual(found.losses, []);
  assert.deepEqual(found.talk, (await withPicture()).talk);
  assert.deepEqual([[...found.runs.keys()], [...found.comments.keys()], found.pictures.size], [["m1"], ["k1"], 1]);
});

test("how well its questions are known goes with it, and what of that cannot be read is named", async () => {
  const reviews = new Map([["q1", { reviews: [{ at: AT, grade: 3, offset: 60 }], gone: [] }]]);
  assert.deepEqual((await read(packed({ ...WHOLE, reviews }))).reviews, reviews);
  const damaged = { q1: { version: 2, reviews: [[AT, 3, 60]] }, q2: { version: 2, reviews: "x" }, "../x": { version: 2, reviews: [] }, q3: { version: 99 }, q4: null };
  for (const [said, known] of [[damaged, ["q1"]], [7, []], [[], []]]) {
    const found = await file({ version: 1, talk: TALK, reviews: said });
    assert.deepEqual([[...found.reviews.keys()], found.losses.length], [known, 1]);
  }
});

test("what is newer says so, and what is no talk too", async () => {
  assert.match((await file({ version: FILE_VERSION + 1 })).trouble, /neueren Fassung/);
  for (const said of ["", "null", "[]", "{}", '{"version": 0}', '{"version": "1"}', '{"version": 1}', '{"version": 1, "talk": 7}', '{"version": 1, "talk": {"slides": {}}}', "[".repeat(1_000_000)]) {
    assert.match((await file(said)).trouble, /beschädigt/);
  }
});

test("what of it cannot be read is named, and the rest is there", async () => {
  const said = { version: 1, talk: TALK, runs: { version: 99 }, comments: { records: [["k1", AT, comment("Gut.")], ["k2", AT, { text: 7 }], "x"] } };
  const { talk, losses, comments } = await file(said);
  assert.deepEqual(talk, TALK);
  assert.deepEqual([losses.length, [...comments.keys()]], [2, ["k1"]]);
  for (const sentence of losses) assert.match(sentence, /^[A-Z].*\.$/);
});

test("a picture counts only as what it is, under the key that is its own", async () => {
  const { talk, pictures } = await withPicture();
  const [[key, { bytes }]] = pictures;
  const svg = "<svg xmlns='http://www.w3.org/2000/svg'/>";
  for (const more of [{}, { [`bilder/${key}`]: svg }, { [`bilder/${key}`]: png(5, 5) }, { "bilder/anders.png": bytes }]) {
    const found = await file({ version: 1, talk }, more);
    assert.deepEqual([found.talk.slides[0].artifact, found.pictures.has(key), found.losses.length], [null, false, 1]);
  }
});

test("no address of a stranger becomes one of ours", () => {
  const artifacts = [
    { kind: "image", src: "https://evil.example/x.png", alt: "" }, { kind: ["image"], src: "https://evil.example/x.png" }, { kind: "toString" }, { kind: "__proto__" },
    { kind: "diagram", source: "x", drawing: "https://evil.example/x.svg" },
  ];
  for (const artifact of artifacts) {
    const found = vetted({ slides: [{ ...TALK.slides[0], artifact }], page: "https://evil.example/", id: "../x" }, new Set());
    assert.ok(!JSON.stringify(found).includes("evil"));
    assert.deepEqual([found.id, found.page], ["", ""]);
  }
});

test("keys that stand twice, or are none, become others", () => {
  const slides = ["f3", "f3", "../x", "f9", undefined, "p256"].map((key) => ({ key }));
  assert.deepEqual(vetted({ slides, made: 2 }, new Set()).slides.map(({ key }) => key), ["f3", "f10", "f11", "f9", "f12", "p256"]);
});

test("signs that stand for something else while Markdown is made are gone", () => {
  assert.equal(vetted({ slides: [{ notes: "a\ufdd1b\0c\ud800d\u{1fffe}" }] }, new Set()).slides[0].notes, "abc\ufffdd");
});

test("comments are joined, and none is overwritten by an older one", () => {
  const mine = new Map([["k1", { at: AT + 5, value: null }], ["k2", { at: AT, value: comment("alt") }]]);
  const theirs = new Map([["k1", { at: AT, value: comment("Gut.") }], ["k2", { at: AT + 1, value: comment("neu") }], ["k3", { at: AT, value: comment("dazu") }]]);
  const joined = COMMENTS.merge(mine, theirs);
  assert.deepEqual([...joined].map(([id, { value }]) => [id, value?.text]).sort(), [["k1", undefined], ["k2", "neu"], ["k3", "dazu"]]);
  assert.deepEqual(COMMENTS.write(joined), COMMENTS.write(COMMENTS.merge(theirs, mine)));
});

const JUNK = [null, 7, -1, 1e300, "", "x", "../x", "p256", [], {}, [[]], { text: {} }, true, "<img src=x onerror=alert(1)>", [{ kind: "image" }], { kind: "table", rows: 7 }];

/** Something in it is something else, or missing. @param {unknown} value @param {(below: number) => number} below @returns {any} */
function damaged(value, below) {
  if (!below(6) || value === null || typeof value !== "object") return JUNK[below(JUNK.length)];
  const keys = Object.keys(value);
  const key = keys[below(keys.length)];
  if (key === undefined) return JUNK[below(JUNK.length)];
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? damaged(each, below) : each));
  const { [key]: part, ...rest } = value;
  return below(5) ? { ...rest, [key]: damaged(part, below) } : rest;
}

test("whatever is wrong in it, what is taken is a talk, with a key of its own for each slide", () => {
  const below = chance(31);
  for (let round = 0; round < 2000; round += 1) {
    let said = TALK;
    for (let count = 1 + below(4); count; count -= 1) said = damaged(said, below);
    const talk = vetted(said, new Set());
    if (!talk) continue;
    const keys = [...talk.slides, ...talk.hidden].map(({ key }) => key);
    assert.ok(keys.every(isId) && new Set(keys).size === keys.length, JSON.stringify(said));
    if (talk.slides.length) assert.ok("talk" in readTalk(JSON.stringify(talk)) && talk.slides.every(isShowable), JSON.stringify(said));
    assert.ok(isRecord(talk.metadata) && talk.slides.every(({ bullets }) => bullets.every((each) => typeof each.text === "string")));
    assert.deepEqual(vetted(talk, new Set()), talk);
  }
});
