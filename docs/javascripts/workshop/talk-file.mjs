// A whole talk as a file, to take to another device or hand to a trainer: what is in it, and what of it can be believed. Pure.
//
// `vortrag.generalprobe.zip` holds `vortrag.json` and the pictures below `bilder/`, each under its key:
//
//     {"version": 1, "talk": {"own": true, "id": "mein-vortrag", "slides": [{"key": "f1", …}], …},
//      "runs": {"version": 1, "records": [["m1x-4f", 1796040000000, {"mode": "whole", …}]]},
//      "reviews": {"q1": {"version": 2, "reviews": [[1796040000000, 3, 60]]}},
//      "comments": {"records": [["k1", 1796040000000, {"slide": "f1", "text": "Hier fehlt eine Zahl.", "by": "Trainer"}]]}}

import { isRecord, isText, records } from "../base/merging.mjs";
import { entryOf, readEntry } from "../base/stored.mjs";
import { isId } from "../talk/judging.mjs";
import { MOST_QUESTIONS } from "./own-questions.mjs";
import { Unreadable, readable } from "./unreadable.mjs";
import { vetted } from "./vetting.mjs";

/**
 * @typedef {import("../base/merging.mjs").Records} Records
 * @typedef {{slide: string, text: string, by: string}} Comment `slide` is a key, empty for the whole talk
 * @typedef {{talk: import("./own-talk.mjs").OwnTalk, pictures: import("./own-talk.mjs").Pictures, runs: Records, reviews: Reviews, comments: Records}} Whole
 * @typedef {Map<string, import("../base/merging.mjs").Log>} Reviews of the talk's questions, by their ids
 * @typedef {Whole & {losses: string[]}} Read `losses` are sentences
 */

/** It grows when a page that knows an older one would misread it. */
export const FILE_VERSION = 1;
export const TALK = "vortrag.json";
export const PICTURES = "bilder/";

const SAID = {
  newer: "Die Datei stammt von einer neueren Fassung dieser Seite. Lade die Seite neu und öffne die Datei noch einmal.",
  broken: "Der Vortrag in der Datei ist beschädigt. Lass sie dir noch einmal geben, oder speichere sie neu.",
  pictures: "Ein Teil der Bilder fehlt in der Datei oder ist beschädigt. Füge sie neu ein.",
  runs: "Die Proben in der Datei sind nicht zu lesen und bleiben weg.",
  reviews: "Ein Teil dessen, wie gut du deine Fragen kannst, ist in der Datei nicht zu lesen und bleibt weg.",
  comments: "Ein Teil der Anmerkungen in der Datei ist nicht zu lesen und bleibt weg.",
};

/** @param {unknown} value @returns {value is Comment} */
const isComment = (value) => isRecord(value) && [value.slide, value.text, value.by].every(isText);

/** What trainers say of a talk: of two copies of one the later, and whatever only one of two files has. */
export const COMMENTS = records(isComment);

/** @param {{names: string[]}} archive whether it is such a file */
export const isTalkFile = ({ names }) => names.includes(TALK);

/** @param {Whole} whole @returns {string} what stands in `vortrag.json` */
export const textOf = ({ talk, runs, reviews, comments }) => JSON.stringify({
  version: FILE_VERSION, talk, runs: entryOf("runs", runs), reviews: Object.fromEntries([...reviews].map(([id, log]) => [id, entryOf("progress", log)])), comments: COMMENTS.write(comments),
});

/** @param {import("./archive.mjs").Archive} archive @returns {Promise<Read | import("./unreadable.mjs").Trouble>} */
export const readTalkFile = (archive) => readable(async () => {
  const said = parsed((await archive.texts([TALK])).get(TALK) ?? "");
  const named = archive.names.filter((name) => name.startsWith(PICTURES));
  const found = [...await archive.pictures(named)].flatMap(([name, each]) => ("key" in each && name === PICTURES + each.key ? [each] : []));
  const pictures = new Map(found.map(({ key, type, bytes }) => [key, { type, bytes }]));
  const talk = vetted(said.talk, new Set(pictures.keys()));
  if (!talk) throw new Unreadable(SAID.broken);
  const [runs, reviews, comments] = [readEntry("runs", said.runs ?? entryOf("runs", new Map())), reviewsIn(said.reviews), commentsIn(said.comments)];
  const losses = [
    ...(found.length < named.length || imagesIn(said.talk) > imagesIn(talk) ? [SAID.pictures] : []), ...(runs.state === "fine" ? [] : [SAID.runs]), ...(reviews.whole ? [] : [SAID.reviews]), ...(comments.whole ? [] : [SAID.comments]),
  ];
  return { talk, pictures, runs: runs.value, reviews: reviews.value, comments: comments.value, losses };
});

/** @param {string} text @returns {Record<string, unknown>} */
function parsed(text) {
  const found = attempt(() => JSON.parse(text), null);
  if (!isRecord(found) || !Number.isInteger(found.version) || found.version < 1) throw new Unreadable(SAID.broken);
  if (found.version > FILE_VERSION) throw new Unreadable(SAID.newer);
  return found;
}

/** @param {unknown} said @returns {{value: Records, whole: boolean}} */
export const commentsIn = (said) => attempt(() => COMMENTS.read(said ?? { records: [] }), { value: COMMENTS.empty, whole: false });

/** @param {unknown} said @returns {{value: Reviews, whole: boolean}} */
function reviewsIn(said) {
  const all = isRecord(said) ? Object.entries(said).map(([id, entry]) => ({ id, ...readEntry("progress", entry) })) : [];
  const good = all.filter(({ id, state }) => isId(id) && state === "fine").slice(0, MOST_QUESTIONS);
  return { value: new Map(good.map(({ id, value }) => [id, value])), whole: good.length === all.length && (said === undefined || isRecord(said)) };
}

/** How many pictures a talk wants to show. @param {any} talk of whatever shape */
export const imagesIn = (talk) => [talk.slides, talk.hidden].flat().flatMap((slide) => [slide?.artifact?.kind === "image", slide?.looks]).filter(Boolean).length;

/**
 * @template T
 * @param {() => T} read
 * @param {T} instead of what cannot be read
 * @returns {T}
 */
function attempt(read, instead) {
  try {
    return read();
  } catch {
    return instead;
  }
}
