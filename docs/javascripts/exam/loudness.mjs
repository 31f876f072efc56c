// How loud a microphone is: from samples to levels, from levels to words. Pure.
//
// Levels are decibels below full scale: 0 is the loudest that a microphone can tell, speech lies about 25 below it, a quiet room 60.

import { CLEAR_DB as POOR_DB } from "../recording/delivery.mjs";
import { decibels } from "../recording/features.mjs";

/** @typedef {{rms: number, peak: number, clipped: number}} Level  of 20 ms, where 1 is full scale; `clipped` samples stand at the limit */
/** @typedef {{room_db: number, voice_db: number, apart_db: number, peak: number, clipped: number, spoken_s: number}} Loudness  `voice_db` of what stands out from the room */
/** @typedef {{good: boolean, said: string, cure: string}} Finding  in words; the cure is empty where nothing is wrong */

/** How long a level is that the microphone hands over. */
const LEVEL_S = 0.02;
/** A signal that was cut off stands still at its limit; one sample alone may do so by chance. */
const [LIMIT, IN_A_ROW] = [0.985, 3];
/** What is so much louder than the room was spoken, and needs to last a little. */
const [STANDS_OUT_DB, LEAST_S] = [6, 0.6];
/** Rules of thumb, for microphones that no program amplifies. */
const [QUIET_DB, CLEAR_DB, DEAD_DB] = [-46, 20, -90];
/** So many samples that are cut off are heard. */
const HEARD = 12;

/** @param {Float32Array} samples @returns {Level} */
export function levelOf(samples) {
  let [square, peak, clipped, row] = [0, 0, 0, 0];
  for (const sample of samples) {
    const size = Math.abs(sample);
    square += size * size;
    peak = Math.max(peak, size);
    row = size >= LIMIT ? row + 1 : 0;
    if (row >= IN_A_ROW) clipped += row === IN_A_ROW ? IN_A_ROW : 1;
  }
  return { rms: Math.sqrt(square / Math.max(1, samples.length)), peak, clipped };
}

/**
 * @param {readonly Level[]} quiet while nobody spoke
 * @param {readonly Level[]} spoken while somebody did
 * @returns {Loudness}
 */
export function loudnessOf(quiet, spoken) {
  const room_db = decibels(middle(quiet.map(({ rms }) => rms)));
  const voice = spoken.filter(({ rms }) => decibels(rms) >= room_db + STANDS_OUT_DB);
  const voice_db = decibels(Math.sqrt(voice.reduce((sum, { rms }) => sum + rms * rms, 0) / Math.max(1, voice.length)));
  return {
    room_db, voice_db, apart_db: voice_db - room_db, spoken_s: voice.length * LEVEL_S,
    peak: Math.max(0, ...[...quiet, ...spoken].map(({ peak }) => peak)), clipped: spoken.reduce((sum, { clipped }) => sum + clipped, 0),
  };
}

/** @param {readonly number[]} values */
const middle = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** @param {Loudness} loudness @returns {Finding[]} what is wrong, or that nothing is */
export function loudnessSaid({ voice_db, apart_db, peak, clipped, spoken_s }) {
  if (decibels(peak) < DEAD_DB) return [wrong("Es kommt gar kein Ton an.", "Ist das Mikrofon stumm geschaltet, am Headset, an einer Taste oder in den Einstellungen des Rechners? Sonst wähle ein anderes.")];
  if (spoken_s < LEAST_S) return [wrong("Vom Satz hob sich nichts vom Raum ab.", "Sprich lauter oder näher am Mikrofon, und sei vorher wirklich still. Bleibt es dabei, wähle ein anderes Mikrofon.")];
  const found = [
    clipped >= HEARD && wrong("Deine Stimme ist übersteuert, sie klingt verzerrt.", "Rück vom Mikrofon ab oder stell seinen Pegel in den Einstellungen des Rechners niedriger."),
    apart_db < POOR_DB && wrong("Der Raum ist fast so laut wie deine Stimme.", "Schließ Fenster und Tür, schalte Lüfter aus, oder nimm ein Headset."),
    apart_db >= POOR_DB && apart_db < CLEAR_DB && wrong("Man hört deine Stimme, aber auch den Raum.", "Geh näher ans Mikrofon. Ein Headset hilft am meisten."),
    voice_db < QUIET_DB && wrong("Deine Stimme kommt leise an.", "Geh näher ans Mikrofon oder stell seinen Pegel in den Einstellungen des Rechners höher."),
  ].filter((finding) => finding !== false);
  return found.length ? found : [{ good: true, said: "Deine Stimme ist laut genug, nicht verzerrt und hebt sich klar vom Raum ab.", cure: "" }];
}

/** @param {string} said @param {string} cure @returns {Finding} */
const wrong = (said, cure) => ({ good: false, said, cure });

/** The figures behind it, for those who want them. @param {Loudness} loudness */
export const figuresSaid = ({ room_db, voice_db, apart_db, spoken_s }) => (spoken_s < LEAST_S
  ? `Raum ${signed(room_db)}.`
  : `Stimme ${signed(voice_db)}, Raum ${signed(room_db)}: ${Math.round(apart_db)} dB Abstand. 0 dB ist das Lauteste, was das Mikrofon abbilden kann.`);

/** @param {number} db */
const signed = (db) => (db < DEAD_DB ? `unter −${-DEAD_DB} dB` : `${Math.round(db)} dB`.replace("-", "−"));

/** How full the bar of a level is, from 0 to 100. @param {number} db */
export const filled = (db) => Math.round(Math.min(100, Math.max(0, (100 * (db + 70)) / 70)));

/** @param {readonly Level[]} levels of the last half second @returns {string} one word */
export function levelSaid(levels) {
  const db = decibels(Math.max(0, ...levels.map(({ rms }) => rms)));
  if (levels.some(({ clipped }) => clipped > 0)) return "übersteuert";
  if (db < DEAD_DB) return "kein Ton";
  if (db < -58) return "still";
  return db < QUIET_DB ? "leise" : "deutlich";
}
