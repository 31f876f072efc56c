// The one script every page loads: it mounts what the page has, and fetches nothing for what it has not.

import { mount as mountMenu } from "./frame/menu.mjs";
import { mount as mountScheme } from "./frame/scheme.mjs";

/** What may stand on a page, and the module that brings it to life. */
const parts = [
  { selector: "details", load: () => import("./frame/disclosure.mjs") },
  { selector: "[data-gp-toc]", load: () => import("./frame/toc.mjs") },
  { selector: "[data-gp-search]", load: () => import("./frame/search.mjs") },
  { selector: ".gp-filter", load: () => import("./frame/overview.mjs") },
  { selector: ".gp-spoken", load: () => import("./speech/spoken-times.mjs") },
  { selector: "[data-speaking-rate]", load: () => import("./speech/speaking-rate.mjs") },
  { selector: "[data-standing]", load: () => import("./standing/standing.mjs") },
  { selector: "main:not(:has([data-practice], [data-catalogue])) .gp-quiz", load: () => import("./practice/quiz.mjs") },
  { selector: "[data-practice='today']", load: () => import("./practice/today.mjs") },
  { selector: "[data-catalogue]", load: () => import("./practice/catalogue.mjs") },
  { selector: "[data-ticks]", load: () => import("./lessons/checklists.mjs") },
  { selector: "[data-plan]", load: () => import("./lessons/exam-plan.mjs") },
  { selector: "[data-dialogue]", load: () => import("./lessons/dialogue.mjs") },
  { selector: "[data-matrix]", load: () => import("./lessons/matrix-drill.mjs") },
  { selector: ".gp-copy", load: () => import("./frame/copying.mjs") },
  { selector: "[data-erasing]", load: () => import("./frame/erasing.mjs") },
  { selector: "main", load: () => import("./frame/glossary.mjs") },
  { selector: "main pre, main table", load: () => import("./frame/scrolling.mjs") },
  { selector: "pre.gp-diagram", load: () => import("./frame/diagrams.mjs") },
];

/** @param {unknown} reason a part that does not load costs its comfort, never the page */
function stayAsItIs(reason) {
  console.info("Ein Teil der Seite bleibt ohne Skript:", reason);
}

mountMenu(document.body);
mountScheme(document.body);

/** Settles when all that stands on the page has been mounted, or stays as it is. */
export const mounted = Promise.all(
  parts
    .filter(({ selector }) => document.querySelector(selector))
    .map(({ load }) => load().then((part) => part.mount(document.body)).catch(stayAsItIs)),
);
