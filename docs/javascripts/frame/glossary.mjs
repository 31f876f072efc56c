// Explains terms of the glossary where they occur: a link to the entry, and what it means on hover, focus or tap.

import { onSite } from "../base/addresses.mjs";
import { finder } from "./terms.mjs";

/** @typedef {import("./terms.mjs").Term} Term */

const TERMS = onSite("nachschlagen/begriffe.json");

const PROSE = "p, li, dd, td";
/** Answers are read one by one: each has its own first occurrences, looked for when it is opened. */
const ANSWER = "[data-answer]";
const LEFT_ALONE = "h1, h2, h3, h4, h5, h6, a, button, summary, label, form, nav, dfn, code, pre, kbd, samp, svg, [hidden], [data-no-terms]";

/** @param {ParentNode} element */
export function mount(element) {
  const main = element.querySelector("main");
  if (main && !main.querySelector("[data-glossary]")) whenIdle(() => void explain(main).catch(() => {}));
}

/** @param {Element} main */
async function explain(main) {
  const find = finder(await (await fetch(TERMS)).json());
  /** @type {WeakMap<Element, Term>} */
  const known = new WeakMap();
  const mark = (/** @type {Element} */ place) => markIn(place, find, known);
  mark(main);
  for (const answer of main.querySelectorAll(`${ANSWER}[open]`)) mark(answer);
  main.addEventListener("toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open && target.matches(ANSWER)) mark(target);
  }, true);
  (await import("./explanation.mjs")).mount((word) => known.get(word)?.meaning);
}

/**
 * Mark the first occurrence of each term.
 *
 * @param {Element} place
 * @param {ReturnType<typeof finder>} find
 * @param {WeakMap<Element, Term>} known
 */
function markIn(place, find, known) {
  const seen = new Set(Array.from(place.querySelectorAll("a[data-term]"), (word) => known.get(word)));
  for (const text of proseIn(place)) {
    const first = find(text.data).filter(({ term }) => !seen.has(term) && seen.add(term));
    for (const { index, length, term } of first.reverse()) known.set(link(text.splitText(index), length, term), term);
  }
}

/** @param {Element} place */
function proseIn(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element) return node.matches(LEFT_ALONE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return node.parentElement?.closest(PROSE) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  return texts;
}

/** @param {Text} text begins with the term @param {number} length @param {Term} term */
function link(text, length, { href }) {
  text.splitText(length);
  const { pathname, hash } = onSite(href);
  const element = document.createElement("a");
  element.className = "gp-term";
  element.dataset.term = "";
  element.setAttribute("href", pathname + hash);
  text.replaceWith(element);
  element.append(text);
  return element;
}

/** @param {() => void} work */
function whenIdle(work) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 100);
}
