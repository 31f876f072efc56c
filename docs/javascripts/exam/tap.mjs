// Runs beside the sound: hands over what a microphone hears, in pieces of 20 ms.

/** The part of a browser where sound is made knows these, and hardly anything else. @type {any} */
const { AudioWorkletProcessor, registerProcessor, sampleRate } = globalThis;

class Tap extends AudioWorkletProcessor {
  #piece = new Float32Array(Math.round(sampleRate / 50));
  #length = 0;

  /** @param {Float32Array[][]} inputs one with one channel, or with none where nothing comes */
  process([[samples = new Float32Array()]]) {
    for (const sample of samples) {
      this.#piece[this.#length] = sample;
      this.#length += 1;
      if (this.#length < this.#piece.length) continue;
      this.port.postMessage(this.#piece);
      this.#length = 0;
    }
    return true;
  }
}

registerProcessor("tap", Tap);
