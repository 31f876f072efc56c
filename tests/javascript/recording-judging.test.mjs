// What a recording says of speaking: pieces joined to parts, slides found in them, and put into words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pack } from "../../docs/javascripts/recording/frames.mjs";
import { judged, paceOf } from "../../docs/javascripts/recording/judging.mjs";
import { LIMITS, lineOf, loudnessSaid, paceSaid, pausesSaid, shareSaid, unreliableSaid } from "../../docs/javascripts/recording/words.mjs";

/** @typedef {import("../../docs/javascripts/recording/features.mjs").Feature} Feature */

const QUIET = { level: -60, voiced: 0.1 };
/** Four syllables a second. @param {number} seconds @param {number} [db] @returns {Feature[]} */
const speech = (seconds, db = -25) => Array.from({ length: seconds * 50 }, (_, at) => (at % 12 < 8 ? { level: db, voiced: 0.9 } : { level: db - 9, voiced: 0.6 }));
/** @param {number} seconds @returns {Feature[]} */
const silence = (seconds) => Array.from({ length: seconds * 50 }, () => QUIET);

/** @param {number} from_ms @param {number} to_ms */
const part = (from_ms, to_ms) => ({ type: "audio/webm", from_ms, to_ms, pieces: 1, bytes: 1 });
/** @param {Feature[]} frames in pieces of two seconds */
const pieces = (frames) => Array.from({ length: Math.ceil(frames.length / 100) }, (_, at) => ({ heard: pack(frames.slice(100 * at, 100 * (at + 1))) }));

/** Ten seconds on the first slide, with two of silence; a pause of a minute; ten seconds on the second. */
const PARTS = [part(0, 11_000), part(70_000, 81_000)];
const HEARD = [pieces([...silence(0.5), ...speech(4), ...silence(2), ...speech(4), ...silence(0.5)]), pieces([...silence(0.5), ...speech(10, -31), ...silence(0.5)])];
const STRETCHES = [{ key: "a", title: "Anfang", from_s: 0, to_s: 11, syllables: 32 }, { key: "b", title: "Ende", from_s: 70, to_s: 81, syllables: 40 }];
const TITLES = new Map(STRETCHES.map(({ key, title }) => [key, title]));

test("pauses, pace and loudness are told by slide, across parts and pieces", () => {
  const delivery = judged(PARTS, HEARD, STRETCHES);
  assert.ok(delivery?.reliable);
  assert.ok(Math.abs(delivery.spoken_s - 18) < 1, `${delivery.spoken_s}`);
  const [pause] = delivery.pauses.toSorted((one, other) => other.length_s - one.length_s);
  assert.ok(pause.key === "a" && Math.abs(pause.from_s - 4.5) < 0.3 && Math.abs(pause.length_s - 2) < 0.3, JSON.stringify(pause));
  for (const { pace } of delivery.slides) assert.ok(Math.abs(Number(pace) - 250) < 40, `${pace}`);
  assert.ok(Math.abs(Number(paceOf(delivery)) - 250) < 40);
  assert.match(shareSaid(delivery), /^Gesprochen hast du ungefähr 8\d.% der Zeit: 0:1[789] von 0:22\.$/);
  assert.match(pausesSaid(delivery), /^Pausen ab einer halben Sekunde: 2, die längste (1,9|2,0|2,1) s\.$|^Eine Pause ab einer halben Sekunde/);
  assert.match(paceSaid(delivery, TITLES), /^Tempo ohne Pausen: ungefähr 2\d0 Silben in der Minute\.$/);
  assert.match(loudnessSaid(delivery, TITLES), /^Lautstärke: ungefähr \d\d dB über dem Raum\.( Deutlich leiser als sonst: „Ende“\.)?$/);
  const [spoken, pauses, pace, syllables, loudness] = lineOf(delivery.slides[0], delivery.voice_db);
  assert.match([spoken, pauses, pace, syllables, loudness].join(" | "), /^0:0\d \| \d \| 2\d0 \| \d0 \/ 30 \| \+\d dB$/);
});

test("a part that lost its last piece shifts nothing of the next", () => {
  const short = judged(PARTS, [HEARD[0].slice(0, -1), HEARD[1]], STRETCHES);
  assert.ok(Number(short?.slides[1].spoken_s) > 9, JSON.stringify(short?.slides[1]));
  assert.equal(judged(PARTS, [[{ heard: new Uint8Array([9]) }], HEARD[1]], STRETCHES), null, "half of it cannot be read");
});

test("without an ear, and of a word alone, nothing is told", () => {
  assert.equal(judged(PARTS, [[{ heard: new Uint8Array([1]) }], []], STRETCHES), null);
  assert.equal(judged([part(0, 2000)], [pieces(speech(2))], STRETCHES), null);
  assert.equal(judged([], [], []), null);
});

test("what cannot be told is said, with the way out", () => {
  const still = judged([part(0, 10_000)], [pieces(silence(10))], STRETCHES);
  assert.equal(still?.reliable, false);
  assert.match(unreliableSaid(/** @type {any} */ (still)), /keine Stimme zu erkennen/);
  assert.match(unreliableSaid(/** @type {any} */ ({ voice_db: -40, noise_db: -47.2, spoken_s: 9 })), /^Deine Stimme ist nur 7 dB lauter als der Raum\. Unter 10 dB .*Headset\.$/);
  assert.match(LIMITS, /ungefähr.*Füllwörter/s);
  const none = { key: "a", spoken_s: 0, pauses: 0, nuclei: 0, syllables: 0, pace: null, loudness_db: null };
  assert.deepEqual(lineOf(none, -30), ["0:00", "0", "–", "0", "–"]);
  assert.equal(paceSaid(/** @type {any} */ ({ slides: [none] }), TITLES), "");
  assert.equal(pausesSaid(/** @type {any} */ ({ pauses: [] })), "Pausen ab einer halben Sekunde: keine.");
});
