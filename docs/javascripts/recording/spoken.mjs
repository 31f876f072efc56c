// Where somebody speaks, from what each frame of a recording is like. Pure.
//
// Loud is what stands out from the room, whose level is followed, for a window may be opened in the middle. Loud are a
// keyboard and a door too; a voice also has a tone that lasts. So speech begins where loud frames have a tone, and
// reaches as far as it stays loud: an „s“ has none. Short gaps belong to a word.

import { FRAME_S, UNHEARD } from "./features.mjs";

/** @typedef {import("./features.mjs").Feature} Feature */
/** @typedef {[from: number, to: number]} Run  of frames; `to` is the first that does not belong to it */

/** The room is what is heard in the most quiet twentieth of so many seconds before and after; what is missing is no room. */
const [ROOM_S, ROOM_SHARE, ROOM_EACH_S] = [10, 0.05, 0.5];
/** Loud is so much above the room, and at most so much below the loudest twentieth of what has a tone. */
const [STANDS_OUT_DB, RANGE_DB] = [2.2, 30];
/** So many frames before and after are heard together, for a room hisses up and down; none of them counts as more silent than so much below what is loud. */
const [AROUND, STILL_DB] = [2, 6];
/** From where on a frame has a tone, and how long a voice holds one at least; a knock holds none. */
const TONE = 0.35;
const TONE_S = 0.08;
/** How far speech reaches from a tone: a hiss before and after a vowel. */
const REACH_S = 0.2;
/** A shorter gap is no pause, a shorter sound no word. */
const [GAP_S, WORD_S] = [0.3, 0.2];

/** @param {number} seconds */
const framesIn = (seconds) => Math.round(seconds / FRAME_S);

/** @param {readonly Feature[]} frames @returns {Uint8Array} for each frame 1 where somebody speaks, else 0 */
export function spokenIn(frames) {
  const loud = loudIn(frames);
  const tones = runs(frames.map(({ voiced }, at) => loud[at] && voiced >= TONE)).filter(isAtLeast(TONE_S));
  const spoken = marked(frames.length, tones.map((tone) => reached(loud, tone)));
  const closed = marked(frames.length, [...runs(spoken), ...gaps(spoken).filter((gap) => !isAtLeast(GAP_S)(gap))]);
  return marked(frames.length, runs(closed).filter(isAtLeast(WORD_S)));
}

/** @param {number} seconds @returns {(run: Run) => boolean} */
const isAtLeast = (seconds) => ([from, to]) => to - from >= framesIn(seconds);

/** @param {readonly Feature[]} frames @returns {boolean[]} */
function loudIn(frames) {
  const faintest = atShare(frames.filter(({ voiced }) => voiced >= TONE).map(({ level }) => level), 0.95) - RANGE_DB;
  const heard = frames.map(({ level }) => Math.max(level, faintest - STILL_DB));
  const levels = heard.map((_, at) => mean(heard.slice(Math.max(0, at - AROUND), at + AROUND + 1)));
  const each = framesIn(ROOM_EACH_S);
  const around = framesIn(ROOM_S);
  const rooms = levels.map((level, at) => (frames[at].level > UNHEARD.level ? level : Infinity));
  return levels.map((_, at) => at).filter((at) => at % each === 0).flatMap((from) => {
    const room = atShare(rooms.slice(Math.max(0, from - around), from + each + around).filter(Number.isFinite), ROOM_SHARE);
    return levels.slice(from, from + each).map((level) => level >= Math.max(faintest, room + STANDS_OUT_DB));
  });
}

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What so great a share of values is at most. @param {readonly number[]} values @param {number} share @returns {number} */
export const atShare = (values, share) => Float32Array.from(values).sort()[Math.floor(share * (values.length - 1))] ?? -Infinity;

/** @param {readonly boolean[]} loud @param {Run} tone @returns {Run} */
function reached(loud, [from, to]) {
  const reach = framesIn(REACH_S);
  let [first, end] = [from, to];
  while (first > from - reach && loud[first - 1]) first -= 1;
  while (end < to + reach && loud[end]) end += 1;
  return [first, end];
}

/** @param {number} length @param {readonly Run[]} runs */
function marked(length, runs) {
  const marks = new Uint8Array(length);
  for (const [from, to] of runs) marks.fill(1, from, to);
  return marks;
}

/** @param {ArrayLike<unknown>} marks @returns {Run[]} where marks stand side by side */
export function runs(marks) {
  /** @type {Run[]} */
  const found = [];
  for (let at = 0; at < marks.length; at += 1) {
    if (!marks[at]) continue;
    const from = at;
    while (marks[at + 1]) at += 1;
    found.push([from, at + 1]);
  }
  return found;
}

/** Where nobody speaks between two that do. @param {Uint8Array} spoken @returns {Run[]} */
export function gaps(spoken) {
  const said = runs(spoken);
  return said.slice(1).map(([next], before) => [said[before][1], next]);
}
