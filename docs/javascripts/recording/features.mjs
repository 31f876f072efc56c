// What a moment of sound is like: how loud, in the band where voices lie, and how much like a tone, as vowels are. Pure.

/** @typedef {{level: number, voiced: number}} Feature  `level` in decibels below full scale, `voiced` from 0 (noise) to 1 (a tone that repeats itself) */

/** A frame every so often; each is heard together with the one before, for a deep voice needs both. */
export const FRAME_S = 0.02;
/** Nothing is told below it. */
const LOWEST_DB = -100;
/** A frame that is missing, as where a device has slept. */
export const UNHEARD = Object.freeze({ level: LOWEST_DB, voiced: 0 });
/** What is left of the sampling rate: enough for vowels, and hissing counts less. */
const ENOUGH_HZ = 8000;
/** Below it rumble fans and hum mains. */
const RUMBLE_HZ = 150;
/** How deep and how high people speak. */
const [DEEPEST_HZ, HIGHEST_HZ] = [70, 400];
/** Means of so many samples leave what is below 1 kHz, where the tone of a voice is. */
const SMOOTH = 4;

/** @param {number} rms where 1 is full scale */
export const decibels = (rms) => (rms > 0 ? Math.max(LOWEST_DB, 20 * Math.log10(rms)) : LOWEST_DB);

/**
 * @param {Float32Array} samples of 40 ms, the older half of which was heard before
 * @param {number} sampleRate a second
 * @returns {Feature}
 */
export function features(samples, sampleRate) {
  const step = Math.max(1, Math.round(sampleRate / ENOUGH_HZ));
  const rate = sampleRate / step;
  const band = withoutRumble(thinned(samples, step), rate);
  return { level: decibels(Math.sqrt(power(band) / Math.max(1, band.length))), voiced: repetition(smoothed(smoothed(band)), rate) };
}

/** Every so many samples become their mean. @param {Float32Array} samples @param {number} step */
function thinned(samples, step) {
  const thin = new Float32Array(Math.floor(samples.length / step));
  for (let at = 0; at < thin.length; at += 1) {
    for (let part = 0; part < step; part += 1) thin[at] += samples[at * step + part] / step;
  }
  return thin;
}

/** @param {Float32Array} samples @param {number} rate */
function withoutRumble(samples, rate) {
  const kept = Math.exp((-2 * Math.PI * RUMBLE_HZ) / rate);
  let [before, last] = [samples[0] ?? 0, 0];
  return samples.map((sample) => {
    last = kept * (last + sample - before);
    before = sample;
    return last;
  });
}

/** @param {Float32Array} samples */
function smoothed(samples) {
  let sum = 0;
  return samples.map((sample, at) => {
    sum += sample - (samples[at - SMOOTH] ?? 0);
    return sum / SMOOTH;
  });
}

/** @param {Float32Array} samples */
const power = (samples) => samples.reduce((sum, sample) => sum + sample * sample, 0);

/** How much sound is like itself one period of a voice later: the highest correlation of all periods. What fades away, as a knock does, counts less. @param {Float32Array} samples @param {number} rate */
function repetition(samples, rate) {
  const [shortest, longest] = [Math.floor(rate / HIGHEST_HZ), Math.ceil(rate / DEEPEST_HZ)];
  const length = samples.length - longest;
  const here = samples.subarray(0, Math.max(0, length));
  const own = power(here);
  let most = 0;
  for (let lag = shortest; lag <= longest; lag += 1) {
    let [product, later] = [0, 0];
    for (let at = 0; at < length; at += 1) {
      const other = samples[at + lag];
      product += here[at] * other;
      later += other * other;
    }
    most = Math.max(most, product / (Math.max(own, later) || 1));
  }
  return most;
}
