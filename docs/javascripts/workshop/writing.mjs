// A whole talk, and the backup with pictures, made into a file: the library that packs it is loaded with this module. Pure.

import { vendor } from "../base/addresses.mjs";
import { NOTE, TEXT } from "./backup-file.mjs";
import { picturesIn } from "./own-talk.mjs";
import { PICTURES, TALK, textOf } from "./talk-file.mjs";

const { strToU8, zipSync } = /** @type {typeof import("fflate")} */ (await import(vendor("fflate/esm/browser.js")));

/** Any moment, so that the same talk is the same file. */
const MOMENT = "2026-01-01T00:00:00";

/** @param {import("./talk-file.mjs").Whole} whole @returns {Uint8Array} with the pictures that the talk shows */
export function packed(whole) {
  const shown = picturesIn(whole.talk);
  return zipped({ [TALK]: strToU8(textOf(whole)) }, [...whole.pictures].filter(([key]) => shown.has(key)));
}

/** The text stands in it as it is: nothing can take it for a bomb. @param {string} text @param {import("./own-talk.mjs").Pictures} pictures @param {string} note for whoever unpacks it @returns {Uint8Array} */
export const packedBackup = (text, pictures, note) => zipped({ [NOTE]: strToU8(`${note}\n`), [TEXT]: [strToU8(text), { level: 0 }] }, [...pictures]);

/** @param {import("fflate").Zippable} texts @param {[string, import("./own-talk.mjs").Picture][]} pictures */
function zipped(texts, pictures) {
  // Pictures are packed already.
  const stored = pictures.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, { bytes }]) => [PICTURES + key, /** @type {const} */ ([bytes, { level: 0 }])]);
  return zipSync({ ...texts, ...Object.fromEntries(stored) }, { mtime: MOMENT });
}
