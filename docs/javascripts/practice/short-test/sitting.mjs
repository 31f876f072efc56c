// A short test while it is written: one question at a time, what is left of the time, and handing in.

import { button, focusOn, make, say } from "../../base/elements.mjs";
import { read, write } from "../../base/shelf.mjs";
import { clock } from "../../base/times.mjs";
import { showKeys } from "../../frame/key-help.mjs";
import { mountKeys } from "../keys.mjs";
import { questionOf } from "../question.mjs";
import { lay } from "../task.mjs";
import { taskOf } from "./doing.mjs";
import { answer, flag, goTo, isFlagged, left_s, leftIn, leftSaid } from "./paper.mjs";
import { makeStrip } from "./strip.mjs";

/** @typedef {import("./paper.mjs").Paper} Paper */
/** @typedef {import("../keys.mjs").Command} Command */

const TICK_MS = 250;
const LAST_S = 60;

const HELP = /** @type {const} */ ([
  [["1", "…", "9"], "Antwort ankreuzen, oder zur Lücke mit dieser Nummer"],
  [["Enter"], "Weiter zur nächsten Frage; im Lückentext erst zur nächsten Lücke"],
  [["←", "→"], "Vorige und nächste Frage, auch V und N"],
  [["M"], "Frage markieren, oder nicht mehr"],
  [["?"], "Diese Hilfe"],
]);

/**
 * @typedef {object} Setting
 * @property {Paper} paper
 * @property {(id: string) => HTMLElement} sectionOf
 * @property {import("./doing.mjs").Kinds} kinds
 * @property {(change: (paper: Paper) => Paper, paper: Paper) => Paper} change keeps what was done, and gives what is there now
 * @property {(out: boolean, paper: Paper) => void} onHandIn `out`: the time was up
 * @property {() => void} onGiveUp
 */

export class Sitting {
  #setting;
  #paper;
  #strip;
  #place = make("h2", { class: "gp-test__place gp-figures" });
  #clock = make("p", { class: "gp-test__clock gp-figures", role: "timer", "aria-label": "Restzeit" });
  #said = make("p", { class: "gp-hidden", role: "status" });
  #warning = make("p", { class: "gp-test__warning", role: "status" });
  #sheet = make("div", { class: "gp-test__sheet" });
  #flag = button("", () => this.#toggleFlag(), { class: "gp-button gp-test__flag", "aria-keyshortcuts": "m" });
  /** @type {import("../task.mjs").Task | null} */
  #task = null;
  #lift = () => {};
  #timer = 0;
  #ended = new AbortController();
  element;

