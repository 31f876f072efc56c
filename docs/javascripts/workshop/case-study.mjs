// A talk of one's own as the case study that a trainer's repository holds. Pure.

import { timeSaid } from "../base/times.mjs";

/**
 * @typedef {import("../talk/judging.mjs").Slide} Slide
 * @typedef {import("./yaml.mjs").Value} Value
 * @typedef {{title: string, focus: "technology" | "communication" | "mixed", exam: string, summary: string,
 *   metadata: import("../talk/judging.mjs").Metadata, slides: (import("./times.mjs").Slide & {formerly?: string[]})[]}} OwnTalk
 */

/** @type {Record<string, string>} */
const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Its keys in the order of the format; what says nothing is left out. @param {OwnTalk} talk @returns {{[key: string]: Value}} */
export const asCaseStudy = ({ title, focus, exam, summary, metadata, slides }) => ({ title, focus, exam, summary, metadata, slides: slides.map(asSlide) });

/** @param {OwnTalk["slides"][number]} slide @returns {{[key: string]: Value}} */
const asSlide = ({ key, formerly = [], title, headline, bullets, artifact, notes, time_s, demo_s }) => ({
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
