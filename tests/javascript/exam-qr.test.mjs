// The QR code of a mock exam for two is read by a decoder that knows nothing of what drew it.

import assert from "node:assert/strict";
import { test } from "node:test";
import jsQR from "jsqr";
import { outlineOf, QUIET } from "../../docs/javascripts/exam/qr.mjs";

const SCALE = 3;
const ADDRESSES = [
  "https://generalprobe.example/pruefung/pruefen/?code=1K7Q-2M9X&fall=service-recovery",
  `https://schule.example/${"kurse/".repeat(12)}generalprobe/pruefung/pruefen/?code=1K7Q-2M9X&fall=${"lange-geschichte-".repeat(6)}`,
];

/** Whether a module lies inside of an outline: an odd number of its edges lies to the left. @param {string} outline */
function darkIn(outline) {
  const edges = [...outline.matchAll(/M([^Z]*)Z/g)].flatMap(([, loop]) => {
    const corners = loop.split("L").map((corner) => corner.split(" ").map(Number));
    return corners.map((corner, index) => [corner, corners.at(index - 1)]);
  }).filter(([to, from]) => to[0] === from[0]).map(([to, from]) => ({ x: to[0], top: Math.min(to[1], from[1]), bottom: Math.max(to[1], from[1]) }));
  return (/** @type {number} */ x, /** @type {number} */ y) => edges.filter((edge) => edge.x <= x && edge.top <= y && y < edge.bottom).length % 2 === 1;
}

/** As a camera sees it. @param {number} size @param {string} outline */
function photographed(size, outline) {
  const isDark = darkIn(outline);
  const side = size + 2 * QUIET;
  const modules = Array.from({ length: side * side }, (_, at) => isDark((at % side) - QUIET, Math.floor(at / side) - QUIET));
  const width = side * SCALE;
  const pixels = new Uint8ClampedArray(4 * width * width).fill(255);
  for (let at = 0; at < width * width; at += 1) {
    const module = Math.floor(at / width / SCALE) * side + Math.floor((at % width) / SCALE);
    if (modules[module]) pixels.fill(0, 4 * at, 4 * at + 3);
  }
  return jsQR.default(pixels, width, width, { inversionAttempts: "dontInvert" });
}

for (const address of ADDRESSES) {
  test(`what is drawn for ${address.slice(0, 60)} leads there`, async () => {
    const { size, outline } = await outlineOf(address);
    assert.equal(photographed(size, outline)?.data, address);
  });
}
