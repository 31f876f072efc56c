// A text without any form as slides: a proposal, in which every word is still there. Pure.
//
// A block between empty lines is a slide; where the text has lines of dashes, those part the slides. A short first line without a full
// stop is the title, lines with dashes are bullets, the rest is said.

import { escaped } from "./escaping.mjs";
import { MOST_SLIDES, makeTalk, printable, withSlide } from "./own-talk.mjs";

/** @typedef {import("./own-talk.mjs").Slide} Slide */

const LONGEST_TITLE = 60;
const LISTED = /^[-–•*·]\s+(.*)$/;
const PARTED = /\n[^\S\n]*(?:-{3,}|_{3,}|\*{3,}|={3,})[^\S\n]*(?=\n|$)/;

/** @param {string} text @returns {import("./own-talk.mjs").OwnTalk} without slides where nothing is said */
export function proposedFrom(text) {
  const even = printable(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replaceAll("\f", "\n---\n"));
  const blocks = PARTED.test(even) ? cut(even, PARTED) : cut(even, /\n[^\S\n]*\n/).reduce(withHeadings, []);
  const last = blocks.slice(MOST_SLIDES - 1).join("\n\n");
  return [...blocks.slice(0, MOST_SLIDES - 1), ...(last ? [last] : [])].map(slideIn).reduce((talk, slide) => withSlide(talk, slide), makeTalk());
}

/** @param {string} text @param {RegExp} at */
const cut = (text, at) => text.split(at).map((block) => block.trim()).filter(Boolean);

/** A title that stands alone belongs to what follows. @param {string[]} blocks @param {string} block @returns {string[]} */
function withHeadings(blocks, block) {
  const before = blocks.at(-1);
  if (before === undefined || before.includes("\n") || !isTitle(before)) return [...blocks, block];
  return [...blocks.slice(0, -1), `${before}\n${block}`];
}

/** @param {string} line */
const isTitle = (line) => line.length <= LONGEST_TITLE && !/[.!?…:,;]$/.test(line) && !LISTED.test(line);

/** @param {string} block @returns {Partial<Slide>} */
function slideIn(block) {
  const lines = block.split("\n").map((line) => line.trim());
  const isTitled = isTitle(lines[0]);
  const rest = isTitled ? lines.slice(1) : lines;
  const bullets = rest.flatMap((line) => { const [, text] = LISTED.exec(line) ?? []; return text ? [{ text: escaped(text), bullets: [] }] : []; });
  const notes = rest.filter((line) => !LISTED.test(line)).map((each) => escaped(each)).join("\n").replace(/\n{3,}/g, "\n\n").trim();
  const title = isTitled ? lines[0] : beginning(LISTED.exec(lines[0])?.[1] ?? lines[0]);
  return { title, headline: title, bullets, notes, ...(!isTitled && { guessed: true }) };
}

/** The first words. @param {string} text */
function beginning(text) {
  const words = text.split(/\s+/);
  return words.slice(0, 6).join(" ").slice(0, LONGEST_TITLE) + (words.length > 6 ? " …" : "");
}
