// The search: a dialog over the index and the worker that the theme builds (German stemming included).

import { find, findAll } from "../base/names.mjs";
import { countText, results, words } from "./hits.mjs";

/** @typedef {import("./hits.mjs").Hit} Hit */
/** @typedef {import("./hits.mjs").Piece} Piece */
/** @typedef {import("./hits.mjs").Result} Result */

/** The messages of the theme's worker. */
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const SHORTEST_QUERY = 2;

/** @param {HTMLElement} element */
export function mount(element) {
  const dialog = /** @type {HTMLDialogElement} */ (element);
  const query = /** @type {HTMLInputElement} */ (find(dialog, "query"));
  const [list, count] = [find(dialog, "results"), find(dialog, "count")];
  const base = new URL(dialog.dataset.base ?? ".", location.href.replace(/[?#].*/, ""));
  const ask = once(() => startWorker(dialog, (groups) => {
    const found = results(groups);
    count.textContent = countText(found.length);
    list.replaceChildren(...found.map((result) => item(result, base)));
  }));
  const search = async () => {
    const text = words(query.value);
    if (text.length >= SHORTEST_QUERY) return (await ask())(text);
    list.replaceChildren();
    count.textContent = "Gib mindestens zwei Buchstaben ein.";
  };
  const failed = () => { count.textContent = "Die Suche lässt sich gerade nicht laden."; };
  const open = () => {
    if (!dialog.open) dialog.showModal();
    query.select();
    ask().catch(failed);
  };

  query.addEventListener("input", () => void search().catch(failed));
  mountOpeners(open);
  mountKeys(dialog, query, list);
  find(dialog, "close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
    if (target instanceof Element && target.closest("a")) dialog.close();
  });
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
 * Arrow keys walk through query and results, Enter in the query goes to the first result.
 *
 * @param {HTMLDialogElement} dialog
 * @param {HTMLInputElement} query
 * @param {Element} list
 */
function mountKeys(dialog, query, list) {
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
      list.querySelector("a")?.click();
    }
  });
}

/**
 * Start the theme's worker on the site's index.
 *
 * @param {HTMLElement} dialog
 * @param {(groups: Hit[][]) => void} onResult
 * @returns {Promise<(query: string) => void>}
 */
async function startWorker(dialog, onResult) {
  const index = await (await fetch(dialog.dataset.index ?? "")).json();
  const worker = new Worker(dialog.dataset.worker ?? "");
  await new Promise((resolve, reject) => {
    worker.onerror = reject;
    worker.onmessage = ({ data }) => data.type === READY && resolve(undefined);
    worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
  });
  worker.onmessage = ({ data }) => data.type === RESULT && onResult(data.data.items);
  return (query) => worker.postMessage({ type: QUERY, data: query });
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

/** @param {Result} result @param {URL} base */
function item({ location, page, title, teaser: text }, base) {
  const link = document.createElement("a");
  link.href = new URL(location, base).href;
  if (page) link.append(span("gp-search__page", [{ text: page, marked: false }]));
  link.append(span("gp-search__title", title), span("gp-search__teaser", text));
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
