// The one script every page loads: it mounts what the page has, and fetches nothing for what it has not.

/** @typedef {{mount: (element: HTMLElement, offered: import("./base/app.mjs").Offered) => unknown}} Part */

/** What the browser offers it does once, maybe before the part that passes it on is there. @type {import("./base/app.mjs").Offered} */
const offered = { event: null };
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offered.event = /** @type {import("./base/app.mjs").Offer} */ (event);
});

/** What a template names in `data-part`, and the module that brings it to life. @type {Record<string, () => Promise<Part>>} */
const PARTS = {
  menu: () => import("./frame/menu.mjs"),
  scheme: () => import("./frame/scheme.mjs"),
  search: () => import("./frame/search.mjs"),
  toc: () => import("./frame/toc.mjs"),
  overview: () => import("./frame/overview.mjs"),
  "offline-kept": () => import("./offline/kept.mjs"),
  taking: () => import("./offline/taking.mjs"),
  erasing: () => import("./frame/erasing.mjs"),
  quiz: () => import("./practice/quiz.mjs"),
  today: () => import("./practice/today.mjs"),
  "short-test": () => import("./practice/short-test/short-test.mjs"),
  catalogue: () => import("./practice/catalogue.mjs"),
  "speaking-rate": () => import("./speech/speaking-rate.mjs"),
  "case-read": () => import("./lessons/case-read.mjs"),
  "read-mark": () => import("./lessons/read-mark.mjs"),
  recordings: () => import("./recording/list.mjs"),
  rehearsed: () => import("./talk/rehearsed.mjs"),
  standing: () => import("./standing/standing.mjs"),
  checklists: () => import("./lessons/checklists.mjs"),
  "topic-ideas": () => import("./lessons/topic-ideas.mjs"),
  "my-topic": () => import("./lessons/my-topic.mjs"),
  "my-plan": () => import("./plan/my-plan.mjs"),
  start: () => import("./plan/start.mjs"),
  tiles: () => import("./plan/tiles.mjs"),
  dialogue: () => import("./lessons/dialogue.mjs"),
  stage: () => import("./talk/stage.mjs"),
  screen: () => import("./talk/screen.mjs"),
  examining: () => import("./exam/examining.mjs"),
  "marking-sheet": () => import("./exam/marking-sheet.mjs"),
  "mock-exam": () => import("./exam/mock-exam.mjs"),
  printing: () => import("./workshop/printing.mjs"),
  workshop: () => import("./workshop/workshop.mjs"),
  "matrix-drill": () => import("./lessons/matrix-drill.mjs"),
};

/** What any text may hold, by selector; Markdown can mark it with no more than a class. Mounted once, for all of the page. @type {typeof PARTS} */
const TEXT = {
  details: () => import("./frame/disclosure.mjs"),
  "[data-spoken]": () => import("./speech/spoken-times.mjs"),
  ".gp-copy": () => import("./frame/copying.mjs"),
  main: () => import("./frame/glossary.mjs"),
  "main pre, main table, [data-drawing]": () => import("./frame/scrolling.mjs"),
};

/** @param {() => Promise<Part>} load @param {HTMLElement[]} elements */
async function mount(load, elements) {
  if (!elements.length) return;
  try {
    const part = await load();
    await Promise.all(elements.map((element) => part.mount(element, offered)));
  } catch (reason) {
    // A part that does not load costs its comfort, never the page.
    console.warn("Ein Teil der Seite bleibt ohne Skript:", reason);
  }
}

/** @param {string} selector @returns {HTMLElement[]} */
const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);

/** Settles when all that stands on the page has been mounted, or stays as it is. */
export const mounted = Promise.all([
  ...Object.entries(PARTS).map(([name, load]) => mount(load, all(`[data-part~="${name}"]`))),
  ...Object.entries(TEXT).map(([selector, load]) => mount(load, all(selector).length ? [document.body] : [])),
]);

const loaded = new Promise((done) => {
  if (document.readyState === "complete") done(null);
  else addEventListener("load", done, { once: true });
});

/** What is kept for when there is no network comes last, where the site has it: nothing that a reader waits for waits for it. */
if (document.documentElement.dataset.offline !== undefined) {
  void Promise.all([mounted, loaded]).then(async () => (await import("./offline/starting.mjs")).start()).catch(() => {});
}