  /** @param {Setting} setting */
  constructor(setting) {
    this.#setting = setting;
    this.#paper = setting.paper;
    this.#strip = makeStrip(this.#paper.ids.length, (place) => this.#go(place));
    const tools = make("div", { class: "gp-test__tools" }, ...this.#clockTools(),
      button("Tasten", showHelp, { class: "gp-button gp-quiz__move gp-quiz__help", "aria-keyshortcuts": "?" }),
      button("Abbrechen", setting.onGiveUp, { class: "gp-button gp-quiz__move" }), button("Abgeben", () => this.#ask(), { class: "gp-button gp-quiz__move gp-test__hand-in" }));
    this.element = make("div", { class: "gp-test__sitting" }, make("div", { class: "gp-test__head" }, this.#place, this.#clock, tools), this.#strip.element, this.#warning, this.#said, this.#sheet);
  }

  /** When it stands on the page. */
  begin() {
    this.#show();
    mountKeys((command) => this.#press(command), this.#ended.signal, showHelp);
    if (this.#paper.wishes.minutes === null) return;
    this.#timer = Number(setInterval(() => this.#tick(), TICK_MS));
    this.#tick();
  }

  /** Leave the questions as they were. */
  dispose() {
    this.#ended.abort();
    clearInterval(this.#timer);
    this.#clear();
  }

  /** The device keeps nothing. @param {(Node | string)[]} notice */
  complain(notice) {
    this.#warning.replaceChildren(...notice);
  }

  #clockTools() {
    this.#clock.hidden = true;
    if (this.#paper.wishes.minutes === null) return [];
    const toggle = button("", () => {
      write("setting", "test-clock", this.#clock.hidden ? null : "hidden");
      follow();
    }, { class: "gp-button gp-quiz__move" });
    const follow = () => {
      this.#clock.hidden = read("setting", "test-clock") === "hidden";
      toggle.textContent = this.#clock.hidden ? "Uhr zeigen" : "Uhr verbergen";
    };
    follow();
    return [toggle];
  }

  #tick() {
    const left = /** @type {number} */ (left_s(this.#paper, Date.now()));
    say(this.#clock, clock(left));
    const isLast = left <= LAST_S && Number(this.#paper.wishes.minutes) > 1;
    this.#clock.toggleAttribute("data-last", isLast);
    if (isLast) say(this.#warning, "Noch höchstens eine Minute. Was dann beantwortet ist, zählt.");
    if (left === 0) this.#setting.onHandIn(true, this.#paper);
  }

  #clear() {
    this.#task?.dispose?.();
    this.#lift();
    this.#task = null;
    this.#lift = () => {};
  }

  get #id() {
    return this.#paper.ids[this.#paper.place];
  }

  #show() {
    this.#clear();
    const section = this.#setting.sectionOf(this.#id);
    section.classList.add("gp-current");
    this.#sheet.replaceChildren(section);
    const question = /** @type {import("../question.mjs").Question} */ (questionOf(section));
    const { kinds } = this.#setting;
    const task = taskOf(question, kinds, this.#paper.seed, this.#paper.given[this.#id], (text) => say(this.#said, text));
    const id = this.#id;
    const form = make("form", { class: "gp-task", novalidate: true }, task.element, this.#makeFoot());
    form.addEventListener("input", () => this.#change((paper) => answer(paper, id, task.given())));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#next();
    });
    const lift = lay(question, form);
    this.#task = task;
    this.#lift = () => {
      lift();
      section.classList.remove("gp-current");
    };
    this.#showState();
  }

  #makeFoot() {
    const { place, ids } = this.#paper;
    const isLast = place === ids.length - 1;
    const back = button("← Zurück", () => this.#go(place - 1), { class: "gp-button gp-test__back", "aria-disabled": place === 0 && "true", "aria-keyshortcuts": "v" });
    const next = make("button", { class: "gp-button gp-button--primary gp-test__next" }, isLast ? "Zum Ende" : "Weiter →");
    return make("p", { class: "gp-test__foot" }, back, this.#flag, next);
  }

  #showState() {
    const { place, ids } = this.#paper;
    const isFlag = isFlagged(this.#paper, this.#id);
    say(this.#place, this.#task ? `Frage ${place + 1} von ${ids.length}` : "Ende");
    say(this.#flag, isFlag ? "⚑ Markiert" : "⚐ Markieren");
    this.#flag.setAttribute("aria-pressed", String(isFlag));
    this.#strip.show(this.#paper, this.#task !== null);
  }

  /** @param {(paper: Paper) => Paper} change */
  #change(change) {
    this.#paper = this.#setting.change(change, this.#paper);
    this.#showState();
  }

  #toggleFlag() {
    this.#change((paper) => flag(paper, this.#id));
    say(this.#said, isFlagged(this.#paper, this.#id) ? "Markiert." : "Nicht mehr markiert.");
  }

  #next() {
    if (this.#paper.place === this.#paper.ids.length - 1) this.#ask();
    else this.#go(this.#paper.place + 1);
  }

  /** @param {number} place */
  #go(place) {
    if (place < 0 || (this.#task && place === this.#paper.place)) return;
    this.#paper = this.#setting.change((paper) => goTo(paper, place), this.#paper);
    this.#show();
    this.arrive();
  }

  /** Bring the keyboard and the eye to the question. */
  arrive() {
    focusOn(this.#sheet.querySelector("h3, h2") ?? this.#sheet);
    this.element.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** Before it is handed in: what is left to do, honestly. */
  #ask() {
    this.#clear();
    const { open, flagged } = leftIn(this.#paper);
    const [first] = [...open, ...flagged];
    const hand = button(open.length ? "Trotzdem abgeben" : "Jetzt abgeben", () => this.#setting.onHandIn(false, this.#paper), { class: `gp-button${open.length ? "" : " gp-button--primary"}` });
    const to = first ?? this.#paper.ids.length - 1;
    const back = button(first === undefined ? "Noch einmal durchsehen" : `Zu Frage ${to + 1}`, () => this.#go(first ?? 0), { class: `gp-button${open.length ? " gp-button--primary" : ""}` });
    this.#sheet.replaceChildren(make("section", { class: "gp-test__asking" }, make("h3", {}, "Kurztest abgeben?"),
      make("p", {}, leftSaid(this.#paper) || "Alle Fragen sind beantwortet."), make("p", { class: "gp-actions" }, ...(open.length ? [back, hand] : [hand, back]))));
    this.#showState();
    this.arrive();
  }

  /** @param {Command} command */
  #press(command) {
    if (command === "previous") this.#go(this.#task ? this.#paper.place - 1 : this.#paper.place);
    else if (!this.#task) return;
    else if (command === "next" || command === "go") this.#next();
    else if (command === "flag") this.#toggleFlag();
    else if (typeof command === "number") this.#task.toggle?.(command);
  }
}

const showHelp = () => showKeys("Tasten im Kurztest", HELP, "Diese Tasten benutzen");
