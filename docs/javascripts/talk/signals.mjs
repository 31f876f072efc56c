// Tones at the times that an exam names: handed to the sound system ahead, for a hidden tab wakes up too late to make them.

/** @typedef {import("./timing.mjs").Signal} Signal */

/** How often each sounds: the later, the more often. @type {Record<Signal["kind"], number>} */
const STROKES = { warning: 1, budget: 2, cutoff: 3 };
const PITCH_HZ = 587;
const STROKE_S = 0.45;
const LOUDNESS = 0.16;

/** Those that are still to come, and in how many seconds. @param {readonly Signal[]} signals @param {number} elapsed_s */
export const ahead = (signals, elapsed_s) => signals.filter(({ at_s }) => at_s > elapsed_s).map(({ at_s, kind }) => ({ in_s: at_s - elapsed_s, kind }));

/** Make it in answer to a click or a key: browsers let nothing sound before. */
export function makeBell() {
  const context = globalThis.AudioContext ? new AudioContext() : null;
  /** @type {OscillatorNode[]} */
  let waiting = [];
  const silence = () => {
    for (const tone of waiting) tone.stop();
    waiting = [];
  };
  return {
    silence,
    /** Ring at all that is still to come. @param {readonly Signal[]} signals @param {number} elapsed_s */
    plan(signals, elapsed_s) {
      silence();
      if (!context) return;
      void context.resume().catch(() => {});
      waiting = ahead(signals, elapsed_s).flatMap(({ in_s, kind }) =>
        Array.from({ length: STROKES[kind] }, (_, stroke) => ring(context, context.currentTime + in_s + stroke * STROKE_S)));
    },
    close: () => void context?.close().catch(() => {}),
  };
}

/** One soft stroke. @param {AudioContext} context @param {number} at_s by the context's clock */
function ring(context, at_s) {
  const [tone, volume] = [new OscillatorNode(context, { frequency: PITCH_HZ }), new GainNode(context, { gain: 0 })];
  volume.gain.setValueAtTime(0, at_s);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at_s + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at_s + STROKE_S);
  tone.connect(volume).connect(context.destination);
  tone.start(at_s);
  tone.stop(at_s + STROKE_S);
  return tone;
}
