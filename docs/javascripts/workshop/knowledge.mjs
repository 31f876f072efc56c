// What it takes to judge a talk of one's own, fetched when it is first wanted.

import { fetchText } from "../base/fetching.mjs";
import { makeSpeech } from "../speech/speech.mjs";
import { makeJudge } from "./checks.mjs";

const [SPEECH, RULES] = ["mein-vortrag/sprechzeit.json", "mein-vortrag/regeln.json"];

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/** How long texts take to say. @returns {Promise<import("../speech/speech.mjs").Speech>} */
export const getSpeech = () => once(SPEECH, makeSpeech);

/** What is wrong with a talk. */
export async function getJudge() {
  const [speech, rules] = await Promise.all([getSpeech(), once(RULES, (found) => found)]);
  return makeJudge(speech, rules);
}

/**
 * What is made of a file: the same for all who ask, and asked for again only where it did not come.
 *
 * @template Made
 * @param {string} path
 * @param {(content: any) => Made} make
 * @returns {Promise<Made>}
 */
function once(path, make) {
  const made = fetched.get(path) ?? fetchText(path).then((text) => make(JSON.parse(text)));
  fetched.set(path, made);
  made.catch(() => fetched.delete(path));
  return made;
}
