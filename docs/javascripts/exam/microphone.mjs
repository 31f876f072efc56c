// The microphone in the technical check: how loud it is now, then a silence and a sentence that are measured and can be heard.

import { button, make } from "../base/elements.mjs";
import { UNTOUCHED } from "../recording/devices.mjs";
import { decibels } from "../recording/features.mjs";
import { listen } from "./listening.mjs";
import { figuresSaid, filled, levelOf, levelSaid, loudnessOf, loudnessSaid } from "./loudness.mjs";
import { Station } from "./station.mjs";

/** @typedef {import("./loudness.mjs").Level} Level */

/** In pieces of 20 ms: a click of the mouse to be passed over, then silence, then a sentence. */
const [PASSED_OVER, SILENCE, SENTENCE] = [25, 125, 300];
const BEGIN = PASSED_OVER + SILENCE;
const BE_STILL = "Sei drei Sekunden still. Gemessen wird jetzt der Raum.";
const SPEAK = "Jetzt sprich, so laut wie in der Prüfung: „Guten Tag, ich hoffe, Sie hören mich gut. Ich beginne mit meinem Vortrag.“";
const WORDS = {
  title: "Mikrofon", on: "Mikrofon einschalten", off: "Mikrofon ausschalten", opening: "Fragt dich der Browser, dann erlaube das Mikrofon für diese Seite.",
  hint: "Erst drei Sekunden Stille, dann ein Satz: So zeigt sich, wie laut du bist und wie laut dein Raum ist.",
};
const MEASURING = "wird gemessen";
const LISTEN = "Satz anhören";

export function makeMicrophone() {
  const meter = makeMeter();
  const measure = button("Stille und Satz messen", () => begin(), { hidden: true });
  const again = button(LISTEN, () => (playing ? playing.abort() : void listenAgain()), { hidden: true });
  /** What is heard while measuring, null otherwise; it lies in memory alone. @type {{level: Level, samples: Float32Array}[] | null} */
  let taking = null;
  /** @type {readonly Float32Array[]} */
  let sentence = [];
  /** @type {import("./listening.mjs").Play} */
  let play = async () => {};
  /** @type {AbortController | null} */
  let playing = null;
  /** @type {MediaTrackSettings} */
  let settings = {};

  const station = new Station({
    kind: "microphone", words: WORDS, devices: "audioinput", picture: meter.element, tools: [measure, again],
    async onOpen(stream, signal) {
      settings = stream.getTracks()[0].getSettings();
      play = await listen(stream, hear, signal);
      measure.hidden = signal.aborted;
    },
    onEnd() {
      if (taking) station.say("nicht gemessen");
      stopPlaying();
      [taking, sentence] = [null, []];
      measure.hidden = again.hidden = true;
      meter.rest();
    },
  });

  function begin() {
    stopPlaying();
    [taking, sentence] = [[], []];
    again.hidden = true;
    station.say(MEASURING, BE_STILL);
  }

  /** @param {Float32Array} samples */
  function hear(samples) {
    const level = levelOf(samples);
    meter.show(level, taking ? taking.length : 0);
    if (!taking) return;
    taking.push({ level, samples });
    if (taking.length === BEGIN) station.say(MEASURING, SPEAK);
    if (taking.length === BEGIN + SENTENCE) judge(taking);
  }

  /** @param {{level: Level, samples: Float32Array}[]} taken */
  function judge(taken) {
    taking = null;
    sentence = taken.slice(BEGIN).map(({ samples }) => samples);
    const levels = taken.map(({ level }) => level);
    const loudness = loudnessOf(levels.slice(PASSED_OVER, BEGIN), levels.slice(BEGIN));
    station.find(loudnessSaid(loudness), make("p", { class: "gp-station__figures" }, figuresSaid(loudness), ...touchedSaid(settings)));
    again.hidden = false;
  }

  async function listenAgain() {
    const { signal } = (playing = new AbortController());
    again.textContent = "Anhalten";
    signal.addEventListener("abort", calm, { once: true });
    await play(sentence, signal);
    if (!signal.aborted) calm();
  }

  function stopPlaying() {
    playing?.abort();
  }

  function calm() {
    playing = null;
    again.textContent = LISTEN;
  }

  return station;
}

/** What the browser mends although it was asked not to. @param {MediaTrackSettings} settings @returns {string[]} */
function touchedSaid(settings) {
  const isTouched = Object.keys(UNTOUCHED).some((name) => settings[/** @type {keyof typeof UNTOUCHED} */ (name)] === true);
  return isTouched ? [" Dein Browser glättet den Ton von sich aus. Der Raum kann lauter sein, als hier steht."] : [];
}

/** So many pieces between two changes of the word beside the bar, and of the bar: nothing flickers. */
const WORD_EACH = 25;
const barEach = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? WORD_EACH : 3);

function makeMeter() {
  const bar = make("span", { class: "gp-level__bar" });
  const word = make("span", { class: "gp-level__word", "aria-hidden": "true" }, "aus");
  const scale = make("div", { class: "gp-level__scale", role: "meter", "aria-label": "Pegel des Mikrofons", "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": 0, "aria-valuetext": "aus" }, bar);
  const course = make("span", { class: "gp-level__course" });
  /** @type {Level[]} */
  let last = [];
  let [shown, count] = [0, 0];
  const each = barEach();
  const say = (/** @type {string} */ said) => {
    word.textContent = said;
    scale.setAttribute("aria-valuenow", String(Math.round(shown)));
    scale.setAttribute("aria-valuetext", said);
  };
  const fill = (/** @type {number} */ loud, /** @type {number} */ over) => {
    bar.style.setProperty("--filled", String(loud));
    course.style.setProperty("--filled", String(over));
  };
  const show = (/** @type {Level} */ level, /** @type {number} */ taken) => {
    count += 1;
    last = [...last.slice(1 - WORD_EACH), level];
    shown = Math.max(filled(decibels(level.rms)), shown - 0.8);
    if (count % each === 0) fill(shown / 100, taken < BEGIN ? taken / BEGIN : (taken - BEGIN) / SENTENCE);
    if (count % WORD_EACH === 0) say(levelSaid(last));
  };
  const rest = () => {
    [last, shown, count] = [[], 0, 0];
    fill(0, 0);
    say("aus");
  };
  return { element: make("div", { class: "gp-level" }, scale, word, course), show, rest };
}
