// „Mein Sprechtempo“: a stopwatch beside a text, the pace that comes of it, and ways to change it or take it back.

import { find } from "../base/names.mjs";
import { makeStopwatch } from "../base/stopwatch.mjs";
import { clock, percent } from "../base/times.mjs";
import { isSensible, LIMITS } from "./estimate.mjs";
import { onPaceChange, readPace, writePace } from "./pace.mjs";
import { certaintySaid, judge, paceSaid } from "./reading.mjs";

/** @typedef {import("./estimate.mjs").Pace} Pace */
/** @typedef {import("./reading.mjs").Reading} Reading */

const NOT_KEPT = "Dein Browser lässt hier nichts speichern. Das Ergebnis gilt nur, solange diese Seite offen ist.";

/** @param {HTMLElement} section */
export function mount(section) {
  const view = viewOf(section);
  const keep = keeper(view, readingOf(section));
  mountStopwatch(view, readingOf(section), keep);
  mountForm(view, keep);
  view.undo.addEventListener("click", () => {
    keep.undo();
    view.toggle.focus();
  });
  find(section, "without").remove();
  find(section, "watch").hidden = find(section, "current").hidden = false;
}

/** @param {HTMLElement} section @returns {Reading} */
const readingOf = ({ dataset }) => ({
  predicted: Number(dataset.predicted),
  words: Number(dataset.words),
  example: Number(dataset.example),
  model: JSON.parse(dataset.speechModel ?? "{}"),
});

/** @typedef {ReturnType<typeof viewOf>} View */

/** @param {HTMLElement} section */
function viewOf(section) {
  const names = /** @type {const} */ (["clock", "toggle", "cancel", "undo", "status", "rate", "certainty", "reset"]);
  const parts = /** @type {Record<typeof names[number], HTMLElement>} */ (Object.fromEntries(names.map((name) => [name, find(section, name)])));
  const form = /** @type {HTMLFormElement} */ (find(section, "typed"));
  return { ...parts, form, input: /** @type {HTMLInputElement} */ (form.elements.namedItem("percent")) };
}

/** @typedef {ReturnType<typeof keeper>} Keeper */

/**
 * Keeps the pace on the device and shows it; the last change can be taken back.
 *
 * @param {View} view
 * @param {Reading} reading
 */
function keeper(view, reading) {
  let pace = readPace();
  let before = pace;
  let kept = true;
  const show = () => {
    view.rate.textContent = paceSaid(reading, pace);
    view.certainty.textContent = certaintySaid(reading, pace);
    view.input.value = String(Math.round(100 * (pace?.rate ?? 1)));
    view.input.removeAttribute("aria-invalid");
    view.reset.setAttribute("aria-disabled", String(!pace));
  };
  /** @param {Pace | null} next @param {string} said */
  const set = (next, said) => {
    [before, pace] = [pace, next];
    kept = writePace(next);
    view.status.textContent = kept ? said : `${said} ${NOT_KEPT}`;
    show();
  };
  onPaceChange(() => {
    if (!kept) return;
    pace = readPace();
    view.undo.hidden = true;
    show();
  });
  show();
  return {
    has: () => pace !== null,
    /** @param {Pace | null} next @param {string} said @param {string} undo what the button is called that takes it back */
    change(next, said, undo) {
      set(next, said);
      view.undo.textContent = undo;
      view.undo.hidden = false;
    },
    undo() {
      set(before, "Rückgängig gemacht.");
      view.undo.hidden = true;
    },
  };
}

/**
 * Start, stop, cancel; a forgotten watch stops by itself.
 *
 * @param {View} view
 * @param {Reading} reading
 * @param {Keeper} keep
 */
function mountStopwatch(view, reading, keep) {
  const watch = makeStopwatch((elapsedS) => {
    view.clock.textContent = clock(elapsedS);
    if (elapsedS > LIMITS.most * reading.predicted) finish();
  });
  const start = () => {
    showRunning(view);
    watch.start();
  };
  const finish = () => {
    const elapsedS = watch.stop();
    const { pace, said } = judge(reading, elapsedS);
    showEnded(view, elapsedS, said);
    if (pace) keep.change(pace, said, "Messung verwerfen");
  };
  const cancel = () => {
    if (!watch.runs()) return;
    watch.stop();
    showEnded(view, 0, "Abgebrochen. Es wurde nichts gespeichert.");
    view.toggle.focus();
  };
  view.toggle.addEventListener("click", () => (watch.runs() ? finish() : start()));
  view.cancel.addEventListener("click", cancel);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) cancel();
  });
}

/** @param {View} view */
function showRunning({ cancel, undo, toggle, status }) {
  cancel.hidden = false;
  undo.hidden = true;
  toggle.textContent = "Fertig gelesen";
  status.textContent = "Die Uhr läuft. Lies jetzt laut vor; mit Escape brichst du ab.";
}

/** @param {View} view @param {number} shownS @param {string} said */
function showEnded({ cancel, clock: face, toggle, status }, shownS, said) {
  cancel.hidden = true;
  face.textContent = clock(shownS);
  toggle.textContent = "Noch einmal messen";
  status.textContent = said;
}

/** @param {View} view @param {Keeper} keep */
function mountForm(view, keep) {
  const { input, form, reset, status } = view;
  input.min = String(100 * LIMITS.least);
  input.max = String(100 * LIMITS.most);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const rate = input.valueAsNumber / 100;
    if (isSensible(rate)) {
      keep.change({ rate, measured_s: 0 }, `Übernommen: ${percent(rate)} der üblichen Zeit.`, "Eingabe rückgängig machen");
      return;
    }
    status.textContent = `Bitte gib eine Zahl von ${input.min} bis ${input.max} ein.`;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  });
  reset.addEventListener("click", () => {
    if (keep.has()) keep.change(null, "Zurückgesetzt: Überall gilt wieder das übliche Tempo.", "Zurücksetzen rückgängig machen");
  });
}
