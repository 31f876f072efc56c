// Questions are read aloud by a German voice of the device alone: any other would send them away.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { onVoice, readAloud } from "../../docs/javascripts/exam/voice.mjs";

const LOCAL = { name: "hier", lang: "de-DE", localService: true };
const REMOTE = { name: "anderswo", lang: "de-DE", localService: false };
const ENGLISH = { name: "english", lang: "en-GB", localService: true };

class Synthesis extends EventTarget {
  /** @type {object[]} */
  voices = [];
  /** @type {any[]} */
  spoken = [];
  getVoices() { return this.voices; }
  speak(/** @type {any} */ utterance) { this.spoken.push(utterance); }
  cancel() { this.spoken.length = 0; }
}

const place = /** @type {any} */ (globalThis);
/** @type {Synthesis} */
let synthesis;

beforeEach(() => {
  place.speechSynthesis = synthesis = new Synthesis();
  place.SpeechSynthesisUtterance = class { constructor(/** @type {string} */ text) { this.text = text; } };
});

afterEach(() => {
  delete place.speechSynthesis;
  delete place.SpeechSynthesisUtterance;
});

/** What is heard of a voice, until the signal. @param {AbortSignal} [signal] */
function heard(signal = new AbortController().signal) {
  const told = /** @type {boolean[]} */ ([]);
  onVoice((is) => told.push(is), signal);
  return told;
}

test("a local German voice reads, sentence by sentence, whatever else there is", () => {
  synthesis.voices = [REMOTE, ENGLISH, LOCAL];
  assert.deepEqual(heard(), [true]);
  readAloud("Was ist DNS? Nennen Sie ein Beispiel.");
  assert.deepEqual(synthesis.spoken.map(({ text }) => text), ["Was ist DNS?", "Nennen Sie ein Beispiel."]);
  assert.ok(synthesis.spoken.every(({ voice, lang }) => voice === LOCAL && lang === "de-DE"));
});

test("a remote voice reads nothing, and neither does one of another language", () => {
  for (const voices of [[REMOTE], [ENGLISH], [REMOTE, ENGLISH], []]) {
    synthesis.voices = voices;
    assert.deepEqual(heard(), [false]);
    readAloud("Was ist DNS?");
    assert.deepEqual(synthesis.spoken, []);
  }
});

test("a voice that comes later is heard of, until one has begun", () => {
  const asking = new AbortController();
  const told = heard(asking.signal);
  synthesis.voices = [LOCAL];
  synthesis.dispatchEvent(new Event("voiceschanged"));
  asking.abort();
  synthesis.voices = [];
  synthesis.dispatchEvent(new Event("voiceschanged"));
  assert.deepEqual(told, [false, true]);
});

test("a browser that cannot read aloud says so", () => {
  delete place.speechSynthesis;
  assert.deepEqual(heard(), [false]);
  assert.doesNotThrow(() => readAloud("Was ist DNS?"));
});
