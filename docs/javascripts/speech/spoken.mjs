// Written German → what is said: `z. B. > 15 %` is said "zum Beispiel größer als fünfzehn Prozent". Pure.

import { makeSayFigures } from "./figures.mjs";
import { cardinal } from "./numerals.mjs";
import { anyOf, at, every, here, isInWord, one, sayEach, startOf, wordsBefore } from "./patterns.mjs";
import { makeStartsSentence } from "./sentences.mjs";

/**
 * @typedef {import("./figures.mjs").Match} Match
 * @typedef {{said: Record<string, string>, before_number: string[], may_end: string[], starters: string[]}} Abbreviations
 * @typedef {{symbols: Record<string, string>, names: Record<string, string>, in_addresses: Record<string, string>,
 *   before_figures: Record<string, string>}} Symbols
 * @typedef {import("./figures.mjs").FigureTables & {abbreviations: Abbreviations, symbols: Symbols}} SpokenTables
 */

const ABBREVIATION = every`\b[^\W\d_]{1,6}\.(?: ?[^\W\d_]{1,3}\.)*(?![a-zäöüß])`;
const MOST_DOTS = 4;
// Spaces that hold figures together are no spaces between words: 25 000 with a narrow one is 25.000.
const THOUSANDS = every`(?<![0-9+])(?<![0-9\/\)][^\S\n])[1-9][0-9]{0,2}(?:[^\S\x00-\x7f][0-9]{3})+(?![0-9])`;
const SPACE = every`\s`;
const SPACES = every`[^\S\n]{2,}|[^\S\n ]`;
const HAS_WORD = one`[^\W_]`;
const NUMBER_BEFORE = one`[0-9] ?$`;
const NUMBER_NEXT = here`\s?[0-9]`;
// Letters and common punctuation are said as they are; only a text with anything else is looked at more closely.
const ODD = one`[^A-Za-zÄÖÜäöüß\s.,;:!?"'„“”‚‘’»«\(\)\[\]…–—\-]|--`;
const ADDRESS = every`(?<!\S)\S*(?:://|www\.|[^\W_]@[^\W_]|\\|(?<![^\W_])/[a-z])\S*`;
const SCHEME = every`(?:https?|ftp|file)://|mailto:`;
const CLOSING = one`[\W_]*$`;
const IN_ADDRESS = one`([.\/\\@:])`;
const DOT_IN_NAME = every`(?<=[^\W_])\.(?=[a-z]|[A-Z]{2})|(?<![^\s\(„"])\.(?=[A-Za-z])`;
const GENDER = every`(?<=[a-zäöüß])(?:[*:_\/]-?(?=(?:in|innen)\b)|[*:](?=[rns]\b))`;
const ROMAN_NUMERAL = every`\b(?:(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{1,3})|(?<=[^\W\d_] )I(?=[.,;:!?\)]?(?:\s|$)))(?!['’])\b`;
/** @type {Record<string, number>} */
const ROMAN = { I: 1, V: 5, X: 10 };
const SILENT_RUN = every`([=+#~^\|@&$_])\1{2,}`;
const SPACED_SLASH = every` +/ +`;
const COMPARED = every`(?<= )[<>](?= )`;

/**
 * @param {SpokenTables} tables
 * @returns {(text: string) => string} says plain text: figures, symbols and abbreviations become words
 */
export function makeSpoken(tables) {
  const startsSentence = makeStartsSentence(tables.abbreviations);
  const sayAbbreviation = makeSayAbbreviation(tables, startsSentence);
  const sayFigures = makeSayFigures(tables, startsSentence);
  const saySigns = makeSaySigns(tables.symbols);
  const sayAddress = makeSayAddress(tables.symbols.in_addresses);
  const roman = (/** @type {Match} */ match) => sayRoman(match, tables.numbers.labels);
  const names = Object.entries(tables.symbols.names);

  return (text) => {
    const lines = evenlySpaced(text.split("\n").filter((line) => HAS_WORD.test(line)).join("\n"));
    const shortened = sayEach(ABBREVIATION, lines.replace(/\.{2,}/g, "…"), sayAbbreviation);
    const plain = shortened.replace(ADDRESS, sayAddress).replace(GENDER, "").replace(DOT_IN_NAME, " Punkt ");
    const counted = sayEach(ROMAN_NUMERAL, plain, roman);
    if (!ODD.test(counted)) return counted;
    return saySigns(sayFigures(names.reduce((left, [name, said]) => left.replaceAll(name, said), counted)));
  };
}

