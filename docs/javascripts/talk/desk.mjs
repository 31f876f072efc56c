// What a speaker has in front of them: slide, next slide, notes and time, arranged by the way in which they present.

import { focusOn, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { makeFrame, mountTouch } from "./fitting.mjs";
import { makeNotes, makeSlide } from "./slide.mjs";
import { makeTimeBar } from "./time-bar.mjs";
import { paceOf, paceSaid, restSaid, slideSaid, STEPS_SAID } from "./timing.mjs";
import { say } from "./tools.mjs";

/** @typedef {import("./keys.mjs").Action} Action */
/** @typedef {import("./wishes.mjs").Way} Way */
/** @typedef {import("./talk.mjs").Talk} Talk */
/** @typedef {import("./timing.mjs").Standing} Standing */
/** @typedef {import("./timing.mjs").Step} Step */
/** @typedef {import("./wishes.mjs").Seen} Seen */

/** @type {Record<string, string>} */
const COVERS = { black: "schwarz", white: "weiß" };

/**
 * @param {object} given
 * @param {Talk} given.talk
 * @param {readonly Step[]} given.steps the slides that are presented
 * @param {readonly number[]} given.places where they stand in the talk, from 0
 * @param {number} given.budget_s
 * @param {number} given.cutoff_s
 * @param {HTMLElement} given.tools
 * @param {(action: Action) => void} given.act
 */
export function makeDesk({ talk, steps, places, budget_s, cutoff_s, tools, act }) {
  const [now, next] = [makeFrame(), makeFrame()];
  const bar = makeTimeBar(steps, budget_s, cutoff_s);
  const p = (/** @type {string} */ name) => make("p", { class: `gp-stage__${name}` });
  const [pace, step, rest, left, following, typed] = [p("pace"), p("step"), p("rest"), p("left"), p("following"), p("typed")];
  const elapsed = make("span", { class: "gp-stage__elapsed" });
  const line = make("div", { class: "gp-stage__line", "aria-hidden": "true" });
  const heading = make("h2", { class: "gp-stage__title" });
  const words = make("div", { class: "gp-stage__words", tabindex: 0, role: "group", "aria-label": "Sprechtext" });
  const notice = make("div", { class: "gp-stage__notice" });
  const away = make("p", { class: "gp-stage__away" }, "Die Tasten gelten gerade einem anderen Fenster. Klick hierher, dann gelten sie hier.");
  const cover = make("div", { class: "gp-stage__cover", hidden: true });
  const element = make("section", { class: "gp-stage", "aria-label": "Vortrag", "data-no-terms": true },
    make("div", { class: "gp-stage__time", role: "group", "aria-label": "Zeit" },
      bar.element, make("p", { class: "gp-stage__clock" }, elapsed, make("span", { class: "gp-stage__budget" }, ` von ${clock(budget_s)}`)), step, pace, rest),
    make("div", { class: "gp-stage__slide" }, now.element, cover),
    make("div", { class: "gp-stage__next" }, following, make("div", { class: "gp-stage__preview", inert: true, "aria-hidden": "true" }, next.element)),
    make("section", { class: "gp-stage__notes" }, make("header", { class: "gp-stage__head" }, heading, left, line), words),
    notice, away, tools, typed);
  mountTouch(now.element, act);
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
      Object.assign(element.dataset, { step: kind, pace: paceOf(standing.ahead_s), slide: standing.slide_s > standing.slidePlan_s ? "over" : "" });
    },
    /** @param {{way: Way, seen: Seen, size: number, isPaused: boolean, cover: string, typed: string}} state */
    arrange(state) {
      Object.assign(element.dataset, { way: state.way, seen: state.seen });
      element.toggleAttribute("data-paused", state.isPaused);
      element.style.setProperty("--notes", String(state.size));
      cover.hidden = state.cover === "";
      cover.dataset.cover = state.cover;
      say(cover, state.cover && `Leinwand ${COVERS[state.cover]}`);
      say(typed, state.typed && `Folie ${state.typed} – Enter`);
    },
  };
}

/** @param {Talk["slides"][number]} slide */
function notesOf(slide) {
  const demo = slide.demo_s ? [make("p", { class: "gp-stage__demo" }, `Davon ${clock(slide.demo_s)} Vorführung.`)] : [];
  return slide.notes ? [makeNotes(slide), ...demo] : [make("p", { class: "gp-stage__demo" }, "Zu dieser Folie steht kein Sprechtext."), ...demo];
}
