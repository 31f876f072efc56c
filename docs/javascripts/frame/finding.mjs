// Asks the index of all pages, which Pagefind has written and reads piece by piece.

import { onSite } from "../base/addresses.mjs";
import { countText, sectionsOf } from "./hits.mjs";
import { folded, present, queries, Vocabulary, wantedWords } from "./words.mjs";

/** @typedef {import("./hits.mjs").Fragment} Fragment */
/** @typedef {import("./hits.mjs").Result} Result */
/** @typedef {import("./terms.mjs").Term} Term */
/** @typedef {import("./words.mjs").Wanted} Wanted */
/** @typedef {{id: string, score: number, words: number[], data: () => Promise<Fragment>}} PageHit */
/** @typedef {{search: (query: string, options: {filters: Record<string, string>}) => Promise<{results: PageHit[]}>}} Pagefind */
/** @typedef {{score: number, places: Set<number>, data: () => Promise<Fragment>}} FoundPage */
/** @typedef {{said: string, more: () => Promise<Result[]>, left: () => boolean, away: () => boolean}} Answer  `more` gives the results of the next pages; `away`: whether some could not be loaded */

const PAGES_AT_ONCE = 8;
/** What a page is worth that was found by another word than was typed. */
const OTHER_WORTH = 0.5;
const SINGLE_WORTH = 0.3;
const GLOSSARY = "Glossar";
const RANKING = { pageLength: 0.3, termSaturation: 1.4, termFrequency: 0.6 };

/** Load what every search needs. @returns {Promise<(typed: string, kind: string) => Promise<Answer>>} */
export async function loadSearch() {
  const [list, terms] = await Promise.all([text("pagefind/words.txt"), text("nachschlagen/begriffe.json")]);
  const { createInstance } = await import(onSite("pagefind/pagefind.js").href);
  /** @type {Pagefind} */
  const pagefind = createInstance({ noWorker: true, basePath: onSite("pagefind/").href, ranking: RANKING });
  const vocabulary = new Vocabulary(list);
  const glossary = byForm(JSON.parse(terms));
  return async (typed, kind) => {
    const wanted = present(wantedWords(typed, vocabulary));
    const pages = await ask(pagefind, wanted, kind);
    const term = !kind || kind === GLOSSARY ? glossary.get(named(typed)) ?? glossary.get(wanted.map(({ main }) => folded(main)).join(" ")) : undefined;
    return { said: countText(Math.max(pages.length, term ? 1 : 0)), ...inBatches(pages, wanted, term) };
  };
}

/** @param {string} path */
async function text(path) {
  const answer = await fetch(onSite(path));
  if (!answer.ok) throw new Error(`${answer.status}: ${path}`);
  return answer.text();
}

/** A name as it is compared: without case, umlauts and what stands around it. @param {string} name */
const named = (name) => folded(name).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\s+/g, " ");

/** @param {Term[]} terms @returns {Map<string, Term>} */
const byForm = (terms) => new Map(terms.flatMap((term) => term.forms.map((form) => [named(form), term])));

/**
 * Ask for all words at once in several ways, and for each of them: a page that lacks one may still be the right one.
 *
 * @param {Pagefind} pagefind
 * @param {Wanted[]} wanted
 * @param {string} kind
 * @returns {Promise<FoundPage[]>} best first
 */
async function ask(pagefind, wanted, kind) {
  /** @type {Record<string, string>} */
  const filters = kind ? { Art: kind } : {};
  const all = (/** @type {string[]} */ asked) => Promise.all(asked.map((query) => pagefind.search(query, { filters })));
  const words = wanted.flatMap(({ main }) => main.split(" "));
  const [together, single] = await Promise.all([all(queries(wanted)), all(words.length > 1 ? words : [])]);
  /** @type {Map<string, FoundPage>} */
  const pages = new Map();
  const page = (/** @type {PageHit} */ { id, words, data }) => {
    const known = pages.get(id) ?? { score: 0, places: new Set(), data };
    for (const place of words) known.places.add(place);
    pages.set(id, known);
    return known;
  };
  for (const { results } of single) for (const hit of results) page(hit).score += hit.score * SINGLE_WORTH;
  const best = together[0]?.results[0]?.score ?? Infinity;
  for (const [at, { results }] of together.entries()) {
    // Rare words score high: none counts more for being asked for instead of what was typed.
    const worth = at ? OTHER_WORTH * Math.min(1, best / (results[0]?.score ?? 1)) : 1;
    for (const hit of results) {
      const found = page(hit);
      found.score = Math.max(found.score, hit.score * worth);
    }
  }
  return [...pages.values()].sort((a, b) => b.score - a.score);
}

/**
 * @param {FoundPage[]} pages
 * @param {Wanted[]} wanted
 * @param {Term | undefined} term what the glossary has under exactly that name
 * @returns {Pick<Answer, "more" | "left" | "away">}
 */
function inBatches(pages, wanted, term) {
  const waiting = [...pages];
  const first = term ? [termResult(term)] : [];
  let isAway = false;
  const more = async () => {
    const loaded = [];
    while (waiting.length && !loaded.length) {
      const tried = await Promise.allSettled(waiting.splice(0, PAGES_AT_ONCE).map(withFragment));
      const failed = tried.find((each) => each.status === "rejected");
      if (failed && navigator.onLine && tried.every((each) => each.status === "rejected")) throw failed.reason;
      isAway ||= Boolean(failed);
      loaded.push(...tried.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
    }
    const ranked = loaded.flatMap((page) => sectionsOf(page, wanted)).sort((a, b) => b.score - a.score);
    return [...first.splice(0), ...ranked.filter(({ location }) => location !== term?.href)];
  };
  return { more, left: () => waiting.length > 0, away: () => isAway };
}

/** @param {FoundPage} page */
const withFragment = async ({ score, places, data }) => ({ score, places, fragment: await data() });

/** @param {Term} term @returns {Result} */
const termResult = ({ forms, meaning, href }) => ({
  location: href,
  page: GLOSSARY,
  title: [{ text: forms[0], marked: true }],
  teaser: [{ text: meaning, marked: false }],
});
