// What it takes to judge a talk of one's own, fetched when it is first wanted.

import { fetchText } from "../base/fetching.mjs";
import { makeSpeech } from "../speech/speech.mjs";
import { makeJudge } from "./checks.mjs";

const [SPEECH, RULES, WIDTHS] = ["mein-vortrag/sprechzeit.json", "mein-vortrag/regeln.json", "mein-vortrag/breiten.json"];
const [TERMS, CARDS] = ["nachschlagen/begriffe.json", "ueben/karten.json"];

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/** How long texts take to say. @returns {Promise<import("../speech/speech.mjs").Speech>} */
export const getSpeech = () => once(SPEECH, makeSpeech);

/** What is wrong with a talk. */
export async function getJudge() {
  const [speech, rules] = await Promise.all([getSpeech(), once(RULES, (found) => found)]);
  return makeJudge(speech, rules);
}

/** How large slides are set, and what does not fit on them. */
export async function getSetting() {
  const [{ makeSetting }, { makeMeasure }] = await Promise.all([import("./setting.mjs"), import("./widths.mjs")]);
  return once(WIDTHS, (widths) => makeSetting(makeMeasure(widths)));
}

/** What costs points and is no error. */
export async function getHints() {
  const [{ plainText }, setting, { makeHints }] = await Promise.all([getSpeech(), getSetting(), import("./hints.mjs")]);
  return makeHints(plainText, setting);
}

/** What may be asked about a talk. */
export async function getAsking() {
  const [{ makeAsking }, { cardsIn }] = await Promise.all([import("./asking.mjs"), import("../practice/listed.mjs")]);
  const [{ plainText }, terms, cards] = await Promise.all([getSpeech(), once(TERMS, (found) => found), once(CARDS, cardsIn)]);
  return makeAsking({ terms, cards, plainText });
}

/** How well the cards of the site are known, and some more. @param {import("../practice/listed.mjs").Listed[]} more @returns {Promise<import("./asking.mjs").ConditionOf>} */
export async function getCondition(more) {
  const [{ cardsIn }, { openProgress }, { readSettings }, { situationOf, conditionIn }] = await Promise.all([
    import("../practice/listed.mjs"), import("../memory/progress.mjs"), import("../memory/settings.mjs"), import("../memory/situation.mjs"),
  ]);
  const [cards, progress] = [[...await once(CARDS, cardsIn), ...more], openProgress()];
  return conditionIn(situationOf(cards, (card) => progress.reviewsOf(card), { ...readSettings(), which: null }, Date.now()));
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
