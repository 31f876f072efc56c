// A calendar file of whole days (RFC 5545), which every calendar can read. Pure.

import { isoOf } from "../base/calendar.mjs";

/** @typedef {import("../base/calendar.mjs").Day} Day */
/** @typedef {{id: string, day: Day, title: string, details: string, cancelled?: boolean}} Entry  a lasting id, so that a calendar knows it again */
/** @typedef {{name: string, plan: string, sequence: number}} Issue  whose plan it is, by a name of its own, and the how-manyth file of it, from 0 */

const LONGEST_LINE = 75;
const encoder = new TextEncoder();

/**
 * A later file of the same plan moves and cancels what an earlier one has put into a calendar; another plan's stays.
 *
 * @param {Entry[]} entries
 * @param {Issue} issue
 * @param {number} nowMs milliseconds since 1970
 */
export function calendarText(entries, issue, nowMs) {
  const stamp = `${new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Generalprobe//Prüfungsplan//DE",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(issue.name)}`,
    ...entries.flatMap((entry) => eventLines(entry, issue, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Entry} entry @param {Issue} issue @param {string} stamp */
const eventLines = ({ id, day, title, details, cancelled = false }, { plan, sequence }, stamp) => [
  "BEGIN:VEVENT",
  `UID:${id}-${plan}@generalprobe`,
  `SEQUENCE:${sequence}`,
  `DTSTAMP:${stamp}`,
  `LAST-MODIFIED:${stamp}`,
  `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(day + 1)}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(details)}`,
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

/** @param {Day} day */
const compact = (day) => isoOf(day).replaceAll("-", "");

/** @param {string} text */
export const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/**
 * Break a line so that no part has more than 75 octets, never within a character; a part after the first begins with a space.
 *
 * @param {string} line
 */
export function folded(line) {
  const parts = [""];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      parts.push(" ");
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join("\r\n");
}
