// The catalogue of questions: searched and filtered as the address says, then practised or printed.

import { filterIn, mapped, queryFor, shownSaid } from "../base/filter.mjs";
import { find, findAll } from "../base/names.mjs";
import { onNewDay } from "../base/new-day.mjs";

/**
 * @typedef {import("../base/filter.mjs").Filter<keyof typeof NAMES>} Filter
 * @typedef {Record<"topic" | "kind" | "difficulty", string> & {exam?: string}} Facets  what a question says of itself; ids of exams where there are several
 * @typedef {(section: HTMLElement) => string} StateOf
 */

/** What each limit is called in the address and in the form. */
const NAMES = /** @type {const} */ ({ exam: "pruefung", topic: "gebiet", kind: "art", difficulty: "stufe", state: "stand", search: "suche" });
const LIMITS = /** @type {(keyof Filter)[]} */ (Object.keys(NAMES));
const TYPING_MS = 200;

/** What a question shows, but does not say. */
const LABELS = "summary, h4, [data-unsaid]";
const INLINE = ["a", "code", "em", "span", "strong"];

/** @param {string} query @returns {Filter} */
export const filterOf = (query) => {
  const filter = filterIn(NAMES, query);
  return { ...filter, search: filter.search.trim() };
};

/** @param {Filter} filter */
export const queryOf = (filter) => queryFor(NAMES, filter);

/**
 * A text as it is searched: without regard to case, umlauts and how they are written, quotation marks and soft hyphens.
 *
 * @param {string} text
 */
export const folded = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\p{M}\u00AD"'„“”‚‘’«»]/gu, "").replaceAll("ß", "ss").replace(/([aou])e/g, "$1");

/** @param {string} search @returns {string[]} */
export const wordsOf = (search) => folded(search).split(/\s+/).filter(Boolean);

/** @param {Facets} facets @param {Filter} filter */
export const matches = (facets, filter) =>
  (!filter.exam || (facets.exam ?? "").split(" ").includes(filter.exam)) &&
  (!filter.topic || filter.topic === facets.topic) &&
  (!filter.kind || filter.kind === facets.kind) &&
  (!filter.difficulty || filter.difficulty === facets.difficulty);

/** Settles when what the address says is shown. @param {HTMLElement} host */
export const mount = (host) => new Catalogue(host, /** @type {HTMLElement} */ (host.parentElement)).begin();

class Catalogue {
  #host;
  #form;
  #outcome;
  #count;
  #reset;
  #button;
  #place;
  #sections;
  #topics;
  /** @type {Map<HTMLElement, string>} what each question says, read when somebody searches */
  #texts = new Map();
  #turn = 0;
  #typing = 0;
  #practising = false;

  /** @param {HTMLElement} host @param {ParentNode} page */
  constructor(host, page) {
    this.#host = host;
    this.#form = /** @type {HTMLFormElement} */ (find(host, "finder"));
    this.#outcome = find(host, "outcome");
    this.#count = find(host, "total");
    this.#reset = find(host, "lift");
    this.#button = find(host, "practise");
    this.#place = find(page, "round");
    this.#sections = findAll(page, "card");
    this.#topics = findAll(page, "group");
  }

  begin() {
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("change", () => this.#choose());
    this.#form.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#choose(), TYPING_MS);
    });
    this.#host.addEventListener("click", (event) => this.#click(event));
    addEventListener("popstate", () => void this.show());
    onNewDay(() => void this.show());
    for (const part of this.#host.children) /** @type {HTMLElement} */ (part).hidden = part.matches("[data-contents]");
    return this.show();
  }

