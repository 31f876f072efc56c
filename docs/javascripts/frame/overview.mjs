// The filter of the overview: focus and tag live in the address, so that a view can be linked, bookmarked and gone back to.

import { find, findAll } from "../base/names.mjs";

/**
 * @typedef {{focus: string, tag: string}} Filter  "" means: no limit
 * @typedef {{focus: string, tags: string[]}} Facets  what a tile says of itself
 */

/**
 * @param {string} query such as `?schwerpunkt=mixed&tag=vpn`
 * @returns {Filter}
 */
export function filterOf(query) {
  const parameters = new URLSearchParams(query);
  return { focus: parameters.get("schwerpunkt") ?? "", tag: parameters.get("tag") ?? "" };
}

/**
 * @param {Filter} filter
 * @returns {string} the query, "" when nothing is limited
 */
export function queryOf({ focus, tag }) {
  const parameters = new URLSearchParams();
  if (focus) parameters.set("schwerpunkt", focus);
  if (tag) parameters.set("tag", tag);
  return parameters.size ? `?${parameters}` : "";
}

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

/**
 * @param {number} shown
 * @param {number} all
 */
export function countText(shown, all) {
  const noun = all === 1 ? "Fallstudie" : "Fallstudien";
  return shown === all ? `${all} ${noun}` : `${shown} von ${all} ${noun}`;
}

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
  find(document, "total").textContent = countText(tiles.filter(({ hidden }) => !hidden).length, tiles.length);
}
