// A presentation that is read again: what it says anew goes into the talk, what was made of it here stays. Pure.
//
// Each slide remembers what its file said when it was last read (`source`). Where the file says the same again, what was written here
// since counts; where it says something else, the file counts. Keys, times, and slides that were made here stay.

import { listed } from "../base/listing.mjs";
import { recognised } from "./recognising.mjs";

/**
 * @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk
 * @typedef {import("./own-talk.mjs").Slide} Slide
 * @typedef {{added: string[], gone: Slide[], changed: string[], overwritten: string[]}} Changes keys, but of those that are gone;
 *   `overwritten`: also changed here, and that is lost
 */

const FIELDS = /** @type {const} */ (["title", "headline", "bullets", "artifact", "notes"]);

/** @param {OwnTalk} before @param {OwnTalk} file read now @returns {{talk: OwnTalk, changes: Changes}} */
export function joined(before, file) {
  const { read, made } = recognised(before, file);
  const known = new Map([...before.slides, ...before.hidden].map((slide) => [slide.key, slide]));
  const now = [...read.slides, ...read.hidden];
  const here = new Set(now.map(({ key }) => key));
  const join = (/** @type {Slide} */ slide) => joinedSlide(known.get(slide.key), slide);
  const talk = { ...before, made, slides: withOwn(before.slides, read.slides.map(join), here), hidden: [...read.hidden.map(join), ...before.hidden.filter(isOwn)] };
  const pairs = now.flatMap((slide) => { const old = known.get(slide.key); return old ? [{ slide, old }] : []; });
  return { talk, changes: {
    added: now.flatMap(({ key }) => (known.has(key) ? [] : [key])),
    gone: [...known.values()].filter((slide) => !isOwn(slide) && !here.has(slide.key)),
    changed: pairs.flatMap(({ slide, old }) => (FIELDS.some((field) => isNew(old, slide, field)) ? [slide.key] : [])),
    overwritten: pairs.flatMap(({ slide, old }) => (FIELDS.some((field) => isNew(old, slide, field) && isEdited(old, field) && !same(old[field], slide[field])) ? [slide.key] : [])),
  } };
}

/** @param {Slide} slide made here and not in a presentation */
const isOwn = ({ source }) => !source;

/** @param {Slide | undefined} old @param {Slide} slide as the file has it now @returns {Slide} */
function joinedSlide(old, slide) {
  if (!old) return slide;
  const anew = Object.fromEntries(FIELDS.filter((field) => isNew(old, slide, field)).map((field) => [field, slide[field]]));
  return { ...old, ...anew, ...("title" in anew && { guessed: slide.guessed }), time_s: old.time_s || slide.time_s, source: slide.source };
}

/** @param {Slide} old @param {Slide} slide @param {typeof FIELDS[number]} field */
const isNew = (old, slide, field) => !same(old.source?.[field], slide.source?.[field]);

/** @param {Slide} old @param {typeof FIELDS[number]} field */
const isEdited = (old, field) => !same(old[field], old.source?.[field]);

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Slides that were made here, behind those that they stood behind. @param {Slide[]} before @param {Slide[]} slides @param {Set<string>} here keys of the file */
function withOwn(before, slides, here) {
  const placed = [...slides];
  before.forEach((slide, index) => {
    if (!isOwn(slide) || here.has(slide.key)) return;
    const ahead = before.slice(0, index).map(({ key }) => placed.findIndex((each) => each.key === key)).filter((at) => at >= 0).at(-1) ?? -1;
    placed.splice(ahead + 1, 0, slide);
  });
  return placed;
}

/** What has come of it, each a sentence. @param {OwnTalk} talk joined @param {Changes} changes @returns {string[]} */
export function changesSaid(talk, { added, gone, changed, overwritten }) {
  const named = (/** @type {string[]} */ keys) => listed(keys.map((key) => slideSaid(talk, key)));
  const lines = /** @type {[string[], string][]} */ ([
    [added, "Neu"], [changed.filter((key) => !overwritten.includes(key)), "Geändert"], [overwritten, "Überschrieben, obwohl du es hier geändert hattest"],
  ]).flatMap(([keys, said]) => (keys.length ? [`${said}: ${named(keys)}.`] : []));
  if (gone.length) lines.push(`Nicht mehr in der Datei und darum auch hier weg: ${listed(gone.map(({ title, headline }) => `„${title || headline || "Ohne Titel"}“`))}.`);
  return lines.length ? lines : ["Die Datei sagt dasselbe wie beim letzten Mal. Es ist nichts geändert."];
}

/** @param {OwnTalk} talk @param {string} key */
function slideSaid({ slides, hidden }, key) {
  const index = slides.findIndex((slide) => slide.key === key);
  const { title = "" } = slides[index] ?? hidden.find((slide) => slide.key === key) ?? {};
  return `${index < 0 ? "ausgeblendete Folie" : `Folie ${index + 1}`}${title && ` („${title}“)`}`;
}
