// „Kurztest“: as many questions as one likes in one go, marked at the end.

import { momentSaid, offsetAt } from "../../base/calendar.mjs";
import { button, focusOn, make } from "../../base/elements.mjs";
import { find } from "../../base/names.mjs";
import { openProgress, readCases } from "../../memory/progress.mjs";
import { readSettings } from "../../memory/settings.mjs";
import { among, examsOf } from "../../memory/situation.mjs";
import { complain, gather } from "../gathering.mjs";
import { loadKinds } from "../kinds.mjs";
import { questionOf } from "../question.mjs";
import { sayUnloadable, Sections, withCards } from "../supply.mjs";
import { scoreOf } from "./doing.mjs";
import { askable, draw } from "./drawing.mjs";
import { dropPaper, onTestChange, readPaper, readResult, writePaper, writeResult } from "./kept.mjs";
import { missedIn, reviewsOf } from "./marks.mjs";
import { makeConsent, makeFigures, makeQuestions, scoreSaid } from "./outcome.mjs";
import { endOf, reduced, taken_s } from "./paper.mjs";
import { makeSetup } from "./setup.mjs";
import { Sitting } from "./sitting.mjs";

/** @typedef {import("../listed.mjs").Listed} Listed */
/** @typedef {import("./paper.mjs").Paper} Paper */
/** @typedef {import("./marks.mjs").Result} Result */
/** @typedef {import("./drawing.mjs").Wishes} Wishes */

const UNKEPT = "Dein Browser speichert hier nichts: Lädst du die Seite neu, ist dieser Kurztest weg.";

/** @param {HTMLElement} panel */
export async function mount(panel) {
  const container = /** @type {HTMLElement} */ (panel.parentElement);
  const notice = make("p", { class: "gp-notice", role: "status" });
  panel.after(notice);
  find(container, "without").hidden = true;
  await withCards(notice, (cards) => new ShortTest(panel, container, notice, cards).begin());
}

class ShortTest {
  #panel;
  #container;
  #notice;
  #cards;
  /** @type {Map<string, Listed>} those that can be asked, by each id that they have or had */
  #byId;
  #sections = new Sections();
  #tab = Math.random().toString(36).slice(2);
  /** What is shown; nothing else may come in between while it is `busy`. @type {"start" | "sitting" | "elsewhere" | "result" | "busy"} */
  #view = /** @type {any} */ ("busy");
  #dispose = () => {};

  /** @param {HTMLElement} panel @param {HTMLElement} container @param {HTMLElement} notice @param {Listed[]} cards */
  constructor(panel, container, notice, cards) {
    this.#panel = panel;
    this.#container = container;
    this.#notice = notice;
    this.#cards = cards;
    this.#byId = new Map(askable(cards, () => true).flatMap((card) => [...card.formerly, card.id].map((id) => [id, card])));
  }

