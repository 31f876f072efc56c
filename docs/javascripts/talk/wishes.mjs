// How somebody likes to present: remembered from one talk to the next.

import { read, write } from "../base/shelf.mjs";

/** @typedef {"desk" | "one" | "slides" | "clock"} Way */
/** @typedef {"all" | "bar" | "none"} Seen  how much of the time one wants to see */
/** @typedef {{way: Way, seen: Seen, size: number, sounds: boolean, countdown: boolean}} Wishes  `size` of the notes, as a share of the usual one */

const WAYS = ["desk", "one", "slides", "clock"];
/** How much one can want to see of the time. @type {Record<Seen, string>} */
export const SEEN_SAID = { all: "alles", bar: "nur Balken", none: "nichts" };
const SEEN = Object.keys(SEEN_SAID);
export const SIZES = { least: 0.7, most: 2.5, step: 0.15 };

/** @param {number} size */
const bounded = (size) => Math.min(SIZES.most, Math.max(SIZES.least, Math.round(100 * size) / 100));

/** @returns {Wishes} what is usual wherever nothing sensible is kept */
export function readWishes() {
  const [way, seen] = [kept("way"), kept("seen")];
  return {
    way: /** @type {Way} */ (WAYS.includes(way) ? way : matchMedia("(max-width: 48rem)").matches ? "one" : "desk"),
    seen: /** @type {Seen} */ (SEEN.includes(seen) ? seen : "all"),
    size: bounded(Number(kept("notes")) || 1),
    sounds: kept("sounds") !== "off",
    countdown: kept("countdown") === "on",
  };
}

/** @param {Partial<Wishes>} changes @returns {Wishes} as they are from now on, though the device may not keep them */
export function wish(changes) {
  if (changes.way) write("setting", "stage-way", changes.way);
  if (changes.seen) write("setting", "stage-seen", changes.seen);
  if (changes.size) write("setting", "stage-notes", String(bounded(changes.size)));
  if (changes.sounds !== undefined) write("setting", "stage-sounds", changes.sounds ? null : "off");
  if (changes.countdown !== undefined) write("setting", "stage-countdown", changes.countdown ? "on" : null);
  return readWishes();
}

/** @param {string} name @returns {string} */
const kept = (name) => read("setting", `stage-${name}`) ?? "";

/** What is shown less and less, then all of it again. @param {Seen} seen @returns {Seen} */
export const nextSeen = (seen) => /** @type {Seen} */ (SEEN[(SEEN.indexOf(seen) + 1) % SEEN.length]);
