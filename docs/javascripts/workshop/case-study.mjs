// A talk of one's own as the case study that a trainer's repository holds. Pure.

import { timeSaid } from "../base/times.mjs";
import { isAnswered } from "../practice/own-cards.mjs";

/**
 * @typedef {import("./yaml.mjs").Value} Value
 * @typedef {import("../talk/judging.mjs").Slide} Slide
 * @typedef {Pick<import("../talk/judging.mjs").Told, "title" | "exam" | "metadata" | "slides">
 *   & {own?: boolean, focus?: import("./own-talk.mjs").Focus, summary?: string, questions?: import("../practice/own-cards.mjs").OwnQuestion[]}} Talk
 */

/** @type {Record<string, string>} */
const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * Its keys in the order of the format; what says nothing is left out. A talk of one's own is a draft until a trainer asks about it, and
 * its pictures stay behind: their slides say what belongs there. Questions go along that have an answer.
 *
 * @param {Talk} talk
 * @returns {{[key: string]: Value}}
 */
export const asCaseStudy = ({ title, exam, metadata, slides, own = false, focus = "mixed", summary = metadata.situation, questions = [] }) => ({
  title, ...(own && { draft: true }), focus, exam, summary, metadata, slides: slides.map((slide) => asSlide(own ? withoutPicture(slide) : slide)),
  ...filled({ questions: questions.filter(isAnswered).map(({ id, topic, question, expects, points, answer }) => ({ id, ...filled({ topic }), question, ...filled({ expects, points }), answer })) }),
});

/**
 * What of a talk of one's own is not in its case study, as a sentence.
 *
 * @param {{slides: readonly Slide[], hidden: readonly Slide[], questions: readonly import("../practice/own-cards.mjs").OwnQuestion[]}} talk
 */
export function leftBehind({ slides, hidden, questions }) {
  const named = [
    ...(slides.some(({ artifact }) => artifact?.kind === "image") ? ["Bilder (nur, was darauf zu sehen ist)"] : []), ...(hidden.length ? ["ausgeblendete Folien"] : []),
    ...(questions.every(isAnswered) ? [] : ["Fragen ohne Antwort"]),
  ];
  return named.length ? `Nicht darin: ${named.join(", ")}.` : "";
}

/** @param {Slide} slide @returns {Slide} */
const withoutPicture = (slide) =>
  slide.artifact?.kind === "image"
    ? { ...slide, artifact: { kind: "placeholder", caption: slide.artifact.caption, description: slide.artifact.alt || "Bild" } }
    : slide;

/** @param {Slide} slide @returns {{[key: string]: Value}} */
const asSlide = ({ key, formerly, title, headline, bullets, artifact, notes, time_s, demo_s }) => ({
  title,
  headline,
  ...filled({ bullets: bullets.map(({ text, bullets: below }) => (below.length ? { text, bullets: below } : text)) }),
  ...(artifact && { artifact: filled({ ...artifact, drawing: "" }) }),
  ...filled({ notes }),
  time: timeSaid(time_s),
  ...(demo_s && { demo: timeSaid(demo_s) }),
  ...filled({ id: key === slugOf(title) ? "" : key, formerly }),
});

/** What is not empty. @param {Record<string, Value>} values */
const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "" && !(Array.isArray(value) && !value.length)));

/** The key of a slide that has no id: umlauts written out, everything else but letters and digits becomes hyphens. @param {string} title */
export const slugOf = (title) =>
  title.normalize("NFC").toLowerCase().replace(/[äöüß]/g, (letter) => UMLAUTS[letter]).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
