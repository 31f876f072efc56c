// YAML as trainers write it: values → text that the check reads back as the same, and text → values by the rules of the check. Pure.

import { vendor } from "../base/addresses.mjs";

/** @typedef {string | number | boolean | null} Scalar */
/** @typedef {Scalar | Value[] | {[key: string]: Value}} Value */

const WIDTH = 110;
/** Signs that no file may hold, and those of them that break a line. */
const CONTROL = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const BREAKS = /\r\n?|[\v\f\x85\u2028\u2029]/g;
/** What is escaped in quotation marks: by number, for `\n` looks like a part of a path. */
const ESCAPED = /["\\\t\n\ufeff]/g;
/** @type {Record<string, string>} */
const ESCAPES = { "\t": "\\x09", "\n": "\\x0A", "\ufeff": "\\uFEFF" };
/** What is no text by one version of YAML or the other: nothing, truth, numbers. */
const NO_TEXT = /^(?:~|null|true|false|yes|no|on|off|[-+]?\.?[0-9][\w.+-]*|[-+]?\.inf|\.nan)?$/i;
/** Begins with a letter, a digit or a mark that means nothing, and holds no mark that does. */
const PLAIN = /^[\p{L}\p{N}(„‚»]/u;
const ACTIVE = /: |:$| #|\t|\ufeff|^\s|\s$/;
/** A time; what looks like an entry of a list where a line begins. */
const TIME = /^[0-9]{1,2}:[0-5][0-9]$/;
const LISTED = /\s(?:[-*+•·▪‣–—]\s|-[\p{L}\p{N}_])/u;

/**
 * Keys in their order, long texts as blocks.
 *
 * @param {{[key: string]: Value}} value
 */
export const toYaml = (value) => mapping(value, "");

/** @param {{[key: string]: Value}} value @param {string} indent */
const mapping = (value, indent) => Object.entries(value).map(([key, each]) => `${indent}${key}:${after(each, `${indent}  `, key)}`).join("");

/** What stands behind a key or a hyphen, whose content is indented so far. @param {Value} value @param {string} indent @param {string} [key] @returns {string} */
function after(value, indent, key = "") {
  if (typeof value === "string") return ` ${text(cleaned(value), indent, key.length)}\n`;
  if (typeof value !== "object" || value === null) return ` ${value}\n`;
  if (Array.isArray(value)) return value.length ? `\n${value.map((each) => `${indent}-${entry(each, `${indent}  `)}`).join("")}` : " []\n";
  return Object.keys(value).length ? `\n${mapping(value, indent)}` : " {}\n";
}

/** A group begins on the line of its hyphen. @param {Value} value @param {string} indent */
function entry(value, indent) {
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
  return isGroup ? ` ${mapping(value, indent).slice(indent.length)}` : after(value, indent);
}

/** As a file may hold it. @param {string} text */
const cleaned = (text) => text.replace(BREAKS, "\n").replace(CONTROL, "").normalize("NFC");

/** @param {string} text @param {string} indent @param {number} used of the first line */
function text(text, indent, used) {
  if (text.includes("\n")) return isBlock(text) ? block(text, indent) : quoted(text);
  if (!PLAIN.test(text) || ACTIVE.test(text) || NO_TEXT.test(text) || TIME.test(text)) return quoted(text);
  return indent.length + used + text.length > WIDTH && !LISTED.test(text) ? wrapped(text, indent, used) : text;
}

/**
 * Whether several lines are written as a block: where one can see what is in them, and where backslashes would look like
 * something else in quotation marks.
 *
 * @param {string} text
 */
const isBlock = (text) => (text.includes("\\") ? !text.includes("\ufeff") : /^\S/.test(text) && !/[^\S\n]$|[\t\ufeff]/m.test(text));

/** @param {string} text of several lines @param {string} indent */
function block(text, indent) {
  const [body, end] = text.endsWith("\n") ? [text.slice(0, -1), text.endsWith("\n\n") ? "+" : ""] : [text, "-"];
  return `|${/^\s/.test(text) ? "2" : ""}${end}\n${body.split("\n").map((line) => (line ? indent + line : "")).join("\n")}`;
}

/** Broken where one blank stands between words, which reading puts back. @param {string} text @param {string} indent @param {number} used of the first line */
function wrapped(text, indent, used) {
  let [lines, left] = ["", WIDTH - indent.length - used];
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const fits = word.length < left || !lines;
    lines += lines && (fits ? ` ${word}` : `\n${indent}${word}`);
    lines ||= word;
    left = (fits ? left : WIDTH - indent.length) - word.length - 1;
  }
  return lines;
}

/** In single marks where that says it as it is. @param {string} text */
const quoted = (text) =>
  /["\\]/.test(text) && !/[\t\n\ufeff]/.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : `"${text.replace(ESCAPED, (sign) => ESCAPES[sign] ?? `\\${sign}`)}"`;
