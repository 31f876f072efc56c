// How much talks of one's own take, and when it is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sizeSaid } from "../../docs/javascripts/base/room.mjs";
import { roomSaid } from "../../docs/javascripts/workshop/list.mjs";
import { makeTalk, weightOf, withSlide } from "../../docs/javascripts/workshop/own-talk.mjs";

const plain = (text) => text.replaceAll("\u00a0", " ");
const said = (weights, left) => plain(roomSaid(weights, left));

test("sizes are said as people say them", () => {
  const sizes = [900, 340_000, 1_240_000, 34_000_000, 960_000_000, 2_140_000_000].map((bytes) => plain(sizeSaid(bytes)));
  assert.deepEqual(sizes, ["1 kB", "340 kB", "1,2 MB", "34 MB", "1 GB", "2,1 GB"]);
});

test("what a talk's pictures take stands in their keys; each counts once", () => {
  const image = (src) => ({ artifact: { kind: "image", caption: "", src, alt: "" } });
  const talk = ["12ab34cd-2000.png", "12ab34cd-2000.png", "00000000-500.jpg", "anders"].reduce((before, src) => withSlide(before, image(src)), makeTalk());
  assert.equal(weightOf(talk), 2500);
});

test("room is spoken of where pictures take much or little is left, and without a figure where the browser gives none", () => {
  assert.equal(said([], 5), "");
  assert.equal(said([4e6], 1e9), "");
  assert.equal(said([4e6, 30e6], null), "Die Bilder deiner Vorträge brauchen zusammen 34 MB.");
  assert.equal(said([34e6], 2.1e9), "Die Bilder deiner Vorträge brauchen zusammen 34 MB. Dein Browser hat für diese Website noch etwa 2,1 GB.");
  assert.match(said([1e6], 20e6), /noch etwa 20 MB. Das wird knapp/);
  assert.match(said([300e6], 500e6), /Das wird knapp/);
});
