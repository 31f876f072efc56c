// The times and sizes of a talk of one's own, written into it for the stage; times are proposed where nobody has planned any. Pure.

import { timesOf, toEven, USUAL } from "./times.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./times.mjs").Speech} Speech */
/** @typedef {Pick<ReturnType<typeof import("./setting.mjs").makeSetting>, "density">} Setting */

/** Plans are made in steps. */
const STEP_S = 5;

/** With what follows from the notes at the usual pace, and how large slides are set, as the site's talks have it. @param {OwnTalk} talk @param {Speech} speech @param {Setting} setting @returns {OwnTalk} */
export const measured = (talk, speech, setting) => timed(sized(talk, setting), speech);

/** With what follows from the notes at the usual pace. @param {OwnTalk} talk @param {Speech} speech @returns {OwnTalk} */
export const timed = (talk, speech) => ({ ...talk, slides: talk.slides.map((slide) => {
  const { seconds, syllables } = speech.estimate(slide.notes);
  return { ...slide, spoken_s: seconds, syllables, silent_s: toEven(speech.pausesS(slide.notes)), directions: speech.directionsIn(slide.notes) };
}) });

/** With how large each slide is set: the first is the talk's title. @param {OwnTalk} talk @param {Setting} setting @returns {OwnTalk} */
export const sized = (talk, setting) => ({ ...talk, slides: talk.slides.map((slide, index) => ({ ...slide, density: setting.density(slide, index === 0) })) });

/** Times for slides that have none: what their notes take, or what is shown on them. @param {OwnTalk} talk @param {Speech} speech @param {import("./times.mjs").Exam} exam @param {import("./times.mjs").Pace} pace @returns {OwnTalk} */
export function planned(talk, speech, exam, pace = USUAL) {
  const { slides } = timesOf(speech, talk, exam, pace);
  const taking = (/** @type {import("./own-talk.mjs").Slide} */ { notes, demo_s }, /** @type {number} */ index) => (notes ? STEP_S * Math.ceil(slides[index].expected / STEP_S) : demo_s);
  return { ...talk, slides: talk.slides.map((slide, index) => (slide.time_s ? slide : { ...slide, time_s: Math.max(exam.slides.shortest, taking(slide, index)) })) };
}
