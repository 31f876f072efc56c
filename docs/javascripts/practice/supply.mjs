// Where cards come from: the index of all, and their questions from the pages of their files, each fetched once a visit.

import { onSite } from "../base/addresses.mjs";
import { mayBeThere } from "../base/begun.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { fetchText } from "../base/fetching.mjs";
import { findAll } from "../base/names.mjs";
import { anchorOf, cardsIn, isOwnCard } from "./listed.mjs";

/** @typedef {import("./listed.mjs").Listed} Listed */

const INDEX = "ueben/karten.json";
const AT_ONCE = 6;

/** What stands on pages that were fetched, by their address and the card's id. @type {Map<string, Promise<Map<string, HTMLElement>>>} */
const pages = new Map();

/**
 * Load the index and go on with its cards; where it does not come, say so and offer to try again.
 *
 * @param {HTMLElement} place where it is said
 * @param {(cards: Listed[]) => unknown} goOn
 * @param {() => Promise<Listed[]>} [readMore] cards that come first, and may as well be lacking
 */
export async function withCards(place, goOn, readMore = async () => []) {
  const [cards, more] = await Promise.all([fetchText(INDEX).then((text) => cardsIn(JSON.parse(text))).catch(() => null), readMore().catch(() => [])]);
  const focused = place.contains(document.activeElement);
  place.replaceChildren();
  if (!cards) return say(place, "Die Liste der Karten lässt sich gerade nicht laden.", () => void withCards(place, goOn, readMore));
  await goOn([...more, ...cards]);
  if (focused && place.parentElement) focusOn(place.parentElement);
}

/** Questions of one's own talks on this device. @returns {Promise<import("./own-cards.mjs").OwnCard[]>} none where nothing can be read */
export async function readOwnCards() {
  const talks = await readOwnTalks();
  return talks.length ? (await import("./own-cards.mjs")).ownCardsIn(talks) : [];
}

/** One's own talks: who has none loads nothing for them, and no data base is made. @returns {Promise<{key: string, at: number, talk: any}[]>} */
export const readOwnTalks = async () => ((await mayBeThere("own")) ? (await import("../base/own-talks.mjs")).ownTalks().list() : []);

/** Say that what it takes to practise does not come. @param {HTMLElement} place @param {() => void} again */
export const sayUnloadable = (place, again) => say(place, "Das Üben lässt sich gerade nicht laden.", again);

/** @param {HTMLElement} place @param {string} said @param {() => void} [again] tries once more */
export function say(place, said, again) {
  const retry = () => {
    focusOn(place);
    again?.();
  };
  place.replaceChildren(said, ...(again ? [" ", button("Noch einmal versuchen", retry)] : []));
}

/** The sections of cards: each is made from the index, and completed from its page when it is wanted. */
export class Sections {
  /** @type {Map<string, HTMLElement>} */
  #made = new Map();

  /** @param {Listed} card @returns {HTMLElement} always the same for a card */
  of(card) {
    const section = this.#made.get(card.id) ?? begun(card);
    this.#made.set(card.id, section);
    return section;
  }

  /** Make those anew that somebody may have changed since. @param {Listed[]} cards */
  renew(cards) {
    for (const { id } of cards.filter(isOwnCard)) this.#made.delete(id);
  }

  /** @param {Listed} card */
  isWhole(card) {
    return !isPending(this.of(card));
  }

  /**
   * Fetch what cards lack.
   *
   * @param {Listed[]} cards
   * @param {(done: number, all: number) => void} [onProgress] pages
   * @param {AbortSignal} [signal]
   * @returns {Promise<Listed[]>} those that could not be fetched
   */
  async complete(cards, onProgress = () => {}, signal) {
    const lacking = cards.filter((card) => !this.isWhole(card));
    const wanted = [...new Set(lacking.map(({ page }) => page))];
    const waiting = wanted.values();
    let done = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (const page of waiting) {
        if (signal?.aborted) return;
        await this.#take(page, lacking);
        onProgress((done += 1), wanted.length);
      }
    }));
    return lacking.filter((card) => !this.isWhole(card));
  }

  /** @param {string} page @param {Listed[]} cards */
  async #take(page, cards) {
    const found = await (cards.some((card) => card.page === page && isOwnCard(card)) ? made(cards.filter(isOwnCard)) : questionsOn(page)).catch(() => null);
    for (const card of cards) {
      const question = card.page === page && found?.get(card.id);
      if (question && !this.isWhole(card)) fill(this.of(card), question);
    }
  }
}

