// German numerals: `1.234,5` is said "eintausendzweihundertvierunddreißig Komma fünf". Pure.

import { vendor } from "../base/addresses.mjs";
import { every } from "./patterns.mjs";

const { toCardinal, toOrdinal } = /** @type {typeof import("n2words/de-DE")} */ (await import(vendor("n2words/de-DE.js")));

const LONGEST = 12;
const SIGN = every`[\p{L}\p{N}]`;
/** Where the library says otherwise than num2words, which the times of case studies come from. @type {Record<number, string>} */
const ORDINALS = { 0: "nullte", 100: "hundertste" };

/** Say a number from 0 on. @param {number | string} number */
export const cardinal = (number) => toCardinal(BigInt(number));

/** Say "dritte", with the ending "n" or "r" where the sentence wants one. @param {number} number up to 999 @param {string} ending */
export const ordinal = (number, ending) => (ORDINALS[number] ?? toOrdinal(number)) + ending;

/** Say a year; 1100 to 1999 are said in hundreds, and so are other numbers that are written as years are. @param {number} number */
export function year(number) {
  if (number < 1100 || number > 1999) return cardinal(number);
  const rest = number % 100;
  return `${cardinal(Math.floor(number / 100))}hundert${rest ? cardinal(rest) : ""}`;
}

/** Say digit after digit; letters between them stay. @param {string} text */
export const digits = (text) => (text.match(SIGN) ?? []).map((sign) => (/[0-9]/.test(sign) ? cardinal(sign) : sign)).join(" ");

/** Say a number as it is written in German: dots between thousands, a comma before decimals. @param {string} text */
export function number(text) {
  const [whole, decimals] = text.split(",");
  return decimals === undefined ? wholeNumber(whole) : `${wholeNumber(whole)} Komma ${digits(decimals)}`;
}

/** @param {string} text */
function wholeNumber(text) {
  const plain = text.replaceAll(".", "");
  const isGrouped = plain !== text;
  const isCode = plain.length > 1 && plain[0] === "0";
  const isLong = plain.length > LONGEST || (plain.length > 6 && !isGrouped && !plain.endsWith("000"));
  if (isCode || isLong) return digits(plain);
  return isGrouped ? cardinal(plain) : year(Number(plain));
}
