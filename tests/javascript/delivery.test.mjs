// What is heard in sounds made here: voices of tones with the resonances of vowels, rooms, fans and keyboards. No recorded sound.

import assert from "node:assert/strict";
import { test } from "node:test";
import { delivery } from "../../docs/javascripts/recording/delivery.mjs";
import { FRAME_S, features, UNHEARD } from "../../docs/javascripts/recording/features.mjs";
import { pack, unpack, Unreadable } from "../../docs/javascripts/recording/frames.mjs";
import { nucleiIn } from "../../docs/javascripts/recording/nuclei.mjs";
import { runs, spokenIn } from "../../docs/javascripts/recording/spoken.mjs";

const RATE = 16_000;

/** Always the same. */
function randoms() {
  let random = 1;
  return () => (random = (random * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
}

/** @param {number} db */
const size = (db) => 10 ** (db / 20);

/** White noise of such a level. @param {number} seconds @param {number} db */
function noise(seconds, db, rate = RATE) {
  const random = randoms();
  return Float32Array.from({ length: seconds * rate }, () => random() * Math.sqrt(12) * size(db));
}

/** A vowel: overtones of a voice, louder near 600, 1200 and 2500 Hz. @param {number} s @param {number} pitch */
function vowel(s, pitch) {
  let sum = 0;
  for (let hertz = pitch; hertz < 3500; hertz += pitch) {
    const strength = [600, 1200, 2500].reduce((most, formant) => Math.max(most, 1 / (1 + ((hertz - formant) / 120) ** 2)), 0.03);
    sum += strength * Math.sin(2 * Math.PI * hertz * s);
  }
  return sum / 2;
}

/** So many syllables, five a second, each a hiss before a vowel. @param {number} count @param {number} db */
function speech(count, db, pitch = 120, rate = RATE) {
  const random = randoms();
  return Float32Array.from({ length: (count * rate) / 5 }, (_, at) => {
    const s = at / rate;
    const inside = (s % 0.2) / 0.2;
    return size(db) * (inside < 0.25 ? 0.3 * random() : 2.2 * Math.sin((Math.PI * (inside - 0.25)) / 0.75) * vowel(s, pitch));
  });
}

/** Keys: a knock on the table and a click each, six a second. @param {number} seconds @param {number} db of the loudest */
function keyboard(seconds, db) {
  const random = randoms();
  return Float32Array.from({ length: seconds * RATE }, (_, at) => {
    const s = (at / RATE) % 0.16;
    return size(db) * (Math.sin(2 * Math.PI * 180 * s) * Math.exp(-s / 0.015) + 2 * random() * Math.exp(-s / 0.006));
  });
}

/** @param {number} seconds */
const silence = (seconds) => new Float32Array(seconds * RATE);

/** One behind the other. @param {readonly Float32Array[]} sounds */
const joined = (...sounds) => Float32Array.from(sounds.flatMap((sound) => [...sound]));

/** At the same time. @param {Float32Array} sound @param {Float32Array} other */
const mixed = (sound, other) => sound.map((sample, at) => sample + (other[at] ?? 0));

/** What an ear hands over. @param {Float32Array} sound */
function heard(sound, rate = RATE) {
  const length = Math.round(rate * FRAME_S);
  const two = new Float32Array(2 * length);
  return Array.from({ length: Math.floor(sound.length / length) }, (_, frame) => {
    two.copyWithin(0, length);
    two.set(sound.subarray(frame * length, (frame + 1) * length), length);
    return features(two, rate);
  });
}

/** @param {number} value @param {number} wanted @param {number} by */
const isNear = (value, wanted, by) => assert.ok(Math.abs(value - wanted) <= by, `${value}, not ${wanted} ± ${by}`);

/** Words of 3, 5 and 4 seconds, with pauses of 1 and 2 seconds; half a second of silence around them. @param {number} db */
const TALK = (db) => joined(silence(0.5), speech(15, db), silence(1), speech(25, db, 210), silence(2), speech(20, db), silence(0.5));
const SLIDES = [{ key: "first", from_s: 0, to_s: 4.5, syllables: 16 }, { key: "second", from_s: 4.5, to_s: 16, syllables: 40 }];

test("a tone has its level and repeats itself, deep or high; noise does not, and a rumble below voices is not heard", () => {
  for (const hertz of [75, 120, 210, 380]) {
    const [, , frame] = heard(Float32Array.from({ length: RATE }, (_, at) => size(-20) * vowel(at / RATE, hertz)));
    assert.ok(frame.voiced > 0.9, `${hertz}: ${frame.voiced}`);
  }
  const [, , hiss] = heard(noise(1, -30));
  assert.ok(hiss.voiced < 0.35, `${hiss.voiced}`);
  isNear(hiss.level, -35, 1);
  const [, , rumble] = heard(Float32Array.from({ length: RATE }, (_, at) => size(-20) * Math.sin(2 * Math.PI * 30 * (at / RATE))));
  assert.ok(rumble.level < -35, `${rumble.level}`);
});

test("what is heard of a vowel does not hang on the rate at which a device takes samples", () => {
  const [usual, ...others] = [16_000, 44_100, 48_000].map((rate) => heard(speech(10, -20, 120, rate), rate));
  for (const other of others) {
    assert.equal(other.length, usual.length);
    const vowels = other.map((frame, at) => ({ frame, same: usual[at] })).filter(({ same }) => same.voiced > 0.5);
    assert.ok(vowels.length > 40, `${vowels.length}`);
    for (const { frame, same } of vowels) {
      isNear(frame.level, same.level, 3);
      isNear(frame.voiced, same.voiced, 0.25);
    }
  }
});

test("nothing but digital silence, or no sound at all, is no voice", () => {
  assert.deepEqual(heard(silence(0.1)), Array(5).fill({ level: -100, voiced: 0 }));
  for (const frames of [[], heard(silence(3))]) {
    const { reliable, share, pauses, slides } = delivery(frames, SLIDES);
    assert.deepEqual({ reliable, share, pauses, slides }, { reliable: false, share: 0, pauses: [], slides: [] });
  }
});

for (const [room, sound] of /** @type {[string, Float32Array][]} */ ([["a silent room", silence(16)], ["a quiet room", noise(16, -60)], ["a loud room", noise(16, -36)]])) {
  test(`words, pauses, syllables and loudness are found in ${room}`, () => {
    const found = delivery(heard(mixed(TALK(-20), sound)), SLIDES);
    assert.ok(found.reliable);
    isNear(found.spoken_s, 12, 0.6);
    isNear(found.silent_s, 4, 0.6);
    isNear(found.share, 0.75, 0.04);
    assert.deepEqual(found.pauses.map(({ key }) => key), ["first", "second"]);
    found.pauses.forEach(({ from_s, length_s }, at) => {
      isNear(from_s, [3.5, 9.5][at], 0.15);
      isNear(length_s, [1, 2][at], 0.25);
    });
    const [first, second] = found.slides;
    assert.deepEqual([first.syllables, second.syllables, first.pauses, second.pauses], [16, 40, 1, 1]);
    isNear(first.nuclei, 15, 1);
    isNear(second.nuclei, 45, 2);
    assert.equal(first.pace, null);
    isNear(second.pace ?? 0, 300, 25);
    isNear((first.loudness_db ?? 0) - (second.loudness_db ?? 0), 0, 2);
  });
}

test("a slide that is shown twice is one, and louder where one speaks up", () => {
  const sound = mixed(joined(silence(1), speech(30, -20), silence(1), speech(30, -32), silence(1), speech(30, -20), silence(1)), noise(22, -60));
  const cut = { syllables: 60 };
  const { slides } = delivery(heard(sound), [{ key: "a", from_s: 0, to_s: 7.5, ...cut }, { key: "b", from_s: 7.5, to_s: 14.5, syllables: 30 }, { key: "a", from_s: 14.5, to_s: 22, ...cut }]);
  assert.deepEqual(slides.map(({ key, syllables }) => [key, syllables]), [["a", 60], ["b", 30]]);
  isNear(slides[0].spoken_s, 12, 0.5);
  isNear(slides[0].nuclei, 60, 3);
  isNear((slides[0].loudness_db ?? 0) - (slides[1].loudness_db ?? 0), 12, 2);
});

test("a voice that hardly stands out from the room gets no verdict", () => {
  assert.equal(delivery(heard(mixed(TALK(-20), noise(16, -36))), SLIDES).reliable, true);
  const { reliable, pauses, slides, noise_db } = delivery(heard(mixed(TALK(-20), noise(16, -20))), SLIDES);
  assert.deepEqual({ reliable, pauses, slides }, { reliable: false, pauses: [], slides: [] });
  isNear(noise_db, -23, 2);
});

test("a device that silences the room has no noise, and what stands out from it is a voice", () => {
  const { noise_db, reliable, pauses } = delivery(heard(TALK(-20)), SLIDES);
  assert.deepEqual({ noise_db, reliable, pauses: pauses.length }, { noise_db: -100, reliable: true, pauses: 2 });
});

test("keys in a pause are not speech", () => {
  const sound = joined(speech(20, -20), keyboard(3, -20), speech(20, -20));
  const spoken = runs(spokenIn(heard(mixed(sound, noise(11, -60)))));
  assert.equal(spoken.length, 2, JSON.stringify(spoken));
  const { pauses } = delivery(heard(mixed(sound, noise(11, -60))), [{ key: "a", from_s: 0, to_s: 11, syllables: 40 }]);
  assert.equal(pauses.length, 1);
  isNear(pauses[0].length_s, 3, 0.8);
});

test("a room that becomes loud in the middle is still the room", () => {
  const sound = joined(speech(20, -20), silence(2), speech(100, -20), silence(2), speech(20, -20));
  const fan = Float32Array.from(noise(32, -38), (sample, at) => (at > 16 * RATE ? sample : sample / 50));
  isNear(delivery(heard(mixed(sound, fan)), [{ key: "a", from_s: 0, to_s: 32, syllables: 140 }]).silent_s, 4, 0.6);
});

test("what is missing in the middle is a pause, and no measure of the room", () => {
  const frames = heard(mixed(joined(speech(25, -20), silence(1), speech(25, -20)), noise(11, -40)));
  const { noise_db, pauses } = delivery([...frames.slice(0, 250), ...Array(100).fill(UNHEARD), ...frames.slice(250)], [{ key: "a", from_s: 0, to_s: 13, syllables: 50 }]);
  isNear(noise_db, -43, 2);
  assert.equal(pauses.length, 1);
  isNear(pauses[0].length_s, 3, 0.3);
});

test("a stretch beyond the recording has nothing in it", () => {
  const { slides } = delivery(heard(mixed(TALK(-20), noise(16, -60))), [...SLIDES, { key: "after", from_s: 20, to_s: 30, syllables: 9 }]);
  assert.deepEqual(slides[2], { key: "after", spoken_s: 0, pauses: 0, nuclei: 0, syllables: 9, pace: null, loudness_db: null });
});

test("frames become two bytes each, and come back as they were to a hair", () => {
  const run = heard(mixed(TALK(-20), noise(16, -50)));
  const bytes = pack(run);
  assert.equal(bytes.length, 1 + 2 * run.length);
  unpack(bytes).forEach(({ level, voiced }, at) => {
    isNear(level, run[at].level, 0.21);
    isNear(voiced, run[at].voiced, 0.002);
  });
  assert.deepEqual(pack(unpack(bytes)), bytes);
  const [rough, exact] = [unpack(bytes), run].map((frames) => delivery(frames, SLIDES));
  assert.equal(rough.pauses.length, exact.pauses.length);
  rough.slides.forEach(({ nuclei }, at) => isNear(nuclei, exact.slides[at].nuclei, 1));
  assert.deepEqual(unpack(pack([])), []);
  assert.deepEqual(unpack(pack([UNHEARD])), [UNHEARD]);
  assert.deepEqual(unpack(pack([{ level: 20, voiced: 3 }, { level: -400, voiced: -1 }])), [{ level: 0, voiced: 1 }, { level: -102, voiced: 0 }]);
});

test("bytes that are none of ours are refused by name", () => {
  for (const bytes of [[], [0], [2, 10, 10], [1, 10], [123, 34]]) {
    assert.throws(() => unpack(Uint8Array.from(bytes)), (error) => error instanceof Unreadable && error.name === "Unreadable");
  }
});

test("an ear hands over a frame every 20 ms, whatever pieces it gets, and silence where it gets none", async () => {
  const ear = new (await earOf())();
  const sound = speech(2, -20);
  for (let at = 0; at < sound.length; at += 128) ear.process([[sound.subarray(at, at + 128)]]);
  assert.deepEqual(ear.heard, heard(sound));
  const silent = new (await earOf())();
  for (let block = 0; block < RATE / 128; block += 1) silent.process([[]]);
  assert.deepEqual(silent.heard, heard(silence(1)));
});

/** The processor, where a browser would run it. @returns {Promise<any>} */
async function earOf() {
  const made = globalThis.ear;
  if (made) return made;
  Object.assign(globalThis, {
    sampleRate: RATE,
    AudioWorkletProcessor: class {
      /** @type {unknown[]} */
      heard = [];
      port = { postMessage: (/** @type {unknown} */ feature) => this.heard.push(feature) };
    },
    registerProcessor: (/** @type {string} */ name, /** @type {unknown} */ Ear) => Object.assign(globalThis, { [name]: Ear }),
  });
  await import("../../docs/javascripts/recording/ear.mjs");
  return globalThis.ear;
}

test("an ear that was put to no sound has counted nothing", () => {
  assert.deepEqual(nucleiIn([], new Uint8Array()), []);
});