/** @param {HTMLElement} section */
export const isPending = (section) => section.hasAttribute("data-pending");

/** One's own stand on no page. @param {import("./own-cards.mjs").OwnCard[]} cards @returns {Promise<Map<string, HTMLElement>>} */
async function made(cards) {
  const { makeOwnQuestion } = await import("./own-question.mjs");
  return new Map(cards.map((card) => [card.id, makeOwnQuestion(card)]));
}

/** @param {string} page @returns {Promise<Map<string, HTMLElement>>} */
function questionsOn(page) {
  const known = pages.get(page) ?? fetched(page);
  pages.set(page, known);
  known.catch(() => pages.delete(page)); // The next try may find a better network.
  return known;
}

/** @param {string} page */
async function fetched(page) {
  const parsed = new DOMParser().parseFromString(await fetchText(page), "text/html");
  return new Map(findAll(parsed, "card").map((question) => [question.dataset.card ?? "", document.adoptNode(moved(question, page))]));
}

/** Let a question be at home on another page: its links lead where they led, its headings stand below its own. @param {HTMLElement} question @param {string} page */
function moved(question, page) {
  for (const name of ["href", "src"]) {
    for (const element of question.querySelectorAll(`[${name}]`)) element.setAttribute(name, fromHere(element.getAttribute(name) ?? "", page));
  }
  for (const heading of question.querySelectorAll("h3")) {
    const lower = document.createElement("h4");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  return question;
}

/** @param {string} address as it stands on a page @param {string} page */
function fromHere(address, page) {
  const { href, origin, pathname, search, hash } = new URL(address, onSite(page));
  return origin === location.origin ? pathname + search + hash : href;
}

/** A question of which only the wording is known. @param {Listed} card @returns {HTMLElement} */
function begun({ id, formerly, title, topic, kind, label, reveal, difficulty, core, exams }) {
  const anchor = anchorOf(id);
  const said = kind === "open" ? [] : [" ", make("span", { class: "gp-question__kind" }, label)];
  return make("section", {
    class: `gp-question gp-question--${kind}`, "aria-labelledby": anchor, "data-no-terms": true, "data-pending": true,
    "data-card": id, "data-kind": kind, "data-topic": topic, "data-difficulty": difficulty, "data-core": core,
    "data-formerly": formerly.join(" ") || false, "data-exam": exams?.join(" ") ?? false,
  },
  make("h3", { class: "gp-question__title", id: anchor }, title),
  make("p", { class: "gp-question__topic", "data-unsaid": true }, make("span", { class: "gp-hidden" }, "Themengebiet: "), topic, ...said),
  make("details", { class: "gp-answer", "data-fold": true, "data-answer": true }, make("summary", {}, reveal)));
}

/** Give a section what its question has; what may have the keyboard stays. @param {HTMLElement} section @param {HTMLElement} question */
function fill(section, question) {
  const [answer, theirs] = [section, question].map((each) => /** @type {HTMLDetailsElement} */ (each.querySelector("details")));
  const [summary, shown] = [answer, theirs].map((each) => /** @type {HTMLElement} */ (each.querySelector("summary")));
  for (const { name, value } of question.attributes) if (!section.hasAttribute(name)) section.setAttribute(name, value);
  answer.before(...[...question.children].filter((each) => each !== theirs && !each.matches("[data-unsaid]")));
  summary.replaceChildren(...shown.childNodes);
  shown.remove();
  while (answer.lastChild !== summary) answer.lastChild?.remove();
  answer.append(...theirs.childNodes);
  section.removeAttribute("data-pending");
  if (answer.open) answer.dispatchEvent(new Event("toggle")); // Who waits for what an opened answer says, has seen it empty.
  void enliven(section).catch(() => {});
}

/** What pages do for their texts when they are loaded. @param {HTMLElement} section */
async function enliven(section) {
  const code = section.querySelectorAll("pre");
  if (code.length) (await import("../frame/scrolling.mjs")).keepReachable([...code]);
  if (section.querySelector("[data-spoken]")) (await import("../speech/spoken-times.mjs")).mount(section);
}
