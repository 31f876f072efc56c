// What stands in the fields of a talk of one's own, as text and as what it means. Pure.

import { timeSaid } from "../base/times.mjs";
import { MOST_COLUMNS, MOST_ROWS } from "./own-talk.mjs";

/** @typedef {import("../talk/judging.mjs").Bullet} Bullet */

const MARK = /^[-–•*·]\s+/;
const TIME = /^(?:(\d{1,3}):)?(\d{1,3})$/;
const LONGEST_S = 3600;

/** One line each, those of the second level indented. @param {Bullet[]} bullets */
export const bulletsSaid = (bullets) => bullets.flatMap(({ text, bullets: below }) => [text, ...below.map((each) => `    ${each}`)]).join("\n");

/** @param {string} text @returns {Bullet[]} */
export function bulletsIn(text) {
  const found = /** @type {Bullet[]} */ ([]);
  for (const line of text.split("\n").filter((each) => each.trim())) {
    const [said, last] = [line.trim().replace(MARK, ""), found.at(-1)];
    if (/^(?: {2,}|\t)/.test(line) && last) last.bullets.push(said);
    else found.push({ text: said, bullets: [] });
  }
  return found;
}

/** A line a row, the heads of the columns first. @param {{columns: string[], rows: string[][]}} table */
export const tableSaid = ({ columns, rows }) => [columns, ...rows].map((row) => row.map((cell) => cell.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|")).join(" | ")).join("\n");

/** Rows of the same width, from lines with bars or as a spreadsheet copies them. @param {string} text @returns {{columns: string[], rows: string[][]} | null} null for more than anybody can read */
export function tableIn(text) {
  const lines = text.split("\n").filter((line) => line.trim() && !/^[\s|:-]*-[\s|:-]*$/.test(line)).map(cellsIn);
  const width = Math.max(0, ...lines.map(({ length }) => length));
  if (lines.length > MOST_ROWS + 1 || width > MOST_COLUMNS) return null;
  const [columns = [], ...rows] = lines.map((cells) => Array.from({ length: width }, (_, index) => cells[index] ?? ""));
  return { columns, rows };
}

/** @param {string} line */
const cellsIn = (line) =>
  line.includes("\t") ? line.split("\t").map((cell) => cell.trim()) : line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));

/** A line of a text in the place of the one above or below. @param {string} text @param {number} at where in it, as the caret stands @param {number} step 1 or -1 @returns {{text: string, at: number} | null} null where there is none */
export function lineMoved(text, at, step) {
  const lines = text.split("\n");
  const index = text.slice(0, at).split("\n").length - 1;
  const to = index + step;
  if (to < 0 || to >= lines.length) return null;
  [lines[index], lines[to]] = [lines[to], lines[index]];
  const starts = (/** @type {number} */ line, /** @type {string[]} */ all) => all.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  return { text: lines.join("\n"), at: starts(to, lines) + at - starts(index, text.split("\n")) };
}

/** One line each. @param {string} text */
export const linesIn = (text) => text.split("\n").map((line) => line.trim().replace(MARK, "")).filter(Boolean);

/** @param {string} text such as 1:30, or 90 for seconds @returns {number | null} seconds, null for what is no time */
export function timeIn(text) {
  if (text.trim() === "") return 0;
  const [whole, minutes = "0", seconds = ""] = TIME.exec(text.trim()) ?? [];
  const total = 60 * Number(minutes) + Number(seconds);
  return whole === undefined || total > LONGEST_S || (text.includes(":") && Number(seconds) > 59) ? null : total;
}

/** @param {number} seconds nothing for none */
export const timeShown = (seconds) => (seconds ? timeSaid(seconds) : "");
