// Text from elsewhere as Markdown that shows the same: stars that somebody typed stay stars. Pure.

import { plain } from "../base/markdown.mjs";

const MARK = /[*_`[\]<]/;
const MARKS = /[*_`[\]<]/g;
/** What has not come right by then has marks of several kinds within one another. */
const MOST_TURNS = 12;
/** Where there are more, all stay as they stand, for looking at each would take long. */
const MOST_MARKS = 60;

/** @typedef {{begin: number, end: number, address: string}} Link where it stands in its text, and where it leads */

/**
 * A backslash stands before marks that would act.
 * @param {string} text in one line @param {Link[]} [links] which go where they cannot be written @returns {string} inline Markdown
 */
export function escaped(text, links = []) {
  /** @type {Set<number>} */
  const places = new Set();
  const marks = text.match(MARKS)?.length ?? 0;
  for (let turn = 0; (marks || links.length) && marks <= MOST_MARKS && turn < MOST_TURNS; turn += 1) {
    const lost = lostMarks(text, plain(written(text, places, links)), places);
    if (!lost.length) break;
    for (const place of lost) places.add(place);
  }
  if (links.length && (marks > MOST_MARKS || plain(written(text, places, links)) !== text)) return escaped(text);
  return written(text, places, links);
}

/** With its links, and with backslashes at places. @param {string} text @param {Set<number>} places @param {Link[]} links */
function written(text, places, links) {
  if (!places.size && !links.length) return text;
  const signs = text.split("").map((sign, index) => (places.has(index) ? `\\${sign}` : sign));
  for (const { begin, end, address } of links) {
    signs[begin] = `[${signs[begin]}`;
    signs[end - 1] += `](${address})`;
  }
  return signs.join("");
}

/** The marks that are not shown; a backslash vanishes because of the mark behind it. @param {string} text @param {string} shown @param {Set<number>} places */
function lostMarks(text, shown, places) {
  const lost = [];
  for (let [index, at] = [0, 0]; index < text.length; index += 1) {
    if (text[index] === shown[at]) at += 1;
    else lost.push(...markAt(text, index, places));
    if ("[<".includes(text[lost.at(-1) ?? -1] ?? "*")) break; // With a link its address is gone, and what follows stands elsewhere.
  }
  return lost;
}

/** Of marks in a row the first that has no backslash yet. @param {string} text @param {number} index @param {Set<number>} places */
function markAt(text, index, places) {
  while (text[index] === "\\") index += 1;
  while ("*_`".includes(text[index]) && text[index - 1] === text[index] && !places.has(index - 1)) index -= 1;
  return index < text.length && MARK.test(text[index]) && !places.has(index) ? [index] : [];
}
