// A whole talk that leaves as a file, and one that comes: joined with what this device knows of it, never over it.

import { handOut } from "../base/files.mjs";
import { ownTalks, randomName } from "../base/own-talks.mjs";
import { openShelf } from "../base/shelf.mjs";
import { Progress } from "../memory/progress.mjs";
import { cardId } from "../practice/own-cards.mjs";
import { nameOf, ownId } from "../talk/judging.mjs";
import { slugOf } from "./case-study.mjs";
import { COMMENTS, commentsIn } from "./talk-file.mjs";
import { vetted } from "./vetting.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */
/** @typedef {import("../base/merging.mjs").Records} Records */
/** @typedef {import("./talk-file.mjs").Comment} Comment */
/** @typedef {import("./talk-file.mjs").Whole} Whole */
/** @typedef {{key: string, said: string, other: {talk: OwnTalk, pictures: Pictures} | null}} Received `other`: the file says something else than what lies here */

/** @param {string} key @param {OwnTalk} talk as it is now @param {HTMLElement} place where it is said */
export async function handOutWhole(key, talk, place) {
  const { packed } = await import("./writing.mjs");
  const found = await ownTalks().read(key);
  const whole = { talk: { ...talk, id: key }, pictures: found?.pictures ?? new Map(), runs: openShelf().read("runs", ownId(key)), reviews: reviewsOf(key, talk), comments: await commentsOf(key) };
  handOut({ name: `${slugOf(nameOf(talk)) || "mein-vortrag"}.generalprobe.zip`, text: /** @type {Uint8Array<ArrayBuffer>} */ (packed(whole)), type: "application/zip" }, place,
    "Texte, Bilder, Proben, Anmerkungen und wie gut du deine Fragen kannst, sind darin. Öffne sie auf einem anderen Gerät oder gib sie jemandem zum Anmerken: auf dieser Seite, wo ein Vortrag beginnt.");
}

/** What was practised of a talk's own questions, and not put away since. @param {string} key @param {OwnTalk} talk @returns {import("./talk-file.mjs").Reviews} */
export function reviewsOf(key, { questions }) {
  const [shelf, progress] = [openShelf(), new Progress(openShelf())];
  const logs = questions.map(({ id }) => /** @type {const} */ ([id, { reviews: progress.reviewsOf({ id: cardId(key, id), formerly: [] }), gone: shelf.read("progress", cardId(key, id)).gone }]));
  return new Map(logs.filter(([, { reviews, gone }]) => reviews.length + gone.length));
}

/** @param {string} key @param {import("../base/own-talks.mjs").OwnTalks} [talks] @returns {Promise<Records>} */
export const commentsOf = async (key, talks = ownTalks()) => commentsIn(await talks.comments(key)).value;

/** @param {string} key @param {Records} more @param {import("../base/own-talks.mjs").OwnTalks} [talks] */
export const addComments = (key, more, talks = ownTalks()) => talks.changeComments(key, (before) => COMMENTS.write(COMMENTS.merge(commentsIn(before).value, more)));

/** Where a talk from a file goes: its own place, so that its way back is known. @param {OwnTalk} talk */
export const keyFor = (talk) => talk.id || randomName();

/**
 * Join runs, reviews and comments with those of this device.
 *
 * @param {string} key
 * @param {Whole} whole
 * @param {import("../base/own-talks.mjs").OwnTalks} [talks]
 * @returns {Promise<Received | null>} null where this device does not know the talk
 */
export async function received(key, { talk, pictures, runs, reviews, comments }, talks = ownTalks()) {
  const [found, before] = [await talks.read(key), await commentsOf(key, talks)];
  await addComments(key, comments, talks);
  if (runs.size) openShelf().add([["runs", ownId(key), found ? runs : renewed(runs)]]);
  if (reviews.size) openShelf().add([...reviews].map(([id, log]) => ["progress", cardId(key, id), log]));
  if (!found) return null;
  const mine = vetted(found.talk, new Set(found.pictures.keys()));
  const all = new Map([...found.pictures, ...pictures]);
  await talks.writePictures(key, all);
  const isSame = JSON.stringify({ ...mine, id: "" }) === JSON.stringify({ ...talk, id: "" });
  return { key, said: newsSaid(talk, before, await commentsOf(key, talks)), other: isSame ? null : { talk, pictures } };
}

/** Runs that were deleted with their talk come back with it. @param {Records} runs @returns {Records} */
const renewed = (runs) => new Map([...runs].map(([id, { at, value }]) => [id, { at: value === null ? at : Date.now(), value }]));

/** @param {OwnTalk} talk @param {Records} before @param {Records} after */
function newsSaid({ slides }, before, after) {
  const news = [...after].flatMap(([id, { value }]) => (value && !before.get(id)?.value ? [/** @type {Comment} */ (/** @type {unknown} */ (value))] : []));
  if (!news.length) return "Neue Anmerkungen sind nicht dabei.";
  const places = [...new Set(news.map(({ slide }) => slides.findIndex(({ key }) => key === slide) + 1))].sort((one, other) => one - other);
  return `${news.length === 1 ? "Eine neue Anmerkung" : `${news.length} neue Anmerkungen`}: ${places.map((number) => (number ? `Folie ${number}` : "zum ganzen Vortrag")).join(", ")}.`;
}
