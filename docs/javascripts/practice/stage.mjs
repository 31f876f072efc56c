// Where a round is played: shows its questions one at a time or as a list, keeps what is graded, and can take it back.

import { dayOf, nameOf } from "../base/calendar.mjs";
import { troubleNotice } from "./bar.mjs";
import { findQuestion, QUESTIONS, TASKS } from "./question.mjs";
import { focusOn, mountCard } from "./card.mjs";
import { begin, go, grade, gradedAt, GRADES, isOver, undo } from "./round.mjs";
import { nextDays } from "../memory/scheduling.mjs";

/** @typedef {import("./round.mjs").Grade} Grade */
/** @typedef {import("./round.mjs").Round} Round */
/** @typedef {import("./question.mjs").Question} Question */
/** @typedef {import("./card.mjs").Card} Card */
/** @typedef {import("./keys.mjs").Command} Command */
/** @typedef {"single" | "list"} View */

/**
 * @typedef {object} Setting
 * @property {HTMLElement} container in which the questions stand
 * @property {import("./bar.mjs").Bar} bar
 * @property {import("../memory/progress.mjs").Progress} progress
 * @property {import("./ring.mjs").Limits} limits
 * @property {() => number | null} exam its day
 * @property {() => boolean} writing
 * @property {typeof import("./task.mjs").mountTask | null} mountTask null where no question grades itself
 * @property {(round: Round) => void} onEnd
 * @property {() => void} onShow
 * @property {(question: Question) => void} [onArrive] when the reader is led to another question
 */

/** @param {Question} question */
const isTask = ({ section }) => section.matches(TASKS);

export class Stage {
  /** @type {Round} */
  #round = begin([]);
  /** @type {View} */
  #view = "single";
  /** @type {Map<number, Card>} the cards that are alive, by place */
  #cards = new Map();
  /** @type {HTMLElement | null} */
  #current = null;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #setting;

  /** @param {Setting} setting */
  constructor(setting) {
    this.#setting = setting;
  }

  get round() {
    return this.#round;
  }

