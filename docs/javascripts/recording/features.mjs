// What a moment of sound is like: how loud, in the band where voices lie, and how much like a tone, as vowels are. Pure.

/** @typedef {{level: number, voiced: number}} Feature  `level` in decibels below full scale, of what lasts: a knock does not raise it; `voiced` from 0 (noise) to 1 (a tone that repeats itself) */

/** A frame every so often; each is heard together with the one before, for a deep voice needs both. */
export const FRAME_S = 0.02;
/** Nothing is told below it. */
const LOWEST_DB = -100;
/** A frame that is missing, as where a device has slept: lower than silence. */
export const UNHEARD = Object.freeze({ level: LOWEST_DB - 2, voiced: 0 });
/** What is left of the sampling rate: enough for vowels, and hissing counts less. */
const ENOUGH_HZ = 8000;
/** Below it a room rumbles and hums; a voice has its tone from there on, and vowels what makes them loud from where a table that is knocked on is silent. */
const [RUMBLE_HZ, KNOCK_HZ] = [150, 300];
/** The level is that of the third most quiet of eight parts: a key is over before, and a vowel is not. */
const [PARTS, LASTING] = [8, 2];
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
  const [thin, rate] = [thinned(samples, step), sampleRate / step];
  return { level: lasting(above(thin, KNOCK_HZ, rate)), voiced: repetition(smoothed(smoothed(above(thin, RUMBLE_HZ, rate))), rate) };
}

/** Every so many samples become their mean. @param {Float32Array} samples @param {number} step */
function thinned(samples, step) {
  const thin = new Float32Array(Math.floor(samples.length / step));
  for (let at = 0; at < thin.length; at += 1) {
    for (let part = 0; part < step; part += 1) thin[at] += samples[at * step + part] / step;
  }
  return thin;
}

/** What swings faster. @param {Float32Array} samples @param {number} hertz @param {number} rate */
function above(samples, hertz, rate) {
  const kept = Math.exp((-2 * Math.PI * hertz) / rate);
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

/** @param {Float32Array} samples @returns {number} decibels */
function lasting(samples) {
  const length = Math.floor(samples.length / PARTS);
  const parts = Float32Array.from({ length: PARTS }, (_, part) => power(samples.subarray(part * length, (part + 1) * length)));
  return decibels(Math.sqrt(parts.sort()[LASTING] / Math.max(1, length)));
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
