// A talk while it is given: what keys, hands and other windows ask for, and what all of them are shown.

import { button, closeBy, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { areWanted, showKeys } from "../frame/key-help.mjs";
import { makeDesk, makeTools } from "./desk.mjs";
import { canFill, isFull, stayAwake, toggleFull } from "./display.mjs";
import { HELP, taken } from "./keys.mjs";
import { showOverview } from "./overview.mjs";
import { Rehearsal } from "./rehearsal.mjs";
import { makeBell } from "./signals.mjs";
import { signalsOf, standingOf, stepOf } from "./timing.mjs";
import { nextSeen, SIZES, wish } from "./wishes.mjs";

/** @typedef {import("./windows.mjs").Message} Message */
/** @typedef {import("./clock.mjs").Clock} Clock */
/** @typedef {import("./keys.mjs").Action} Action */
/** @typedef {import("./log.mjs").Log} Log */
/** @typedef {import("./talk.mjs").Talk} Talk */
/** @typedef {import("./timing.mjs").Limits} Limits */
/** @typedef {import("./timing.mjs").Step} Step */
/** @typedef {import("./wishes.mjs").Wishes} Wishes */

/**
 * @typedef {object} Given
 * @property {HTMLElement} place in which it is shown
 * @property {Talk} talk
 * @property {readonly Step[]} steps the slides that are presented
 * @property {Limits} limits
 * @property {boolean} rings whether the exam's signals hold
 * @property {boolean} [strict] whether it is as in the exam: the clock is never held, sleep counts, and at the cut-off it is over
 * @property {Wishes} wishes
 * @property {Clock} clock
 * @property {Log} [log] of a run that goes on
 * @property {import("./windows.mjs").Cover} [cover] in which colour it was covered
 * @property {import("./windows.mjs").SlideWindow} slideWindow
 * @property {(message: Message) => void} tell says something to the other windows
 * @property {(log: Log, stamp: import("./clock.mjs").Stamp) => void} onKeep
 * @property {(log: Log) => void} onEnd
 */

const TICK_MS = 250;
const KEEP_MS = 5000;

export class Live {
  #given;
  #wishes;
  #places;
  #rehearsal;
  #tools;
  #desk;
  #bell = makeBell();
  #signals;
  #typed = "";
  /** @type {HTMLDialogElement | null} the question whether the talk is over */
  #asking = null;
  #connected = false;
  #keptMs = 0;
  #stop = new AbortController();

  /** @param {Given} given */
  constructor(given) {
    const { place, talk, steps, limits, wishes, clock: time, log, cover, onKeep } = given;
    this.#given = given;
    this.#wishes = wishes;
    this.#places = steps.map(({ key }) => talk.slides.findIndex((slide) => slide.key === key));
    this.#signals = given.rings ? signalsOf(limits) : [];
    this.#rehearsal = new Rehearsal({ steps, places: this.#places, clock: time, log, cover, onEvent: onKeep });
    const act = (/** @type {Action} */ action) => this.act(action);
    this.#tools = makeTools({
      act, canFill: canFill(), canPause: !given.strict, end: () => this.#askToEnd(),
      see: () => this.#wish({ seen: nextSeen(this.#wishes.seen) }),
      sound: () => this.#wish({ sounds: !this.#wishes.sounds }),
    });
    this.#desk = makeDesk({ talk, steps, places: this.#places, ...limits, tools: this.#tools.element, act });
    place.replaceChildren(this.#desk.element);
    this.#listen();
    this.#turn();
    this.#arrange();
  }

  get element() {
    return this.#desk.element;
  }

  /** Aborted when it is over, or left to another window. */
  get signal() {
    return this.#stop.signal;
  }

  /** The page was away for so long before it went on. @param {number} ms @param {boolean} counts whether it was time of the talk */
  wasAway(ms, counts) {
    this.#rehearsal.wasAway(ms, counts);
    this.#arrange();
  }

  /** @param {Action} action */
  act(action) {
    if (this.#stop.signal.aborted) return;
    this.#look(); // A key may wake the machine before the clock ticks.
    if (action === "help") return showKeys("Tasten beim Vortrag", HELP, "Buchstaben, Ziffern und Zeichen benutzen");
    if (action === "overview") return showOverview(this.#given.talk, this.#places, this.#places[this.#rehearsal.index], (place) => this.act(place + 1));
    if (action === "clock" && this.#given.strict) return;
    if (action === "window") return this.#given.slideWindow.open() ? undefined : this.sayRefused();
    if (action === "full") return void toggleFull();
    if (action === "leave") return this.notify();
    if (action === "larger" || action === "smaller") return this.#wish({ size: this.#wishes.size + (action === "larger" ? SIZES.step : -SIZES.step) });
    const came = this.#rehearsal.act(action);
    if (came === "beyond") this.#askToEnd();
    if (came === "moved") this.#turn();
    this.#arrange();
  }

  /** What another window says. @param {Message} message */
  hear(message) {
    if (message.type === "act") this.act(message.action);
    else if (message.type === "hello" || message.type === "bye") {
      if (message.shows) this.#connected = message.type === "hello";
      this.#arrange();
    }
  }

  /** The browser has opened no window; there are other ways. */
  sayRefused() {
    const link = make("a", { href: this.#given.slideWindow.url, target: "_blank", class: "gp-button" }, "Folien in neuem Tab");
    const one = button("Alles auf einem Bildschirm", () => {
      this.#wish({ way: "one" });
      this.notify();
    });
    this.notify("Dein Browser hat das Folienfenster nicht geöffnet. ", link, " ", one);
    link.focus();
  }

  /** Say something until it is closed; nothing closes what stands there. @param {...(Node | string)} said */
  notify(...said) {
    this.#desk.notice.replaceChildren(...said, ...(said.length ? [" ", button("Schließen", () => this.notify())] : []));
  }

  /** Leave everything as it is to another window. */
  stop() {
    this.#stop.abort();
    this.#bell.close();
  }

  #listen() {
    const { signal } = this.#stop;
    addEventListener("keydown", (event) => this.#press(event), { signal });
    addEventListener("pagehide", () => this.#rehearsal.keep(), { signal });
    document.addEventListener("visibilitychange", () => this.#tick(), { signal });
    document.addEventListener("fullscreenchange", () => this.#given.wishes.way === "slides" && this.#fill(), { signal });
    for (const event of ["blur", "focus"]) addEventListener(event, () => this.#desk.element.toggleAttribute("data-away", !document.hasFocus()), { signal });
    const timer = setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
    stayAwake(signal);
  }

  /** Slides alone stay so without full screen: whoever watches sees the window, and no notes. */
  #fill() {
    const show = button("Sprechtext zeigen", () => {
      this.#arrange({ way: "one" });
      this.notify();
    });
    this.notify(...(isFull() ? [] : ["Das Vollbild ist zu. ", button("Vollbild", () => this.act("full")), " ", show]));
    this.#arrange(isFull() ? { way: "slides" } : {});
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const stroke = document.querySelector("dialog[open]") ? null : taken(event, this.#typed, areWanted());
    if (event.key === "F5") event.preventDefault(); // Remote controls start a talk with it; it would load the page anew.
    if (!stroke) return;
    this.#typed = stroke.typed;
    if (stroke.action === null) this.#arrange();
    else this.act(stroke.action);
  }

  #turn() {
    this.#desk.turn(this.#rehearsal.index);
  }

  /** @param {Partial<Wishes>} changes */
  #wish(changes) {
    wish(changes);
    this.#arrange(changes);
  }

  /** Show how everything is, here and in the other windows. @param {Partial<Wishes>} [changes] also where the device keeps nothing */
  #arrange(changes = {}) {
    this.#wishes = { ...this.#wishes, ...changes };
    const { isPaused, cover } = this.#rehearsal.state;
    const { way, seen, size, sounds } = this.#wishes;
    this.#desk.arrange({ way, seen, size, isPaused, cover, typed: this.#typed });
    this.#tools.show({ isPaused, cover, seen, sounds, connected: this.#connected });
    this.#given.tell({ type: "state", slide: this.#rehearsal.key, cover });
    this.#ring();
    this.#tick();
  }

  /** What is scheduled to sound holds until the clock is held, or the machine has slept. */
  #ring() {
    const { isPaused, isEnded } = this.#rehearsal.state;
    if (this.#wishes.sounds && !isPaused && !isEnded) this.#bell.plan(this.#signals, this.#rehearsal.totals().running_s);
    else this.#bell.silence();
  }

  #look() {
    const slept = this.#rehearsal.look();
    if (slept && this.#given.strict) this.#rehearsal.count(true);
    if (slept) this.#saySlept(slept);
  }

  #tick() {
    this.#look();
    const standing = standingOf(this.#rehearsal.steps, this.#rehearsal.totals(), this.#rehearsal.key, this.#given.limits.budget_s);
    this.#desk.tell(standing, stepOf(this.#signals, standing.elapsed_s));
    if (this.#given.strict && standing.elapsed_s >= this.#given.limits.cutoff_s) return queueMicrotask(() => this.#end(this.#rehearsal.ms()));
    if (this.#rehearsal.ms() - this.#keptMs < KEEP_MS) return;
    this.#keptMs = this.#rehearsal.ms();
    this.#rehearsal.keep();
  }

  /** @param {number} ms */
  #saySlept(ms) {
    this.#ring();
    if (this.#rehearsal.state.isPaused || this.#given.strict) return; // Nobody has a say in what it is.
    const count = (/** @type {boolean} */ counts) => {
      this.#rehearsal.count(counts);
      this.#ring();
      this.notify();
    };
    this.notify(`Das Gerät hat ${clock(ms / 1000)} geschlafen. Das zählt als Pause.`, button("Doch mitzählen", () => count(true)));
  }

  #askToEnd() {
    if (this.#asking?.open) return; // The other window asks for it, too.
    const ms = this.#rehearsal.ms();
    const dialog = make("dialog", { class: "gp-ask", "aria-labelledby": "gp-ask-title" },
      make("h2", { id: "gp-ask-title", tabindex: -1, autofocus: true }, "Vortrag beenden?"),
      make("p", {}, `Die Zeit gilt bis jetzt: ${clock(this.#rehearsal.totals().running_s)}.`),
      make("p", { class: "gp-actions" },
        button("Beenden", () => {
          dialog.close();
          this.#end(ms);
        }, { class: "gp-button gp-button--primary" }),
        button("Weiter vortragen", () => dialog.close())));
    dialog.addEventListener("close", () => dialog.remove());
    closeBy(dialog, "PageUp"); // A remote control has no Escape to press.
    this.#asking = dialog;
    document.body.append(dialog);
    dialog.showModal();
  }

  /** @param {number} ms */
  #end(ms) {
    if (this.#stop.signal.aborted) return;
    this.#asking?.remove();
    this.#rehearsal.end(ms);
    this.stop();
    if (isFull()) void toggleFull();
    this.#given.onEnd(this.#rehearsal.log);
  }
}
