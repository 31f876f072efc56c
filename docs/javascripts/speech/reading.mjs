// What comes of reading a text aloud against a stopwatch, in words. Pure.

import { clock, percent, timeSaid } from "../base/times.mjs";
import { LIMITS, personalRate, taken } from "./estimate.mjs";

/** @typedef {import("./estimate.mjs").Model} Model */
/** @typedef {import("./estimate.mjs").Pace} Pace */
/** @typedef {{predicted: number, words: number, example: number, model: Model}} Reading the text, and the talk that serves as example, in seconds */

const USUAL = { rate: 1, measured_s: 0 };
const TOO_SHORT = "So schnell lässt sich der ganze Text nicht vorlesen, deshalb zählt die Messung nicht. Lies ihn bis zum Ende und drücke erst dann auf „Fertig gelesen“.";
const TOO_LONG = "Das ist zu lang für einmal Vorlesen, deshalb zählt die Messung nicht. Vielleicht lief die Uhr nach dem Lesen weiter.";
const WHY_SHRUNKEN = "Einmal Lesen fällt nicht immer gleich aus, deshalb zählt es nicht ganz.";
const TYPED_IN = "Diesen Wert hast du selbst eingetragen. Wie genau er ist, kann die Seite nicht wissen; die Spanne ist deshalb so breit wie ohne Messung.";

/**
 * What comes of a reading: a pace, or why there is none.
 *
 * @param {Reading} reading
 * @param {number} measuredS
 * @returns {{pace: Pace | null, said: string}}
 */
export function judge({ predicted, model }, measuredS) {
  const share = measuredS / predicted;
  const times = `Gestoppt: ${clock(measuredS)}, üblich sind ${timeSaid(predicted)}.`;
  if (share < LIMITS.least) return { pace: null, said: `${times} ${TOO_SHORT}` };
  if (share > LIMITS.most) return { pace: null, said: `${times} ${TOO_LONG}` };
  const rate = personalRate(model, measuredS, predicted);
  const needed = `Du hast ${percent(share)} der üblichen Zeit gebraucht, gerechnet wird mit ${percent(rate)}`;
  return { pace: { rate, measured_s: measuredS }, said: `${times} ${needed}: ${WHY_SHRUNKEN}` };
}

/**
 * The pace that applies, in words.
 *
 * @param {Reading} reading
 * @param {Pace | null} pace
 */
export function paceSaid({ predicted, words }, pace) {
  const perMinute = Math.round((60 * words) / (predicted * (pace?.rate ?? 1)));
  const speed = `bei diesem Text rund ${perMinute} Wörter in der Minute`;
  if (!pace) return `Es gilt das übliche Tempo: ${speed}.`;
  return `Es gilt dein Tempo: ${percent(pace.rate)} der üblichen Zeit, ${speed}.`;
}

/**
 * How sure that is, by a talk as long as the exam allows.
 *
 * @param {Reading} reading
 * @param {Pace | null} pace
 */
export function certaintySaid({ example, model }, pace) {
  const usual = taken(model, USUAL, example);
  const before = `zwischen ${timeSaid(usual.low)} und ${timeSaid(usual.high)}`;
  const talk = `Ein Sprechtext für ${timeSaid(example)} dauert`;
  if (!pace) return `${talk} bei vier von fünf Menschen ${before}. Eine Messung macht diese Spanne kleiner.`;
  const own = taken(model, pace, example);
  const now = `${talk} bei dir etwa ${timeSaid(own.expected)}, in vier von fünf Fällen zwischen ${timeSaid(own.low)} und ${timeSaid(own.high)}.`;
  return `${now} ${pace.measured_s ? `Ohne Messung läge die Spanne ${before}.` : TYPED_IN}`;
}
