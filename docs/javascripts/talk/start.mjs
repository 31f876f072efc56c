// Before a talk begins or goes on: what it is about, in which way it is given, what of it, and what counts.

import { onSite } from "../base/addresses.mjs";
import { askFirst, button, draw, make } from "../base/elements.mjs";
import { listed } from "../base/listing.mjs";
import { clock } from "../base/times.mjs";
import { awaySince } from "./clock.mjs";
import { isOwn } from "./judging.mjs";
import { stateOf, totals } from "./log.mjs";
import { planned } from "./timing.mjs";
import { SEEN_SAID } from "./wishes.mjs";

/** @typedef {{shown?: boolean, recorded?: boolean, cover?: import("./windows.mjs").Cover}} How
 *   `shown`: it is not kept when it is over; `recorded`: with one's own voice; `cover`: what was to be seen instead of slides */
/** @typedef {import("./runs.mjs").Running & How} Running */
/** @typedef {import("./talk.mjs").Talk} Talk */
/** @typedef {import("./timing.mjs").Step} Step */
/** @typedef {import("./wishes.mjs").Seen} Seen */
/** @typedef {import("./wishes.mjs").Way} Way */
/** @typedef {import("./wishes.mjs").Wishes} Wishes */
/** @typedef {"aloud" | "silent" | "show"} Purpose */
/** @typedef {Record<"window" | "slide" | "text" | "time", string>} Sketch  lines as of `path` */
/** @typedef {{way: Way, purpose: Purpose, keys: string[], wishes: Partial<Wishes>, recorded: boolean}} Choice  `recorded`: with one's own voice, if it is spoken */

/** What each way is called, what it is, and its sketch: windows, slides in them, lines of text and time. @type {Record<Way, [title: string, said: string, sketch: Sketch]>} */
const WAYS = {
  desk: [
    "Sprecheransicht und Folienfenster", "Hier stehen Sprechtext und Zeit, die Folien in einem eigenen Fenster. Dieses Fenster teilst du in der Videokonferenz.",
    { window: "M1 1h54v42h-54zM44 20h45v34h-45z", slide: "M5 11h20v12h-20zM48 27h37v21h-37z", text: "M30 13h20M30 19h10M30 25h10M30 31h10", time: "M5 6h46" },
  ],
  one: [
    "Alles auf einem Bildschirm", "Oben die Folie, darunter Sprechtext und Zeit. Auch für das Handy.",
    { window: "M18 1h54v54h-54z", slide: "M24 5h42v24h-42z", text: "M24 40h42M24 45h42M24 50h28", time: "M24 34h42" },
  ],
  slides: ["Nur die Folien", "Im Vollbild, ohne Sprechtext. Die Uhr läuft unsichtbar mit.", { window: "M3 3h84v50h-84z", slide: "M3 3h84v50h-84z", text: "M14 16h40M14 26h24M14 33h28M14 40h20", time: "" }],
  clock: [
    "Nur Uhr und Sprechtext", "Ein kleines Fenster neben PowerPoint oder einem PDF. Eine Taste sagt, dass die Folie gewechselt hat.",
    { window: "M1 1h52v54h-52M59 9h30v40h-30z", slide: "M6 10h36v22h-36z", text: "M63 22h22M63 28h22M63 34h22M63 40h14", time: "M63 15h22" },
  ],
};

/** @type {Record<Purpose, [title: string, said: string, start: string]>} */
const PURPOSES = {
  aloud: ["laut proben", "Die Zeiten werden aufgehoben und sagen dir, wo du kürzen musst.", "Probe starten"],
  silent: ["still mitlesen", "Wird als still gekennzeichnet: Wer nicht spricht, ist schneller.", "Still starten"],
  show: ["nur vorführen", "Die Uhr läuft, aufgehoben wird nichts.", "Vorführen"],
};

/**
 * @param {object} given
 * @param {Talk} given.talk
 * @param {readonly Step[]} given.steps all slides
 * @param {number} given.budget_s
 * @param {readonly string[]} given.rings when something sounds
 * @param {Wishes} given.wishes
 * @param {boolean} given.isSmall whether it stands in a window of its own, beside another program
 * @param {(choice: Choice) => void} given.onStart
 * @param {() => void} given.onSmall opens such a window
 */
