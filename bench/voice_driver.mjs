// Lets Python ask the site's own ear: one JSON request a line in, one JSON answer a line out. Meant for bench/voice.py.
//
// A request names a wave file of one voice, how loud that voice is in it, and a noise to hear it in; the answer says what was heard.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { delivery } from "../docs/javascripts/recording/delivery.mjs";
import { FRAME_S } from "../docs/javascripts/recording/features.mjs";
import { pack, unpack } from "../docs/javascripts/recording/frames.mjs";
import { spokenIn } from "../docs/javascripts/recording/spoken.mjs";

/** How loud the voice is at the microphone, where 1 is full scale: −26 dB. */
const VOICE = 0.05;
/** So many samples at once are what browsers hand to a processor. */
const BLOCK = 128;
const RATE = 22_050;

/** Random numbers from 0 to 1, the same for the same seed. */
function randoms(seed) {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    for (const shift of [13, -17, 5]) state = (state ^ (shift > 0 ? state << shift : state >>> -shift)) >>> 0;
    return state / 2 ** 32;
  };
}

const NOISES = {
  still: () => () => 0,
  white: (random) => () => normal(random),
  /** A rush that is deeper than it is high and swells a little, and a blade that hums. */
  fan(random) {
    const blade_hz = 90 + 150 * random();
    let [air, rumble] = [0, 0];
    return (s) => {
      air = 0.96 * air + normal(random);
      rumble = 0.99 * rumble + 0.3 * normal(random);
      const hum = 0.8 * Math.sin(2 * Math.PI * blade_hz * s) + 0.4 * Math.sin(4 * Math.PI * blade_hz * s + 1);
      return (air + rumble) * (1 + 0.15 * Math.sin(2 * Math.PI * 0.7 * s)) + hum;
    };
  },
  /** Words of 3 to 27 keys, four to eleven a second: a click, the ring of the key, a knock on the table; then the same again as the key comes up. */
  keyboard(random) {
    let [begins, left, next, sounding] = [0, 0, 0, []];
    const press = (from, size) => sounding.push({ from, size: size * (0.5 + random()), ring_hz: 2000 + 2000 * random(), knock_hz: 120 + 150 * random() });
    return (s) => {
      if (s >= begins && !left) left = 3 + Math.floor(25 * random());
      if (left && s >= next) {
        press(s, 1);
        press(s + 0.07 + 0.05 * random(), 0.4);
        next = s + 0.09 + 0.15 * random();
        if (!--left) begins = next + 2 * random();
      }
      sounding = sounding.filter(({ from }) => s - from < 0.1);
      return sounding.reduce((sum, key) => sum + (s < key.from ? 0 : struck(key, s - key.from, random)), 0);
    };
  },
};

const struck = ({ size, ring_hz, knock_hz }, s, random) => size * (
  0.7 * normal(random) * Math.exp(-s / 0.006) + 0.5 * Math.sin(2 * Math.PI * ring_hz * s) * Math.exp(-s / 0.005) + 0.6 * Math.sin(2 * Math.PI * knock_hz * s) * Math.exp(-s / 0.015)
);

const normal = (random) => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

const rmsOf = (samples) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** The samples of a wave file as espeak-ng's are written again by Python: 16 bits, one channel, nothing but sound behind the first 44 bytes. */
function readWave(file) {
  const bytes = readFileSync(file);
  if (bytes.readUInt32LE(24) !== RATE) throw new Error(`${file}: ${bytes.readUInt32LE(24)} samples a second`);
  return Float32Array.from({ length: (bytes.length - 44) / 2 }, (_, at) => bytes.readInt16LE(44 + 2 * at) / 32_768);
}

/** The voice as loud as it is always, and noise so many decibels below it. */
function mixed(voice, rms, { noise, below_db, seed }) {
  const next = NOISES[noise](randoms(seed));
  const sound = voice.map((_, at) => next(at / RATE));
  const factor = (VOICE * 10 ** (-below_db / 20)) / (rmsOf(sound) || 1);
  return voice.map((sample, at) => (VOICE / rms) * sample + factor * sound[at]);
}

/** The processor as a browser would run it. */
async function earOf() {
  globalThis.sampleRate = RATE;
  globalThis.AudioWorkletProcessor = class {
    heard = [];
    port = { postMessage: (feature) => this.heard.push(feature) };
  };
  return new Promise((found) => {
    globalThis.registerProcessor = (_, Ear) => found(Ear);
    void import("../docs/javascripts/recording/ear.mjs");
  });
}

const Ear = await earOf();

function hear(sound) {
  const ear = new Ear();
  for (let at = 0; at < sound.length; at += BLOCK) ear.process([[sound.subarray(at, at + BLOCK)]]);
  return unpack(pack(ear.heard));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { file, rms, ...noisy } = JSON.parse(line);
  const frames = hear(mixed(readWave(file), rms, noisy));
  const whole = { key: "", from_s: 0, to_s: frames.length * FRAME_S, syllables: 0 };
  console.log(JSON.stringify({ ...delivery(frames, [whole]), spoken: [...spokenIn(frames)] }));
}
