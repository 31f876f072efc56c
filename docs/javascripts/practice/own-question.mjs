// The answer to a question of one's own, as pages have it.

import { onSite } from "../base/addresses.mjs";
import { make } from "../base/elements.mjs";
import { inline, notes } from "../base/inline.mjs";

/** @param {import("./own-cards.mjs").OwnCard} card @returns {HTMLElement} */
export function makeOwnQuestion({ reveal, own: { expects, points, answer } }) {
  const root = onSite("").href;
  const prose = (/** @type {string} */ text) => notes({ notes: text, directions: [] }, root);
  return make("section", {}, make("details", {}, make("summary", {}, reveal),
    ...(expects.trim() ? [make("div", { class: "gp-answer__expects", "data-expects": true }, make("h4", {}, "Das wollen die Prüfer hören"), ...prose(expects))] : []),
    ...(points.length ? [make("div", { class: "gp-answer__points", "data-points": true, "data-no-terms": true }, make("h4", {}, "Das muss vorkommen"), make("ul", {}, ...points.map((point) => make("li", {}, ...inline(point, root)))))] : []),
    make("div", { class: "gp-answer__text", "data-sample": true }, make("h4", {}, "Deine vorbereitete Antwort"), ...prose(answer))));
}
