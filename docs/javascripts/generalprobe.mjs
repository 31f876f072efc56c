// The one script every page loads: it mounts what the page has, and fetches nothing for what it has not.

import { mount as mountMenu } from "./menu.mjs";
import { mount as mountScheme } from "./scheme.mjs";

/** What may stand on a page, and the module that brings it to life. */
const parts = [
  { selector: "details", load: () => import("./disclosure.mjs") },
  { selector: "[data-gp-toc]", load: () => import("./toc.mjs") },
  { selector: "[data-gp-search]", load: () => import("./search.mjs") },
  { selector: ".gp-filter", load: () => import("./overview-filter.mjs") },
  { selector: ".gp-spoken", load: () => import("./spoken-times.mjs") },
  { selector: "[data-speaking-rate]", load: () => import("./speaking-rate.mjs") },
  { selector: "[data-standing]", load: () => import("./standing.mjs") },
  { selector: "main:not(:has([data-practice], [data-catalogue])) .gp-quiz", load: () => import("./quiz.mjs") },
  { selector: "[data-practice='today']", load: () => import("./today.mjs") },
  { selector: "[data-catalogue]", load: () => import("./catalogue.mjs") },
  { selector: "[data-ticks]", load: () => import("./checklists.mjs") },
  { selector: "[data-plan]", load: () => import("./exam-plan.mjs") },
  { selector: "[data-dialogue]", load: () => import("./dialogue.mjs") },
  { selector: "[data-matrix]", load: () => import("./matrix-drill.mjs") },
  { selector: ".gp-copy", load: () => import("./copy.mjs") },
  { selector: "[data-erasing]", load: () => import("./erasing.mjs") },
  { selector: "main", load: () => import("./glossary.mjs") },
  { selector: "main pre, main table", load: () => import("./scrolling.mjs") },
  { selector: "pre.gp-diagram", load: () => import("./diagrams.mjs") },
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
