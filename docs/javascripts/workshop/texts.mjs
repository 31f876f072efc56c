// What stands in the fields of a talk of one's own, as text and as what it means. Pure.

import { timeSaid } from "../base/times.mjs";

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

/** What a talk is called in lists. @param {{title: string, metadata: {topic: string}}} talk */
export const nameOf = ({ title, metadata }) => title.trim() || metadata.topic.trim() || "Vortrag ohne Titel";
