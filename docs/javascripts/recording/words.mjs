// How somebody spoke, in words: no more than the sound can tell. Pure.

import { listed } from "../base/listing.mjs";
import { percent, timeSaid } from "../base/times.mjs";
import { CLEAR_DB } from "./delivery.mjs";
import { paceOf } from "./judging.mjs";

/** @typedef {import("./delivery.mjs").Delivery} Delivery */
/** @typedef {import("./delivery.mjs").SlideDelivery} SlideDelivery */
/** @typedef {ReadonlyMap<string, string>} Titles  by keys */

/** What it cannot know. */
export const LIMITS = "Alles ungefähr: Gemessen wird nur, wann eine Stimme zu hören ist, wie laut sie ist und wie viele Silben sie hat; das Tempo liegt oft um ein Zehntel daneben, neben einer lauten Tastatur um ein Fünftel. Füllwörter, Versprecher und Inhalt erkennt die Seite nicht. Hör dich dafür selbst an, oder lass jemanden mitzählen.";
/** Syllables are told in tens. */
const TENS = 10;
/** By so much slides differ before it is worth a word: in their pace, and in loudness. */
const [UNEVEN, SOFTER_DB] = [1.2, 4];

/** @param {number} value */
const tens = (value) => String(TENS * Math.round(value / TENS));

/** @param {number} seconds @returns {string} such as 2,4 */
export const secondsSaid = (seconds) => seconds.toLocaleString("de", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Why there is no verdict. @param {Delivery} delivery */
export function unreliableSaid({ voice_db, noise_db, spoken_s }) {
  if (!spoken_s) return "Auf der Aufnahme ist keine Stimme zu erkennen. Hör sie an: Vielleicht war das Mikrofon stumm oder zu weit weg.";
  return `Deine Stimme ist nur ${Math.max(0, Math.round(voice_db - noise_db))} dB lauter als der Raum. Unter ${CLEAR_DB} dB lässt sich über Pausen, Tempo und Lautstärke nichts sagen. Geh näher ans Mikrofon, oder nimm ein Headset.`;
}

/** @param {Delivery} delivery */
export const shareSaid = ({ share, spoken_s, silent_s }) => `Gesprochen hast du ungefähr ${percent(share)} der Zeit: ${timeSaid(spoken_s)} von ${timeSaid(spoken_s + silent_s)}.`;

/** @param {Delivery} delivery */
export function pausesSaid({ pauses }) {
  if (!pauses.length) return "Pausen ab einer halben Sekunde: keine.";
  const longest = Math.max(...pauses.map(({ length_s }) => length_s));
  return pauses.length === 1 ? `Eine Pause ab einer halben Sekunde, von ${secondsSaid(longest)} s.` : `Pausen ab einer halben Sekunde: ${pauses.length}, die längste ${secondsSaid(longest)} s.`;
}

/** @param {Delivery} delivery @param {Titles} titles @returns {string} nothing where too little was said */
export function paceSaid(delivery, titles) {
  const pace = paceOf(delivery);
  if (pace === null) return "";
  const told = delivery.slides.filter((slide) => slide.pace !== null).sort((one, other) => Number(one.pace) - Number(other.pace));
  const [slowest, fastest] = [told[0], told[told.length - 1]];
  const isUneven = Number(fastest.pace) > UNEVEN * Number(slowest.pace);
  const spread = isUneven ? ` Am schnellsten warst du bei „${titles.get(fastest.key)}“ (${tens(Number(fastest.pace))}), am langsamsten bei „${titles.get(slowest.key)}“ (${tens(Number(slowest.pace))}).` : "";
  return `Tempo ohne Pausen: ungefähr ${tens(pace)} Silben in der Minute.${spread}`;
}

/** @param {Delivery} delivery @param {Titles} titles */
export function loudnessSaid({ voice_db, noise_db, slides }, titles) {
  const softer = slides.filter(({ loudness_db }) => loudness_db !== null && loudness_db < voice_db - SOFTER_DB).map(({ key }) => `„${titles.get(key)}“`);
  const where = softer.length ? ` Deutlich leiser als sonst: ${listed(softer)}.` : "";
  return `Lautstärke: ungefähr ${Math.round(voice_db - noise_db)} dB über dem Raum.${where}`;
}

/** What a line of the table says of a slide. @param {SlideDelivery} slide @param {number} voice_db of the whole @returns {string[]} spoken, pauses, pace, syllables heard and in the text, loudness against the whole */
export function lineOf({ spoken_s, pauses, pace, nuclei, syllables, loudness_db }, voice_db) {
  const off = loudness_db === null ? null : Math.round(loudness_db - voice_db);
  return [
    timeSaid(spoken_s), String(pauses), pace === null ? "–" : tens(pace),
    `${tens(nuclei)}${syllables ? ` / ${tens(syllables)}` : ""}`,
    off === null ? "–" : `${off > 0 ? "+" : off < 0 ? "−" : "±"}${Math.abs(off)} dB`,
  ];
}
