// A whole talk made into a file: the library that packs it is loaded with this module. Pure.

import { vendor } from "../base/addresses.mjs";
import { picturesIn } from "./own-talk.mjs";
import { PICTURES, TALK, textOf } from "./talk-file.mjs";

const { strToU8, zipSync } = /** @type {typeof import("fflate")} */ (await import(vendor("fflate/esm/browser.js")));

/** Any moment, so that the same talk is the same file. */
const MOMENT = "2026-01-01T00:00:00";

/** @param {import("./talk-file.mjs").Whole} whole @returns {Uint8Array} with the pictures that the talk shows */
export function packed(whole) {
  const shown = picturesIn(whole.talk);
  const pictures = [...whole.pictures].filter(([key]) => shown.has(key)).sort(([one], [other]) => (one < other ? -1 : 1));
  // Pictures are packed already.
  const stored = pictures.map(([key, { bytes }]) => [PICTURES + key, /** @type {const} */ ([bytes, { level: 0 }])]);
  return zipSync({ [TALK]: strToU8(textOf(whole)), ...Object.fromEntries(stored) }, { mtime: MOMENT });
}
