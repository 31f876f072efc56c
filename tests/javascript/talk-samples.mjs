// A talk of eight slides that fits ten minutes, and runs through it.

import { withEvent } from "../../docs/javascripts/talk/log.mjs";

export const NOW = Date.UTC(2026, 10, 26, 18);
export const EXAM = { presentation: { budget: 600, shortest: 510, cutoff: 630 }, speech: { slide_change: 2 } };
export const KEYS = ["titel", "lage", "ziel", "ursache", "loesung", "betrieb", "ergebnis", "fazit"];

/** @param {string} key @param {object} [changes] */
export const slide = (key, changes = {}) => ({
  key, formerly: [], title: `Folie ${key}`, notes: "[Klick] Das sind fünf kurze Wörter. ".repeat(20), time_s: 70, demo_s: 0, spoken_s: 66, silent_s: 2, syllables: 280, ...changes,
});

/** @param {Record<string, object>} [changes] by key */
export const talkOf = (changes = {}) => ({ id: "drucker", slides: KEYS.map((key) => slide(key, changes[key])) });

let minutes = 0;

/**
 * A run that shows each slide so many seconds.
 *
 * @param {ReturnType<typeof talkOf>} talk
 * @param {Record<string, number>} seconds by key, in the order in which they are shown
 * @param {object} [changes]
 */
export function ran(talk, seconds, changes = {}) {
  let [ms, log] = [0, /** @type {import("../../docs/javascripts/talk/log.mjs").Log} */ ([])];
  for (const [key, time] of Object.entries(seconds)) {
    log = withEvent(log, ms, "slide", key);
    ms += Math.round(1000 * time);
  }
  const slides = talk.slides.map(({ key, title, time_s, syllables }) => ({ key, title, plan_s: time_s, syllables }));
  minutes += 20;
  return { id: `r${minutes}`, at: NOW + minutes * 60_000, mode: "whole", slides, log: withEvent(log, ms, "end"), note: "", ...changes };
}

/** Every slide for so many seconds, but some. @param {number} seconds @param {Record<string, number>} [others] */
export const each = (seconds, others = {}) => Object.fromEntries(KEYS.map((key) => [key, others[key] ?? seconds]));
