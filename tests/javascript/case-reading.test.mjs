// A case study's file as a talk of one's own: what is kept, what is named as lost, and that no shape of values breaks it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readCaseStudy } from "../../docs/javascripts/workshop/case-reading.mjs";
import { readYaml } from "../../docs/javascripts/workshop/yaml-reading.mjs";
import { chance } from "./random.mjs";

const pathSaid = ({ path, said }) => [path.join("."), said];
const slide = (more = {}) => ({ title: "Lage", headline: "Nichts geht", time: "1:15", ...more });
const read = (more = {}) => readCaseStudy({ title: "Drucker", focus: "technology", exam: "support", summary: "Kurz.", metadata: {}, slides: [slide()], ...more });
const lost = async (more) => (await read(more)).losses.map(pathSaid);

test("a whole case study loses nothing", async () => {
  const { talk, losses } = await read({ slides: [slide({ bullets: ["Eins", { text: "Zwei", bullets: ["darunter"] }], demo: "0:10", id: "anfang", notes: "Guten Tag.", formerly: ["alt"] })] });
  assert.deepEqual(losses, []);
  assert.deepEqual([talk.title, talk.focus, talk.exam, talk.summary, talk.own], ["Drucker", "technology", "support", "Kurz.", true]);
  const [{ key, time_s, demo_s, bullets, formerly }] = talk.slides;
  assert.deepEqual([key, time_s, demo_s, bullets[1], formerly], ["anfang", 75, 10, { text: "Zwei", bullets: ["darunter"] }, ["alt"]]);
});

test("slides keep their keys: the id, else what the title makes, and no two the same", async () => {
  const { talk } = await read({ slides: [slide(), slide({ id: "x y" }), slide({ title: "Überblick", id: "" }), slide({ title: "…" })] });
  assert.deepEqual(talk.slides.map(({ key }) => key), ["lage", "f1", "ueberblick", "f2"]);
});

test("what does not fit is named in a sentence at its place", async () => {
  assert.deepEqual(await lost({ slides: [slide({ time: "1 Minute", bullets: [["x"]], titel: "x" })] }), [
    ["slides.0.titel", "Folie 1: Den Schlüssel `titel` gibt es hier nicht. Was darunter steht, bleibt weg."],
    ["slides.0.bullets.0", "Folie 1, Stichpunkt 1: Hier gehört ein Text hin. Was dort steht, bleibt weg."],
    ["slides.0.time", "Folie 1, Zeit: „1 Minute“ ist keine Zeit. Trage sie in Minuten und Sekunden ein, etwa 1:30."],
  ]);
  assert.deepEqual(await lost({ title: 2024 }), [["title", "Titel: „2024“ ist ohne Anführungszeichen kein Text. Sieh nach, ob es noch stimmt."]]);
  assert.deepEqual((await lost({ tags: ["a"], sources: [] })).map(([path]) => path), ["tags"]);
  assert.match((await lost({ slides: [slide({ artifact: { kind: "image", src: "a.png", alt: "Plan" } })] }))[0][1], /^Folie 1, Artefakt: Das Bild selbst steht nicht/);
  assert.match((await lost({ slides: [slide(), 5] }))[0][1], /^Folie 2: Das ist keine Folie/);
});

test("a picture leaves its place free", async () =>
  assert.deepEqual((await read({ slides: [slide({ artifact: { kind: "image", src: "a.png", alt: "Plan", caption: "So" } })] })).talk.slides[0].artifact, { kind: "placeholder", caption: "So", description: "Plan" }));

test("questions become one's own, with their ids, each with an answer to say", async () => {
  const questions = [
    { id: "nat", topic: "Netz", question: "Warum?", answer: "Darum.", expects: "Den Grund.", points: ["eins", { text: "zwei", said: "Darum" }] },
    { id: "ports", kind: "choice", question: "Welcher?", options: [{ text: "443", right: true }, { text: 25 }] },
    { kind: "order", question: "Wie?", steps: ["Discover", "Offer"] },
    { id: "p", kind: "match", question: "Was?", pairs: [{ left: "DNS", right: "Name" }, { left: "DHCP", right: "Adresse" }] },
    { id: "l", kind: "gaps", question: "Was fehlt?", text: "Mit `ipconfig ___`.", gaps: [{ accepted: ["/flushdns"] }] },
  ];
  const { talk, losses } = await read({ questions });
  assert.deepEqual(talk.questions.map(({ id, answer }) => [id, answer]), [
    ["nat", "Darum."], ["ports", "443"], ["q1", "1. Discover\n2. Offer"], ["p", "- DNS: Name\n- DHCP: Adresse"], ["l", "Mit `ipconfig /flushdns`."],
  ]);
  assert.deepEqual([talk.questions[0].expects, talk.questions[0].points, talk.questions[1].points], ["Den Grund.", ["eins", "zwei"], []]);
  assert.equal(losses.length, 5);
  assert.ok(losses.every(({ said }, index) => said.startsWith(`Frage ${index + 1}: `)));
});

test("no question is lost in silence where there are far too many", async () => {
  const { talk, losses } = await read({ questions: Array(501).fill({ question: "Warum?", answer: "Darum." }) });
  assert.deepEqual([talk.questions.length, losses.map(pathSaid)], [500, [["questions", "Von den Fragen bleiben die ersten 500."]]]);
});

test("what is no case study says so", async () => {
  for (const value of [null, 5, "x", [], {}, { slides: 1 }, { slides: [] }, { slides: Array(301).fill(slide()) }]) assert.match((await readCaseStudy(value)).trouble, /^[A-Z].*\.$/);
});

test("no shape of values breaks it, and every text that comes out is a text", async () => {
  const draw = chance(15);
  const pick = (...of) => of[draw(of.length)];
  const any = (depth) => pick(() => null, () => 5, () => true, () => "<img src=x onerror=alert(1)>", () => "1:30", () => "\u0000\ud800",
    () => (depth ? [any(depth - 1), any(depth - 1)] : []), () => (depth ? Object.fromEntries(KEYS.filter(() => draw(10) < 3).map((key) => [key, any(depth - 1)])) : {}))();
  const KEYS = ["title", "slides", "metadata", "bullets", "artifact", "kind", "text", "rows", "columns", "questions", "options", "gaps", "accepted", "id", "time", "constructor", "__proto__", "risks"];
  for (let turn = 0; turn < 3000; turn += 1) {
    const value = { ...any(4), slides: [any(4), { ...any(3), artifact: { ...any(2), kind: pick("table", "code", "quote", "image", "x", 5) } }], questions: [{ ...any(3), kind: pick("open", "choice", "gaps", "match", "order", "toString") }] };
    const { talk, losses } = await readCaseStudy(value);
    assert.ok(losses.every(({ said, path }) => /\.$/.test(said) && Array.isArray(path)));
    for (const { title, notes, key, time_s } of talk.slides) assert.ok(typeof title === "string" && typeof notes === "string" && /^[a-z0-9-]+$/.test(key) && Number.isInteger(time_s));
    assert.ok(talk.questions.every(({ answer, question, id }) => [answer, question, id].every((each) => typeof each === "string")));
  }
});

test("it takes what the YAML reader gives", async () => {
  const { value } = readYaml('title: Drucker\nexam: support\nslides:\n  - title: Lage\n    time: 1:15\n');
  assert.equal((await readCaseStudy(value)).talk.slides[0].time_s, 75);
});
