// The Markdown of values, as `generalprobe/format/markdown.py` reads it: no HTML, no images, and marks that are left standing as text. Pure.
//
// Emphasis stands around whole words (`Kolleg*innen` and `3*4` keep their stars), and a backslash is a backslash unless it stands
// before a mark that would act.

import { vendor } from "./addresses.mjs";

const { default: MarkdownIt } = /** @type {typeof import("markdown-it")} */ (await import(vendor("markdown-it/browser/markdown-it.esm.min.mjs")));

/** @typedef {import("markdown-it").StateInline} StateInline */

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const SCHEMES = ["http", "https", "mailto"];
const RUN = /(?:\\?\*)+|(?:\\?_)+/g;
const AUTOLINK = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*|[^\s<>@]+@[^\s<>]+)>/y;

/** @param {string[]} rules beside those of one line */
function makeMarkdown(...rules) {
  const markdown = new MarkdownIt("zero");
  markdown.inline.ruler.at("emphasis", emphasis);
  markdown.inline.ruler.at("escape", escape);
  takeIn(markdown.block.ruler, "list");
  markdown.enable(["autolink", "backticks", "emphasis", "escape", "link", "newline", ...rules]);
  markdown.validateLink = leads;
  return markdown;
}

/** Whether a link may lead there. @param {string} url */
function leads(url) {
  const scheme = SCHEME.exec(url.trim());
  return !scheme || SCHEMES.includes(scheme[1].toLowerCase());
}

/**
 * Spaces make no code here: let a block that stands further in begin as if it stood where it may.
 *
 * @param {import("markdown-it").ParserBlock["ruler"]} ruler
 * @param {string} name
 */
function takeIn(ruler, name) {
  const { fn: rule, alt } = ruler.__rules__[ruler.__find__(name)];
  ruler.at(name, (state, line, end, silent) => {
    const before = state.blkIndent;
    state.blkIndent = Math.max(before, state.sCount[line] - 3);
    const found = rule(state, line, end, silent);
    state.blkIndent = before;
    return found;
  }, { alt });
}

/** The library's rule, but for stars inside words: they are letters, as underscores are. @param {StateInline} state @param {boolean} silent */
function emphasis(state, silent) {
  const marker = state.src[state.pos];
  if (silent || !"_*".includes(marker)) return false;
  const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, false);
  for (let count = 0; count < length; count += 1) {
    state.push("text", "", 0).content = marker;
    state.delimiters.push({ marker: marker.charCodeAt(0), length, token: state.tokens.length - 1, end: -1, open, close });
  }
  state.pos += length;
  return true;
}

/** @param {StateInline} state @param {boolean} silent */
function escape(state, silent) {
  const { src, pos } = state;
  if (src[pos] !== "\\") return false;
  const escapes = acting(src).has(pos + 1);
  if (!silent && escapes) {
    const token = state.push("text_special", "", 0);
    [token.content, token.markup, token.info] = [src[pos + 1], src.slice(pos, pos + 2), "escape"];
  } else if (!silent) {
    state.pending += "\\";
  }
  state.pos += escapes ? 2 : 1;
  return true;
}

/** The last text that was asked about, and what was found in it: it is asked about again at each of its backslashes. */
let [known, places] = ["", /** @type {Set<number>} */ (new Set())];

/** Where marks stand behind a backslash that would act without it. @param {string} text */
function acting(text) {
  if (text !== known) [known, places] = [text, new Set(actingMarks(text))];
  return places;
}

