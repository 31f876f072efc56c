// What a question about a talk of one's own is called on two devices: by its words, for each keeps the talk under another key. Pure.

import { cardId } from "../practice/own-cards.mjs";
import { isOwn } from "../talk/judging.mjs";
import { hashOf } from "../base/random.mjs";

/** What stands for the key of a talk that two devices have. */
export const SHARED = "~";

/** @param {string} question with or without marks of emphasis and code, in however many lines */
export const sharedName = (question) => hashOf(question.replace(/\*\*|`/g, "").replace(/\s+/g, " ").trim()).toString(36);

/** The id that both devices know; that of a question of the site is such. @param {{id: string, title: string}} question */
export const sharedId = ({ id, title }) => (isOwn(id) ? cardId(SHARED, sharedName(title)) : id);
