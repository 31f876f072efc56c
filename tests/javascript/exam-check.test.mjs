// What the technical check says of a microphone, a camera, a shared screen, and of those that cannot be had: from series to words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HEIGHT, lightOf, lightSaid, sharedSaid, sizeSaid, WIDTH } from "../../docs/javascripts/exam/light.mjs";
import { figuresSaid, filled, levelOf, levelSaid, loudnessOf, loudnessSaid } from "../../docs/javascripts/exam/loudness.mjs";
import { decibels } from "../../docs/javascripts/recording/features.mjs";
import { reasonOf, refusalOf } from "../../docs/javascripts/recording/refusals.mjs";

const RATE = 48_000;
const PIECE = RATE / 50;

/** Pieces of 20 ms of a tone with noise, always the same. @param {number} seconds @param {(s: number) => number} tone_db @param {number} noise_db */
function pieces(seconds, tone_db, noise_db) {
  let random = 1;
  const noise = () => ((random = (random * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5) * Math.sqrt(12) * 10 ** (noise_db / 20);
  return Array.from({ length: seconds * 50 }, (_, piece) => levelOf(Float32Array.from({ length: PIECE }, (__, place) => {
    const s = (piece * PIECE + place) / RATE;
    return Math.max(-1, Math.min(1, Math.SQRT2 * 10 ** (tone_db(s) / 20) * Math.sin(2 * Math.PI * 150 * s) + noise()));
  })));
}

const NOTHING = () => -200;
/** Syllables: five a second, with a pause between two sentences. @param {number} db */
const voice = (db) => (/** @type {number} */ s) => (s % 0.2 < 0.14 && (s < 2 || s > 2.8) ? db : -200);

/** @param {number} voice_db @param {number} room_db */
const heard = (voice_db, room_db) => loudnessOf(pieces(2.5, NOTHING, room_db), pieces(6, voice(voice_db), room_db));
/** @param {number} voice_db @param {number} room_db */
const said = (voice_db, room_db) => loudnessSaid(heard(voice_db, room_db)).map((finding) => finding.said);

const GOOD = "Deine Stimme ist laut genug, nicht verzerrt und hebt sich klar vom Raum ab.";
const [DISTORTED, SOFT] = ["Deine Stimme ist übersteuert, sie klingt verzerrt.", "Deine Stimme kommt leise an."];
const [ROOM_TOO, ROOM_LOUD] = ["Man hört deine Stimme, aber auch den Raum.", "Der Raum ist fast so laut wie deine Stimme."];

test("the levels of a sentence are what they were made of, within two decibels", () => {
  for (const [voice_db, room_db] of [[-25, -60], [-35, -55], [-40, -62], [-20, -45]]) {
    const loudness = heard(voice_db, room_db);
    assert.ok(Math.abs(loudness.room_db - room_db) < 1, `${loudness.room_db}`);
    assert.ok(Math.abs(loudness.voice_db - voice_db) < 2, `${loudness.voice_db}`);
    assert.ok(loudness.spoken_s > 3 && loudness.spoken_s < 5, `${loudness.spoken_s}`);
  }
});

test("a level is judged in words, and each fault is named with its cure", () => {
  assert.deepEqual(said(-25, -60), [GOOD]);
  assert.deepEqual(said(-25, -40), [ROOM_TOO]);
  assert.deepEqual(said(-25, -33), [ROOM_LOUD]);
  assert.deepEqual(said(-52, -80), [SOFT]);
  assert.deepEqual(said(-50, -65), [ROOM_TOO, SOFT]);
  assert.deepEqual(said(3, -60), [DISTORTED]);
  assert.ok(loudnessSaid(heard(3, -33)).every(({ good, cure }) => !good && cure));
});

test("nothing is claimed of a voice that was not heard", () => {
  assert.deepEqual(said(-200, -200), ["Es kommt gar kein Ton an."]);
  assert.deepEqual(said(-200, -50), ["Vom Satz hob sich nichts vom Raum ab."]);
  const click = loudnessOf(pieces(2.5, NOTHING, -60), pieces(6, (s) => (s < 0.1 ? -15 : -200), -60));
  assert.deepEqual(loudnessSaid(click).map((finding) => finding.said), ["Vom Satz hob sich nichts vom Raum ab."]);
  assert.equal(figuresSaid(click), "Raum −60 dB.");
  assert.equal(figuresSaid(heard(-200, -200)), "Raum unter −90 dB.");
  assert.match(figuresSaid(heard(-25, -60)), /^Stimme −2[567] dB, Raum −60 dB: 3[345] dB Abstand\./);
});

test("who speaks during the silence is told to repeat it rather than praised", () => {
  assert.deepEqual(loudnessSaid(loudnessOf(pieces(2.5, () => -25, -60), pieces(6, voice(-25), -60))).map((finding) => finding.said), ["Vom Satz hob sich nichts vom Raum ab."]);
});

test("a loud sample alone is not cut off, three that stand at the limit are", () => {
  assert.equal(levelOf(Float32Array.of(0.2, 1, 0.3, -1, 1, 0.1)).clipped, 0);
  assert.equal(levelOf(Float32Array.of(0.2, 1, 1, 1, 1, 0.1)).clipped, 4);
  assert.deepEqual(levelOf(new Float32Array()), { rms: 0, peak: 0, clipped: 0 });
});

test("the level now is a word and a bar", () => {
  const words = [-200, -65, -50, -25, 5].map((db) => levelSaid(pieces(0.5, () => db, -200)));
  assert.deepEqual(words, ["kein Ton", "still", "leise", "deutlich", "übersteuert"]);
  assert.equal(levelSaid([]), "kein Ton");
  assert.deepEqual([-100, -70, -35, 0, 3].map(filled), [0, 0, 50, 100, 100]);
  assert.equal(decibels(0), -100);
});

/** A picture by the brightness of each of its points. @param {(x: number, y: number) => number} value */
const picture = (value) => lightOf(Uint8ClampedArray.from({ length: 4 * WIDTH * HEIGHT }, (_, place) => {
  const point = Math.floor(place / 4);
  return place % 4 === 3 ? 255 : value((point % WIDTH) / WIDTH, Math.floor(point / WIDTH) / HEIGHT);
}));
const isFace = (/** @type {number} */ x, /** @type {number} */ y) => x > 0.3 && x < 0.7 && y > 0.15;

test("the light of a picture is judged by its middle and by what is behind", () => {
  /** @type {[number, number, RegExp][]} face, behind it */
  const cases = [[150, 120, /hell genug/], [110, 60, /hell genug/], [60, 220, /Hinter dir/], [30, 25, /dunkel/], [20, 230, /Hinter dir/], [254, 120, /überstrahlt/], [5, 3, /schwarz/]];
  for (const [face, behind, expected] of cases) {
    const finding = lightSaid(picture((x, y) => (isFace(x, y) ? face : behind)));
    assert.match(finding.said, expected);
    assert.equal(finding.cure === "", finding.good);
  }
  assert.match(lightSaid(picture((x) => (x < 0.1 ? 90 : 10))).said, /dunkel/);
});

test("the size of a picture", () => {
  assert.deepEqual([[1280, 720], [640, 480], [320, 240], [720, 1280]].map(([width, height]) => sizeSaid(width, height).good), [true, true, false, false]);
});

test("what was shared is named as the browser names it, and not guessed", () => {
  const grey = picture(() => 120);
  assert.match(sharedSaid("monitor", 1920, 1080, grey).said, /der ganze Bildschirm.*\(1920 × 1080 Punkte\)/);
  assert.match(sharedSaid("window", 800, 600, grey).said, /ein einzelnes Fenster/);
  assert.match(sharedSaid(undefined, 800, 600, grey).said, /was es war, sagt dieser Browser nicht/);
  assert.equal(sharedSaid("monitor", 1920, 1080, picture(() => 0)).good, false);
});

test("what cannot be had is a sentence and a way out, whatever the browser calls it", () => {
  assert.deepEqual(["NotAllowedError", "NotFoundError", "NotReadableError", "OverconstrainedError", "TypeError", "toString"].map(reasonOf), ["denied", "none", "busy", "gone", "other", "other"]);
  assert.equal(refusalOf("microphone", "none").said, "Das Mikrofon fehlt: Der Browser findet keins.");
  assert.equal(refusalOf("camera", "denied").said, "Die Kamera ist für diese Seite nicht erlaubt.");
  assert.equal(refusalOf("screen", "denied").said, "Es wurde nichts geteilt.");
  for (const kind of /** @type {const} */ (["microphone", "camera", "screen"])) {
    for (const reason of /** @type {const} */ (["insecure", "unknown", "denied", "none", "busy", "gone", "other"])) {
      const { said: text, cure } = refusalOf(kind, reason);
      assert.match(text, /^[A-ZÄÖÜ][^.]+\.$/);
      assert.match(cure, /\.$/);
    }
  }
});
