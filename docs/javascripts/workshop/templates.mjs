// A talk of one's own that begins as a case study: one of the site's as a template, or one that was written in YAML. Pure.

import { readCaseStudy } from "./case-reading.mjs";
import { vetted } from "./vetting.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {{talk: OwnTalk, misread: string[]}} Read `misread` are sentences */

/**
 * @param {import("../talk/judging.mjs").Told & {focus?: import("./own-talk.mjs").Focus}} told a talk of the site
 * @param {ReadonlyMap<string, string>} [keys] of its pictures, by their addresses
 * @returns {OwnTalk} its slides keep their keys; pictures that have none are described
 */
export const fromTemplate = (told, keys = new Map()) =>
  unwrapped(/** @type {OwnTalk} */ (vetted({ ...told, id: "", slides: told.slides.map((slide) => described(slide, keys)) }, new Set(keys.values()))));

/** @param {unknown} value as YAML says it, by the keys of a case study @returns {Promise<Read | import("./unreadable.mjs").Trouble>} */
export async function fromCaseStudy(value) {
  const read = await readCaseStudy(value);
  return "trouble" in read ? read : { talk: unwrapped(read.talk), misread: read.losses.map(({ said }) => said) };
}

/** Where a long line of a file was broken within a paragraph; short lines, and those before a list, a heading and the like, are meant so. */
const WRAPPED = /(?<=^.{50,}[^\s\\]) ?\n[ \t]*(?=\S)(?![-+*=#>|`~]|\d+[.)]\s)/gm;

/** Paragraphs on one line each, as fields show them. @param {OwnTalk} talk @returns {OwnTalk} */
const unwrapped = (talk) => ({ ...talk, slides: talk.slides.map((slide) => ({ ...slide, notes: slide.notes.trim().replace(WRAPPED, " ") })) });

/** A picture that did not come along: its place is kept free. @param {Record<string, any>} slide @param {ReadonlyMap<string, string>} keys */
const described = (slide, keys) =>
  slide.artifact?.kind !== "image" ? slide : keys.has(slide.artifact.src) ? { ...slide, artifact: { ...slide.artifact, src: keys.get(slide.artifact.src) } }
    : { ...slide, artifact: { kind: "placeholder", caption: slide.artifact.caption, description: slide.artifact.alt || "Bild" } };
