// A question as it stands on its page: what its HTML says of it, and where it stands.

/** @typedef {import("../memory/progress.mjs").CardName} CardName */
/** @typedef {"open" | "choice" | "order" | "match" | "term" | "phrase"} Kind */
/** @typedef {{card: CardName, kind: Kind, section: HTMLElement, heading: HTMLElement | null, answer: HTMLDetailsElement}} Question */

export const QUESTIONS = ".gp-question[data-card]";
/** Those that grade themselves. */
export const TASKS = ":is([data-kind='choice'], [data-kind='order'], [data-kind='match'])";

/** About how long one practises a question, in seconds, its grading included. */
const USUAL_S = { open: 90, choice: 35, order: 45, match: 50, term: 25, phrase: 30 };

/** @param {ParentNode} container @returns {string[]} the ids of all questions, in the order of the page */
export const idsOf = (container) => [...container.querySelectorAll(QUESTIONS)].map((section) => section.getAttribute("data-card") ?? "");

/** @param {HTMLElement} section @returns {CardName} */
export const cardOf = ({ dataset: { card = "", formerly = "" } }) => ({ id: card, formerly: formerly.split(" ").filter(Boolean) });

/** @param {ParentNode} container @param {string} id @returns {Question | null} */
export function findQuestion(container, id) {
  const section = container.querySelector(`${QUESTIONS}[data-card="${CSS.escape(id)}"]`);
  return section instanceof HTMLElement ? questionOf(section) : null;
}

/** @param {HTMLElement} section @returns {Question | null} null where there is no answer to show */
export function questionOf(section) {
  const answer = section.querySelector("details");
  const kind = /** @type {Kind} */ (section.dataset.kind ?? "open");
  return answer && { card: cardOf(section), kind, section, heading: headingOf(section), answer };
}

/** @param {HTMLElement} section */
const headingOf = (section) => document.getElementById(section.getAttribute("aria-labelledby") ?? "");

/** @param {HTMLElement[]} sections @returns {number} about how long they take, in whole minutes */
export function minutesFor(sections) {
  const seconds = sections.map(({ dataset: { kind } }) => USUAL_S[/** @type {Kind} */ (kind ?? "open")] ?? USUAL_S.open);
  return Math.max(1, Math.round(seconds.reduce((sum, each) => sum + each, 0) / 60));
}