  get isOver() {
    return isOver(this.#round);
  }

  /** @param {string[]} ids @param {View} view @param {number} [place] */
  start(ids, view, place = 0) {
    this.#round = begin(ids, place);
    this.show(view);
  }

  /** @param {View} [view] */
  show(view = this.#view) {
    this.#clear();
    this.#view = view;
    this.#setting.container.classList.toggle("gp-single", view === "single");
    if (view === "list") this.#showList();
    else this.#showOne();
    if (view === "single" && isOver(this.#round)) this.#setting.onEnd(this.#round);
    else this.#setting.onShow();
    this.#setting.bar.show(this.#round, view);
  }

  /** Leave everything as it was. */
  leave() {
    this.#clear();
    this.#setting.container.classList.remove("gp-single");
  }

  /** @param {number} place */
  goTo(place) {
    if (place === this.#round.place) return;
    this.#round = go(this.#round, place);
    if (this.#view === "list") return;
    this.show();
    this.arrive();
  }

  /** Go to the end of the round, whatever is left. */
  end() {
    this.goTo(this.#round.ids.length);
  }

  /** Take the last grade back and ask again. */
  undo() {
    const last = this.#round.graded.at(-1);
    const question = last && this.#find(last.id);
    if (!question) return;
    this.#setting.progress.remove(question.card, last.review);
    this.#round = undo(this.#round);
    const single = this.#view === "single";
    const place = single ? this.#round.place : this.#round.ids.indexOf(last.id);
    if (single) this.show();
    else this.#remount(place);
    if (!isTask(question)) this.#cards.get(place)?.reveal();
    if (single) this.arrive();
    this.#setting.bar.show(this.#round, this.#view);
    this.#setting.bar.say("Bewertung zurückgenommen.");
  }

  /** @param {Command} command */
  press(command) {
    if (command === "undo") this.undo();
    else if (this.#view === "list") return;
    else if (command === "next") this.goTo(this.#round.place + 1);
    else if (command === "previous") this.goTo(this.#round.place - 1);
    else this.#cards.get(this.#round.place)?.press(command);
  }

  /** @param {string} id */
  #find(id) {
    return findQuestion(this.#setting.container, id);
  }

  #clear() {
    this.#observer?.disconnect();
    for (const card of this.#cards.values()) card.dispose();
    this.#cards.clear();
    this.#current?.classList.remove("gp-current");
  }

  #showOne() {
    const { place, ids } = this.#round;
    const question = this.#find(ids[place]);
    if (!question) return;
    this.#current = question.section;
    question.section.classList.add("gp-current");
    this.#mount(question, place);
  }

  /** A question of the list comes to life when it is about to be seen. */
  #showList() {
    /** @type {Map<Element, number>} */
    const places = new Map();
    this.#observer = new IntersectionObserver((entries, observer) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        this.#remount(places.get(target) ?? 0);
      }
    }, { rootMargin: "60% 0px" });
    const known = new Map(this.#round.ids.slice(0, this.#round.first).map((id, place) => [id, place]));
    for (const section of this.#setting.container.querySelectorAll(QUESTIONS)) {
      const place = known.get(section.getAttribute("data-card") ?? "");
      if (place === undefined) continue;
      places.set(section, place);
      this.#observer.observe(section);
    }
  }

  /** @param {number} place */
  #remount(place) {
    const question = this.#find(this.#round.ids[place]);
    const open = question?.answer.open;
    this.#cards.get(place)?.dispose();
    if (question) this.#mount(question, place);
    if (question && open && !isTask(question)) this.#cards.get(place)?.reveal();
  }

  /** @param {Question} question @param {number} place */
  #mount(question, place) {
    const { progress, exam, limits, writing, bar, mountTask } = this.#setting;
    const given = gradedAt(this.#round, place)?.review ?? null;
    const before = progress.reviewsOf(question.card).filter(({ at }) => at !== given?.at);
    const now = Date.now();
    const days = nextDays(before, now, exam()).map((day) => nameOf(day, dayOf(now)));
    const single = this.#view === "single";
    const task = isTask(question);
    const card = (task && mountTask ? mountTask : mountCard)(question, {
      single, limits, days, writing: writing(), given: given?.grade ?? null, say: bar.say,
      onReveal: () => single && this.#makeRoom(question),
      onNext: () => this.goTo(place + 1),
      onGrade: (each) => {
        this.#grade(question, place, each);
        if (single && !task) this.goTo(place + 1);
        const soon = single && each === 1 ? "am Ende der Runde und " : "";
        if (!task) bar.say(`${GRADES[each - 1]}, wieder ${soon}${days[each - 1]}.`);
      },
    });
    this.#cards.set(place, card);
  }

  /** @param {Question} question @param {number} place @param {Grade} given */
  #grade({ card }, place, given) {
    const { progress, exam, bar } = this.#setting;
    const before = gradedAt(this.#round, place);
    if (before) progress.remove(card, before.review);
    const at = Date.now();
    const day = nextDays(progress.reviewsOf(card), at, exam())[given - 1];
    progress.add(card, { at, grade: given });
    this.#round = grade(go(this.#round, place), { at, grade: given }, day);
    bar.show(this.#round, this.#view);
    bar.complain(troubleNotice(progress));
  }

  /** A question that does not fit gets the height of the window. @param {Question} question */
  #makeRoom({ section }) {
    const { element } = this.#setting.bar;
    const fits = element.getBoundingClientRect().top >= 0 && section.getBoundingClientRect().bottom <= innerHeight;
    if (!fits) element.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** Bring the keyboard and the eye to the question. */
  arrive() {
    const question = this.#find(this.#round.ids[this.#round.place]);
    if (!question) return;
    focusOn(question.heading ?? question.section);
    this.#setting.onArrive?.(question);
    this.#makeRoom(question);
  }
}