  begin() {
    find(this.#container, "contents").hidden = true;
    onTestChange(() => this.#follow());
    const paper = readPaper();
    return paper ? this.#goOn(paper) : this.#start();
  }

  /** Another tab has gone on, or has ended it. */
  #follow() {
    if (this.#view === "busy" || this.#view === "result") return;
    const paper = readPaper();
    if (paper && paper.tab !== this.#tab) this.#showElsewhere();
    else if (!paper && this.#view !== "start") this.#start();
  }

  /** @param {"start" | "sitting" | "elsewhere" | "result" | "busy"} view @param {...(Node | string)} content */
  #show(view, ...content) {
    this.#dispose();
    this.#dispose = () => {};
    this.#view = view;
    for (const name of ["data-single", "data-practising"]) this.#container.toggleAttribute(name, view === "sitting");
    this.#panel.className = view === "sitting" ? "" : "gp-test";
    this.#panel.replaceChildren(...content);
    this.#panel.hidden = false;
  }

  /** @param {(Node | string)[]} said what came before */
  #start(said = []) {
    const last = readResult();
    const exams = examsOf(find(this.#container, "round"));
    const read = readCases();
    const all = askable(this.#cards, (id) => read.has(id));
    const { which } = among(readSettings(), exams);
    const setup = makeSetup(all, last?.wishes ?? null, exams, which, (wishes, cards) => void this.#begin(wishes, cards));
    this.#show("start", ...(said.length ? [make("p", { class: "gp-notice", role: "status" }, ...said)] : []), setup, ...(last ? [this.#makeLast(last)] : []));
  }

  /** @param {Result} last */
  #makeLast(last) {
    return make("section", { class: "gp-test__last" }, make("h2", {}, "Letzter Kurztest"),
      make("p", {}, make("strong", {}, scoreSaid(last)), ` · ${momentSaid(last.at)}`), make("p", { class: "gp-actions" }, button("Ansehen", () => void this.#showResult(last))));
  }

  /** @param {Wishes} wishes @param {Listed[]} cards */
  async #begin(wishes, cards) {
    if (this.#view === "busy") return;
    this.#view = "busy";
    const last = new Set(readResult()?.asked.map(({ id }) => id));
    const ids = draw(cards, wishes.count, last);
    const found = await gather(ids.flatMap((id) => this.#byId.get(id) ?? []), this.#sections, this.#notice);
    this.#view = "start";
    if (!found) return;
    if (found.lacking.length) return complain(this.#notice, found.lacking, () => void this.#begin(wishes, cards));
    if (readPaper()) return this.#follow(); // Another tab has begun one in the meantime.
    const now = Date.now();
    await this.#sit({ at: now, seed: `${now}-${this.#tab}`, tab: this.#tab, wishes, ids, place: 0, given: {}, flags: [] });
  }

  /** What was begun goes on here, once its questions are there. @param {Paper} before */
  async #goOn(before) {
    const paper = reduced({ ...before, tab: this.#tab }, (id) => this.#byId.has(id));
    if (!paper.ids.length) {
      dropPaper();
      return this.#start(["Die Fragen deines Kurztests gibt es nicht mehr."]);
    }
    this.#view = "busy";
    writePaper(paper);
    const found = await gather(paper.ids.flatMap((id) => this.#byId.get(id) ?? []), this.#sections, this.#notice);
    if (!found || found.lacking.length) this.#showWaiting(paper);
    if (found?.lacking.length) return complain(this.#notice, found.lacking, () => void this.#goOn(paper));
    if (found) await this.#resume();
  }

  /** Go on with what there is now, unless another tab has been faster. */
  async #resume() {
    const paper = readPaper();
    if (paper?.tab === this.#tab) return this.#sit(paper);
    this.#view = "elsewhere";
    this.#follow();
  }

  /** @param {Paper} paper */
  async #sit(paper) {
    const kinds = await loadKinds(paper.ids.map((id) => this.#card(id).kind)).catch(() => null);
    if (!kinds) return sayUnloadable(this.#notice, () => void this.#sit(paper));
    const end = endOf(paper);
    if (end !== null && Date.now() >= end) return this.#handIn(paper, kinds, true);
    const isKept = writePaper(paper);
    const sitting = new Sitting({
      paper, kinds,
      sectionOf: (id) => this.#section(id),
      change: (change, known) => this.#change(change, known),
      onHandIn: (out, known) => void this.#handIn(readPaper() ?? known, kinds, out),
      onGiveUp: () => this.#giveUp(),
    });
    this.#show("sitting", sitting.element);
    this.#dispose = () => sitting.dispose();
    sitting.begin();
    if (!isKept) sitting.complain([UNKEPT]);
    sitting.arrive();
  }

  /** What another tab has kept is gone on with and never written over, and what it has ended does not come back. @param {(paper: Paper) => Paper} change @param {Paper} known */
  #change(change, known) {
    const kept = readPaper();
    const paper = change(kept ?? known);
    if (kept?.tab === this.#tab) writePaper(paper);
    return paper;
  }

  #giveUp() {
    const paper = readPaper();
    this.#view = "busy";
    dropPaper();
    this.#start(["Kurztest abgebrochen. ", ...(paper ? [button("Doch weitermachen", () => void this.#goOn(paper))] : [])]);
    this.#focus();
  }

  /** @param {Paper} paper @param {import("./doing.mjs").Kinds} kinds @param {boolean} out whether the time was up */
  async #handIn(paper, kinds, out) {
    const now = Date.now();
    this.#show("busy");
    const asked = paper.ids.map((id) => {
      const question = /** @type {import("../question.mjs").Question} */ (questionOf(this.#section(id)));
      return { id: this.#card(id).id, topic: this.#card(id).topic, given: paper.given[id] ?? [], ...scoreOf(question, kinds, paper.seed, paper.given[id]) };
    });
    const at = out ? endOf(paper) ?? now : now;
    const result = { at, offset: offsetAt(at), seconds: taken_s(paper, now), out, seed: paper.seed, wishes: paper.wishes, asked, taken: [] };
    writeResult(result);
    dropPaper();
    await this.#showResult(result);
  }

  /** @param {Result} result */
  async #showResult(result) {
    const questions = make("div", {});
    const figures = makeFigures(result, { practise: () => void this.#practise(result), anew: () => {
      this.#start();
      this.#focus();
    } });
    this.#show("result", figures, ...makeConsent(result, (taken) => this.#take(result, taken)), questions);
    this.#focus();
    await this.#fillIn(questions, result);
  }

  /** The questions of a result come when they are there. @param {HTMLElement} place @param {Result} result */
  async #fillIn(place, result) {
    const cards = this.#cardsOf(result.asked.map(({ id }) => id));
    const found = await gather(cards, this.#sections, this.#notice);
    const kinds = await loadKinds(cards.map(({ kind }) => kind)).catch(() => null);
    if (!place.isConnected) return;
    if (!kinds) return sayUnloadable(this.#notice, () => void this.#fillIn(place, result));
    if (found?.lacking.length) complain(this.#notice, found.lacking, () => void this.#fillIn(place, result));
    const { element, dispose } = makeQuestions(result, (id) => (found?.there.some((card) => card === this.#byId.get(id)) ? this.#section(id) : null), kinds);
    this.#dispose();
    this.#dispose = dispose;
    place.replaceChildren(element);
  }

  /** Put the grades into one's cards, or take them back. @param {Result} shown @param {boolean} wanted @returns {Result} */
  #take(shown, wanted) {
    const progress = openProgress();
    const result = readResult()?.seed === shown.seed ? /** @type {Result} */ (readResult()) : shown;
    for (const [id, review] of result.taken) if (!wanted) progress.remove(this.#card(id), review);
    const taken = wanted ? reviewsOf(result).filter(([id]) => this.#byId.has(id)).map(([id, review]) => /** @type {Result["taken"][number]} */ ([id, progress.add(this.#card(id), review)])) : [];
    writeResult({ ...result, taken });
    return { ...result, taken };
  }

  /** @param {Result} result */
  async #practise(result) {
    const cards = this.#cardsOf(missedIn(result.asked).map(({ id }) => id));
    const [place, list] = [find(this.#container, "round"), find(this.#container, "cards")];
    const { practise } = await import("../choosing.mjs");
    await practise({
      cards, sections: this.#sections, place, notice: this.#notice,
      onArrival: (there) => {
        this.#show("busy");
        list.append(...there.map((card) => this.#sections.of(card)));
      },
      onBegin: () => { this.#panel.hidden = true; },
      onLeave: () => {
        list.replaceChildren();
        void this.#showResult(readResult() ?? result);
      },
    }).catch(() => sayUnloadable(this.#notice, () => void this.#practise(result)));
  }

  /** @param {Paper} paper */
  #showWaiting(paper) {
    this.#show("busy", make("h2", {}, "Dein Kurztest wartet"), make("p", {}, "Seine Fragen sind noch nicht geladen. Deine Antworten sind gesichert."),
      make("p", { class: "gp-actions" }, button("Weitermachen", () => void this.#goOn(paper), { class: "gp-button gp-button--primary" }), " ", button("Abbrechen", () => this.#giveUp())));
  }

  #showElsewhere() {
    const take = () => {
      const paper = readPaper();
      return paper ? void this.#goOn(paper) : this.#start();
    };
    this.#show("elsewhere", make("h2", {}, "Dein Kurztest läuft in einem anderen Fenster"), make("p", {}, "Was du dort beantwortet hast, ist auch hier da."),
      make("p", { class: "gp-actions" }, button("Hier weitermachen", take, { class: "gp-button gp-button--primary" })));
  }

  #focus() {
    const [first, heading] = [this.#panel.firstElementChild, this.#panel.querySelector("h2")];
    focusOn(/** @type {HTMLElement} */ (this.#view === "start" ? first : heading));
    scrollTo({ top: 0, behavior: "instant" });
  }

  /** @param {string} id */
  #card(id) {
    return /** @type {Listed} */ (this.#byId.get(id));
  }

  /** @param {string[]} ids */
  #cardsOf(ids) {
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** @param {string} id */
  #section(id) {
    return this.#sections.of(this.#card(id));
  }
}
