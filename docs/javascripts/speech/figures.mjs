// Whatever has digits in it → words: `9:00-13:00 Uhr` is said "neun bis dreizehn Uhr". Pure.

import { cardinal, digits, number, ordinal, year } from "./numerals.mjs";
import { anyOf, at, endOf, every, here, isInWord, one, sayEach, startOf, wordsBefore } from "./patterns.mjs";

/**
 * @typedef {{months: string[], after: Record<string, string>, otherwise: string, fractions: Record<string, string>, pairs: string[],
 *   feminine: string[], labels: string[]}} Numbers
 * @typedef {RegExpMatchArray & {input: string}} Match
 * @typedef {{numbers: Numbers, units: {units: Record<string, [string, string]>}, symbols: {before_figures: Record<string, string>}}} FigureTables
 * @typedef {(text: string, position: number) => boolean} StartsSentence
 */

const raw = String.raw;
const TO = raw` ?(?:[\-–—]|bis) ?`;
const NUMBER = raw`(?:[0-9]{1,3}(?:[.][0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]+)?`;
const TIME = raw`[0-9]{1,2}:[0-9]{2}(?!\d)(?::[0-9]{2})?`;
const HOUR = raw`[0-9]{1,2}(?:[.:][0-9]{2})?`;
const [DAY, MONTH] = ["(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"];
const O_CLOCK = raw` ?(?:Uhr|h)\b`;
const ORDINAL = raw`[0-9]{1,3}\.(?= ?[^\W\d_])`;

/** The first that fits is taken, so the order counts. @param {string} UNIT */
const kinds = (UNIT) => ({
  hexadecimal: "0x[0-9A-Fa-f]+",
  iso_date: raw`[0-9]{4}-[01][0-9]-[0-3][0-9]\b`,
  date: raw`${DAY}\. ?${MONTH}\. ?[12][0-9]{3}\b|${DAY}\.${MONTH}\.(?![0-9])|[0-3][0-9]\.${MONTH}\.[0-9]{2}\b(?!\.)`,
  host: raw`[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:/[0-9]{1,2}\b)?(?![0-9])`,
  chain: "[0-9]+(?:-[0-9]+){2,}",
  hours: `${TIME}${TO}${TIME}(?:${O_CLOCK})?|${HOUR}${TO}${HOUR}${O_CLOCK}`,
  lasting: `${TIME}(?= ?(?:Min|Stunden|Std))`,
  clock: raw`${TIME}(?:${O_CLOCK})?|[0-9]{1,2}\.[0-9]{2} ?Uhr\b`,
  phone: raw`(?:\+[0-9]{1,3}|0[0-9]+)(?=(?:[ \/\(\)\-]{0,3}[0-9]){5})(?:[ \/\(\)\-]{0,3}[0-9]+)+`,
  version: raw`(?!${NUMBER}(?![0-9.])|[0-9]{1,3}(?:\.[0-9]{3})+,)[0-9]+(?:\.[0-9]+)+`,
  ordinals: raw`[0-9]{1,3}\.${TO}${ORDINAL}`,
  ordinal: ORDINAL,
  money: raw`${NUMBER}(?:,[\-–—]+)? ?€`,
  size: raw`${NUMBER} ?[x×] ?(?=${NUMBER})|[0-9]+ ?[x×](?![^\W_])`,
  range: raw`(?<![^\W\d_]-)${NUMBER}(?:${UNIT})?${TO}(?=${NUMBER})`,
  ratio: raw`[0-9]+[\/:][0-9]+(?![0-9])(?:${UNIT})?`,
  quantity: `${NUMBER}${UNIT}`,
  number: NUMBER,
});

