// A question as it stands on its page: what its HTML says of it, and where it stands.

import { KINDS } from "./kinds.mjs";

/** @typedef {import("../memory/progress.mjs").CardName} CardName */
/** @typedef {{card: CardName, kind: string, section: HTMLElement, heading: HTMLElement | null, answer: HTMLDetailsElement}} Question */

export const QUESTIONS = "[data-card]";

/** @param {HTMLElement} section @returns {string} a name in the table of kinds */
export const kindOf = ({ dataset: { kind = "" } }) => (Object.hasOwn(KINDS, kind) ? kind : "open");

/** @param {ParentNode} container @returns {string[]} the ids of all questions, in the order of the page */
export const idsOf = (container) => [...container.querySelectorAll(QUESTIONS)].map((section) => section.getAttribute("data-card") ?? "");

/** @param {ParentNode} container @returns {Set<string>} the kinds that occur */
export const kindsOf = (container) => new Set([...container.querySelectorAll(QUESTIONS)].map((section) => kindOf(/** @type {HTMLElement} */ (section))));

/** The exams that ask a question, undefined where there is only one. @param {HTMLElement} section */
export const askedIn = ({ dataset: { exam } }) => exam?.split(" ");

/** @param {HTMLElement} section @returns {CardName} */
export const cardOf = ({ dataset: { card = "", formerly = "" } }) => ({ id: card, formerly: formerly.split(" ").filter(Boolean) });

/** @param {ParentNode} container @returns {CardName[]} all that are asked, in the order of the page */
export const cardsIn = (container) => [...container.querySelectorAll(QUESTIONS)].map((section) => cardOf(/** @type {HTMLElement} */ (section)));

/** @param {ParentNode} container @param {string} id @returns {Question | null} */
export function findQuestion(container, id) {
  const section = container.querySelector(`${QUESTIONS}[data-card="${CSS.escape(id)}"]`);
  return section instanceof HTMLElement ? questionOf(section) : null;
}

/** @param {HTMLElement} section @returns {Question | null} null where there is no answer to show */
export function questionOf(section) {
  const answer = section.querySelector("details");
  return answer && { card: cardOf(section), kind: kindOf(section), section, heading: headingOf(section), answer };
}

/** @param {HTMLElement} section */
const headingOf = (section) => document.getElementById(section.getAttribute("aria-labelledby") ?? "");