  get #shown() {
    return this.#sections.filter(({ hidden }) => !hidden);
  }

  /** Put what the form says into the address; what is typed in one go is one step of the history. */
  #choose() {
    clearTimeout(this.#typing);
    const data = new FormData(this.#form);
    const filter = mapped(NAMES, (name) => String(data.get(name) ?? "").trim());
    const before = filterOf(location.search);
    if (queryOf(filter) === queryOf(before)) return;
    const typing = filter.search !== before.search;
    const address = location.pathname + queryOf(filter);
    if (typing && history.state?.typing) history.replaceState({ typing }, "", address);
    else history.pushState({ typing }, "", address);
    void this.show();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target.closest("a, button") : null;
    if (target === this.#reset && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.pushState(null, "", location.pathname);
      this.#form.querySelector("input")?.focus();
      void this.show();
    }
    if (target?.matches("[data-print]")) print();
    if (target === this.#button) this.#practise().catch(() => { this.#count.textContent = "Das Üben lässt sich gerade nicht laden."; });
  }

  /** Show what the address says, unless a round is on. */
  async show() {
    if (this.#practising) return;
    const turn = ++this.#turn;
    const filter = filterOf(location.search);
    this.#fill(filter);
    try {
      const stateOf = filter.state ? await readStates(this.#sections) : null;
      if (turn === this.#turn) this.#filter(filter, stateOf);
    } catch {
      this.#count.textContent = "Dein Lernstand lässt sich gerade nicht laden.";
    }
  }

  /** @param {Filter} filter */
  #fill(filter) {
    for (const limit of LIMITS) {
      const field = this.#form.elements.namedItem(NAMES[limit]);
      if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.value.trim() !== filter[limit]) field.value = filter[limit];
    }
  }

  /** @param {Filter} filter @param {StateOf | null} stateOf */
  #filter(filter, stateOf) {
    const words = wordsOf(filter.search);
    const fits = (/** @type {HTMLElement} */ section) =>
      matches(/** @type {Facets} */ (section.dataset), filter) &&
      words.every((word) => this.#textOf(section).includes(word)) &&
      (!stateOf || stateOf(section) === filter.state);
    for (const section of this.#sections) section.hidden = !fits(section);
    this.#showTopics();
    this.#showOutcome(filter);
  }

  #showTopics() {
    for (const topic of this.#topics) {
      const number = findAll(topic, "card").filter(({ hidden }) => !hidden).length;
      topic.hidden = number === 0;
      find(topic, "count").textContent = String(number);
    }
  }

  /** @param {Filter} filter */
  #showOutcome(filter) {
    const shown = this.#shown.length;
    this.#count.textContent = shownSaid(shown, this.#sections.length, ["Frage", "Fragen"]);
    this.#count.dataset.chosen = this.#chosen(filter).join(", ");
    this.#reset.hidden = !queryOf(filter);
    find(this.#outcome, "some").hidden = shown === 0;
    find(this.#outcome, "none").hidden = shown > 0;
  }

  /** What was chosen, in words, for the paper. @param {Filter} filter */
  #chosen({ search }) {
    const fields = [...this.#form.querySelectorAll("select")].filter(({ value }) => value);
    const names = fields.map(({ selectedOptions }) => selectedOptions[0]?.text.replace(/ \(\d+\)$/, "") ?? "");
    return search ? [...names, `„${search}“`] : names;
  }

  /** @param {HTMLElement} section */
  #textOf(section) {
    let text = this.#texts.get(section);
    if (text === undefined) this.#texts.set(section, (text = folded(textIn(section))));
    return text;
  }

  async #practise() {
    const { practise } = await import("./quiz.mjs");
    this.#practising = true;
    practise(this.#shown, this.#place, () => {
      this.#practising = false;
      void this.show();
      this.#button.focus();
    });
  }
}

/** What a question says, without what is only a label. @param {Element} section */
function textIn(section) {
  let text = "";
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(LABELS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    text += node instanceof Text ? node.data : INLINE.includes(/** @type {Element} */ (node).localName) ? "" : " ";
  }
  return text;
}

/** Where every question stands, whichever exam is chosen; what is only needed where somebody has practised is loaded only then. @param {HTMLElement[]} sections @returns {Promise<StateOf>} */
async function readStates(sections) {
  const progress = (await import("../memory/progress.mjs")).openProgress();
  if (!progress.all().size) return () => "new";
  const [{ situationOf }, { stateOf }, { readSettings }, { situated }] = await Promise.all([import("../memory/situation.mjs"), import("../memory/scheduling.mjs"), import("../memory/settings.mjs"), import("./question.mjs")]);
  const { cards, today, exam } = situationOf(sections.map(situated), (card) => progress.reviewsOf(card), { ...readSettings(), which: null }, Date.now());
  const states = new Map(cards.map(({ id, memory }) => [id, stateOf(memory, today, exam)]));
  return ({ dataset: { card = "" } }) => states.get(card) ?? "new";
}
