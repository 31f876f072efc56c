// Questions that somebody has written to a talk of their own, as cards like all others. Pure.

import { isRecord, isText } from "../base/merging.mjs";

/**
 * @typedef {import("./listed.mjs").Listed} Listed
 *
 * `q3` was made on this device, by a counter that never goes back; what comes from a file keeps its id. `topic` is one of the exam's, or empty,
 * `slide` the key of the one that is asked about, or empty; `expects` says what examiners want to hear, `points` what has to come. Texts are Markdown.
 * @typedef {{id: string, topic: string, question: string, expects: string, points: string[], answer: string, slide: string}} OwnQuestion
 *
 * @typedef {Listed & {own: OwnQuestion}} OwnCard
 * @typedef {{title: string, exam: string, questions: OwnQuestion[]}} Asking a talk, as far as it is asked about
 */

const PAGE = "mein-vortrag/";
const TOPIC = "Mein Vortrag";
const SIDE = { kind: "open", label: "Eigene Frage", reveal: "Antwort zeigen", asksMore: false };

/** Whether it can be practised. @param {OwnQuestion} question */
export const isAnswered = ({ question, answer }) => Boolean(question.trim() && answer.trim());

/** Under which its reviews lie. @param {string} key of the talk @param {string} id of the question */
export const cardId = (key, id) => `eigener/${key}/${id}`;

/**
 * Those that can be practised, in the shape of the index's cards.
 *
 * @param {Asking} talk
 * @param {string} key under which the talk is kept: a copy of it has another, and so cards of its own
 * @returns {OwnCard[]}
 */
export const ownCards = ({ title, exam, questions }, key) =>
  questions.filter(isAnswered).map((own) => ({
    ...SIDE, id: cardId(key, own.id), formerly: [], title: unmarked(own.question), topic: own.topic || TOPIC, difficulty: "medium", core: false, page: PAGE,
    source: title || TOPIC, href: `${PAGE}?eigener=${encodeURIComponent(key)}`, taught: "", own, ...(exam && { exams: [exam] }),
  }));

/** Those of all talks on a device; what lies there need not be whole. @param {{key: string, talk: any}[]} talks @returns {OwnCard[]} */
export const ownCardsIn = (talks) => talks.flatMap(({ key, talk: { title, exam, questions } }) =>
  ownCards({ title: text(title), exam: text(exam), questions: Array.isArray(questions) ? questions.flatMap(questionIn) : [] }, key));

/** @param {unknown} value @returns {OwnQuestion[]} none where it has no id that a log could lie under */
function questionIn(value) {
  if (!isRecord(value) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text(value.id))) return [];
  const { id, topic, question, expects, points, answer, slide } = value;
  return [{ id, topic: text(topic), question: text(question), expects: text(expects), points: Array.isArray(points) ? points.filter(isText) : [], answer: text(answer), slide: text(slide) }];
}

/** @param {unknown} value */
const text = (value) => (isText(value) ? value : "");

/** Without the marks of emphasis and code. @param {string} markdown */
const unmarked = (markdown) => markdown.replace(/\*\*|`/g, "");
