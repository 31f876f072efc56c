// The search: a dialog over the index that the build has made of all pages.

import { onSite } from "../base/addresses.mjs";
import { find, findAll } from "../base/names.mjs";

/** @typedef {import("./finding.mjs").Answer} Answer */
/** @typedef {import("./hits.mjs").Piece} Piece */
/** @typedef {import("./hits.mjs").Result} Result */

const SHORTEST_QUERY = 2;
const TYPING_MS = 120;
const TOO_SHORT = "Gib mindestens zwei Buchstaben ein.";
const AWAY = "Ohne Netz: gesucht wird nur in dem, was auf dem Gerät ist.";
const NOT_THERE = "Ohne Netz gibt es die Suche hier nicht: Sie liegt nicht auf dem Gerät.";
const MISSING = "Die Suche ist gerade nicht da. Versuche es in ein paar Sekunden noch einmal.";

const missingSaid = () => (navigator.onLine ? MISSING : NOT_THERE);

/** @param {HTMLElement} element */
export function mount(element) {
  const dialog = /** @type {HTMLDialogElement} */ (element);
  const query = /** @type {HTMLInputElement} */ (find(dialog, "query"));
  const list = find(dialog, "results");
  const search = new Search(dialog);
  const open = () => {
    if (!dialog.open) dialog.showModal();
    query.select();
    search.warmUp();
  };

  query.addEventListener("input", () => search.runSoon());
  find(dialog, "kind").addEventListener("change", () => search.run());
  find(dialog, "rest").addEventListener("click", () => search.showMore());
  mountOpeners(open);
  mountKeys(dialog, query, list, search);
  find(dialog, "close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
    if (target instanceof Element && target.closest("a")) dialog.close();
  });
}

/** What is asked, and what of it is shown; an answer that comes after the next question is not. */
class Search {
  #query;
  #kind;
  #list;
  #count;
  #rest;
  #load = once(async () => (await import("./finding.mjs")).loadSearch());
  #asked = 0;
  /** @type {Answer | undefined} */
  #answer;
  #typing = 0;
  /** @type {Promise<void> | undefined} what is being asked */
  #running;

  /** @param {HTMLElement} dialog */
  constructor(dialog) {
    this.#query = /** @type {HTMLInputElement} */ (find(dialog, "query"));
    this.#kind = /** @type {HTMLSelectElement} */ (find(dialog, "kind"));
    this.#list = find(dialog, "results");
    this.#count = find(dialog, "count");
    this.#rest = find(dialog, "rest");
  }

  /** Fetch what every search needs, while somebody still types. */
  warmUp() {
    this.#load().catch(() => { this.#count.textContent = missingSaid(); });
  }

  /** Ask when the next letter does not come at once. */
  runSoon() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.run(), TYPING_MS);
  }

  run() {
    clearTimeout(this.#typing);
    this.#typing = 0;
    const number = ++this.#asked;
    this.#running = this.#ask(this.#query.value.trim(), number).catch(() => {
      if (number === this.#asked) this.#show(missingSaid());
    });
  }

  /** Settles when the results of what stands there are shown. */
  async settle() {
    if (this.#typing) this.run();
    await this.#running;
  }

  /** What comes next is read on from there: the button may be gone. */
  async showMore() {
    const number = this.#asked;
    const before = this.#list.childElementCount;
    await this.#append(number).catch(() => {});
    if (number === this.#asked) this.#list.children[before]?.querySelector("a")?.focus();
  }

  /** @param {string} typed @param {number} number */
  async #ask(typed, number) {
    if (typed.length < SHORTEST_QUERY) return this.#show(TOO_SHORT);
    const answer = await (await this.#load())(typed, this.#kind.value);
    const first = await answer.more();
    if (number !== this.#asked) return;
    this.#show(answer.away() ? `${answer.said}${answer.said.endsWith(".") ? "" : "."} ${AWAY}` : answer.said, first);
    this.#answer = answer;
    this.#rest.hidden = !answer.left();
  }

  /** @param {number} number */
  async #append(number) {
    const results = (await this.#answer?.more()) ?? [];
    if (number !== this.#asked) return;
    this.#list.append(...results.map(item));
    this.#rest.hidden = !this.#answer?.left();
  }

  /** @param {string} said @param {Result[]} [results] */
  #show(said, results = []) {
    this.#count.textContent = said;
    this.#list.replaceChildren(...results.map(item));
    this.#list.parentElement?.scrollTo(0, 0);
    this.#rest.hidden = true;
  }
}

/** @param {() => void} open */
function mountOpeners(open) {
  for (const button of findAll(document, "search-open")) button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}

/**
 * Arrow keys walk through query and results, Enter in the query goes to the first result of what stands there.
 *
 * @param {HTMLDialogElement} dialog
 * @param {HTMLInputElement} query
 * @param {Element} list
 * @param {Search} search
 */
function mountKeys(dialog, query, list, search) {
  dialog.addEventListener("keydown", (event) => {
    const stops = [query, ...list.querySelectorAll("a")];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    }
    if (event.key === "Enter" && at === 0) {
      event.preventDefault();
      void search.settle().then(() => list.querySelector("a")?.click());
    }
  });
}

/**
 * @template T
 * @param {() => Promise<T>} start
 * @returns {() => Promise<T>} starts at the first call, again only if that failed
 */
function once(start) {
  /** @type {Promise<T> | undefined} */
  let running;
  return () => (running ??= start().catch((reason) => {
    running = undefined;
    throw reason;
  }));
}

/** @param {Result} result */
function item({ location, page, title, teaser }) {
  const link = document.createElement("a");
  link.href = onSite(location).href;
  if (page) link.append(span("gp-search__page", [{ text: page, marked: false }]));
  link.append(span("gp-search__title", title), span("gp-search__teaser", teaser));
  const li = document.createElement("li");
  li.append(link);
  return li;
}

/** @param {string} className @param {Piece[]} content */
function span(className, content) {
  const element = document.createElement("span");
  element.className = className;
  element.append(...content.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  }));
  return element;
}
