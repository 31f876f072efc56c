// „Bühne“: a talk is begun or gone on with, given, and looked back on.

import { onSite } from "../base/addresses.mjs";
import { focusOn, make } from "../base/elements.mjs";
import { openShelf } from "../base/shelf.mjs";
import { clock } from "../base/times.mjs";
import { makeClock } from "./clock.mjs";
import { canFill, isFull, toggleFull } from "./display.mjs";
import { Live } from "./live.mjs";
import { brokenOff, dropRunning, keepRuns, newRun, onRunningChange, readRunning, runsOf, withVoices, writeRunning } from "./runs.mjs";
import { countDown, makeResuming, makeStart } from "./start.mjs";
import { idIn, isOwn, loadTalk, queryOf, sayUnavailable } from "./talk.mjs";
import { limitsOf, planned, signalsOf } from "./timing.mjs";
import { openChannel, slideWindow } from "./windows.mjs";
import { readWishes, wish } from "./wishes.mjs";

/** @typedef {import("./windows.mjs").Message} Message */
/** @typedef {import("./log.mjs").Log} Log */
/** @typedef {import("./runs.mjs").Mode} Mode */
/** @typedef {import("./runs.mjs").Run} Run */
/** @typedef {import("./start.mjs").How} How */
/** @typedef {import("./start.mjs").Running} Running */
/** @typedef {import("./start.mjs").Choice} Choice */
/** @typedef {import("./talk.mjs").Exam} Exam */
/** @typedef {import("./talk.mjs").Talk} Talk */
/** @typedef {import("./wishes.mjs").Wishes} Wishes */

const CLOCKS = { mono: () => performance.now(), wall: () => Date.now() };
const SMALL_WINDOW = "popup,width=400,height=560";
const NOT_KEPT = "Dein Browser lässt hier nichts speichern. Die Probe geht trotzdem; was dabei herauskommt, ist mit dieser Seite wieder weg.";
const UNLOADED = "Deine Proben lassen sich gerade nicht laden. Prüfe die Verbindung und lade die Seite neu.";

/** @param {HTMLElement} container */
export async function mount(container) {
  const id = idIn(location.search);
  if (id === "") return container.classList.add("gp-ready");
  const found = await loadTalk(id);
  if ("trouble" in found) sayUnavailable(container, found.trouble);
  else new Stage(container, found.talk, found.exam).showStart();
  container.classList.add("gp-ready");
}

class Stage {
  #container;
  #talk;
  #exam;
  #channel;
  #slideWindow;
  #isSmall = new URLSearchParams(location.search).get("weg") === "uhr";
  #model;
  /** @type {Promise<typeof import("./result.mjs")>} */
  #after = new Promise(() => {});
  /** @type {Live | null} */
  #live = null;
  /** What is to be seen while somebody counts down. @type {Message | null} */
  #coming = null;
  /** Whether the talk is being given in another window. */
  #elsewhere = false;
  /** @type {HTMLElement | null} what stands before a talk begins */
  #start = null;
  /** @type {HTMLElement | null} the offer to go on with what was begun */
  #resuming = null;

