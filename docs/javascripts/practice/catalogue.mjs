// The catalogue of questions: searched and filtered as the address says, then practised or printed.

import { targetOf } from "../base/addresses.mjs";
import { make } from "../base/elements.mjs";
import { filterIn, mapped, queryFor, shownSaid } from "../base/filter.mjs";
import { find, findAll } from "../base/names.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { complain, gather } from "./gathering.mjs";
import { List } from "./list.mjs";
import { anchorOf } from "./listed.mjs";
import { sayUnloadable, Sections, withCards } from "./supply.mjs";

/**
 * @typedef {import("../base/filter.mjs").Filter<keyof typeof NAMES>} Filter
 * @typedef {import("./listed.mjs").Listed} Listed
 * @typedef {(card: Listed) => string} StateOf
 */

/** What each limit is called in the address and in the form. */
const NAMES = /** @type {const} */ ({ exam: "pruefung", topic: "gebiet", kind: "art", difficulty: "stufe", state: "stand", search: "suche" });
const LIMITS = /** @type {(keyof Filter)[]} */ (Object.keys(NAMES));
const TYPING_MS = 200;


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

/** @param {Pick<Listed, "topic" | "kind" | "difficulty" | "exams">} card @param {Filter} filter */
export const matches = ({ topic, kind, difficulty, exams = [] }, filter) =>
  (!filter.exam || exams.includes(filter.exam)) &&
  (!filter.topic || filter.topic === topic) &&
  (!filter.kind || filter.kind === kind) &&
  (!filter.difficulty || filter.difficulty === difficulty);

/** Settles when what the address says is shown. @param {HTMLElement} host */
export async function mount(host) {
  const notice = make("p", { class: "gp-notice", role: "status" });
  host.prepend(notice);
  const page = /** @type {HTMLElement} */ (host.parentElement);
  await withCards(notice, (cards) => new Catalogue(host, page, notice, cards).begin());
}

class Catalogue {
  #host;
  #form;
  #outcome;
  #count;
  #reset;
  #button;
  #notice;
  #place;
  #contents;
  #list;
  #cards;
  /** @type {Listed[]} */
  #shown = [];
  #sections = new Sections();
  /** @type {Map<Listed, string>} what each question says, read when somebody searches */
  #texts = new Map();
  #turn = 0;
  #typing = 0;
  /** Whether something is fetched or practised, and nothing else may begin. */
  #busy = false;
  #practising = false;

  /** @param {HTMLElement} host @param {ParentNode} page @param {HTMLElement} notice @param {Listed[]} cards */
  constructor(host, page, notice, cards) {
    this.#host = host;
    this.#form = /** @type {HTMLFormElement} */ (find(host, "finder"));
    this.#outcome = find(host, "outcome");
    this.#count = find(host, "total");
    this.#reset = find(host, "lift");
    this.#button = find(host, "practise");
    this.#notice = notice;
    this.#place = find(page, "round");
    this.#contents = find(page, "contents");
    this.#cards = cards;
    this.#list = new List(find(page, "cards"), this.#sections, new Map(findAll(this.#contents, "topic").map(({ dataset, id }) => [dataset.topic ?? "", id])));
  }

  begin() {
    this.#contents.remove();
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("change", () => this.#choose());
    this.#form.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#choose(), TYPING_MS);
    });
    this.#host.addEventListener("click", (event) => this.#click(event));
    addEventListener("popstate", () => void this.show());
    addEventListener("hashchange", () => this.#showAddressed());
    onNewDay(() => void this.show());
    this.#form.hidden = this.#outcome.hidden = false;
    return this.show().then(() => this.#showAddressed());
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
    if (target?.matches("[data-print]")) void this.#alone(() => this.#print());
    if (target === this.#button) void this.#alone(() => this.#practise());
  }

  /** Show what the address says, unless a round is on. */
  async show() {
    if (this.#busy) return;
    const turn = ++this.#turn;
    const filter = filterOf(location.search);
    this.#fill(filter);
    try {
      const stateOf = filter.state ? await readStates(this.#cards) : null;
      if (turn === this.#turn) await this.#filter(filter, stateOf);
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
    this.#shown = this.#cards.filter((card) =>
      matches(card, filter) && words.every((word) => this.#textOf(card).includes(word)) && (!stateOf || stateOf(card) === filter.state));
    this.#showOutcome(filter);
    return this.#list.show(this.#shown);
  }

  /** @param {Filter} filter */
  #showOutcome(filter) {
    const shown = this.#shown.length;
    this.#notice.replaceChildren();
    this.#count.textContent = shownSaid(shown, this.#cards.length, ["Frage", "Fragen"]);
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

  /** @param {Listed} card */
  #textOf(card) {
    let text = this.#texts.get(card);
    if (text === undefined) this.#texts.set(card, (text = folded(card.title)));
    return text;
  }

  /** Lead to the question that the address points at, also by an id that it had before, and open it. */
  #showAddressed() {
    const anchor = targetOf(location);
    const card = this.#shown.find(({ id, formerly }) => [id, ...formerly].some((each) => anchorOf(each) === anchor));
    if (card && !this.#busy) this.#list.open(card);
    else if (anchor) document.getElementById(anchor)?.scrollIntoView();
  }

  /** One thing after the other. @param {() => Promise<void>} work */
  async #alone(work) {
    if (this.#busy) return;
    this.#busy = true;
    await work().catch(() => sayUnloadable(this.#notice, () => void this.#alone(work)));
    if (!this.#practising) this.#busy = false;
  }

  async #practise() {
    const { practise } = await import("./choosing.mjs");
    this.#list.finish();
    const begun = await practise({
      cards: this.#shown, sections: this.#sections, place: this.#place, notice: this.#notice,
      onBegin: () => { this.#practising = true; },
      onLeave: () => {
        this.#practising = this.#busy = false;
        void this.show();
        this.#button.focus();
      },
    });
    if (!begun && !this.#notice.hasChildNodes()) this.#button.focus();
  }

  async #print() {
    this.#list.finish();
    const found = await gather(this.#shown, this.#sections, this.#notice);
    if (found?.lacking.length) return complain(this.#notice, found.lacking, () => void this.#alone(() => this.#print()));
    find(this.#host, "print").focus();
    if (found) printAs(/** @type {HTMLSelectElement} */ (find(this.#host, "way")).value);
  }
}

/** paper.css says what a way means. @param {string} way empty for all that there is */
function printAs(way) {
  const { dataset } = document.documentElement;
  if (way) dataset.paper = way;
  addEventListener("afterprint", () => { delete dataset.paper; }, { once: true });
  print();
}

/** Where every question stands, whichever exam is chosen; what is only needed where somebody has practised is loaded only then. @param {Listed[]} listed @returns {Promise<StateOf>} */
async function readStates(listed) {
  const progress = (await import("../memory/progress.mjs")).openProgress();
  if (!progress.all().size) return () => "new";
  const [{ situationOf }, { stateOf }, { readSettings }] = await Promise.all([import("../memory/situation.mjs"), import("../memory/scheduling.mjs"), import("../memory/settings.mjs")]);
  const { cards, today, exam } = situationOf(listed, (card) => progress.reviewsOf(card), { ...readSettings(), which: null }, Date.now());
  const states = new Map(cards.map(({ id, memory }) => [id, stateOf(memory, today, exam)]));
  return ({ id }) => states.get(id) ?? "new";
}