export function makeStart({ talk, steps, budget_s, rings, wishes, isSmall, onStart, onSmall }) {
  const ways = makeWays(wishes.way);
  const purpose = make("p", { class: "gp-before__purpose" });
  const begin = make("button", { class: "gp-button gp-button--primary gp-before__begin" });
  const small = button("In kleinem Fenster", onSmall);
  const some = makeSome(steps);
  const voice = make("div", {}, ticked("", "Meine Stimme aufnehmen", false));
  voice.addEventListener("change", () => import("./voice.mjs").then(({ offer }) => offer(voice), () => voice.replaceChildren("Das lässt sich nicht laden.")), { once: true });
  const sounds = ticked("sounds", `Töne bei ${listed(rings)}`, wishes.sounds);
  const titles = Object.fromEntries(Object.entries(PURPOSES).map(([value, [title]]) => [value, title]));
  const options = make("div", { class: "gp-before__rest" },
    make("div", { class: "gp-before__row" }, fieldset("Ich will", switched("purpose", titles, "aloud")), purpose),
    make("div", { class: "gp-before__row" },
      some.element,
      fieldset("Von der Zeit sehe ich", switched("seen", SEEN_SAID, wishes.seen)),
      ticked("countdown", "Vorher 3, 2, 1 zählen", wishes.countdown), sounds),
    voice);
  const form = make("form", { class: "gp-before" },
    facts(talk, steps, budget_s),
    ...(isSmall ? [] : [ways]),
    isSmall ? make("details", { class: "gp-some" }, make("summary", {}, "Einstellungen"), options) : options,
    make("p", { class: "gp-actions gp-before__go" }, begin, ...(isSmall ? [] : [small])));
  const chosen = () => choiceIn(form, isSmall, some.keys());
  const show = () => {
    const { way, purpose: wanted, keys } = chosen();
    [, purpose.textContent, begin.textContent] = PURPOSES[wanted];
    begin.disabled = keys.length === 0;
    small.hidden = way !== "clock";
    voice.hidden = wanted !== "aloud";
    sounds.hidden = keys.length !== steps.length; // A part has no limits of the exam.
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onStart(chosen());
  });
  show();
  return form;
}

/** The ways in which one can present, as fields called `way`: large, with a sentence and a sketch. @param {Way} chosen */
export const makeWays = (chosen) => fieldset("Wie trägst du vor?", make("div", { class: "gp-choices" }, ...Object.entries(WAYS).map(([value, [title, said, sketch]]) =>
  make("label", { class: "gp-choices__choice" },
    make("input", { type: "radio", name: "way", value, checked: value === chosen }), sketched(sketch),
    make("span", { class: "gp-choices__said" }, make("strong", {}, title), make("span", {}, said))))));

/** @param {HTMLFormElement} form @param {boolean} isSmall @param {string[]} keys @returns {Choice} */
function choiceIn(form, isSmall, keys) {
  const said = new FormData(form);
  const way = isSmall ? "clock" : /** @type {Way} */ (said.get("way"));
  const wishes = { seen: /** @type {Seen} */ (said.get("seen")), countdown: said.has("countdown"), sounds: said.has("sounds") };
  return { way, purpose: /** @type {Purpose} */ (said.get("purpose") ?? "aloud"), keys, wishes: isSmall ? wishes : { ...wishes, way }, recorded: said.has("recorded") };
}

/** @param {Talk} talk @param {readonly Step[]} steps @param {number} budget_s */
function facts({ id, metadata, page, draft }, steps, budget_s) {
  const fact = (/** @type {string} */ label, /** @type {string | Node} */ value) =>
    make("li", { class: "gp-facts__item" }, make("span", { class: "gp-facts__label" }, label), " ", make("span", { class: "gp-facts__value" }, value));
  return make("ul", { class: "gp-facts" },
    ...(draft ? [fact("Stand", "Entwurf")] : []),
    ...(metadata.audience ? [fact("Zielgruppe", metadata.audience)] : []),
    fact("Folien", String(steps.length)),
    fact("Geplant", `${clock(planned(steps))} von ${clock(budget_s)}`),
    isOwn(id) ? fact("Dein Text", make("a", { href: onSite(page).href }, "Bearbeiten")) : fact("Zum Lesen", make("a", { href: onSite(page).href }, "Fallstudie")));
}

/** @param {string} legend @param {...HTMLElement} children */
const fieldset = (legend, ...children) => make("fieldset", {}, make("legend", {}, legend), ...children);

/** @param {Sketch} sketch */
const sketched = (sketch) => draw("svg", { class: "gp-sketch", viewBox: "0 0 90 56", "aria-hidden": "true" },
  ...Object.entries(sketch).map(([part, d]) => draw("path", { class: `gp-sketch__${part}`, d })));

/** @param {string} name @param {Record<string, string>} values @param {string} chosen */
const switched = (name, values, chosen) => make("span", { class: "gp-switch" }, ...Object.entries(values).map(([value, said]) =>
  make("label", { class: "gp-switch__chip" }, make("input", { type: "radio", name, value, checked: value === chosen }), make("span", {}, said))));

/** @param {string} name @param {string} said @param {boolean} checked */
const ticked = (name, said, checked) =>
  make("label", { class: "gp-tick" }, make("input", { type: "checkbox", name, checked }), make("span", {}, said));

