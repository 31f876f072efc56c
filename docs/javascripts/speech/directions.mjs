// Stage directions in notes: `[Klick]` and `[Pause 2 s]` are not said, the placeholder `[Dein Name]` is. Pure.

import { every, one } from "./patterns.mjs";

/** @typedef {{placeholders: string[], directions: string[], silences: string[], units: Record<string, number>}} Directions */

const CODE_OR_BRACKETED = every`(?<!\x60)\x60+[^\x60]+\x60+|(?<![\w\\\]!])\[(?=[*_]*[^\W\d_])(?:[^\[\]\n]|\n(?!\s*\n))+\](?![\(\[])`;
const WORD = every`\w+`;

/** @param {Directions} table */
export function makeDirections({ placeholders, directions, silences, units }) {
  const direction = one`\b(?:${directions.join("|")})`;
  const silence = one`\b(?:${silences.join("|")})\b`;
  const length = every`([0-9]+(?:,[0-9]+)?)\s*(${Object.keys(units).join("|")})\b`;

  /** @param {string} found code, or a text in square brackets */
  function directs(found) {
    if (!found.startsWith("[")) return false;
    const text = found.toLowerCase();
    const isNamed = (text.match(WORD) ?? []).some((word) => placeholders.some((placeholder) => word.endsWith(placeholder)));
    return !isNamed || direction.test(text);
  }

  /** @param {string} found */
  function lengthOf(found) {
    if (!silence.test(found)) return 0;
    return [...found.matchAll(length)].reduce((sum, [, number, unit]) => sum + Number(number.replace(",", ".")) * units[unit], 0);
  }

  return {
    /** The stage directions themselves, each once, without marks. @param {string} markdown @returns {string[]} */
    listed: (markdown) => [...new Set((markdown.match(CODE_OR_BRACKETED) ?? []).filter(directs).map((found) => found.replace(/[*_]/g, "").split(/\s+/).join(" ")))],
    /** The text without its stage directions. @param {string} markdown */
    without: (markdown) => markdown.replace(CODE_OR_BRACKETED, (found) => (directs(found) ? "" : found)),
    /** How long all pauses take together that a text asks for, in seconds. @param {string} markdown */
    pausesS: (markdown) =>
      (markdown.match(CODE_OR_BRACKETED) ?? []).filter(directs).reduce((sum, found) => sum + lengthOf(found.toLowerCase()), 0),
  };
}
