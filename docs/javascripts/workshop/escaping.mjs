// Text from elsewhere as Markdown that shows the same: stars that somebody typed stay stars. Pure.

import { plain } from "../talk/markdown.mjs";

const MARK = /[*_`[\]<]/;

/** @param {string} text in one line @returns {string} inline Markdown; a backslash stands before a mark only where the mark would act */
export function escaped(text) {
  /** @type {Set<number>} */
  const places = new Set();
  for (;;) {
    const made = withBackslashes(text, places);
    const lost = firstLost(text, plain(made), places);
    if (lost < 0 || places.has(lost) || !MARK.test(text[lost])) return made;
    places.add(lost);
  }
}

/** @param {string} text @param {Set<number>} places */
const withBackslashes = (text, places) => [...Array(text.length).keys()].map((index) => (places.has(index) ? "\\" : "") + text[index]).join("");

/** Where the first mark is that is not shown, of a run its begin; a backslash vanishes because of the mark behind it. @param {string} text @param {string} shown @param {Set<number>} places */
function firstLost(text, shown, places) {
  if (shown === text) return -1;
  let index = 0;
  while (text[index] === shown[index]) index += 1;
  while (text[index] === "\\") index += 1;
  while ("*_`".includes(text[index]) && text[index - 1] === text[index] && !places.has(index - 1)) index -= 1;
  return index < text.length ? index : -1;
}
