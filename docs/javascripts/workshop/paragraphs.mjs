// A paragraph of a PPTX with its links, and both as inline Markdown. Pure.
//
// `generalprobe/importing/paragraphs.py` does the same for whoever has the project.

import { escaped } from "./escaping.mjs";
import { printable } from "./own-talk.mjs";

/**
 * `level` counts from 0; `listed` says that it stands in a list although it is not on a slide.
 * @typedef {{text: string, level: number, listed: boolean, links: import("./escaping.mjs").Link[]}} Paragraph
 * @typedef {{text: string, link: string}} Piece `link` is the id of its relationship, empty for none
 */

const WEB = /^(?:https?:\/\/|mailto:)[^\s\0-\x1f\x7f\\<>`]{1,500}$/i;
/** Signs of an address that would mean something else in Markdown. */
const ACTING = /[()[\]*]/g;

/** On a slide: nobody has as many, and writing each takes a while. */
const MOST_LINKS = 60;

/** Where the links of a slide lead in the web. */
export class Addresses {
  left = MOST_LINKS;

  /** @param {Map<string, string>} [byId] */
  constructor(byId = new Map()) {
    this.byId = byId;
  }

  /** Nothing where it has none, or where enough are taken. @param {string} id */
  take(id) {
    const address = this.left ? (this.byId.get(id) ?? "") : "";
    this.left -= Number(Boolean(address));
    return address;
  }
}

/** @param {string} text @returns {Paragraph} */
const bare = (text) => ({ text, level: 0, listed: false, links: [] });

/** What stands between two places, with what of its links lies there. @param {Paragraph} paragraph @param {number} begin @param {number} [end] @returns {Paragraph} */
export function part(paragraph, begin, end = paragraph.text.length) {
  const links = paragraph.links.map((each) => ({ ...each, begin: Math.max(each.begin, begin) - begin, end: Math.min(each.end, end) - begin }));
  return { ...paragraph, text: paragraph.text.slice(begin, end), links: links.filter((each) => each.begin < each.end) };
}

/** As one, a blank between them. @param {Paragraph[]} paragraphs @returns {Paragraph} */
export const joined = (paragraphs) => paragraphs.reduce((whole, { text, links }) => {
  const before = whole.text ? `${whole.text} ` : "";
  const moved = links.map((each) => ({ ...each, begin: each.begin + before.length, end: each.end + before.length }));
  return { ...whole, text: before + text, links: [...whole.links, ...moved] };
}, bare(""));

/** Where a link leads as Markdown takes it; nothing where that is no page and no mail. @param {string} target */
export const webAddress = (target) => (WEB.test(target) ? target.replace(ACTING, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`) : "");

/** Pieces as a paragraph, and how many links have no address or no place in it. Blanks melt where pieces meet, so a link begins up to two places behind where it is reckoned. @param {Piece[]} pieces @param {Addresses} addresses @returns {{paragraph: Paragraph, lost: number}} */
export function linked(pieces, addresses) {
  const paragraph = bare(inOneLine(pieces.map(({ text }) => text).join("")));
  let [at, lost] = [0, 0];
  for (const { text, link } of grouped(pieces)) {
    const shown = inOneLine(text);
    if (!link || !shown) {
      at += at ? inOneLine(`|${text}`).length - 1 : shown.length;
      continue;
    }
    const begin = [at, at + 1, at + 2].find((place) => paragraph.text.startsWith(shown, place));
    const address = begin === undefined ? "" : addresses.take(link);
    if (begin !== undefined && address) paragraph.links.push({ begin, end: begin + shown.length, address });
    else lost += 1;
    at = (begin ?? at) + shown.length;
  }
  const { text, links } = paragraph;
  if (links.length && escaped(text, links) === escaped(text)) return { paragraph: bare(text), lost: lost + links.length };
  return { paragraph, lost };
}

/** Those of one link are one. @param {Piece[]} pieces */
function grouped(pieces) {
  /** @type {Piece[]} */
  const groups = [];
  for (const { text, link } of pieces) {
    const last = groups.at(-1);
    if (last?.link === link) last.text += text;
    else groups.push({ text, link });
  }
  return groups;
}

/** As inline Markdown. @param {Paragraph} paragraph */
export const marked = ({ text, links }) => escaped(text, links);

/** A text of Office. @param {string} text */
export const inOneLine = (text) => printable(spelled(text).replace(/[\p{Cc}\s]+/gu, " ")).trim();

/** Office writes signs that XML does not allow as their numbers. @param {string} text */
export const spelled = (text) => text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
