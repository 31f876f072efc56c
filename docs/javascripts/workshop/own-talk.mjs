// A talk of one's own: the same shape as a talk of the site has, so that stage and checks take it, and what only one's own has. Pure.
//
// {"version": 1, "own": true, "id": "mein-vortrag", "made": 2, "slides": [{"key": "f1", "title": "Ausgangslage", …}], "hidden": [], …}

import { VERSION } from "../talk/judging.mjs";

/**
 * What a file said of a slide when it was last read; what has been written since stays where the file says the same again.
 *
 * @typedef {Pick<Slide, "title" | "headline" | "bullets" | "artifact" | "notes">} Source
 *
 * A slide keeps its key as long as it is there, whatever it is called: `p256` comes from a presentation, `f1` was made here. `guessed`
 * says that its title was not marked as one, `purpose` what a plan says belongs there, which nobody says. Spoken times are 0 until they are measured. An image's `src` is the key of a picture.
 * @typedef {import("../talk/judging.mjs").Slide & {guessed?: boolean, purpose?: string, source?: Source}} Slide
 *
 * @typedef {"technology" | "communication" | "mixed"} Focus
 *
 * `made` counts the slides that were made here, `asked` the questions, and neither goes back; `hidden` slides are neither shown nor timed.
 * @typedef {Omit<import("../talk/judging.mjs").Told, "slides"> & {own: true, made: number, slides: Slide[], hidden: Slide[], focus?: Focus, summary?: string,
 *   asked: number, questions: import("../practice/own-cards.mjs").OwnQuestion[]}} OwnTalk
 *
 * @typedef {{type: import("./pictures.mjs").PictureType, bytes: Uint8Array}} Picture
 * @typedef {Map<string, Picture>} Pictures by the keys that images name
 */

/** No talk of ten minutes comes near it. */
export const MOST_SLIDES = 300;
/** Characters: ten talks in one field were written to do harm. */
export const LONGEST = 100_000;
/** No table that anybody can read comes near it. */
export const [MOST_ROWS, MOST_COLUMNS] = [100, 30];

/** What heads the columns of a table: its number, where nothing does. @param {string[]} columns */
export const namedColumns = (columns) => columns.map((name, index) => name || `Spalte ${index + 1}`);

/** @param {string} key @param {Partial<Slide>} [said] @returns {Slide} */
export const makeSlide = (key, said = {}) => ({
  key, formerly: [], title: "", headline: "", bullets: [], artifact: null, density: "", notes: "", directions: [], time_s: 0, demo_s: 0, spoken_s: 0, silent_s: 0, syllables: 0, ...said,
});

/** @param {Partial<OwnTalk>} [said] @returns {OwnTalk} */
export const makeTalk = (said = {}) => ({
  version: VERSION, own: true, id: "", title: "", draft: false, exam: "", page: "", made: 0, asked: 0,
  metadata: { topic: "", audience: "", situation: "", goal: "", success_criteria: [], scope: "", risks: [] }, slides: [], hidden: [], questions: [], ...said,
});

/** A talk with one slide more. @param {OwnTalk} talk @param {Partial<Slide>} [said] @param {number} [at] where it goes @returns {OwnTalk} */
export const withSlide = (talk, said = {}, at = talk.slides.length) =>
  ({ ...talk, made: talk.made + 1, slides: talk.slides.toSpliced(at, 0, makeSlide(`f${talk.made + 1}`, said)) });

/** The keys of the pictures that a talk shows, or its file did. @param {OwnTalk} talk @returns {Set<string>} */
export const picturesIn = ({ slides, hidden = [] }) => new Set([...slides, ...hidden].flatMap(({ artifact, looks, source }) => [...(looks ? [looks] : []), ...[artifact, source?.artifact].flatMap((each) => (each?.kind === "image" ? [each.src] : []))]));

/** What the pictures of a talk take, in bytes: their keys end in it. @param {OwnTalk} talk */
export const weightOf = (talk) => [...picturesIn(talk)].reduce((sum, key) => sum + Number(/-(\d+)\.[a-z]+$/.exec(key)?.[1] ?? 0), 0);

const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Noncharacter_Code_Point}]/gu;

/** Without signs that nobody sees, as pages show texts: some of them stand for something while Markdown is made. @param {string} text */
export const printable = (text) => text.replace(UNPRINTABLE, "").replace(/\p{Surrogate}/gu, "\ufffd");
