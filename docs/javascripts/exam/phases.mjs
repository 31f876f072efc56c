// The parts of a mock exam as one sees them: where one is, and what a screen of it looks like.

import { focusOn, make } from "../base/elements.mjs";
import { PHASES } from "./sitting.mjs";

/** @typedef {import("./sitting.mjs").Phase} Phase */

/** @type {Record<Phase, string>} */
export const TITLES = { check: "Technik", talk: "Vortrag", discussion: "Fachgespräch", marking: "Bewertung", record: "Ergebnis" };

/** @param {Phase} now */
function makeSteps(now) {
  const at = PHASES.indexOf(now);
  return make("ol", { class: "gp-phases", "aria-label": "Teile der Probeprüfung" }, ...PHASES.map((phase, index) =>
    make("li", { class: `gp-phases__phase${index < at ? " gp-phases__phase--over" : ""}`, ...(index === at ? { "aria-current": "step" } : {}) }, TITLES[phase])));
}

/**
 * One thing at a time: a heading, which takes the keyboard, and what belongs to it.
 *
 * @param {HTMLElement} place
 * @param {Phase} phase
 * @param {string} title
 * @param {...(Node | string)} content
 */
export function showScreen(place, phase, title, ...content) {
  const heading = make("h2", { class: "gp-mock__title" }, title);
  place.replaceChildren(makeSteps(phase), make("section", { class: `gp-mock__screen gp-mock__screen--${phase}` }, heading, ...content));
  scrollTo({ top: 0, behavior: "instant" });
  focusOn(heading);
}
