// A short test that is being written: its questions, what was answered so far, what is flagged, and what is left of its time. Pure.

/** @typedef {import("../task.mjs").Given} Given */
/** @typedef {import("./drawing.mjs").Wishes} Wishes */
/**
 * `at` is when it began, in milliseconds since 1970; `tab` the one that it is written in, `seed` what the order of answers hangs on.
 *
 * @typedef {{at: number, seed: string, tab: string, wishes: Wishes, ids: string[], place: number, given: Record<string, Given>, flags: string[]}} Paper
 */

const MINUTE_MS = 60_000;

/** @param {Paper} paper @param {number} place the nearest one that there is */
export const goTo = (paper, place) => ({ ...paper, place: Math.max(0, Math.min(place, paper.ids.length - 1)) });

/** @param {Paper} paper @param {string} id @param {Given} given */
export const answer = (paper, id, given) => ({ ...paper, given: { ...paper.given, [id]: given } });

/** @param {Paper} paper @param {string} id flagged, or flagged no more */
export const flag = (paper, id) => ({ ...paper, flags: isFlagged(paper, id) ? paper.flags.filter((each) => each !== id) : [...paper.flags, id] });

/** @param {Paper} paper @param {string} id */
export const isFlagged = ({ flags }, id) => flags.includes(id);

/** @param {Paper} paper @param {string} id */
export const isAnswered = ({ given }, id) => Boolean(given[id]?.length);

/** Without the questions that there are no more. @param {Paper} paper @param {(id: string) => boolean} isThere @returns {Paper} */
export function reduced(paper, isThere) {
  const ids = paper.ids.filter(isThere);
  return goTo({ ...paper, ids }, Math.max(0, ids.indexOf(paper.ids[paper.place])));
}

/** When its time is up, in milliseconds since 1970; null for never. @param {Paper} paper */
export const endOf = ({ at, wishes: { minutes } }) => (minutes === null ? null : at + minutes * MINUTE_MS);

/** What is left of its time, null without a clock. @param {Paper} paper @param {number} nowMs @returns {number | null} seconds, never less than none */
export function left_s(paper, nowMs) {
  const end = endOf(paper);
  return end === null ? null : Math.max(0, Math.ceil((end - nowMs) / 1000));
}

/** How long it took up to now, or until its time was up. @param {Paper} paper @param {number} nowMs @returns {number} seconds */
export const taken_s = (paper, nowMs) => Math.max(0, Math.round((Math.min(nowMs, endOf(paper) ?? nowMs) - paper.at) / 1000));

/** Where something is left to do: places, counted from 0. @param {Paper} paper */
export const leftIn = (paper) => ({
  open: places(paper, (id) => !isAnswered(paper, id)),
  flagged: places(paper, (id) => isFlagged(paper, id)),
});

/** @param {Paper} paper @param {(id: string) => boolean} does */
const places = ({ ids }, does) => ids.flatMap((id, place) => (does(id) ? [place] : []));

/** How a question stands, in words. @param {Paper} paper @param {number} place */
export function standsSaid(paper, place) {
  const id = paper.ids[place];
  return `Frage ${place + 1}, ${isAnswered(paper, id) ? "beantwortet" : "offen"}${isFlagged(paper, id) ? ", markiert" : ""}`;
}

/** What is left to do before one hands in, "" for nothing. @param {Paper} paper */
export function leftSaid(paper) {
  const { open, flagged } = leftIn(paper);
  const said = [
    ...(open.length ? [`${open.length === 1 ? "Eine Frage ist" : `${open.length} Fragen sind`} noch offen (${numbers(open)}) und ${open.length === 1 ? "zählt" : "zählen"} als falsch.`] : []),
    ...(flagged.length ? [`Markiert: ${numbers(flagged)}.`] : []),
  ];
  return said.join(" ");
}

const MOST_NAMED = 12;

/** @param {number[]} places */
const numbers = (places) => places.slice(0, MOST_NAMED).map((place) => place + 1).join(", ") + (places.length > MOST_NAMED ? " …" : "");
