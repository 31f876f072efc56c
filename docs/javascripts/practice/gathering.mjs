// Questions are fetched before they are practised or printed: how far it is, what is lacking, and another try.

import { button, make } from "../base/elements.mjs";
import { say } from "./supply.mjs";

/** @typedef {import("./listed.mjs").Listed} Listed */
/** @typedef {import("./supply.mjs").Sections} Sections */

/** What takes no longer is not worth a word. */
const UNSAID_MS = 400;
const MOST_NAMED = 3;

/**
 * Fetch what cards lack, and say how far it is where that takes a while.
 *
 * @param {Listed[]} cards
 * @param {Sections} sections
 * @param {HTMLElement} place where it is said; empty afterwards, but not hidden, as it may have the keyboard
 * @returns {Promise<{there: Listed[], lacking: Listed[]} | null>} null where the reader did not want to wait
 */
export async function gather(cards, sections, place) {
  const stopped = new AbortController();
  const said = make("span", {}, "Die Fragen werden geladen …");
  const showing = setTimeout(() => {
    place.replaceChildren(said, " ", button("Abbrechen", () => stopped.abort()));
  }, UNSAID_MS);
  const stop = new Promise((resolve) => { stopped.signal.addEventListener("abort", () => resolve(null)); });
  const fetching = sections.complete(cards, (done, all) => { said.textContent = `Die Fragen werden geladen: ${done} von ${all} Seiten.`; }, stopped.signal);
  const lacking = await Promise.race([fetching, stop]);
  clearTimeout(showing);
  place.replaceChildren();
  return lacking && { there: cards.filter((card) => !lacking.includes(card)), lacking };
}

/**
 * Which questions are lacking, such as „3 Fragen fehlen …“. Names the pages, which is where a trainer would look.
 *
 * @param {Listed[]} lacking
 */
export function lackingSaid(lacking) {
  const pages = [...new Set(lacking.map(({ source }) => source))];
  const more = pages.length - MOST_NAMED;
  const names = pages.slice(0, MOST_NAMED).map((name) => `„${name}“`).join(", ") + (more > 0 ? ` und ${more} weitere` : "");
  const [fail, page] = [lacking.length === 1 ? "Eine Frage fehlt" : `${lacking.length} Fragen fehlen`, pages.length === 1 ? "diese Seite lässt" : "diese Seiten lassen"];
  return `${fail}, denn ${page} sich gerade nicht laden: ${names}.`;
}

/**
 * Say what is lacking for as long as it is, and offer to try again.
 *
 * @param {HTMLElement} place
 * @param {Listed[]} lacking
 * @param {() => void} again
 */
export const complain = (place, lacking, again) => say(place, lackingSaid(lacking), again);
