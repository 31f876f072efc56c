// What may be asked about a talk of one's own: whoever says a word has to explain it. Pure.
//
// Terms and cards are those of the site (`nachschlagen/begriffe.json`, `ueben/karten.json`); what is asked follows from the talk and one's memory alone.

import { makeMentions } from "./mentions.mjs";
import { shownOn } from "./reasons.mjs";

/**
 * @typedef {import("../frame/terms.mjs").Term} Term
 * @typedef {import("../practice/listed.mjs").Listed} Listed
 * @typedef {import("./times.mjs").Talk & {exam?: string}} Talk
 * @typedef {(markdown: string) => string} PlainText `plainText` of the estimate: what is said, without marks and stage directions
 * @typedef {import("../memory/situation.mjs").Condition} Condition
 * @typedef {(id: string) => Condition} ConditionOf the card with that id
 *
 * Where a term stands: the slide counts from 1, 0 is the talk's frame, by the name of its field as `key`; `isSaid` in the notes.
 * @typedef {{number: number, key: string, words: string, isSaid: boolean, weight: number}} Place
 * @typedef {{term: Term, places: Place[], central: number}} Used
 * @typedef {{card: Listed, kind: "term" | "question", terms: Used[], state: Condition["state"], why: string, score: number}} Asked `why` goes on with „weil“ and has no full stop
 */

const WEIGHTS = { head: 3, shown: 2, said: 1, topic: 3, frame: 1 };
const FRAME = { topic: "Thema", audience: "Zielgruppe", situation: "Ausgangslage", goal: "Ziel", success_criteria: "Erfolgskriterien", scope: "Abgrenzung", risks: "Risiken" };
const BANK = "ueben/fragen/";
const MOST_NUMBERS = 3;

/**
 * @param {{terms: Term[], cards: Listed[], plainText: PlainText}} site
 * @returns {{usedIn: (talk: Talk) => Used[], askedAbout: (talk: Talk, conditionOf?: ConditionOf) => Asked[]}} both the most important first
 */
export function makeAsking({ terms, cards, plainText }) {
  const mentions = makeMentions(terms);
  const termCards = new Map(cards.filter(({ kind }) => kind === "term").map((card) => [card.id, card]));
  const questions = cards.filter(({ page, kind }) => page.startsWith(BANK) && kind !== "term" && kind !== "phrase")
    .map((card) => ({ card, about: [...new Set(mentions(card.title).map(({ term }) => term))] })).filter(({ about }) => about.length);

  /** @param {Talk} talk */
  const usedIn = (talk) => used(textsOf(talk, plainText), mentions);

  /** @param {Talk} talk @param {ConditionOf} [conditionOf] */
  function askedAbout(talk, conditionOf = () => ({ weak: 1, state: "new" })) {
    const known = new Map(usedIn(talk).map((each) => [each.term, each]));
    const ofTerms = [...known.values()].flatMap((each) => askedOf(termCards.get(cardOf(each.term)), "term", [each], conditionOf));
    const ofBank = questions.filter(({ card: { exams } }) => !exams || !talk.exam || exams.includes(talk.exam)).flatMap(({ card, about }) => {
      const found = central(about.flatMap((term) => known.get(term) ?? []));
      return askedOf(card, "question", found, conditionOf, found.length / about.length);
    });
    return [...ofTerms, ...ofBank].sort((one, other) => other.score - one.score || (one.card.id < other.card.id ? -1 : 1));
  }
  return { usedIn, askedAbout };
}

/** @param {Listed | undefined} card @param {Asked["kind"]} kind @param {Used[]} about the most important first @param {ConditionOf} conditionOf @param {number} [share] of its terms @returns {Asked[]} */
function askedOf(card, kind, about, conditionOf, share = 1) {
  if (!card || !about.length) return [];
  const { weak, state } = conditionOf(card.id);
  return [{ card, kind, terms: about, state, why: whyOf(about), score: about[0].central * share * (0.5 + within(weak)) }];
}

/** Where a card's most central term stands best. @param {Asked} asked @returns {Place} */
export const placeOf = ({ terms: [{ places }] }) => places.reduce((best, place) => (place.weight > best.weight ? place : best));

/** @param {number} share */
const within = (share) => (Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 1);

/** The card that asks for a term. @param {Term} term */
const cardOf = ({ href }) => `glossary/${href.split("#begriff-")[1]}`;

/** @param {Talk} talk @param {PlainText} plainText @returns {(Omit<Place, "words"> & {text: string})[]} */
function textsOf({ metadata, slides }, plainText) {
  const of = (/** @type {number} */ number, /** @type {string} */ key, /** @type {keyof typeof WEIGHTS} */ place) => (/** @type {string} */ text) =>
    ({ number, key, isSaid: place === "said", weight: WEIGHTS[place], text });
  const frame = (/** @type {keyof typeof FRAME} */ key) => [metadata[key]].flat().map(plainText).map(of(0, key, key === "topic" ? "topic" : "frame"));
  return [
    ...slides.flatMap((slide, index) => {
      const at = (/** @type {keyof typeof WEIGHTS} */ place) => of(index + 1, slide.key, place);
      return [...[slide.title, slide.headline].map(at("head")), ...shownOn(slide).map(plainText).map(at("shown")), at("said")(plainText(slide.notes))];
    }),
    ...Object.keys(FRAME).flatMap((key) => frame(/** @type {keyof typeof FRAME} */ (key))),
  ];
}

/** @param {ReturnType<typeof textsOf>} texts @param {ReturnType<typeof makeMentions>} mentions @returns {Used[]} */
function used(texts, mentions) {
  /** @type {Map<Term, Place[]>} */
  const found = new Map();
  for (const { text, ...place } of texts) for (const { term, words } of mentions(text)) found.set(term, [...(found.get(term) ?? []), { ...place, words }]);
  return central([...found].map(([term, places]) => ({ term, places, central: weightOf(places) })));
}

/** By how central they are; else in the order of the talk. @param {Used[]} all */
const central = (all) => all.toSorted((one, other) => other.central - one.central);

/** Each slide counts once, by the place that is seen best. @param {Place[]} places */
function weightOf(places) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const { number, weight } of places) best.set(number, Math.max(weight, best.get(number) ?? 0));
  return [...best.values()].reduce((sum, weight) => sum + weight, 0);
}

/** „weil du auf Folie 4 „NAT“ sagst“; of several terms the two most central. @param {Used[]} about @returns {string} */
const whyOf = (about) => `weil ${about.slice(0, 2).map(({ places }) => reason(places)).join(" und ")}`;

/** @param {Place[]} places */
function reason(places) {
  const [said, shown] = [places.filter(({ isSaid }) => isSaid), places.filter(({ number }) => number)];
  if (said.length) return `du ${onSlides(said)} „${said[0].words}“ sagst`;
  if (shown.length) return `${onSlides(shown)} „${shown[0].words}“ steht`;
  return `du „${places[0].words}“ unter „${FRAME[/** @type {keyof typeof FRAME} */ (places[0].key)]}“ nennst`;
}

/** @param {Place[]} places */
function onSlides(places) {
  const numbers = [...new Set(places.map(({ number }) => number))];
  if (numbers.length > MOST_NUMBERS) return `auf ${numbers.length} Folien`;
  const last = numbers.pop();
  return `auf Folie ${numbers.length ? `${numbers.join(", ")} und ` : ""}${last}`;
}
