// What a speaker has in front of them: slide, next slide, notes and time, arranged by the way in which they present.

import { button, focusOn, make, say } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { makeFrame, makeNotes, makeSlide, mountTouch } from "./slide.mjs";
import { paceOf, paceSaid, planned, restSaid, slideRest, slideSaid, STEPS_SAID } from "./timing.mjs";
import { SEEN_SAID } from "./wishes.mjs";

/** @typedef {import("./keys.mjs").Action} Action */
/** @typedef {import("./wishes.mjs").Way} Way */
/** @typedef {import("./talk.mjs").Talk} Talk */
/** @typedef {import("./timing.mjs").Standing} Standing */
/** @typedef {import("./timing.mjs").Step} Step */
/** @typedef {import("./wishes.mjs").Seen} Seen */

const AWAY = "Die Tasten gelten gerade einem anderen Fenster. Klick hierher, dann gelten sie hier.";

/** @type {Record<string, string>} */
const COVERS = { black: "schwarz", white: "weiß" };

/**
 * @typedef {object} Given
 * @property {Talk} talk
 * @property {readonly Step[]} steps the slides that are presented
 * @property {readonly number[]} places where they stand in the talk, from 0
 * @property {number} budget_s
 * @property {number} cutoff_s
 * @property {HTMLElement} tools
 * @property {(action: Action) => void} act
 */

/** @param {Given} given */
function partsOf({ steps, places, budget_s, cutoff_s }) {
  const p = (/** @type {string} */ name) => make("p", { class: `gp-stage__${name}` });
  return {
    now: makeFrame(), next: makeFrame(), bar: makeTimeBar(steps, places, budget_s, cutoff_s),
    pace: p("pace"), step: p("step"), rest: p("rest"), left: p("left"), following: p("following"), typed: p("typed"), away: p("away"),
    elapsed: make("span", { class: "gp-stage__elapsed" }),
    line: make("div", { class: "gp-stage__line", "aria-hidden": "true" }),
    heading: make("h2", { class: "gp-stage__title" }),
    words: make("div", { class: "gp-stage__words", tabindex: 0, role: "group", "aria-label": "Sprechtext" }),
    notice: make("div", { class: "gp-stage__notice", role: "status" }),
    cover: make("div", { class: "gp-stage__cover", hidden: true }),
  };
}

/** @param {Given} given @param {ReturnType<typeof partsOf>} parts */
function arranged({ budget_s, tools }, { now, next, bar, pace, step, rest, left, following, typed, away, elapsed, line, heading, words, notice, cover }) {
  const face = make("p", { class: "gp-stage__clock" }, elapsed, make("span", { class: "gp-stage__budget" }, ` von ${clock(budget_s)}`));
  return make("section", { class: "gp-stage", "aria-label": "Vortrag", "data-no-terms": true },
    make("div", { class: "gp-stage__time", role: "group", "aria-label": "Zeit" }, bar.element, face, step, pace, rest),
    make("div", { class: "gp-stage__slide" }, now.element, cover),
    make("div", { class: "gp-stage__next" }, following, make("div", { class: "gp-stage__preview", inert: true, "aria-hidden": "true" }, next.element)),
    make("section", { class: "gp-stage__notes" }, make("header", { class: "gp-stage__head" }, heading, left, line), words),
    notice, away, tools, typed);
}

