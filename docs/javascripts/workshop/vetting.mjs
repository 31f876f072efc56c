// A talk that comes from elsewhere, as a file or from an older visit: what fits the shape of one is taken, and nothing else. Pure.

import { isRecord } from "../base/merging.mjs";
import { isId } from "../talk/judging.mjs";
import { MOST_QUESTIONS, identified } from "./own-questions.mjs";
import { LONGEST, MOST_COLUMNS, MOST_ROWS, MOST_SLIDES, makeSlide, makeTalk, printable } from "./own-talk.mjs";

/**
 * @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk
 * @typedef {import("./own-talk.mjs").Slide} Slide
 * @typedef {import("../talk/judging.mjs").Artifact} Artifact
 */

const DENSITIES = ["dense", "packed", "overfull"];
const LONGEST_S = 24 * 60 * 60;

/** @param {unknown} value @param {ReadonlySet<string>} pictures the keys of those that there are @returns {OwnTalk | null} null for what is no talk */
export function vetted(value, pictures) {
  if (!isRecord(value) || !Array.isArray(value.slides)) return null;
  const [slides, hidden] = [value.slides, list(value.hidden)].map((each) => each.filter(isRecord).slice(0, MOST_SLIDES).map((slide) => slideOf(slide, pictures)));
  const talk = makeTalk({
    id: id(value.id), title: text(value.title), exam: id(value.exam), metadata: metadataOf(value.metadata), made: count(value.made),
    ...(isFocus(value.focus) && { focus: value.focus }), ...(value.summary && { summary: text(value.summary) }),
  });
  return withKeys({ ...talk, slides, hidden, ...identified(questionsOf(value.questions), count(value.asked)) });
}

/** @param {unknown} value @returns {value is import("./own-talk.mjs").Focus} */
const isFocus = (value) => value === "technology" || value === "communication" || value === "mixed";

/** Each slide under a key of its own. @param {OwnTalk} talk @returns {OwnTalk} */
function withKeys(talk) {
  const known = new Set();
  let made = Math.max(talk.made, ...[...talk.slides, ...talk.hidden].map(({ key }) => Number(/^f(\d{1,9})$/.exec(key)?.[1] ?? 0)));
  const keyed = (/** @type {Slide} */ slide) => {
    const key = slide.key && !known.has(slide.key) ? slide.key : `f${(made += 1)}`;
    known.add(key);
    return { ...slide, key };
  };
  return { ...talk, slides: talk.slides.map(keyed), hidden: talk.hidden.map(keyed), made };
}

/** @param {Record<string, any>} slide @param {ReadonlySet<string>} pictures @returns {Slide} */
const slideOf = (slide, pictures) => makeSlide(id(slide.key), {
  ...textsOf(slide, pictures), formerly: list(slide.formerly).map(id).filter(Boolean), directions: texts(slide.directions),
  density: DENSITIES.includes(slide.density) ? slide.density : "", time_s: count(slide.time_s), demo_s: count(slide.demo_s), spoken_s: amount(slide.spoken_s), silent_s: amount(slide.silent_s), syllables: count(slide.syllables),
  ...(slide.guessed === true && { guessed: true }), ...(pictures.has(slide.looks) && { looks: slide.looks }), ...(slide.purpose && { purpose: text(slide.purpose) }), ...(isRecord(slide.source) && { source: textsOf(slide.source, pictures) }),
});

/** @param {Record<string, any>} slide @param {ReadonlySet<string>} pictures @returns {import("./own-talk.mjs").Source} */
const textsOf = ({ title, headline, bullets, artifact, notes }, pictures) => ({
  title: text(title), headline: text(headline), notes: text(notes), artifact: artifactOf(artifact, pictures),
  bullets: list(bullets).filter(isRecord).map((bullet) => ({ text: text(bullet.text), bullets: texts(bullet.bullets) })),
});

/** @param {any} said @returns {OwnTalk["metadata"]} */
function metadataOf(said) {
  const { topic, audience, situation, goal, success_criteria, scope, risks } = isRecord(said) ? said : /** @type {Record<string, any>} */ ({});
  return { topic: text(topic), audience: text(audience), situation: text(situation), goal: text(goal), success_criteria: texts(success_criteria), scope: text(scope), risks: texts(risks) };
}

/** @param {any} artifact @param {ReadonlySet<string>} pictures @returns {Artifact | null} */
function artifactOf(artifact, pictures) {
  const kind = isRecord(artifact) ? text(artifact.kind) : "";
  if (!isKind(kind) || (kind === "image" && !pictures.has(artifact.src))) return null;
  return ARTIFACTS[kind](artifact, text(artifact.caption));
}

/** @param {string} kind @returns {kind is Artifact["kind"]} */
const isKind = (kind) => Object.hasOwn(ARTIFACTS, kind);

/** A drawing would be an address: a diagram of one's own stands as its source. @type {Record<Artifact["kind"], (said: Record<string, any>, caption: string) => Artifact>} */
const ARTIFACTS = {
  placeholder: ({ description }, caption) => ({ kind: "placeholder", caption, description: text(description) }),
  image: ({ src, alt }, caption) => ({ kind: "image", caption, src, alt: text(alt) }),
  diagram: ({ source, description }, caption) => ({ kind: "diagram", caption, source: text(source), description: text(description), drawing: "" }),
  code: ({ language, code }, caption) => ({ kind: "code", caption, language: text(language), code: text(code) }),
  table: ({ columns, rows }, caption) => {
    const named = texts(columns).slice(0, MOST_COLUMNS);
    return { kind: "table", caption, columns: named, rows: list(rows).slice(0, MOST_ROWS).map((row) => named.map((_, index) => text(list(row)[index]))) };
  },
  quote: ({ text: said, source }, caption) => ({ kind: "quote", caption, text: text(said), source: text(source) }),
};

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? printable(value.slice(0, LONGEST)) : "");

/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value */
const texts = (value) => list(value).filter((each) => typeof each === "string").map(text);

/** @param {unknown} value */
const id = (value) => (typeof value === "string" && isId(value) ? value : "");

/** @param {unknown} value */
const questionsOf = (value) => list(value).filter(isRecord).slice(0, MOST_QUESTIONS).map((each) => ({
  id: id(each.id), topic: text(each.topic), question: text(each.question), expects: text(each.expects), points: texts(each.points), answer: text(each.answer), slide: id(each.slide),
}));

/** @param {unknown} value */
const amount = (value) => (typeof value === "number" && value >= 0 && value <= LONGEST_S ? value : 0);

/** @param {unknown} value */
const count = (value) => Math.round(amount(value));
