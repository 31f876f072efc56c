// Listens to a microphone, piece by piece, and plays back what it has heard. Nothing is written anywhere.

import { hear } from "../recording/hearing.mjs";

/** @typedef {(pieces: readonly Float32Array[], until: AbortSignal) => Promise<void>} Play */
/** @typedef {typeof import("./tap.mjs")} Tap  runs on its own and is not imported */

/**
 * @param {MediaStream} stream
 * @param {(samples: Float32Array) => void} onPiece of 20 ms
 * @param {AbortSignal} signal until when
 * @returns {Promise<Play>} plays such pieces, until they are over or its own signal says so
 */
export async function listen(stream, onPiece, signal) {
  const context = await hear(stream, "javascripts/exam/tap.mjs", onPiece, signal);
  if (signal.aborted) return async () => {};
  return (pieces, until) => play(context, pieces, until);
}

/** @param {AudioContext} context @param {readonly Float32Array[]} pieces @param {AbortSignal} until @returns {Promise<void>} */
function play(context, pieces, until) {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const buffer = context.createBuffer(1, Math.max(1, length), context.sampleRate);
  let start = 0;
  for (const piece of pieces) {
    buffer.getChannelData(0).set(piece, start);
    start += piece.length;
  }
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  source.start();
  until.addEventListener("abort", () => source.stop(), { once: true });
  return new Promise((done) => source.addEventListener("ended", () => done(), { once: true }));
}
