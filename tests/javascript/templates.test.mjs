// A talk that begins as a case study: what was written there stands in it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { asCaseStudy } from "../../docs/javascripts/workshop/case-study.mjs";
import { fromCaseStudy, fromTemplate } from "../../docs/javascripts/workshop/templates.mjs";
import { readYaml } from "../../docs/javascripts/workshop/yaml-reading.mjs";

const FOLDER = new URL("../../data/case-studies/", import.meta.url);
const SLIDE = { title: "Zweiter Versuch", headline: "Nichts", bullets: ["a", { text: "b", bullets: ["c"] }], notes: "Guten Tag.", time: "1:15", demo: "0:05" };

/** What a slide shows: pictures stay behind, and paragraphs stand on one line each. */
const shown = ({ artifact, notes, ...slide }) => ({ ...slide, notes: notes.replace(/(?<!\n)\n(?![\n-])/g, " ").trim(), ...(artifact && { artifact: artifact.kind === "image" ? { kind: "placeholder", ...(artifact.caption && { caption: artifact.caption }), description: artifact.alt } : { ...(artifact.kind === "code" && { language: "text" }), ...artifact } }) });

const said = ({ slide, ...question }) => Object.fromEntries(Object.entries(question).filter(([, value]) => value.length));

for (const name of readdirSync(FOLDER)) {
  test(`all that ${name} says of its talk comes in and goes out again`, async () => {
    const { value } = readYaml(readFileSync(new URL(name, FOLDER), "utf8"));
    const { talk } = await fromCaseStudy(value);
    const { title, exam, focus, summary, metadata } = value;
    for (const { notes } of talk.slides) assert.equal(/[^\n]{60}\n(?![\n-])/.test(notes), false, notes);
    assert.deepEqual(asCaseStudy(talk), { title, draft: true, focus, exam, summary, metadata, slides: value.slides.map(shown), questions: talk.questions.map(said) });
    assert.deepEqual(talk.questions.map(({ id }) => id), value.questions.map(({ id }) => id));
    for (const [index, { expects = "", points = [] }] of value.questions.entries()) assert.deepEqual([talk.questions[index].expects, talk.questions[index].points], [expects, points.map((point) => point.text ?? point)]);
    assert.deepEqual(fromTemplate({ ...talk, page: "fallstudien/x/", draft: true }), talk);
  });
}

test("slides are known by their ids, else by their titles", async () => {
  const { talk } = await fromCaseStudy({ slides: [SLIDE, { ...SLIDE, id: "zwei" }, SLIDE] });
  assert.deepEqual(talk.slides.map(({ key, time_s, demo_s }) => [key, time_s, demo_s]), [["zweiter-versuch", 75, 5], ["zwei", 75, 5], ["f1", 75, 5]]);
});

test("what is not understood is named", async () => {
  const { talk, misread } = await fromCaseStudy({ slides: [{ ...SLIDE, time: "gleich", artifact: { kind: "image", src: "x.png", alt: "Plan" } }, 7], questions: [] });
  assert.equal(talk.slides.length, 1);
  assert.deepEqual(talk.slides[0].artifact, { kind: "placeholder", caption: "", description: "Plan" });
  assert.deepEqual(misread.map((said) => said.slice(0, 12)), ["Rahmen: Them", "Folie 1, Art", "Folie 1, Zei", "Folie 2: Das"]);
});

test("what is no case study is refused in a sentence", async () => {
  for (const value of [null, 7, "x", [], {}, { slides: [] }, { slides: "x" }, { slides: [7] }]) assert.match((await fromCaseStudy(value)).trouble, /kein Vortrag/);
});

test("a template is a copy of one's own, without a place on the site", () => {
  const told = { version: 1, id: "drucker", title: "Drucker", draft: false, exam: "it", page: "fallstudien/drucker/", metadata: {}, slides: [{ key: "lage", artifact: { kind: "diagram", source: "x", drawing: "fallstudien/drucker/d.svg" } }] };
  const talk = fromTemplate(told);
  assert.deepEqual([talk.own, talk.id, talk.page, talk.exam, talk.slides[0].key, talk.slides[0].artifact.drawing], [true, "", "", "it", "lage", ""]);
});

test("pictures of the site come along under their keys, and where one did not its place is kept", () => {
  const slides = ["images/a.svg", "images/b.svg"].map((src, at) => ({ key: `s${at}`, artifact: { kind: "image", caption: "Skizze", src, alt: "Plan" } }));
  const talk = fromTemplate({ version: 1, id: "drucker", title: "Drucker", metadata: {}, slides, focus: "technology" }, new Map([["images/a.svg", "0a-9.webp"]]));
  assert.equal(talk.focus, "technology");
  assert.deepEqual(talk.slides.map(({ artifact }) => artifact), [{ kind: "image", caption: "Skizze", src: "0a-9.webp", alt: "Plan" }, { kind: "placeholder", caption: "Skizze", description: "Plan" }]);
});

test("long lines of a file are joined where they were broken, and what means something stays", async () => {
  const [long, more] = ["Wir haben zuerst gefragt, wer betroffen ist, und dann gesucht.", "Danach war klar, woran es liegt."];
  const notesOf = async (notes) => (await fromCaseStudy({ slides: [{ ...SLIDE, notes }] })).talk.slides[0].notes;
  assert.equal(await notesOf(`${long}\n${more}\n`), `${long} ${more}`);
  assert.equal(await notesOf(`- ${long}\n  ${more}\n- ${more}`), `- ${long} ${more}\n- ${more}`);
  for (const said of [`${long}\n\n${more}`, `${long}  \n${more}`, `${long}\\\n${more}`, `${long}\n1. ${more}`, `${more}\n${more}`]) assert.equal(await notesOf(said), said);
});
