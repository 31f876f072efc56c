// „Mein Sprechtempo“: a stopwatch beside a text, the pace that comes of it, and ways to change it or take it back.

import { find } from "../base/names.mjs";
import { clock, isSensible, LIMITS, onPaceChange, personalRate, readPace, taken, writePace } from "./pace.mjs";

/** @typedef {import("./pace.mjs").Model} Model */
/** @typedef {import("./pace.mjs").Pace} Pace */
/** @typedef {{predicted: number, words: number, example: number, model: Model}} Reading the text, and the talk that serves as example, in seconds */

const USUAL = { rate: 1, measured_s: 0 };
const TICK_MS = 200;
const NOT_KEPT = "Dein Browser lässt hier nichts speichern. Das Ergebnis gilt nur, solange diese Seite offen ist.";
const TOO_SHORT = "So schnell lässt sich der ganze Text nicht vorlesen, deshalb zählt die Messung nicht. Lies ihn bis zum Ende und drücke erst dann auf „Fertig gelesen“.";
const TOO_LONG = "Das ist zu lang für einmal Vorlesen, deshalb zählt die Messung nicht. Vielleicht lief die Uhr nach dem Lesen weiter.";
const WHY_SHRUNKEN = "Einmal Lesen fällt nicht immer gleich aus, deshalb zählt es nicht ganz.";
const TYPED_IN = "Diesen Wert hast du selbst eingetragen. Wie genau er ist, kann die Seite nicht wissen; die Spanne ist deshalb so breit wie ohne Messung.";

/** @param {number} share */
const percent = (share) => `${Math.round(100 * share)}\u00a0%`;

/**
 * What comes of a reading: a pace, or why there is none.
 *
 * @param {Reading} reading
 * @param {number} measuredS
 * @returns {{pace: Pace | null, said: string}}
 */
export function judge({ predicted, model }, measuredS) {
  const share = measuredS / predicted;
  const times = `Gestoppt: ${clock(measuredS)}, üblich sind ${clock(predicted)}.`;
  if (share < LIMITS.least) return { pace: null, said: `${times} ${TOO_SHORT}` };
  if (share > LIMITS.most) return { pace: null, said: `${times} ${TOO_LONG}` };
  const rate = personalRate(model, measuredS, predicted);
  const needed = `Du hast ${percent(share)} der üblichen Zeit gebraucht, gerechnet wird mit ${percent(rate)}`;
  return { pace: { rate, measured_s: measuredS }, said: `${times} ${needed}: ${WHY_SHRUNKEN}` };
}

/**
 * The pace that applies, in words.
 *
 * @param {Reading} reading
 * @param {Pace | null} pace
 */
export function paceSaid({ predicted, words }, pace) {
  const perMinute = Math.round((60 * words) / (predicted * (pace?.rate ?? 1)));
  const speed = `bei diesem Text rund ${perMinute} Wörter in der Minute`;
  if (!pace) return `Es gilt das übliche Tempo: ${speed}.`;
  return `Es gilt dein Tempo: ${percent(pace.rate)} der üblichen Zeit, ${speed}.`;
}

/**
 * How sure that is, by a talk as long as the exam allows.
 *
 * @param {Reading} reading
 * @param {Pace | null} pace
 */
export function certaintySaid({ example, model }, pace) {
  const usual = taken(model, USUAL, example);
  const before = `zwischen ${clock(usual.low)} und ${clock(usual.high)}`;
  const talk = `Ein Sprechtext für ${clock(example)} dauert`;
  if (!pace) return `${talk} bei vier von fünf Menschen ${before}. Eine Messung macht diese Spanne kleiner.`;
  const own = taken(model, pace, example);
  const now = `${talk} bei dir etwa ${clock(own.expected)}, in vier von fünf Fällen zwischen ${clock(own.low)} und ${clock(own.high)}.`;
  return `${now} ${pace.measured_s ? `Ohne Messung läge die Spanne ${before}.` : TYPED_IN}`;
}

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
 * A stopwatch that derives from when it was started; it does not count.
 *
 * @param {(elapsedS: number) => void} onTick
 */
function stopwatch(onTick) {
  let startedMs = 0;
  let timer = 0;
  const elapsedS = () => (performance.now() - startedMs) / 1000;
  return {
    runs: () => timer !== 0,
    start() {
      startedMs = performance.now();
      timer = setInterval(() => onTick(elapsedS()), TICK_MS);
      onTick(0);
    },
    stop() {
      clearInterval(timer);
      timer = 0;
      return elapsedS();
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
  const watch = stopwatch((elapsedS) => {
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
