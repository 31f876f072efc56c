// Where a round is played: shows its questions one at a time or as a list, keeps what is graded, and can take it back.

import { dayOf, ended, nameOf, offsetAt } from "../base/calendar.mjs";
import { focusOn } from "../base/elements.mjs";
import { nextDays } from "../memory/scheduling.mjs";
import { missesOn, MOST_MISSES } from "../memory/situation.mjs";
import { findQuestion, QUESTIONS } from "./question.mjs";
import { begin, extended, go, grade, gradedAt, GRADES, isOver, openBehind, undo, whenSaid } from "./round.mjs";
import { troubleNotice } from "./trouble.mjs";

/** @typedef {import("./round.mjs").Grade} Grade */
/** @typedef {import("./round.mjs").Round} Round */
/** @typedef {import("./question.mjs").Question} Question */
/** @typedef {import("./card.mjs").Mounted} Mounted */
/** @typedef {import("./keys.mjs").Command} Command */
/** @typedef {"single" | "list"} View */

/** So many cards one has to have met before grades need no words. */
const FIRST_CARDS = 10;

/**
 * @typedef {object} Setting
 * @property {HTMLElement} container in which the questions stand
 * @property {import("./bar.mjs").Bar} bar
 * @property {import("../memory/progress.mjs").Progress} progress
 * @property {(question: Question) => import("./ring.mjs").Limits} limitsOf how long an answer may be
 * @property {() => number | null} exam its day
 * @property {() => boolean} writing
 * @property {Map<string, import("./kinds.mjs").KindModule>} kinds those of the questions
 * @property {(round: Round) => void} onEnd
 * @property {() => void} onShow
 * @property {(question: Question) => void} [onArrive] when the reader is led to another question
 */

/** Whether the window is too low for bar and answer at once, as where all is enlarged. */
const isLow = () => matchMedia("(max-height: 31.25rem)").matches;

export class Stage {
  /** @type {Round} */
  #round = begin([]);
  /** @type {View} */
  #view = "single";
  /** @type {Map<number, Mounted>} the cards that are alive, by place */
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

  /** @param {string[]} ids @param {View} view @param {number} [place] @param {string[]} [owed] what an earlier round was to ask again */
  start(ids, view, place = 0, owed = []) {
    this.#round = begin(ids, place, owed);
    this.show(view);
  }

  /** @param {View} [view] */
  show(view = this.#view) {
    this.#clear();
    this.#setting.bar.recall(null);
    this.#view = view;
    this.#setting.container.toggleAttribute("data-single", view === "single");
    if (view === "list" || isOver(this.#round)) this.#setting.container.removeAttribute("data-practising");
    if (view === "list") this.#showList();
    else this.#showOne();
    if (view === "single" && isOver(this.#round)) this.#setting.onEnd(this.#round);
    else this.#setting.onShow();
    this.#setting.bar.show(this.#round, view);
  }

  /** Say anew what is said of days. */
  newDay() {
    if (this.#view === "single" && this.isOver) this.show();
    for (const card of this.#cards.values()) card.newDay?.();
  }

  /** Leave everything as it was. */
  leave() {
    this.#clear();
    for (const name of ["data-single", "data-practising"]) this.#setting.container.removeAttribute(name);
  }

  /** @param {number} place */
  goTo(place) {
    if (place === this.#round.place) return;
    this.#round = go(this.#round, place);
    this.#setting.bar.say("");
    if (this.#view === "list") return;
    this.show();
    this.arrive();
  }

  /** Ask more, once what is asked first is through. @param {string[]} ids */
  add(ids) {
    const { place } = this.#round;
    this.#round = extended(this.#round, ids);
    if (this.#round.place === place) this.#setting.bar.show(this.#round, this.#view);
    else this.show();
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
    this.#showAgain(place);
    if (single) this.arrive();
    else focusOn(question.heading ?? question.section);
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
    const given = gradedAt(this.#round, place);
    if (given) this.#showAgain(place);
    this.#setting.bar.recall(given?.review.grade ?? null);
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
    if (open) this.#showAgain(place);
  }

  /** Show an answer that has been seen; what checks itself would be checked by it. @param {number} place */
  #showAgain(place) {
    const card = this.#cards.get(place);
    if (card && !card.checksItself) card.reveal();
  }

  /** @param {Question} question @param {number} place */
  #mount(question, place) {
    const { limitsOf, writing, bar, kinds, progress } = this.#setting;
    const single = this.#view === "single";
    const given = gradedAt(this.#round, place)?.review.grade ?? null;
    const days = () => {
      const now = Date.now();
      return whenSaid(this.#daysFrom(now, question, place).map((day) => nameOf(day, dayOf(now))), single, this.#isLastTry(now, question, place));
    };
    const card = kinds.get(question.kind)?.mount(question, {
      single, limits: limitsOf(question), days, given, writing: writing(), say: bar.say, explained: progress.all().size < FIRST_CARDS,
      onReveal: () => single && this.#makeRoom(isLow() ? (question.answer.checkVisibility() ? question.answer : question.section) : undefined),
      onNext: () => this.goTo(openBehind(this.#round, place)),
      onGrade: (each) => {
        const day = this.#grade(question, place, each);
        const rests = gradedAt(this.#round, place)?.rests;
        const said = rests ? `${day}. Für heute ist es genug` : single && each === 1 ? `am Ende der Runde und ${day}` : day;
        if (card?.checksItself ?? true) return said;
        if (single) this.goTo(openBehind(this.#round, place));
        bar.say(ended(`${GRADES[each - 1]}, wieder ${said}`));
        return said;
      },
    });
    if (card) this.#cards.set(place, card);
  }

  /** Whatever was practised, but for what was given here. @param {Question} question @param {number} place */
  #reviewsBefore({ card }, place) {
    const given = gradedAt(this.#round, place)?.review.at;
    return this.#setting.progress.reviewsOf(card).filter(({ at }) => at !== given);
  }

  /** The day that each grade would bring. @param {number} now @param {Question} question @param {number} place */
  #daysFrom(now, question, place) {
    return nextDays(this.#reviewsBefore(question, place), now, this.#setting.exam());
  }

  /** Whether the card, missed here, has been missed often enough for today. @param {number} now @param {Question} question @param {number} place */
  #isLastTry(now, question, place) {
    return missesOn(this.#reviewsBefore(question, place), dayOf(now)) + 1 >= MOST_MISSES;
  }

  /** @param {Question} question @param {number} place @param {Grade} given @returns {string} when the card comes back */
  #grade(question, place, given) {
    const { progress, bar } = this.#setting;
    const at = Date.now();
    const day = this.#daysFrom(at, question, place)[given - 1];
    const rests = given === 1 && this.#isLastTry(at, question, place);
    const before = gradedAt(this.#round, place);
    if (before) progress.remove(question.card, before.review);
    const review = progress.add(question.card, { at, grade: given, offset: offsetAt(at) });
    this.#round = grade(go(this.#round, place), review, day, rests);
    bar.recall(null);
    bar.show(this.#round, this.#view);
    bar.complain(troubleNotice(progress));
    return nameOf(day, dayOf(at));
  }

  /** What is practised has the window for itself, and each card begins at the same height. @param {Element} [first] what is to be seen first */
  #makeRoom(first = this.#setting.bar.element) {
    this.#setting.container.dataset.practising = "";
    first.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** Bring the keyboard and the eye to the question. */
  arrive() {
    const question = this.#find(this.#round.ids[this.#round.place]);
    if (!question) return;
    focusOn(question.heading ?? question.section);
    this.#setting.onArrive?.(question);
    this.#makeRoom();
  }
}
