// What a talk of one's own is asked about: questions that were written to it, else such as examiners make of it.

import { ownTalks } from "../base/own-talks.mjs";
import { cardId, isAnswered, ownCardsIn } from "../practice/own-cards.mjs";
import { ownKey } from "../talk/judging.mjs";
import { readCaseStudy } from "../workshop/case-reading.mjs";
import { asCaseStudy } from "../workshop/case-study.mjs";
import { getAsking, getSpeech } from "../workshop/knowledge.mjs";
import { promptsFor } from "../workshop/prompts.mjs";
import { hashOf } from "../base/random.mjs";
import { SHARED, sharedName } from "./shared.mjs";

/** @typedef {import("../practice/own-cards.mjs").OwnQuestion} OwnQuestion */
/** @typedef {import("../practice/own-cards.mjs").OwnCard | {id: string, title: string, topic: string, expects: string}} OwnAsked  a card where somebody has written an answer */
/** @typedef {{asked: OwnAsked[], shared: OwnAsked[], pool: OwnQuestion[], print: number}} OwnAsking  `shared` is the same on another device that opens the talk's file, made of `pool`, and `print` tells another version of it */

const TOPIC = "Mein Vortrag";
/** So many written ones are enough to choose from. */
const ENOUGH = 2;
const PRINT_BITS = 10;
const NOTHING = { shared: [], pool: [], print: 0 };

/** A talk of this device. @param {string} id @returns {Promise<OwnAsking>} */
export async function askedOfOwn(id) {
  const talk = (await ownTalks().read(ownKey(id)))?.talk;
  if (!talk) return { asked: [], ...NOTHING };
  return { asked: askedFrom(await poolOf(talk), ownKey(id)), ...(await askedOfTalk(talk)) };
}

/** A talk as two devices see it, whether it lies here or came as a file. @param {any} talk @returns {Promise<Omit<OwnAsking, "asked">>} */
export async function askedOfTalk(talk) {
  const read = await readCaseStudy(asCaseStudy({ ...talk, own: true })); // What no file tells counts on neither.
  if ("trouble" in read) return NOTHING;
  const all = (await poolOf(read.talk)).map((each) => ({ ...each, id: sharedName(each.question) }));
  const pool = [...new Map(all.map((each) => [each.id, each])).values()]; // None twice.
  const { metadata, slides, questions } = asCaseStudy(read.talk); // Files name the exam, and a title where there is none.
  const said = JSON.stringify([metadata, slides, questions ?? [], pool.map(({ question }) => question)]).replace(/(?:\\[nrt]|\s)+/g, " ");
  return { shared: sharedFrom(pool), pool, print: hashOf(said) >>> (32 - PRINT_BITS) };
}

/** The cards and prompts of questions that two devices know, in their order. @param {OwnQuestion[]} pool @returns {OwnAsked[]} */
export const sharedFrom = (pool) => askedFrom(pool, SHARED);

/** @param {any} talk @returns {Promise<OwnQuestion[]>} */
async function poolOf(talk) {
  const written = (Array.isArray(talk.questions) ? talk.questions : []).filter(isAnswered);
  return written.length >= ENOUGH ? written : [...written, ...(await promptsTo(talk).catch(() => []))];
}

/** @param {OwnQuestion[]} pool @param {string} key @returns {OwnAsked[]} */
function askedFrom(pool, key) {
  const cards = new Map(ownCardsIn([{ key, talk: { title: "", exam: "", questions: pool } }]).map((card) => [card.own.id, card]));
  return pool.map(({ id, question, topic, expects }) => cards.get(id) ?? { id: cardId(key, id), title: question, topic, expects });
}

/** @param {any} talk @returns {Promise<OwnQuestion[]>} */
async function promptsTo(talk) {
  const [{ plainText }, { usedIn }] = await Promise.all([getSpeech(), getAsking()]);
  return promptsFor(talk, plainText, usedIn(talk)).map(({ question, expects, slide }) => ({ id: sharedName(question), topic: TOPIC, question, expects, points: [], answer: "", slide }));
}
