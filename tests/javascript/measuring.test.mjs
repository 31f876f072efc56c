// What follows from a talk of one's own and is written into it for the stage.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { makeSpeech } from "../../docs/javascripts/speech/speech.mjs";
import { measured } from "../../docs/javascripts/workshop/measuring.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { makeSetting } from "../../docs/javascripts/workshop/setting.mjs";
import { makeMeasure } from "../../docs/javascripts/workshop/widths.mjs";
import { tables } from "./tables.mjs";

const widths = JSON.parse(readFileSync(new URL("../../generalprobe/typesetting/tables/widths.json", import.meta.url), "utf8"));
const onStage = (slides) => measured(makeTalk({ slides }), makeSpeech(tables), makeSetting(makeMeasure(widths))).slides;
const bullets = (count) => Array.from({ length: count }, (_, index) => ({ text: `Der Treiber von Drucker ${index + 1} kam mit dem Update und passt nicht`, bullets: [] }));

test("slides are set the smaller the more stands on them, also where nothing was kept before", () => {
  const sizes = onStage([1, 2, 9, 11, 40].map((count, index) => makeSlide(`f${index}`, { headline: "Ursache", bullets: bullets(count), density: "packed" }))).map(({ density }) => density);
  assert.deepEqual([sizes[1], sizes[4]], ["", "overfull"]);
  assert.ok(sizes.includes("dense") || sizes.includes("packed"), String(sizes));
});

test("the first slide is set as a title", () => {
  const slide = { headline: "Ein Treiber nach dem Update legt die Drucker im Lager lahm", bullets: bullets(2) };
  const [first, second] = onStage([makeSlide("f1", slide), makeSlide("f2", slide)]).map(({ density }) => density);
  assert.notEqual(first, second);
});

test("notes take their time, directions and pauses apart", () => {
  const [slide] = onStage([makeSlide("f1", { notes: "Guten Tag. [Klick] Im Lager druckte niemand. [Pause 2 s]" })]);
  assert.ok(slide.spoken_s > 2 && slide.syllables > 8);
  assert.equal(slide.silent_s, 2);
  assert.deepEqual(slide.directions, ["[Klick]", "[Pause 2 s]"]);
});
