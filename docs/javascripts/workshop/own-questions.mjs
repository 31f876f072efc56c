// Questions that somebody writes to a talk of their own: added, answered, taken out and brought back. Pure.

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("../practice/own-cards.mjs").OwnQuestion} OwnQuestion */

/** Nobody is asked so many. */
export const MOST_QUESTIONS = 500;
const EMPTY = { topic: "", question: "", expects: "", points: [], answer: "", slide: "" };

/** A talk with one question more, under an id that no other ever had. @param {OwnTalk} talk @param {Partial<OwnQuestion>} [said] @returns {OwnTalk} */
export const withQuestion = (talk, said = {}) =>
  ({ ...talk, asked: talk.asked + 1, questions: [...talk.questions, { ...EMPTY, ...said, id: `q${talk.asked + 1}` }] });

/** @param {OwnTalk} talk @param {string} id @param {Partial<Omit<OwnQuestion, "id">>} said @returns {OwnTalk} */
export const withAnswered = (talk, id, said) => ({ ...talk, questions: talk.questions.map((each) => (each.id === id ? { ...each, ...said } : each)) });

/** @param {OwnTalk} talk @param {string} id @returns {OwnTalk} */
export const withoutQuestion = (talk, id) => ({ ...talk, questions: talk.questions.filter((each) => each.id !== id) });

/** A talk with a question that was deleted back at its place. @param {OwnTalk} talk @param {OwnQuestion} question @param {number} at @returns {OwnTalk} */
export const withQuestionBack = (talk, question, at) =>
  talk.questions.some(({ id }) => id === question.id) ? talk : { ...talk, questions: talk.questions.toSpliced(at, 0, question) };

/**
 * Each question under an id of its own; `asked` never falls behind them. No id ends like that of a term the other way round.
 *
 * @param {OwnQuestion[]} questions
 * @param {number} asked
 */
export function identified(questions, asked) {
  const known = new Set();
  let last = Math.max(asked, ...questions.map(({ id }) => Number(/^q(\d{1,9})$/.exec(id)?.[1] ?? 0)));
  const named = questions.map((each) => {
    const id = each.id && each.id !== "reverse" && !known.has(each.id) ? each.id : `q${(last += 1)}`;
    known.add(id);
    return { ...each, id };
  });
  return { questions: named, asked: last };
}
