// Pages of a PDF and slides: one by one where they are as many, else by what they say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesOf } from "../../docs/javascripts/workshop/page-matching.mjs";

const slide = (headline, ...texts) => ({ title: headline, headline, bullets: texts.map((text) => ({ text, bullets: [] })) });
const SLIDES = [slide("Drucker im Lager"), slide("Ausgangslage", "Seit Montag druckt niemand"), slide("Ursache", "Ein Treiber"), slide("Fazit", "Seit Montag")];

test("as many pages as slides stand for them one by one, whatever they say", () => {
  assert.deepEqual(pagesOf(SLIDES, ["", "x", "", "Drucker"]), [0, 1, 2, 3]);
});

test("pages of hidden slides stay over, wherever they stand", () => {
  const pages = ["Drucker im Lager", "Anhang vorab", "AUSGANGSLAGE Seit Montag druckt niemand", "Noch ein Anhang", "Ursache: ein Treiber", "Fazit Seit Montag", "Reserve"];
  assert.deepEqual(pagesOf(SLIDES, pages), [0, 2, 4, 5]);
});

test("a slide of which no page says anything has none, and what comes later is found", () => {
  assert.deepEqual(pagesOf(SLIDES, ["Drucker im Lager", "Ursache Ein Treiber", "Fazit Seit Montag"]), [0, -1, 1, 2]);
  assert.deepEqual(pagesOf(SLIDES, ["Quartalszahlen"]), [-1, -1, -1, -1]);
  assert.deepEqual(pagesOf(SLIDES, []), [-1, -1, -1, -1]);
  assert.deepEqual(pagesOf([slide("", "")], ["a", "b"]), [-1]);
});

test("of pages that say the same each is given once, in order", () => {
  assert.deepEqual(pagesOf([slide("Demo"), slide("Demo")], ["Demo", "Pause", "Demo"]), [0, 2]);
});
