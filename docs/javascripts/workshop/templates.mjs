// A talk of one's own that begins as a case study: one of the site's as a template, or one that was written in YAML. Pure.

import { isRecord } from "../base/merging.mjs";
import { slugOf } from "./case-study.mjs";
import { Unreadable, readable } from "./unreadable.mjs";
import { vetted } from "./vetting.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {{talk: OwnTalk, misread: string[]}} Read `misread` are sentences */

const TIME = /^(\d{1,3}):([0-5]\d)$/;
const NO_TALK = "In der Datei steht kein Vortrag: Ihr fehlt die Liste der Folien (slides).";

/** @param {import("../talk/judging.mjs").Told} told a talk of the site @returns {OwnTalk} its slides keep their keys; pictures of the site are described */
export const fromTemplate = (told) => /** @type {OwnTalk} */ (vetted({ ...told, id: "", slides: told.slides.map(described) }, new Set()));

/** @param {unknown} value as YAML says it, by the keys of a case study @returns {Promise<Read | import("./unreadable.mjs").Trouble>} */
export const fromCaseStudy = (value) => readable(() => {
  /** @type {string[]} */
  const misread = [];
  if (!isRecord(value) || !Array.isArray(value.slides) || !value.slides.some(isRecord)) throw new Unreadable(NO_TALK);
  const slides = value.slides.filter(isRecord).map((slide, index) => slideOf(slide, `Folie ${index + 1}`, misread));
  if (value.slides.some((slide) => !isRecord(slide))) misread.push("Ein Eintrag der Liste slides ist keine Folie und bleibt weg.");
  if (value.questions) misread.push("Die Fragen der Fallstudie bleiben weg: Hier geht es um den Vortrag.");
  return { talk: /** @type {OwnTalk} */ (vetted({ ...value, id: "", slides }, new Set())), misread };
});

/** @param {Record<string, any>} slide @param {string} where @param {string[]} misread */
function slideOf(slide, where, misread) {
  const seconds = (/** @type {"time" | "demo"} */ field) => secondsIn(slide[field], () => misread.push(`${where}: „${slide[field]}“ ist keine Zeit. Schreibe sie in Minuten und Sekunden: "1:30".`));
  const bullets = (Array.isArray(slide.bullets) ? slide.bullets : []).map((bullet) => (typeof bullet === "string" ? { text: bullet } : bullet));
  if (slide.artifact?.kind === "image") misread.push(`${where}: Das Bild liegt nicht in der Datei. Füge es auf der Folie ein.`);
  return described({ ...slide, key: slide.id || slugOf(String(slide.title ?? "")), bullets, time_s: seconds("time"), demo_s: seconds("demo") });
}

/** @param {unknown} said @param {() => void} complain @returns {number} */
function secondsIn(said, complain) {
  if (said === undefined || said === null) return 0;
  const [, minutes, seconds] = TIME.exec(String(said)) ?? [];
  if (!minutes) complain();
  return minutes ? 60 * Number(minutes) + Number(seconds) : 0;
}

/** A picture that lies on the site, or in a repository, is none of one's own: its place is kept free. @param {Record<string, any>} slide */
const described = (slide) =>
  slide.artifact?.kind === "image" ? { ...slide, artifact: { kind: "placeholder", caption: slide.artifact.caption, description: slide.artifact.alt || "Bild" } } : slide;
