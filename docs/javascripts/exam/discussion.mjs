// The discussion of a mock exam: one question at a time, a clock for all of it and none for an answer.

import { askFirst, button, focusOn, make, say } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { stayAwake } from "../talk/display.mjs";
import { makeOnce } from "./once.mjs";
import { beSilent, readAloud } from "./voice.mjs";

/** @typedef {import("./sitting.mjs").State} State */

const TICK_MS = 250;
const LAST_S = 60;
/** Keys of remote controls, and of whoever keeps the hands on the arrows. */
const ON = ["ArrowRight", "PageDown"];

/**
 * @param {object} given
 * @param {HTMLElement} given.place
 * @param {readonly {title: string}[] | null} given.questions null where somebody else asks them
 * @param {boolean} given.aloud whether questions are read out
 * @param {number} given.budget_s
 * @param {() => number} given.rest_s of the discussion
 * @param {() => void} given.onDone the answer is over; a second press right after the first does not count
 * @param {() => void} given.onStop the discussion is broken off
 * @returns {{element: HTMLElement, signal: AbortSignal, show: (state: State) => void, stop: () => void}} `signal` is aborted when it is over
 */
export function makeDiscussion({ place, questions, aloud, budget_s, rest_s, onDone, onStop }) {
  const rest = make("span", { class: "gp-asked-now__rest" });
  const hint = make("p", { class: "gp-asked-now__hint" });
  const number = make("p", { class: "gp-kicker" });
  const question = make("h2", { class: "gp-asked-now__question" });
  const follow = make("p", { class: "gp-asked-now__follow", hidden: true });
  if (!questions) [number.textContent, question.textContent] = ["Zu zweit", "Die Fragen stellt jetzt die Person, die prüft."];
  const once = makeOnce(() => performance.now());
  const pass = () => once.isMeant() && onDone();
  const done = button(questions ? "Meine Antwort ist fertig" : "Das Fachgespräch ist zu Ende", pass, { class: "gp-button gp-button--primary gp-mock__go" });
  const off = button("Abbrechen", () => {});
  askFirst(off, "Fachgespräch wirklich beenden?", onStop);
  const again = button("Noch einmal vorlesen", () => readAloud(`${question.textContent} ${follow.textContent}`), { hidden: !aloud });
  const element = make("section", { class: "gp-asked-now", "aria-label": "Fachgespräch" },
    make("div", { class: "gp-asked-now__time", role: "timer", "aria-label": "Rest des Fachgesprächs" }, rest, hint),
    make("div", { class: "gp-asked-now__asked" }, number, question, follow),
    make("p", { class: "gp-actions gp-asked-now__tools" }, done, " ", again, " ", ...(questions ? [off] : [])));
  const stop = new AbortController();
  const tick = () => {
    const seconds = Math.ceil(rest_s());
    say(rest, clock(Math.max(0, seconds)));
    say(hint, seconds > 0 ? `übrig von ${clock(budget_s)}` : "Die Zeit ist um. Sprich den Satz zu Ende.");
    element.dataset.step = seconds > LAST_S ? "" : seconds > 0 ? "warning" : "budget";
  };
  const timer = setInterval(tick, TICK_MS);
  stop.signal.addEventListener("abort", () => clearInterval(timer));
  if (questions) addEventListener("keydown", (event) => {
    if (!ON.includes(event.key) || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    pass();
  }, { signal: stop.signal });
  stayAwake(stop.signal);
  place.replaceChildren(element);
  tick();
  if (!questions) focusOn(question);
  return {
    element, signal: stop.signal,
    show(state) {
      if (!questions) return;
      once.begin();
      number.textContent = state.follow ? `Nachfrage zu Frage ${state.place + 1}` : `Frage ${state.place + 1}`;
      question.textContent = questions[state.place].title;
      follow.textContent = state.follow;
      follow.hidden = !state.follow;
      element.toggleAttribute("data-follows", state.follow !== "");
      if (aloud) readAloud(state.follow || questions[state.place].title);
      focusOn(state.follow ? follow : question);
      tick();
    },
    stop() {
      stop.abort();
      beSilent();
    },
  };
}
