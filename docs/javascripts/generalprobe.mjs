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
  { selector: "main pre, main table", load: () => import("./scrolling.mjs") },
  { selector: "pre.gp-diagram", load: () => import("./diagrams.mjs") },
];

/** @param {unknown} reason a part that does not load costs its comfort, never the page */
function stayAsItIs(reason) {
  console.info("Ein Teil der Seite bleibt ohne Skript:", reason);
}

mountMenu(document.body);
mountScheme(document.body);
for (const { selector, load } of parts) {
  if (document.querySelector(selector)) load().then((part) => part.mount(document.body)).catch(stayAsItIs);
}
