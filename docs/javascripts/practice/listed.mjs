// Every card of the site, as the index lists it; `generalprobe/pages/card_pages.py` writes it and shows its shape. Pure.

/**
 * @typedef {[name: string, title: string, topic: number, kind: number, difficulty: number, few?: {core?: boolean, formerly?: string[]}]} Row
 * @typedef {{file: string, title: string, page: string, place: string, taught: string, exams?: string[], cards: Row[]}} Page
 * @typedef {{version: number, topics: string[], kinds: [kind: string, label: string, reveal: string, asksMore: boolean][], difficulties: string[], pages: Page[]}} Index
 */

/**
 * A card without its question in readable form, which stands on `page`; addresses are below the site's root.
 *
 * @typedef {import("../memory/situation.mjs").Card & {title: string, difficulty: string, core: boolean, label: string, reveal: string,
 *   asksMore: boolean, page: string, source: string, href: string, taught: string}} Listed
 */

const VERSION = 1;
const CASE_STUDIES = "fallstudien/";

/** @param {Index} index @returns {Listed[]} by topic */
export function cardsIn({ version, topics, kinds, difficulties, pages }) {
  if (version !== VERSION) throw new Error(`an index of version ${version}`);
  const cards = pages.flatMap((page) => page.cards.map((row) => listed(page, row, topics, kinds, difficulties)));
  return topics.flatMap((topic) => cards.filter((card) => card.topic === topic));
}

/** The anchor of a card where cards of several files stand together. @param {string} id */
export const anchorOf = (id) => `frage-${id.replaceAll("/", "--")}`;

/** @param {Page} page @param {Row} row @param {Index["topics"]} topics @param {Index["kinds"]} kinds @param {string[]} difficulties @returns {Listed} */
function listed({ file, title: source, page, place, taught, exams }, [name, title, topic, kindAt, difficulty, { core = false, formerly = [] } = {}], topics, kinds, difficulties) {
  const [kind, label, reveal, asksMore] = kinds[kindAt];
  return {
    id: `${file}/${name}`, formerly, title, topic: topics[topic], kind, label, reveal, asksMore, core, exams, page, source,
    about: page.startsWith(CASE_STUDIES) ? file : undefined,
    difficulty: difficulties[difficulty], href: completed(place, name), taught: completed(taught, name),
  };
}

/** @param {string} address a page, or the beginning of an anchor @param {string} name */
const completed = (address, name) => (!address || address.endsWith("/") ? address : address + name.split("/")[0]);

/** Whether somebody has written it to a talk of their own: it stands on no page. @param {Listed} card @returns {card is import("./own-cards.mjs").OwnCard} */
export const isOwnCard = (card) => "own" in card;
