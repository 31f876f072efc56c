// What a talk of one's own is asked about: questions that were written to it, else such as examiners make of it.

import { ownTalks } from "../base/own-talks.mjs";
import { ownCardsIn } from "../practice/own-cards.mjs";
import { ownKey } from "../talk/judging.mjs";
import { getAsking, getSpeech } from "../workshop/knowledge.mjs";
import { promptsFor } from "../workshop/prompts.mjs";
import { hashOf } from "./random.mjs";

/** @typedef {import("../practice/own-cards.mjs").OwnCard | {id: string, title: string, topic: string}} OwnAsked  a card where somebody has written an answer */

const TOPIC = "Mein Vortrag";
/** So many written ones are enough to choose from. */
const ENOUGH = 2;

/** @param {string} id of the talk @returns {Promise<OwnAsked[]>} */
export async function askedOfOwn(id) {
  const talk = (await ownTalks().read(ownKey(id)))?.talk;
  if (!talk) return [];
  const written = ownCardsIn([{ key: ownKey(id), talk }]);
  return written.length >= ENOUGH ? written : [...written, ...(await promptsTo(talk, id).catch(() => []))];
}

/** @param {any} talk @param {string} id @returns {Promise<OwnAsked[]>} */
async function promptsTo(talk, id) {
  const [{ plainText }, { usedIn }] = await Promise.all([getSpeech(), getAsking()]);
  return promptsFor(talk, plainText, usedIn(talk)).map(({ question }) => ({ id: `${id}/~${hashOf(question).toString(36)}`, title: question, topic: TOPIC }));
}