/** @param {Given} given */
export function makeDesk(given) {
  const { talk, steps, places, act } = given;
  const parts = partsOf(given);
  const { now, next, bar, pace, step, rest, left, following, typed, elapsed, line, heading, words, notice, cover } = parts;
  const element = arranged(given, parts);
  parts.away.textContent = AWAY;
  mountTouch(now.element, act);
  // Afterwards: a scroll bar that comes or goes while sizes are observed is a fault.
  new ResizeObserver(() => requestAnimationFrame(() => fit(words))).observe(words);
  return {
    element, notice,
    /** Another slide. @param {number} index among those that are presented */
    turn(index) {
      const slide = makeSlide(talk, places[index]);
      now.show(slide);
      next.show(index + 1 < places.length ? makeSlide(talk, places[index + 1]) : null);
      say(following, index + 1 < places.length ? `Danach: ${steps[index + 1].title}` : "Danach: Ende");
      heading.replaceChildren(make("span", { class: "gp-stage__number" }, `${places[index] + 1}/${talk.slides.length}`), ` ${steps[index].title}`);
      words.replaceChildren(...notesOf(talk.slides[places[index]]));
      words.scrollTop = 0;
      fit(words);
      const title = /** @type {HTMLElement | null} */ (slide.querySelector("h3"));
      focusOn(title?.checkVisibility() ? title : heading);
    },
    /** @param {Standing} standing @param {string} kind of the last signal that has passed */
    tell(standing, kind) {
      bar.show(standing);
      say(elapsed, clock(standing.elapsed_s));
      say(rest, restSaid(standing.rest_s));
      say(pace, element.hasAttribute("data-paused") ? "angehalten" : paceSaid(standing.ahead_s));
      say(left, slideSaid(standing));
      say(step, STEPS_SAID[/** @type {keyof typeof STEPS_SAID} */ (kind)] ?? "");
      line.style.setProperty("--filled", String(Math.min(1, standing.slide_s / standing.slidePlan_s)));
      Object.assign(element.dataset, { step: kind, pace: paceOf(standing.ahead_s), slide: slideRest(standing) < 0 ? "over" : "" });
    },
    /** @param {{way: Way, seen: Seen, size: number, isPaused: boolean, cover: string, typed: string}} state */
    arrange(state) {
      Object.assign(element.dataset, { way: state.way, seen: state.seen });
      element.toggleAttribute("data-paused", state.isPaused);
      element.style.setProperty("--notes", String(state.size));
      fit(words);
      cover.hidden = state.cover === "";
      cover.dataset.cover = state.cover;
      say(cover, state.cover && `Leinwand ${COVERS[state.cover]}`);
      say(typed, state.typed && `Folie ${state.typed} – Enter`);
    },
  };
}

/** How much smaller than wished notes may be so that nobody has to scroll while speaking; and how much they are where it has to be. */
const [SMALLEST, SCROLLED] = [0.76, 0.88];

/** @param {HTMLElement} words */
function fit(words) {
  words.removeAttribute("data-long");
  for (let size = 1; size >= SMALLEST; size -= 0.04) {
    words.style.setProperty("--fit", size.toFixed(2));
    if (words.scrollHeight <= words.clientHeight) return;
  }
  words.setAttribute("data-long", "");
  words.style.setProperty("--fit", String(SCROLLED));
}

/** @param {Talk["slides"][number]} slide */
function notesOf(slide) {
  const demo = slide.demo_s ? [make("p", { class: "gp-stage__demo" }, `Davon ${clock(slide.demo_s)} Vorführung.`)] : [];
  return slide.notes ? [makeNotes(slide), ...demo] : [make("p", { class: "gp-stage__demo" }, "Zu dieser Folie steht kein Sprechtext."), ...demo];
}

/**
 * The plan as a bar, a piece for each slide and the rest up to the cut-off, with a hand that says how late it is.
 *
 * @param {readonly Step[]} steps @param {readonly number[]} places where they stand in the talk, from 0 @param {number} budget_s @param {number} cutoff_s where the bar ends, if not the plan is longer
 */
function makeTimeBar(steps, places, budget_s, cutoff_s) {
  const plan_s = planned(steps);
  const whole_s = Math.max(plan_s, cutoff_s);
  const pieces = steps.map((step, index) => piece("slide", step.plan_s, String(places[index] + 1)));
  const reserve = Math.max(0, budget_s - plan_s);
  const rests = [...(reserve ? [piece("reserve", reserve)] : []), ...(whole_s > plan_s + reserve ? [piece("over", whole_s - plan_s - reserve)] : [])];
  const hand = make("span", { class: "gp-clockbar__hand" });
  const element = make("div", { class: "gp-clockbar", "aria-hidden": "true" }, ...pieces, ...rests, hand);
  return {
    element,
    /** @param {Standing} standing */
    show({ index, elapsed_s, slide_s, slidePlan_s }) {
      for (const [place, each] of pieces.entries()) each.dataset.state = placed(place, index);
      pieces[index].style.setProperty("--filled", String(Math.min(1, slide_s / slidePlan_s)));
      hand.style.setProperty("--place", String(Math.min(1, elapsed_s / whole_s)));
    },
  };
}

