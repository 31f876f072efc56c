// What stands over a round: where one is, what was graded so far, and how one wants to practise.

import { button, make } from "../base/elements.mjs";
import { showHelp } from "./keys.mjs";
import { gradedAt, GRADES, isOver, placeSaid } from "./round.mjs";

/** @typedef {import("./round.mjs").Round} Round */

/** With more questions than that each would be too narrow to be seen. */
const MOST_SEGMENTS = 60;

/** @typedef {{previous: () => void, next: () => void, undo: () => void, stop?: () => void}} Moves */
/** @typedef {ReturnType<typeof makeBar>} Bar */

/**
 * @param {Moves} moves
 * @param {HTMLElement[]} options what one can choose
 */
export function makeBar({ previous, next, undo, stop }, options) {
  const place = make("p", { class: "gp-quiz__place gp-figures" });
  const back = labelled("↶", "Zurücknehmen", undo, { class: "gp-button gp-quiz__move gp-quiz__undo", "aria-keyshortcuts": "u", title: "Letzte Bewertung zurücknehmen" });
  const before = button("←", previous, { class: "gp-button gp-quiz__move gp-quiz__previous", "aria-label": "Vorige Frage", "aria-keyshortcuts": "v" });
  const after = button("→", next, { class: "gp-button gp-quiz__move gp-quiz__next", "aria-label": "Nächste Frage", "aria-keyshortcuts": "n" });
  const end = stop ? [labelled("×", "Beenden", stop, { class: "gp-button gp-quiz__move gp-quiz__stop" })] : [];
  const moves = make("div", { class: "gp-quiz__moves" }, back, before, after, ...end);
  const track = make("div", { class: "gp-quiz__track", "aria-hidden": "true" });
  const status = make("p", { class: "gp-hidden", role: "status" });
  const trouble = make("p", { class: "gp-quiz__trouble", hidden: true });
  const given = make("p", { class: "gp-quiz__given", hidden: true });
  const help = button("Tasten", showHelp, { class: "gp-button gp-quiz__move gp-quiz__help", "aria-keyshortcuts": "?" });
  const element = make("div", { class: "gp-quiz__bar" },
    make("div", { class: "gp-quiz__row" }, place, moves), track,
    make("div", { class: "gp-quiz__options" }, ...options, help), given, trouble, status);
  return {
    element,
    /** @param {string} text */
    say: (text) => { status.textContent = text; },
    /** Say why nothing is kept, as `troubleNotice` does. @param {(Node | string)[]} notice */
    complain(notice) {
      trouble.replaceChildren(...notice);
      trouble.hidden = !notice.length;
    },
    /** What this card was graded before; null for nothing. @param {import("./round.mjs").Grade | null} grade */
    recall(grade) {
      given.hidden = grade === null;
      given.textContent = grade ? `In dieser Runde schon bewertet: ${GRADES[grade - 1]}. Eine neue Bewertung ersetzt sie.` : "";
    },
    /** @param {Round} round @param {"single" | "list"} view */
    show(round, view) {
      element.dataset.view = view;
      element.toggleAttribute("data-over", view === "single" && isOver(round));
      place.textContent = view === "list" ? countSaid(round) : isOver(round) ? "Ende der Runde" : placeSaid(round);
      back.hidden = !round.graded.length;
      before.setAttribute("aria-disabled", String(round.place === 0));
      showTrack(track, round, view);
    },
  };
}

/** A button with a sign that stands alone where room is scarce. @param {string} sign @param {string} word @param {() => void} onClick @param {Record<string, string>} attributes */
function labelled(sign, word, onClick, attributes) {
  const element = button("", onClick, attributes);
  element.append(make("span", { class: "gp-quiz__sign", "aria-hidden": "true" }, sign), make("span", { class: "gp-quiz__word" }, word));
  return element;
}

/** @param {Round} round */
function countSaid({ first, graded }) {
  const done = new Set(graded.map(({ id }) => id)).size;
  const all = first === 1 ? "1 Frage" : `${first} Fragen`;
  return done ? `${all}, ${done} geübt` : all;
}

/** @param {HTMLElement} track @param {Round} round @param {"single" | "list"} view */
function showTrack(track, round, view) {
  const { ids, place } = round;
  const many = ids.length > MOST_SEGMENTS;
  track.classList.toggle("gp-quiz__track--many", many);
  track.style.setProperty("--done", String(place / ids.length));
  if (many) return track.replaceChildren();
  track.replaceChildren(...ids.map((_, index) => {
    const grade = gradedAt(round, index)?.review.grade ?? false;
    return make("span", { "data-grade": grade, "data-here": view === "single" && index === place });
  }));
}

/**
 * One of a few, as a row of chips.
 *
 * @template {string} Value
 * @param {string} legend
 * @param {Record<Value, string>} names
 * @param {Value} value
 * @param {(value: Value) => void} onChange
 */
export function makeSwitch(legend, names, value, onChange) {
  const name = `gp-switch-${legend.toLowerCase().replaceAll(/\W+/g, "-")}`;
  const chips = /** @type {[Value, string][]} */ (Object.entries(names)).map(([each, text]) => {
    const input = make("input", { type: "radio", name, value: each, checked: each === value });
    input.addEventListener("change", () => onChange(each));
    return make("label", { class: "gp-switch__chip" }, input, make("span", {}, text));
  });
  return make("fieldset", { class: "gp-switch" }, make("legend", { class: "gp-hidden" }, legend), ...chips);
}
