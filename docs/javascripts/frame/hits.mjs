// What the search's worker has found, as texts that can be shown. Pure.

/**
 * One found section as the worker reports it: `title` and `text` are HTML in which hits stand in `<mark>`.
 *
 * @typedef {{location: string, title: string, text: string, score: number}} Hit
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {{location: string, page: string, title: Piece[], teaser: Piece[]}} Result
 */

const MOST_RESULTS = 30;

const ENTITIES = /** @type {const} */ ([["&lt;", "<"], ["&gt;", ">"], ["&quot;", '"'], ["&#39;", "'"], ["&#x27;", "'"], ["&amp;", "&"]]);

/**
 * HTML of the index as plain pieces of text, so that nothing in it can ever become markup again.
 *
 * @param {string} html
 * @returns {Piece[]}
 */
export function pieces(html) {
  let marked = false;
  /** @type {Piece[]} */
  const found = [];
  for (const part of html.split(/(<[^>]*>)/)) {
    if (part.startsWith("<") && part.endsWith(">")) {
      if (/^<\/?mark>$/.test(part)) marked = part === "<mark>";
      else if (found.length && !found[found.length - 1].text.endsWith(" ")) found.push({ text: " ", marked: false });
    } else if (part) {
      found.push({ text: unescape(part), marked });
    }
  }
  return found;
}

/** @param {string} text */
const unescape = (text) => ENTITIES.reduce((rest, [entity, sign]) => rest.replaceAll(entity, sign), text);

/**
 * A stretch of the text around its first hit.
 *
 * @param {Piece[]} all
 * @param {number} length in characters, about
 * @returns {Piece[]}
 */
export function teaser(all, length = 170) {
  const hit = Math.max(0, all.findIndex((piece) => piece.marked));
  const before = all.slice(0, hit).map((piece) => piece.text).join("").replace(/\s+/g, " ");
  const start = before.length > 60 ? `… ${before.slice(-50).replace(/^\S*\s/, "")}` : before;
  /** @type {Piece[]} */
  const shown = start.trim() ? [{ text: start, marked: false }] : [];
  let left = length - start.length;
  for (const { text, marked } of all.slice(hit)) {
    if (left <= 0) return [...shown, { text: " …", marked: false }];
    const cut = text.length > left ? text.slice(0, left).replace(/\s\S*$/, "") : text;
    shown.push({ text: cut.replace(/\s+/g, " "), marked });
    left -= text.length;
  }
  return left < 0 ? [...shown, { text: " …", marked: false }] : shown;
}

/**
 * The worker's groups (one per page, its sections within) as one list, best pages first.
 *
 * @param {Hit[][]} groups
 * @returns {Result[]}
 */
export function results(groups) {
  return groups.flatMap((group) => {
    const page = group.find((hit) => !hit.location.includes("#")) ?? group[0];
    return group.filter((hit) => hit.score > 0).map((hit) => ({
      location: hit.location,
      page: hit === page ? "" : pieces(page.title).map((piece) => piece.text).join(""),
      title: pieces(hit.title),
      teaser: teaser(pieces(hit.text)),
    }));
  }).slice(0, MOST_RESULTS);
}

/** @param {number} count */
export const countText = (count) => (count === 0 ? "Nichts gefunden." : count === 1 ? "Ein Treffer" : `${count} Treffer`);

/**
 * What was typed, without the signs that the worker takes for commands and stumbles over.
 *
 * @param {string} typed
 */
export const words = (typed) => typed.replace(/[-+~^:*]+/g, " ").trim();
