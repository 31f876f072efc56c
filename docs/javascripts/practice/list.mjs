// The catalogue's list: questions under their topics, put into the page piece by piece, each completed when it is looked at.

import { button, make } from "../base/elements.mjs";
import { isPending } from "./supply.mjs";

/** @typedef {import("./listed.mjs").Listed} Listed */
/** @typedef {import("./supply.mjs").Sections} Sections */

/** So many questions are put into the page at once, the rest in pieces whenever the browser has nothing better to do. */
const FIRST = 80;
const PIECE = 40;
/** From so many on, browsers are told to lay out only what is seen: what is skipped has no true place, which disturbs links and assistive technology. */
const MANY = 1000;
/** What is only scrolled past is not fetched. */
const LOOK_MS = 250;

export class List {
  #element;
  #sections;
  #ids;
  /** @type {Map<Element, Listed>} */
  #cards = new Map();
  /** @type {Map<string, {element: HTMLElement, count: HTMLElement}>} */
  #topics = new Map();
  /** @type {Listed[]} */
  #shown = [];
  #drawn = 0;
  #turn = 0;
  /** @type {Set<Listed>} */
  #seen = new Set();
  #looking = 0;
  #observer;

  /** @param {HTMLElement} element @param {Sections} sections @param {Map<string, string>} ids the anchors of the topics */
  constructor(element, sections, ids) {
    this.#element = element;
    this.#sections = sections;
    this.#ids = ids;
    this.#observer = new IntersectionObserver((entries) => this.#look(entries));
    element.addEventListener("toggle", ({ target }) => this.#opened(target), true);
  }

  /** @param {Listed[]} cards by topic @returns {Promise<void>} settles when all of them are in the page */
  async show(cards) {
    if (cards.length === this.#shown.length && cards.every((card, index) => card === this.#shown[index])) return;
    const turn = (this.#turn += 1);
    this.#shown = cards;
    this.#drawn = 0;
    this.#seen.clear();
    this.#element.replaceChildren();
    this.#element.classList.toggle("gp-questions--many", cards.length > MANY);
    for (const { element, count } of this.#topics.values()) element.replaceChildren(/** @type {Node} */ (count.parentElement));
    this.#draw(FIRST);
    while (turn === this.#turn && this.#drawn < cards.length) {
      await idle();
      if (turn === this.#turn) this.#draw(PIECE);
    }
  }

  /** Put all of it into the page. */
  finish() {
    this.#draw(this.#shown.length);
  }

  /** Show a question with its answer. @param {Listed} card */
  open(card) {
    this.finish();
    const section = this.#sections.of(card);
    /** @type {HTMLDetailsElement} */ (section.querySelector("details")).open = true;
    section.scrollIntoView();
  }

  /** @param {number} most */
  #draw(most) {
    const piece = this.#shown.slice(this.#drawn, this.#drawn + most);
    this.#drawn += piece.length;
    for (const card of piece) {
      const section = this.#sections.of(card);
      this.#cards.set(section, card);
      this.#topic(card.topic).append(section);
      if (card.asksMore && isPending(section)) this.#observer.observe(section);
    }
  }

  /** @param {string} name */
  #topic(name) {
    const known = this.#topics.get(name) ?? this.#makeTopic(name);
    if (!known.element.isConnected) {
      known.count.textContent = String(this.#shown.filter(({ topic }) => topic === name).length);
      this.#element.append(known.element);
    }
    return known.element;
  }

  /** @param {string} name */
  #makeTopic(name) {
    const id = this.#ids.get(name) ?? "";
    const count = make("span", { class: "gp-topic__count" });
    const element = make("section", { class: "gp-topic", "aria-labelledby": id }, make("h2", { class: "gp-topic__title", id }, name, " ", count));
    this.#topics.set(name, { element, count });
    return { element, count };
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #look(entries) {
    for (const { target, isIntersecting } of entries) {
      const card = this.#cards.get(target);
      if (card && isIntersecting) this.#seen.add(card);
      else if (card) this.#seen.delete(card);
    }
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => void this.#sections.complete([...this.#seen]), LOOK_MS);
  }

  /** @param {EventTarget | null} target */
  #opened(target) {
    if (!(target instanceof HTMLDetailsElement) || !target.open || matchMedia("print").matches) return;
    const section = target.closest("section");
    const card = section && isPending(section) && this.#cards.get(section);
    if (card) void this.#answer(card, target);
  }

  /** @param {Listed} card @param {HTMLDetailsElement} answer */
  async #answer(card, answer) {
    const said = make("p", { class: "gp-notice", role: "status" }, "Die Antwort wird geladen …");
    while (answer.lastElementChild !== answer.firstElementChild) answer.lastElementChild?.remove();
    answer.append(said);
    if (!(await this.#sections.complete([card])).length) return;
    said.replaceChildren("Die Antwort lässt sich gerade nicht laden. ", button("Noch einmal versuchen", () => {
      answer.querySelector("summary")?.focus();
      void this.#answer(card, answer);
    }));
  }
}

/** @returns {Promise<void>} settles when there is a moment to spare */
const idle = () => new Promise((resolve) => {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 200 });
  else setTimeout(resolve);
});