/** @param {string} text @returns {number[]} */
function actingMarks(text) {
  const behind = (/** @type {RegExp} */ pattern) => [...text.matchAll(pattern)].map(({ index }) => index + 1);
  const links = (/** @type {number} */ at) => ((AUTOLINK.lastIndex = at), AUTOLINK.test(text));
  return [
    ...actingRuns(text, "*"),
    ...actingRuns(text, "_"),
    ...(text.split("`").length > 2 ? behind(/\\`/g) : []),
    ...behind(/\\\[(?=[^\]]*\\?\]\()/g),
    ...behind(/\\\](?=\()/g).filter((at) => text.slice(0, at - 1).includes("[")),
    ...behind(/\\</g).filter(links),
  ];
}

/** The escaped marks of a kind that could open or close an emphasis, and have their counterpart. @param {string} text @param {string} mark */
function actingRuns(text, mark) {
  const runs = [...text.matchAll(RUN)]
    .filter(([run]) => run.endsWith(mark))
    .map(({ 0: run, index: start }) => ({ run, start, ...sides(charBefore(text, start), charBehind(text, start + run.length)) }));
  const first = runs.find(({ opens }) => opens)?.start ?? text.length;
  const last = runs.findLast(({ closes }) => closes)?.start ?? -1;
  const acts = runs.filter(({ start, opens, closes }) => (opens && last > start) || (closes && first < start));
  return acts.flatMap(({ run, start }) => [...run.matchAll(/\\/g)].map(({ index }) => start + index + 1));
}

/** @param {string} text @param {number} end */
const charBefore = (text, end) => /.$/su.exec(text.slice(0, end))?.[0] ?? "";

/** @param {string} text @param {number} start */
const charBehind = (text, start) => /^./su.exec(text.slice(start))?.[0] ?? "";

/** Whether marks between two characters can open, and whether they can close. @param {string} before @param {string} after */
function sides(before, after) {
  const [wordBefore, wordAfter] = [before, after].map((sign) => /[\p{L}\p{N}]/u.test(sign));
  const [blankBefore, blankAfter] = [before, after].map((sign) => sign.trim() === "");
  return {
    opens: !blankAfter && !wordBefore && (wordAfter || blankBefore || before !== ""),
    closes: !blankBefore && !wordAfter && (wordBefore || blankAfter || after !== ""),
  };
}

/** One line: emphasis, code, links. */
const INLINE = makeMarkdown();
/** Paragraphs, lists and fenced code. */
const PROSE = makeMarkdown("fence", "list");

/** @param {string} text @returns {string} HTML */
export const inlineHtml = (text) => INLINE.renderInline(text);

/** @param {string} text @returns {string} HTML */
export const proseHtml = (text) => PROSE.render(text).trim();

/** The pieces of inline Markdown, marks and texts. @param {string} text @returns {{type: string, content: string}[]} */
export const inlineTokens = (text) => INLINE.parseInline(text, {})[0]?.children ?? [];

/** Take the emphasis off inline Markdown. @param {string} text @returns {string} */
export const plain = (text) =>
  inlineTokens(text).map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : content)).join("");

const TAG_OR_BRACKETED = /<(pre|code|a)\b.*?<\/\1>|<[^>]*>|(?<![\p{L}\p{N}_])\[(?:<(strong|em)>[^[\]<>]*<\/\2>|[^[\]<>])+\]/gsu;
const ESCAPED = /\\\[([^[\]\\\n]*)\\\]/g;
/** Stand for escaped brackets while Markdown is rendered: no characters, so that no text holds them. */
const [OPENED, CLOSED] = ["\ufdd1", "\ufdd2"];

/**
 * What somebody says, with its stage directions set apart; escaped ones are said.
 *
 * @param {string} text
 * @param {string[]} directions the texts in brackets that are directions, without marks
 * @returns {string} HTML
 */
export function notesHtml(text, directions) {
  const html = proseHtml(text.replace(ESCAPED, `${OPENED}$1${CLOSED}`));
  const marked = html.replace(TAG_OR_BRACKETED, (found, /** @type {string | undefined} */ kept) => {
    if (kept) return withBrackets(found, "\\");
    return found.startsWith("[") && directions.includes(wordsOf(found)) ? `<span class="gp-direction">${found}</span>` : found;
  });
  return withBrackets(marked, "");
}

/** @param {string} html @param {string} backslash */
const withBrackets = (html, backslash) => html.replaceAll(OPENED, `${backslash}[`).replaceAll(CLOSED, `${backslash}]`);

const SIGNS = new Map(Object.entries({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' }));

/** Without tags and with plain signs. @param {string} html */
const wordsOf = (html) =>
  html.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot);/g, (sign) => SIGNS.get(sign) ?? sign).trim().split(/\s+/).join(" ");