/** The slides, to choose some of them. @param {readonly Step[]} steps */
function makeSome(steps) {
  const boxes = steps.map(({ key }) => make("input", { type: "checkbox", value: key, checked: true }));
  const keys = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const said = make("span", { class: "gp-some__said" });
  const show = () => {
    const some = steps.filter((_, index) => boxes[index].checked);
    said.textContent = some.length === steps.length ? "Alle Folien" : `${some.length} von ${steps.length} Folien, geplant ${clock(planned(some))}`;
  };
  const all = button("Alle", () => set(true));
  const none = button("Keine", () => set(false));
  /** @param {boolean} checked */
  const set = (checked) => {
    for (const box of boxes) box.checked = checked;
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
  };
  const list = make("ol", { class: "gp-some__list" }, ...steps.map(({ title, plan_s }, index) =>
    make("li", {}, make("label", { class: "gp-tick" }, boxes[index], make("span", {}, title, " ", make("span", { class: "gp-some__time" }, clock(plan_s)))))));
  const element = make("details", { class: "gp-some" }, make("summary", {}, said), list, make("p", { class: "gp-actions" }, all, none));
  list.addEventListener("change", show);
  show();
  return { element, keys };
}

const SECOND_MS = 1000;
/** After so long, nobody has gone on speaking. */
const LONG_MS = 3_600_000;

/**
 * A talk that was begun: where it stands, and what counts of the time in between.
 *
 * @param {object} given
 * @param {Running} given.running
 * @param {boolean} given.elsewhere whether it is being given in another window
 * @param {(counts: boolean) => void} given.onGoOn whether the time in between is time of the talk
 * @param {() => void} given.onDrop
 */
export function makeResuming({ running, elsewhere, onGoOn, onDrop }) {
  const { slide, isPaused } = stateOf(running.log);
  const at = clock(totals(running.log, running.ms).running_s);
  const title = running.slides.find(({ key }) => key === slide)?.title ?? "";
  const heading = elsewhere ? "Dieser Vortrag läuft in einem anderen Fenster" : `Angefangen: ${at}, „${title}“`;
  const drop = button("Verwerfen", () => {});
  askFirst(drop, "Wirklich verwerfen?", onDrop);
  const ways = elsewhere ? [button("Hier übernehmen", () => onGoOn(true))] : [...waysOn(running, isPaused, onGoOn), drop];
  return make("section", { class: "gp-resume" }, make("h2", {}, heading), make("p", { class: "gp-actions" }, ...ways),
    ...(running.shown ? [] : [make("p", { class: "gp-resume__else" }, "Startest du stattdessen neu, steht diese Probe unter deinen Proben, so weit sie kam.")]));
}

/** What is said of the time in between stays true while somebody thinks about it. @param {Running} running @param {boolean} isPaused @param {(counts: boolean) => void} onGoOn */
function waysOn(running, isPaused, onGoOn) {
  const asPause = button("", () => onGoOn(false), { class: "gp-button gp-button--primary" });
  const counting = button("", () => onGoOn(true));
  const show = () => {
    const away_ms = awaySince(running, Date.now());
    const counted = clock(away_ms / 1000);
    asPause.textContent = away_ms ? `Weiter, die ${counted} dazwischen zählen als Pause` : "Weiter";
    counting.textContent = `Weiter, die ${counted} zählen mit`;
    counting.hidden = !away_ms || isPaused || away_ms > LONG_MS;
  };
  show();
  const timer = setInterval(() => (asPause.isConnected ? show() : clearInterval(timer)), SECOND_MS);
  return [asPause, counting];
}

const FROM = 3;
/** Who changes to another window wants the time to do so. */
const HELD = ["Shift", "Control", "Alt", "Meta", "Tab"];

/** Three, two, one. @param {HTMLElement} place @returns {Promise<void>} when it is over; a key or a click ends it at once */
export function countDown(place) {
  const figure = make("p", { class: "gp-countdown", role: "status" }, String(FROM));
  place.replaceChildren(figure);
  return new Promise((resolve) => {
    const stop = new AbortController();
    const over = () => {
      stop.abort();
      resolve();
    };
    let left = FROM;
    const timer = setInterval(() => {
      left -= 1;
      figure.textContent = String(left);
      if (left === 0) over();
    }, SECOND_MS);
    stop.signal.addEventListener("abort", () => clearInterval(timer));
    addEventListener("pointerdown", over, { signal: stop.signal });
    addEventListener("keydown", (event) => {
      if (event.repeat || HELD.includes(event.key)) return;
      event.preventDefault(); // As in the talk: F5 of a remote control loads nothing anew.
      over();
    }, { signal: stop.signal });
  });
}