/** @param {string} kind @param {number} seconds @param {string} [text] */
const piece = (kind, seconds, text = "") => make("span", { class: `gp-clockbar__piece gp-clockbar__piece--${kind}`, style: `--seconds: ${seconds}` }, text);

/** @param {number} place @param {number} index */
function placed(place, index) {
  if (place === index) return "now";
  return place < index ? "done" : "ahead";
}

/**
 * The buttons under a talk: what its keys do, for the hand.
 *
 * @param {object} offered
 * @param {(action: Action) => void} offered.act
 * @param {() => void} offered.see changes how much of the time is shown
 * @param {() => void} offered.sound turns the tones on or off
 * @param {() => void} offered.end
 * @param {boolean} offered.canFill whether there is a full screen
 * @param {boolean} offered.canPause whether the clock can be held
 */
export function makeTools({ act, see, sound, end, canFill, canPause }) {
  const tool = (/** @type {string} */ text, /** @type {() => void} */ onClick, /** @type {string} */ look = "", attributes = {}) =>
    button(text, onClick, { ...attributes, class: `gp-button gp-tools-row__button${look && ` gp-tools-row__button--${look}`}` });
  const sized = (/** @type {string} */ text, /** @type {string} */ said, /** @type {Action} */ action) => {
    const element = tool(text, () => act(action));
    element.append(make("span", { class: "gp-hidden" }, ` ${said}`));
    return element;
  };
  const pause = tool("Anhalten", () => act("clock"), "pause");
  const black = tool("Schwarz", () => act("black"));
  const seen = tool("", see);
  const tones = tool("", sound);
  const shown = tool("Folienfenster", () => act("window"));
  const more = make("div", { class: "gp-tools-row__more", id: "gp-stage-more" },
    black,
    tool("Überblick", () => act("overview")),
    shown,
    ...(canFill ? [tool("Vollbild", () => act("full"))] : []),
    make("span", { class: "gp-tools-row__pair", role: "group", "aria-label": "Schriftgröße des Sprechtexts" },
      sized("A−", "kleiner", "smaller"), sized("A+", "größer", "larger")),
    seen, tones,
    tool("Tasten", () => act("help"), "keys"),
    tool("Beenden", end, "end"));
  const unfold = tool("Mehr", () => {
    const open = unfold.getAttribute("aria-expanded") !== "true";
    unfold.setAttribute("aria-expanded", String(open));
    element.toggleAttribute("data-open", open);
  }, "unfold", { "aria-expanded": "false", "aria-controls": "gp-stage-more" });
  const element = make("div", { class: "gp-tools-row" },
    make("div", { class: "gp-tools-row__main" },
      tool("Zurück", () => act("back"), "back"), ...(canPause ? [pause] : []), tool("Weiter", () => act("next"), "next"), unfold), more);
  element.addEventListener("mousedown", (event) => event.preventDefault()); // The keyboard stays with the slide: its next key is for that.
  return {
    element,
    /** @param {{isPaused: boolean, cover: string, seen: Seen, sounds: boolean, connected: boolean}} state */
    show(state) {
      say(pause, state.isPaused ? "Weiterlaufen" : "Anhalten");
      black.setAttribute("aria-pressed", String(state.cover !== ""));
      say(seen, `Zeit: ${SEEN_SAID[state.seen]}`);
      say(tones, state.sounds ? "Töne: an" : "Töne: aus");
      say(shown, state.connected ? "Folien zeigen" : "Folien öffnen");
    },
  };
}
