// The switch between light and dark: the system decides until someone chooses, and the choice is remembered.

import { find } from "../base/names.mjs";
import { read, write } from "../base/shelf.mjs";

/** @typedef {"auto" | "light" | "dark"} Scheme */

/** @type {Record<Scheme, string>} */
const LABELS = { auto: "automatisch", light: "hell", dark: "dunkel" };

/**
 * @param {string | null | undefined} value
 * @returns {Scheme}
 */
export const schemeOf = (value) => (value === "light" || value === "dark" ? value : "auto");

/**
 * The next choice, beginning with the one that looks different from what the system shows.
 *
 * @param {Scheme} scheme
 * @param {boolean} systemIsDark
 * @returns {Scheme}
 */
export function nextScheme(scheme, systemIsDark) {
  /** @type {Scheme[]} */
  const order = systemIsDark ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
  return order[(order.indexOf(scheme) + 1) % order.length];
}

/** @param {Scheme} scheme */
export const schemeLabel = (scheme) => `Farbschema: ${LABELS[scheme]}`;

/** @param {HTMLElement} button */
export function mount(button) {
  show(button, schemeOf(read("setting", "scheme")));
  button.addEventListener("click", () => {
    const now = schemeOf(document.documentElement.dataset.scheme);
    const next = nextScheme(now, matchMedia("(prefers-color-scheme: dark)").matches);
    write("setting", "scheme", next === "auto" ? null : next);
    show(button, next);
  });
}

/** @param {HTMLElement} button @param {Scheme} scheme */
function show(button, scheme) {
  if (scheme === "auto") delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
  colourFrame(scheme);
  find(button, "label").textContent = schemeLabel(scheme);
  button.title = schemeLabel(scheme);
}

/** Let what the browser or the system draws around the page follow too: each scheme has its colour in the head. @param {Scheme} scheme */
function colourFrame(scheme) {
  const colours = /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll('meta[name="theme-color"]'));
  for (const [index, own] of /** @type {const} */ (["light", "dark"]).entries()) {
    colours[index].media = scheme === "auto" ? `(prefers-color-scheme: ${own})` : scheme === own ? "all" : "not all";
  }
}