/** Between words one blank, whichever kinds of spaces were written; what nobody sees is dropped. @param {string} text */
const evenlySpaced = (text) =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(THOUSANDS, (grouped) => grouped.replace(SPACE, "."))
    .replace(SPACES, " ");

/** @param {string} written */
const keyOf = (written) => written.replaceAll(" ", "").toLowerCase();

/**
 * Several may stand in one match (z. B. bzw. d. h.), so the longest that is known is said, then the next.
 *
 * @param {SpokenTables} tables
 * @param {(text: string, position: number) => boolean} startsSentence
 */
function makeSayAbbreviation({ abbreviations, units: { units } }, startsSentence) {
  const known = new Map(Object.entries(abbreviations.said).map(([written, said]) => [keyOf(written), said]));
  const mayEnd = new Set(abbreviations.may_end.map(keyOf));
  const beforeNumber = new Set(abbreviations.before_number.map(keyOf));

  /** What is said for an abbreviation that ends there, or nothing where it is none. @param {string} written @param {Match} match @param {number} end */
  function saidFor(written, match, end) {
    const [key, text] = [keyOf(written), match.input];
    const isAfterNumber = NUMBER_BEFORE.test(text.slice(Math.max(0, startOf(match) - 3), startOf(match)));
    const isBeforeNumber = at(NUMBER_NEXT, text, end) !== null;
    // A unit is read together with its number.
    if ((Object.hasOwn(units, written) && isAfterNumber) || (beforeNumber.has(key) && !isBeforeNumber)) return "";
    if (key === "min.") return written === "min." || isBeforeNumber ? "mindestens" : "Minuten";
    const said = known.get(key) ?? "";
    if (mayEnd.has(key) && startsSentence(text, end)) return `${said}.`;
    return said && isInWord.after(text, end) ? `${said} ` : said;
  }

  return (/** @type {Match} */ match) => {
    const [whole] = match;
    const dots = [0, ...[...whole.matchAll(/\./g)].map((dot) => dot.index + 1)];
    let [said, from] = ["", 0];
    while (from < dots.length - 1) {
      let [end, written, words] = [Math.min(from + MOST_DOTS, dots.length - 1) + 1, "", ""];
      do {
        end -= 1;
        written = whole.slice(dots[from], dots[end]);
        words = saidFor(written.trimStart(), match, startOf(match) + dots[end]);
      } while (!words && end > from + 1);
      said += words ? (written.startsWith(" ") ? " " : "") + words : written;
      from = end;
    }
    return said;
  };
}

/**
 * A web address, a mail address or a path: the scheme is not said, dots and slashes are.
 *
 * @param {Record<string, string>} table
 */
function makeSayAddress(table) {
  const words = new Map(Object.entries(table));
  return (/** @type {string} */ whole) => {
    const end = whole.search(CLOSING);
    const parts = whole.slice(0, end).replace(SCHEME, "").split(IN_ADDRESS).filter(Boolean);
    return parts.map((part) => words.get(part) ?? part).join(" ") + whole.slice(end).replace(/[\\/]/g, "");
  };
}

/** @param {Match} match @param {string[]} labels words after which a single I is a number */
function sayRoman(match, labels) {
  if (match[0] === "I") return labels.includes(wordsBefore(match.input, startOf(match)).at(-1) ?? "") ? "eins" : "I";
  const values = [...match[0]].map((letter) => ROMAN[letter]);
  return cardinal(values.reduce((sum, value, place) => sum + (value < (values[place + 1] ?? 0) ? -value : value), 0));
}

/** @param {Symbols} table */
function makeSaySigns({ symbols }) {
  const symbol = every`(?=[^A-Za-z\s])(?:${anyOf(Object.keys(symbols))})`;
  /** @param {string} found */
  const said = (found) => (symbols[found] === "," ? ", " : ` ${symbols[found]} `);
  return (/** @type {string} */ text) =>
    text
      .replace(SILENT_RUN, " ")
      .replace(COMPARED, (sign) => (sign === ">" ? "größer als" : "kleiner als"))
      .replace(SPACED_SLASH, ", ")
      .replace(symbol, said)
      .replaceAll("/", " ");
}
