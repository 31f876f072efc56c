// Runs beside the sound: hands over what each 20 ms of it are like, never the sound itself.

import { FRAME_S, features } from "./features.mjs";

/** The part of a browser where sound is made knows these, and hardly anything else. @type {any} */
const { AudioWorkletProcessor, registerProcessor, sampleRate } = globalThis;

/** Some browsers hand over nothing where it is silent, and time goes on all the same. */
const SILENCE = new Float32Array(128);

class Ear extends AudioWorkletProcessor {
  #length = Math.round(sampleRate * FRAME_S);
  /** The last two frames: one that was heard, one that fills. */
  #heard = new Float32Array(2 * this.#length);
  #filled = 0;

  /** @param {Float32Array[][]} inputs one with one channel, or with none */
  process([[samples = SILENCE]]) {
    for (const sample of samples) {
      this.#heard[this.#length + this.#filled] = sample;
      this.#filled += 1;
      if (this.#filled < this.#length) continue;
      this.port.postMessage(features(this.#heard, sampleRate));
      this.#heard.copyWithin(0, this.#length);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor("ear", Ear);