const GROUP = "[0-9A-Fa-f]{1,4}";
const HARDWARE_ADDRESS = every`(?=${GROUP}:)(?<![\w:])(?:${GROUP}(?:::?${GROUP}){3,}|${GROUP}::${GROUP})(?![\w:])`;
const TO_AT_END = one`${TO}$`;
const NUMBER_AND_UNIT = one`^(${NUMBER})[ \-]?(.*)$`;
const RATIO_AND_UNIT = one`^([0-9]+[\/:][0-9]+)[ \-]?(.*)$`;
const SUFFIX = here`(?:e|er|ern|ers|fach\w*|mal|jährig\w*|stündig\w*|tägig\w*|stellig\w*|minütig\w*)\b`;
const NOUN = here` ([A-ZÄÖÜ][a-zäöüß]+)`;
const LETTER_BEFORE = here`(?<=\p{L})`;
const LONG_CODE = 5;

/**
 * @param {FigureTables} tables
 * @param {StartsSentence} startsSentence
 * @returns {(text: string) => string} replaces every figure by the words that are said for it
 */
export function makeSayFigures({ numbers: table, units: { units }, symbols: { before_figures } }, startsSentence) {
  const UNIT = raw`(?: |-(?=[A-Z]))?(?:${anyOf(Object.keys(units))})(?![^\W_])`;
  const named = Object.entries(kinds(UNIT)).map(([kind, pattern]) => `(?<${kind}>${pattern})`);
  const figure = every`(?=[0-9+])(?:${named.join("|")})`;
  const sign = every`(?=[^\w\s])(?<![\w.,\)\]])(?:[\-−]|(?:${anyOf(Object.keys(before_figures))}) ?)(?=[0-9])`;
  const endings = new Map(Object.entries(table.after));

  /** @param {Match} match */
  const endingOf = (match) => endings.get(wordsBefore(match.input, startOf(match)).at(-1)?.toLowerCase() ?? "") ?? table.otherwise;

  /** @param {Match} match @param {number} day @param {number} month @param {number} [inYear] */
  function calendar(match, day, month, inYear) {
    const ending = endingOf(match);
    const name = ordinal(month, ending);
    const said = `${ordinal(day, ending)} ${name[0].toUpperCase()}${name.slice(1)}`;
    return inYear === undefined ? said : `${said} ${year(inYear)}`;
  }

  /** The dot that ends a sentence, where what is said for a match would swallow it. @param {Match} match @param {string} said */
  const withEnd = (match, said) => said + (match[0].endsWith(".") && startsSentence(match.input, endOf(match)) ? "." : "");

  /** @param {string} amount @param {string} unit */
  const quantityOf = (amount, unit) => (amount === "1" ? units[unit][0] : `${number(amount)} ${units[unit][1]}`);

  /** @param {string} text */
  function quantityText(text) {
    const [, amount, unit] = /** @type {string[]} */ (NUMBER_AND_UNIT.exec(text));
    return unit ? quantityOf(amount, unit) : number(amount);
  }

  /** @param {string} text */
  function between(text) {
    if (table.pairs.includes(text) || /[0-9]{3}/.test(text)) return " ";
    return text.includes("/") ? " von " : " zu ";
  }

  /** @param {Match} match @param {string} noun */
  function oneOf(match, noun) {
    if (table.labels.includes(wordsBefore(match.input, startOf(match)).at(-1) ?? "")) return "eins";
    return table.feminine.some((ending) => noun.endsWith(ending)) ? "eine" : "ein";
  }

  /** @type {Record<string, (match: Match) => string>} */
  const SAY = {
    hexadecimal: ([text]) => `${digits("0")} x ${digits(text.slice(2))}`,
    iso_date: (match) => {
      const [inYear, month, day] = numbersIn(match[0]);
      return calendar(match, day, month, inYear);
    },
    date: (match) => {
      const [day, month, inYear] = numbersIn(match[0]);
      return withEnd(match, calendar(match, day, month, inYear));
    },
    host: ([text]) => {
      const [host, width] = text.split("/");
      const said = host.split(".").map(octet).join(" Punkt ");
      return width ? `${said} Slash ${number(width)}` : said;
    },
    chain: ([text]) => text.split("-").map(number).join(" "),
    hours: ([text]) => {
      const [start, end] = text.split(/[-–—]|bis/);
      const [begins, ends] = [numbersIn(start), numbersIn(end)];
      if (!isTime(begins) || !isTime(ends)) return `${asNumbers(start)} bis ${asNumbers(end)}`;
      return `${begins.slice(1).some(Boolean) ? oClock(begins) : hour(begins[0])} bis ${oClock(ends)}`;
    },
    lasting: ([text]) => asNumbers(text),
    clock: ([text]) => (isTime(numbersIn(text)) ? oClock(numbersIn(text)) : asNumbers(text)),
    phone: ([text]) => (text[0] === "+" ? "plus " : "") + digits(text),
    version: ([text]) => text.split(".").map(number).join(" Punkt "),
    ordinals: (match) => {
      const ending = endingOf(match);
      return numbersIn(match[0]).map((each) => ordinal(each, ending)).join(" bis ");
    },
    ordinal: (match) => {
      const [each] = numbersIn(match[0]);
      return startsSentence(match.input, endOf(match)) ? `${cardinal(each)}.` : ordinal(each, endingOf(match));
    },
    money: ([text]) => {
      const amount = text.replace(/[€ ]+$/, "");
      const [whole, cents = "", rest] = amount.split(",");
      const isNumber = rest === undefined && /^[0-9]+$/.test(cents);
      if (isNumber && cents.length > 2) return quantityOf(amount, "€");
      return quantityOf(whole, "€") + (isNumber && Number(cents) ? ` ${cardinal(cents)}` : "");
    },
    size: ([text]) => `${number(text.replace(/[x× ]+$/, ""))} mal`,
    range: ([text]) => `${quantityText(text.replace(TO_AT_END, ""))} bis `,
    ratio: ([written]) => {
      const [, text, unit] = /** @type {string[]} */ (RATIO_AND_UNIT.exec(written));
      const said = table.fractions[text] ?? text.split(/[/:]/).map(number).join(between(text));
      return unit ? `${said} ${units[unit][1]}` : said;
    },
    quantity: (match) => withEnd(match, quantityText(match[0])),
    number: (match) => {
      const isCode = match[0].length >= LONG_CODE && at(LETTER_BEFORE, match.input, startOf(match));
      if (isCode) return digits(match[0]);
      const noun = match[0] === "1" && at(NOUN, match.input, endOf(match));
      return noun ? oneOf(match, noun[1]) : number(match[0]);
    },
  };

  /** @param {Match} match */
  function say(match) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? ["number"];
    const [said, end] = [SAY[kind](match), endOf(match)];
    const isApart = isInWord.after(match.input, end) && !at(SUFFIX, match.input, end) && !said.endsWith(" ");
    return `${isInWord.before(match.input, startOf(match)) ? " " : ""}${said}${isApart ? " " : ""}`;
  }

  return (text) => {
    const addressed = text.replace(HARDWARE_ADDRESS, (address) => address.split(":").map(digits).join(" Doppelpunkt "));
    return sayEach(figure, addressed.replace(sign, (written) => `${before_figures[written.trimEnd()]} `), say);
  };
}

/** @param {string} text */
const numbersIn = (text) => (text.match(/[0-9]+/g) ?? []).map(Number);

/** @param {string} text */
const octet = (text) => (text.length > 2 ? digits(text) : number(text));

/** @param {string} text */
const asNumbers = (text) => numbersIn(text).map(cardinal).join(" ");

/** @param {number[]} time */
const isTime = ([first, ...parts]) => first <= 24 && parts.every((part) => part <= 59);

/** @param {number} each */
const hour = (each) => (each === 1 ? "ein" : cardinal(each));

/** @param {number[]} time */
const oClock = ([first, ...parts]) => [hour(first), "Uhr", ...parts.filter(Boolean).map(cardinal)].join(" ");
