// All that may be asked about a talk, of one's own and found, in one shape: by rank, and by slide. Pure.

import { isAnswered } from "../practice/own-cards.mjs";
import { placeOf } from "./asking.mjs";

/**
 * `number` is the slide's, from 1, or 0 for the whole talk. `answer` and `points` are Markdown, `prompt` is what makes it one's own.
 *
 * @typedef {import("./asking.mjs").Asked} Asked
 * @typedef {import("./asking.mjs").ConditionOf} ConditionOf
 * @typedef {import("./prompts.mjs").Prompt} Prompt
 * @typedef {{kind: "own" | "prompt" | Asked["kind"], text: string, why: string, state: Asked["state"] | null, number: number,
 *   prompt?: Prompt, href?: string, answer?: string, points?: string[]}} FoundQuestion
 * @typedef {{title: string, questions: FoundQuestion[]}} Group
 */

/** How well a card is known. */
export const STATES = { new: "noch nie geübt", due: "heute fällig", shaky: "noch nicht fest", solid: "sitzt" };
const WHOLE = "Zum ganzen Vortrag";

/**
 * @param {import("./own-talk.mjs").OwnTalk} talk
 * @param {{prompts: Prompt[], asked: Asked[], conditionOf: (question: import("../practice/own-cards.mjs").OwnQuestion) => import("./asking.mjs").Condition}} found
 * @returns {FoundQuestion[]} one's own, then those that can be made one's own and are not yet, then terms and questions of the site, the most important first
 */
export function questionsOf({ questions, slides }, { prompts, asked, conditionOf }) {
  const numberOf = (/** @type {string} */ key) => slides.findIndex((slide) => slide.key === key) + 1;
  const taken = new Set(questions.map(({ question }) => question));
  return [
    ...questions.filter(({ question }) => question.trim()).map((own) => /** @type {FoundQuestion} */ ({
      kind: "own", text: own.question, why: isAnswered(own) ? "" : "noch ohne Antwort", state: isAnswered(own) ? conditionOf(own).state : null, number: numberOf(own.slide),
      answer: own.answer, points: own.points,
    })),
    ...prompts.filter(({ question }) => !taken.has(question)).map((prompt) => /** @type {FoundQuestion} */ ({ kind: "prompt", text: prompt.question, why: prompt.why, state: null, number: numberOf(prompt.slide), prompt })),
    ...asked.map((each) => ({ kind: each.kind, text: each.card.title, why: each.why, state: each.state, number: placeOf(each).number, href: each.card.href })),
  ];
}

/** @param {FoundQuestion[]} questions @param {{title: string, headline: string}[]} slides @returns {Group[]} those of the whole talk first; each in its order */
export const bySlide = (questions, slides) => [{ title: WHOLE }, ...slides.map((slide, index) => ({ title: slideSaid(slide, index) }))]
  .map(({ title }, number) => ({ title, questions: questions.filter((each) => each.number === number) })).filter(({ questions: { length } }) => length);

/** @param {FoundQuestion[]} questions @param {number} most of the site's own @returns {Group[]} */
export function byRank(questions, most) {
  const of = (/** @type {FoundQuestion["kind"][]} */ ...kinds) => questions.filter(({ kind }) => kinds.includes(kind));
  return [
    { title: "Eigene Fragen", questions: of("own") }, { title: "Was der Prüfungsausschuss fragen kann", questions: of("prompt") },
    { title: "Was du erklären können musst", questions: of("term", "question").slice(0, most) },
  ].filter(({ questions: { length } }) => length);
}

/** @param {{title: string, headline: string}} slide @param {number} index */
export const slideSaid = ({ title, headline }, index) => `Folie ${index + 1}${title.trim() || headline.trim() ? `: ${title.trim() || headline.trim()}` : ""}`;
