// How wide text is and how many lines it takes in a column, as `generalprobe/typesetting/` reckons it. Pure.

import { inlineTokens } from "../base/markdown.mjs";

/**
 * @typedef {"sans" | "bold" | "serif" | "italic" | "code"} Face
 * @typedef {{code: number} & Record<"sans" | "bold" | "serif" | "italic", Record<string, string>>} Widths in thousandths of the size, each with its characters
 * @typedef {[text: string, wide: number][]} Pieces what is not broken, with its width in parts of the size of the type; a space is a piece
 * @typedef {{width(text: string, face: Face): number, pieces(markdown: string, face?: Face): Pieces, plainPieces(text: string, face: Face): Pieces}} Measure
 */

const FACES = /** @type {const} */ (["sans", "bold", "serif", "italic"]);
/** How wide a character is that the table does not have; the second those of East Asia and pictures. */
const [USUAL, WIDE] = [0.75, 1.1];
const BREAKABLE = /[^ \n-]*-+|[^ \n-]+|[ \n]+/g;
const [CODE_SIZE, CODE_PADDING] = [0.88, 0.53];
/** How much of a line stays empty where a word is broken anywhere, at most. */
const LOST_AT_THE_END = 0.6;
/** A sign that has no width of its own is none for Python. */
const NOTHING = /^[^\S\ufeff]*$/;

/** @param {Widths} table @returns {Measure} */
export function makeMeasure(table) {
  const known = new Map(FACES.map((face) => [face, new Map(Object.entries(table[face]).flatMap(([wide, signs]) => [...signs].map((sign) => /** @type {const} */ ([sign, Number(wide) / 1000]))))]));

  /** @param {string} text @param {Face} face */
  function width(text, face) {
    const signs = face === "code" ? undefined : known.get(face);
    if (!signs) return (table.code / 1000) * lengthOf(text);
    return [...text].reduce((sum, sign) => sum + (signs.get(sign) ?? (sign < "\u2e80" ? USUAL : WIDE)), 0);
  }

  /** @param {string} text shown as it is written @param {Face} face @returns {Pieces} */
  const plainPieces = (text, face) => broken(text).map((piece) => [piece, width(piece, face)]);

  /** @param {string} markdown inline @param {Face} face @returns {Pieces} */
  function runs(markdown, face) {
    let current = face;
    return inlineTokens(markdown).flatMap(({ type, content }) => {
      if (type === "strong_open" && face === "sans") current = "bold";
      else if (type === "strong_close") current = face;
      else if (type === "code_inline") return broken(content).map((piece) => /** @type {Pieces[0]} */ ([piece, CODE_SIZE * width(piece, "code") + CODE_PADDING]));
      else if (type === "softbreak" || type === "hardbreak") return plainPieces(" ", current);
      else return plainPieces(content, current);
      return [];
    });
  }

  return { width, plainPieces, pieces: (markdown, face = "sans") => joined(runs(markdown, face)) };
}

/** @param {string} text */
const broken = (text) => text.match(BREAKABLE) ?? [];

/** @param {string} text in characters */
export const lengthOf = (text) => [...text].length;

/** Put together where no space or hyphen parts them: a bold word and the full stop behind it. @param {Pieces} runs @returns {Pieces} */
function joined(runs) {
  /** @type {Pieces} */
  const found = [];
  for (const [text, wide] of runs) {
    const last = found.at(-1);
    if (!last || /[ -]$/.test(last[0]) || text.startsWith(" ")) found.push([text, wide]);
    else found[found.length - 1] = [last[0] + text, last[1] + wide];
  }
  return found;
}

/** How many lines they take in a column. @param {Pieces} pieces @param {number} room its width in parts of the size of the type */
export function lines(pieces, room) {
  let [count, taken] = [1, 0];
  for (const [text, wide] of pieces) {
    if (taken + wide <= room || NOTHING.test(text)) taken += wide;
    else if (wide <= room) [count, taken] = [count + 1, wide];
    else {
      // Longer than the line: broken anywhere, from a line of its own.
      const inALine = Math.max(room - LOST_AT_THE_END, 1);
      count += Math.ceil(wide / inALine) - (taken ? 0 : 1);
      taken = wide % inALine;
    }
  }
  return count;
}

/** The widest of them. @param {Pieces} pieces */
export const longest = (pieces) => pieces.reduce((most, [, wide]) => Math.max(most, wide), 0);

/** In one line. @param {Pieces} pieces */
export const whole = (pieces) => pieces.reduce((sum, [, wide]) => sum + wide, 0);
