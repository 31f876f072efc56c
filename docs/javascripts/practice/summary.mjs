// The end of a round: how it went, what comes back when, and where to go from here.

import { nameOf } from "../base/calendar.mjs";
import { button, make } from "../base/elements.mjs";
import { GRADES } from "./round.mjs";

/** @typedef {import("./round.mjs").Outcome} Outcome */

/** @param {number} count */
const questions = (count) => (count === 1 ? "1 Frage" : `${count} Fragen`);

/**
 * @param {Outcome} outcome
 * @param {number} today
 * @param {(ids: string[]) => void} again starts another round
 * @param {(HTMLElement | string)[]} actions where else to go
 */
export function makeSummary(outcome, today, again, actions) {
  const { asked, repeated, unsure, left, open, days } = outcome;
  const title = make("h2", { class: "gp-summary__title" }, left.length || open.length ? "Runde beendet" : "Runde geschafft");
  const parts = [`${questions(asked)} geübt`, ...(repeated ? [`${repeated} davon mehrmals`] : []), ...(left.length ? [`${left.length} ausgelassen`] : []), ...(open.length ? [`${open.length} noch einmal offen`] : [])];
  const said = asked ? `${parts.join(", ")}.` : "Du hast keine Frage geübt.";
  const dates = days.map(({ day, count }) => make("li", {}, make("span", {}, nameOf(day, today)), " ", make("strong", {}, questions(count))));
  const repeat = [
    ...(unsure.length ? [button(`Unsichere noch einmal (${unsure.length})`, () => again(unsure), { class: "gp-button gp-button--primary" }), " "] : []),
    ...(left.length ? [button(`Ausgelassene (${left.length})`, () => again(left)), " "] : []),
  ];
  return make("section", { class: "gp-summary", "aria-label": "Ergebnis der Runde" }, title, make("p", {}, said),
    ...(asked ? [grades(outcome), make("h3", {}, "So geht es weiter"), make("ul", { class: "gp-summary__days" }, ...dates)] : []),
    make("p", { class: "gp-actions" }, ...repeat, ...actions));
}

/** @param {Outcome} outcome */
function grades({ counts }) {
  const items = GRADES.map((name, index) =>
    make("li", { class: "gp-summary__grade", "data-grade": index + 1 }, make("strong", {}, String(counts[index])), " ", make("span", {}, name)));
  return make("ul", { class: "gp-summary__grades" }, ...items);
}