  /** @param {HTMLElement} container @param {Talk} talk @param {Exam | null} exam */
  constructor(container, talk, exam) {
    this.#container = container;
    this.#talk = talk;
    this.#exam = exam;
    this.#model = JSON.parse(container.dataset.speechModel ?? "null");
    this.#slideWindow = slideWindow(talk.id);
    this.#channel = openChannel(talk.id, (message) => this.#hear(message));
    addEventListener("pagehide", () => this.#live && this.#channel.say({ type: "bye", shows: false }));
    // That a talk is over is told sooner than it is seen that nothing is begun any more.
    onRunningChange(() => this.#resuming?.isConnected && !this.#begun() && this.showStart());
    // Before a talk begins; while it is given, and where its outcome is seen, it stays as it is.
    if (isOwn(talk.id)) void import("./own.mjs").then((own) => own.onChange(talk.id, () => this.#start?.isConnected && location.reload()));
    const heading = document.querySelector("main h1");
    if (heading) heading.textContent = talk.title;
    document.title = `${talk.title} – Bühne`;
    this.#channel.say({ type: "hello", shows: false });
  }

  showStart() {
    const running = this.#begun();
    const steps = stepsOf(this.#talk);
    const limits = limitsOf(this.#exam, planned(steps));
    this.#start = makeStart({
      talk: this.#talk, steps, budget_s: limits.budget_s, rings: signalsOf(limits).map(({ at_s }) => clock(at_s)),
      wishes: readWishes(), isSmall: this.#isSmall,
      onStart: (choice) => void this.#begin(choice), onSmall: () => this.#openSmall(),
    });
    const history = make("div");
    this.#resuming = running && this.#stepsOf(running).length ? this.#resumingOf(running) : null;
    this.#container.replaceChildren(...troubleSaid(), ...(this.#resuming ? [this.#resuming] : []), this.#start, history);
    this.#occupy(this.#isSmall);
    void withVoices((voices) => voices.sweep());
    if (!this.#isSmall && runsOf(this.#talk.id).length) void this.#showHistory(history);
  }

  /** What was begun, here or in another window, and is not over. */
  #begun() {
    return /** @type {Running | null} */ (readRunning(this.#talk.id));
  }

  /** Those of a run's slides that the talk still has. @param {Run} run */
  #stepsOf({ slides }) {
    return slides.filter(({ key }) => this.#talk.slides.some((slide) => slide.key === key));
  }

  /** @param {HTMLElement} place */
  async #showHistory(place) {
    const loaded = await import("./history.mjs").catch(() => null);
    if (loaded) loaded.showHistory(place, { talk: this.#talk, exam: this.#exam, model: this.#model });
    else place.replaceChildren(make("p", {}, UNLOADED));
  }

  /** @param {Running} running */
  #resumingOf(running) {
    const onDrop = () => {
      dropRunning(this.#talk.id);
      this.showStart();
    };
    return makeResuming({ running, elsewhere: this.#elsewhere, onGoOn: (counts) => this.#goOn(running, counts), onDrop });
  }

  /** The whole window belongs to the talk, or to the site. @param {boolean} whole */
  #occupy(whole) {
    document.body.classList.toggle("gp-live", whole);
  }

  /** @param {Message} message */
  #hear(message) {
    if (this.#live) {
      if (message.type === "claim") this.#giveWay();
      else this.#live.hear(message);
      return;
    }
    if (this.#coming) return message.type === "hello" ? this.#channel.say(this.#coming) : undefined;
    const elsewhere = message.type === "state" || (this.#elsewhere && !(message.type === "bye" && !message.shows));
    if (elsewhere === this.#elsewhere) return;
    this.#elsewhere = elsewhere;
    if (this.#start?.isConnected) this.showStart(); // What came of a talk stays.
  }

  /** Another window goes on with the talk. */
  #giveWay() {
    this.#live?.stop();
    this.#live = null;
    this.#elsewhere = true;
    this.showStart();
  }

  /** Beside another program; where the browser opens no window, this one is it. */
  #openSmall() {
    const opened = open(onSite(`buehne/?${queryOf(this.#talk.id)}&weg=uhr`), `generalprobe-clock-${this.#talk.id}`, SMALL_WINDOW);
    if (!opened) this.#say("Dein Browser hat das kleine Fenster nicht geöffnet. Starte hier und mach dieses Fenster klein.");
  }

  /** @param {string} said */
  #say(said) {
    this.#container.prepend(make("p", { class: "gp-notice", role: "status" }, said));
  }

  /** @param {Choice} choice */
  async #begin({ way, purpose, keys, wishes, recorded }) {
    const wished = { ...wish(wishes), ...wishes, way };
    const isRefused = this.#prepare(way);
    this.#occupy(true);
    if (wished.countdown) await this.#countDown(keys[0]);
    this.#leaveBegun();
    const isWhole = keys.length === this.#talk.slides.length;
    const run = newRun(this.#talk, modeOf(purpose, isWhole), Date.now(), keys);
    this.#give({ ...run, shown: purpose === "show", recorded }, wished, makeClock(CLOCKS));
    if (isRefused) this.#live?.sayRefused();
  }

  /** The window with the slides shows the first one already. @param {string} slide its key */
  async #countDown(slide) {
    this.#coming = { type: "state", slide, cover: "" };
    this.#channel.say(this.#coming);
    await countDown(this.#container);
    this.#coming = null;
  }

  /** Who begins anew leaves what was begun, and loses nothing: it is kept as far as it came. */
  #leaveBegun() {
    const begun = this.#begun();
    this.#claim();
    if (begun && !begun.shown) keepRuns(this.#talk.id, [brokenOff(begun)]);
  }

  /** From now on the talk is given here. */
  #claim() {
    this.#channel.say({ type: "claim" });
    this.#elsewhere = false;
  }

  /** What browsers allow only in answer to a click. @param {Wishes["way"]} way @returns {boolean} whether the window was refused */
  #prepare(way) {
    if (way === "slides" && canFill() && !isFull()) void toggleFull();
    return way === "desk" && !this.#slideWindow.open();
  }

  /** @param {Running} running @param {boolean} counts whether the time that the page was away is time of the talk */
  #goOn(running, counts) {
    const wishes = { ...readWishes(), ...(this.#isSmall ? { way: /** @type {const} */ ("clock") } : {}) };
    const time = makeClock({ ...CLOCKS, from: running });
    this.#claim();
    this.#give(running, wishes, time, running.log);
    this.#live?.wasAway(time.away, counts);
  }

  /** @param {Run & How} run @param {Wishes} wishes @param {import("./clock.mjs").Clock} time @param {Log} [log] what has happened so far */
  #give(run, wishes, time, log) {
    this.#after = import("./result.mjs"); // While there is a connection.
    this.#after.catch(() => {});
    const steps = this.#stepsOf(run);
    const isWhole = steps.length === this.#talk.slides.length;
    this.#occupy(true);
    const live = (this.#live = new Live({
      place: this.#container, talk: this.#talk, steps, wishes, clock: time, log, cover: run.cover, slideWindow: this.#slideWindow,
      limits: limitsOf(isWhole ? this.#exam : null, planned(steps)), rings: isWhole,
      tell: (message) => this.#channel.say(message),
      onKeep: (events, stamp) => writeRunning(this.#talk.id, { ...run, log: events, ...stamp }),
      onEnd: (events) => this.#end(run, events),
    }));
    if (run.recorded) import("./voice.mjs").then((voices) => voices.record(live, run, this.#talk, time)).catch(() => live.notify("Die Aufnahme lässt sich gerade nicht laden."));
  }

  /** @param {Run & How} given @param {Log} log */
  #end({ id, at, mode, slides, note, shown }, log) {
    const run = { id, at, mode, slides, note, log };
    this.#live = null;
    if (!shown) keepRuns(this.#talk.id, [run]);
    dropRunning(this.#talk.id);
    this.#channel.say({ type: "bye", shows: false });
    this.#occupy(this.#isSmall);
    void this.#showEnd(run, !shown);
  }

  /** From what came of a talk back to the start. */
  #leave() {
    this.showStart();
    const heading = /** @type {HTMLElement | null} */ (document.querySelector("main h1"));
    if (heading) focusOn(heading);
    heading?.scrollIntoView();
  }

  /** @param {Run} run @param {boolean} isKept */
  async #showEnd(run, isKept) {
    this.#container.replaceChildren(...troubleSaid());
    const ended = await this.#after.catch(() => null);
    if (ended) ended.showEnded(this.#container, { talk: this.#talk, exam: this.#exam, run, isKept, model: this.#model, onLeave: () => this.#leave() });
    else {
      this.showStart();
      this.#say(`Der Vortrag ist zu Ende${isKept ? " und die Probe aufgehoben" : ""}. Das Ergebnis lässt sich gerade nicht laden.`);
    }
  }
}

/** @param {Talk} talk */
const stepsOf = ({ slides }) => slides.map(({ key, title, time_s }) => ({ key, title, plan_s: time_s }));

/** @param {Choice["purpose"]} purpose @param {boolean} isWhole @returns {Mode} */
function modeOf(purpose, isWhole) {
  if (purpose !== "aloud") return "silent";
  return isWhole ? "whole" : "part";
}

/** @returns {HTMLElement[]} that nothing is kept, where it is so */
function troubleSaid() {
  const shelf = openShelf();
  shelf.probe();
  return shelf.trouble ? [make("p", { class: "gp-notice" }, NOT_KEPT)] : [];
}
