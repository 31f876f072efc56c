// The filter of the overview, by focus and by tag.

import { filterIn, queryFor, shownSaid } from "../base/filter.mjs";
import { find, findAll } from "../base/names.mjs";

/**
 * @typedef {import("../base/filter.mjs").Filter<"focus" | "tag">} Filter
 * @typedef {{focus: string, tags: string[]}} Facets  what a tile says of itself
 */

/** What each limit is called in the address and in the links. */
const NAMES = /** @type {const} */ ({ focus: "schwerpunkt", tag: "tag" });

/** @param {string} query such as `?schwerpunkt=mixed&tag=vpn` @returns {Filter} */
export const filterOf = (query) => filterIn(NAMES, query);

/** @param {Filter} filter */
export const queryOf = (filter) => queryFor(NAMES, filter);

/**
 * The filter after one of its choices is taken; taking the chosen one again lifts it.
 *
 * @param {Filter} filter
 * @param {Partial<Filter>} choice
 * @returns {Filter}
 */
export function choose(filter, choice) {
  const next = { ...filter };
  for (const name of /** @type {(keyof Filter)[]} */ (Object.keys(choice))) {
    next[name] = filter[name] === choice[name] ? "" : choice[name] ?? "";
  }
  return next;
}

/**
 * @param {Facets} facets
 * @param {Filter} filter
 */
export const matches = ({ focus, tags }, filter) =>
  (!filter.focus || filter.focus === focus) && (!filter.tag || tags.includes(filter.tag));

/** @param {HTMLElement} bar */
export function mount(bar) {
  const tiles = findAll(document, "focus");
  const show = () => showFiltered(bar, tiles, filterOf(location.search));

  bar.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const filter = link.dataset.filter ? choose(filterOf(location.search), choiceOf(link)) : NO_LIMIT;
    history.pushState(null, "", location.pathname + queryOf(filter));
    if (link.matches("[data-lift]")) bar.querySelector("a")?.focus();
    show();
  });
  addEventListener("popstate", show);
  bar.hidden = false;
  show();
}

/** @type {Filter} */
const NO_LIMIT = { focus: "", tag: "" };

/**
 * @param {HTMLElement} link
 * @returns {Partial<Filter>}
 */
const choiceOf = ({ dataset: { filter, value = "" } }) => (filter === "tag" ? { tag: value } : { focus: value });

/**
 * @param {HTMLElement} tile
 * @returns {Facets}
 */
const facetsOf = ({ dataset: { focus = "", tags = "[]" } }) => ({ focus, tags: JSON.parse(tags) });

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement[]} tiles
 * @param {Filter} filter
 */
function showFiltered(bar, tiles, filter) {
  for (const tile of tiles) tile.hidden = !matches(facetsOf(tile), filter);
  for (const link of bar.querySelectorAll("a")) {
    const choice = link.dataset.filter ? choiceOf(link) : {};
    const chosen = Boolean((choice.focus && choice.focus === filter.focus) || (choice.tag && choice.tag === filter.tag));
    if (chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    if (link.matches("[data-lift]")) link.hidden = !filter.focus && !filter.tag;
  }
  find(document, "total").textContent = shownSaid(tiles.filter(({ hidden }) => !hidden).length, tiles.length, ["Fallstudie", "Fallstudien"]);
}
