// Markdown → what is left of it when read aloud, one line for each paragraph and item. Pure.

import { makeDirections } from "./directions.mjs";
import { every, one, stripped } from "./patterns.mjs";

/** @typedef {{directions: import("./directions.mjs").Directions, entities: {entities: Record<string, string>}}} TextTables */

const LINK = every`!?\[([^\[\]]*)\]\([^\(\)\s]*(?:\s+"[^"]*")?\)`;
const AUTOLINK = every`<((?:https?://|mailto:|[^\s<>@]{1,64}@)[^\s<>]+)>`;
const COMMENT = /<!--.*?-->/gs;
const ENTITY = every`&(?:#([0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));`;
const LINE_BREAK = one`\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]`;
const FENCE = one`^(?:(\x60{3,})[^\x60]*|(~{3,}).*)$`;
const HASH = one`^#+(?!\d)`;
const SILENT_LINE = one`^(?:|([\-*_=])(?:\s*\1){2,}|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?)$`;
const HEADING = one`^#{1,6}\s+(.*)$`;
const QUOTED = one`^(?:>(?!=?\s*\d)\s*)+(?=\S)`;
const ITEM = one`^(?:[\-*+•]|(\d{1,3})[.\)])(?:\s+|$)`;
const MONTH = one`^\d+\.\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)`;
const STAR_BEFORE_DIGIT = one`\* ?\d`;
const TIMES = every`(?<=\d) ?\* ?(?=\d)`;
const UNDERSCORES = every`(?<![^\W_])_+|_+(?![^\W_])`;
const STRUCK = every`~~+`;
const ESCAPED = every`\\([!"#$%&'\(\)*+,.\/:;<=>?@\[\]^_\x60\{\|\}~\-])`;

/** @param {TextTables} tables */
export function makeText(tables) {
  const directions = makeDirections(tables.directions);
  const names = new Map(Object.entries(tables.entities.entities));
  /** @param {string} found @param {string | undefined} code @param {string | undefined} name */
  const entity = (found, code, name) => (name ? (names.get(name) ?? found) : signOf(code ?? ""));
  /** @param {string} markdown */
  const withoutLinks = (markdown) => markdown.replace(ENTITY, entity).replace(LINK, "$1").replace(AUTOLINK, "$1");

  return {
    /** Drop the marks and join soft line breaks. @param {string} markdown */
    plainText: (markdown) => withoutMarks(joined(withoutLinks(directions.without(withoutComments(markdown.normalize("NFC")))))),
    /** How long all pauses take together that a text asks for, in seconds; none counts that nobody reads. @param {string} markdown */
    pausesS: (markdown) => directions.pausesS(/-->|```|~~~/.test(markdown) ? saidLines(markdown).join("\n") : markdown),
    directionsIn: directions.listed,
    unsaid,
  };
}

/**
 * The first line of all that is not said, or said by mistake, and what it is: a comment, code or a heading.
 *
 * @param {string} markdown
 * @returns {[string, "comment" | "code" | "heading"][]}
 */
function unsaid(markdown) {
  /** @type {ReturnType<typeof unsaid>} */
  const found = (markdown.match(COMMENT) ?? []).map((comment) => [comment.split("\n")[0], "comment"]);
  for (const [line, part] of partsOf(withoutComments(markdown))) {
    if (part === "fence") found.push([line, "code"]);
    else if (part === "said" && HASH.test(line)) found.push([line, "heading"]);
  }
  return found;
}

/** @param {string} markdown */
const withoutComments = (markdown) => markdown.replace(COMMENT, "");

/** @param {string} markdown */
const saidLines = (markdown) => [...partsOf(withoutComments(markdown))].filter(([, part]) => part === "said").map(([line]) => line);

/**
 * The lines, with the part that each is of; a fence that nothing closes goes to the end, as on the page.
 *
 * @param {string} text
 * @returns {Generator<[string, "said" | "fence" | "code"]>}
 */
function* partsOf(text) {
  let fence = "";
  for (const line of linesOf(text).map(stripped)) {
    const opening = fence ? null : FENCE.exec(line);
    if (fence) {
      if (line.startsWith(fence) && !line.replaceAll(fence[0], "")) fence = "";
      yield [line, "code"];
    } else if (opening) {
      fence = opening[1] ?? opening[2];
      yield [line, "fence"];
    } else yield [line, "said"];
  }
}

/** @param {string} text */
function linesOf(text) {
  const lines = text.split(LINE_BREAK);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** One line for each paragraph, heading or list item. @param {string} text */
function joined(text) {
  /** @type {string[]} */
  const lines = [];
  let [fresh, inList] = [true, false];
  for (const [written, part] of partsOf(text)) {
    if (part !== "said" || SILENT_LINE.test(written)) {
      [fresh, inList] = [true, inList && !written];
      continue;
    }
    const line = written.replace(QUOTED, "");
    const heading = HEADING.exec(line);
    const item = itemWidth(line, fresh, inList);
    const said = heading ? heading[1].replace(/[# ]+$/, "").replace(ITEM, "") : line.slice(item);
    if (fresh || heading || item) lines.push(said);
    else lines[lines.length - 1] += ` ${said}`;
    [fresh, inList] = [heading !== null, item > 0 || (inList && !heading)];
  }
  return lines.join("\n");
}

/**
 * The width of a list marker; within a paragraph, a number that begins a line is one only in a list (or 1).
 *
 * @param {string} line @param {boolean} fresh @param {boolean} inList
 */
function itemWidth(line, fresh, inList) {
  const marker = ITEM.exec(line);
  if (!marker || MONTH.test(line) || ((marker[1] ?? "1") !== "1" && !fresh && !inList)) return 0;
  return marker[0].length;
}

/** @param {string} code of a numeric reference, decimal or hexadecimal after an x */
function signOf(code) {
  const number = Number(/^x/i.test(code) ? `0${code}` : code);
  const isSign = (number > 0 && number < 0xd800) || (number >= 0xe000 && number < 0x110000);
  return isSign ? String.fromCodePoint(number) : "\ufffd";
}

/** @param {string} text */
function withoutMarks(text) {
  const unescaped = text.replace(ESCAPED, "$1");
  const timed = STAR_BEFORE_DIGIT.test(unescaped) ? unescaped.replace(TIMES, "×") : unescaped;
  return timed.replace(UNDERSCORES, "").replace(STRUCK, "").replace(/[*`]/g, "");
}
