// What somebody has set for practising: the day of the exam, and how much a day may be.

import { dayOfIso, isoOf } from "../base/calendar.mjs";
import { key, read, write } from "../base/storage.mjs";

/** @typedef {{exam: number | null, daily: number, fresh: number}} Settings  the exam's Day; reviews and new cards a day */

/** What is usual, and what can be set. */
export const BOUNDS = { daily: { usual: 60, least: 1, most: 500 }, fresh: { usual: 10, least: 0, most: 200 } };

const FIRST_EXAM = dayOfIso("2020-01-01") ?? 0;
const NOT_KEPT = "Dein Browser lässt hier nichts speichern; es gilt, solange diese Seite offen ist.";

/** @type {Map<string, string | null>} what storage has refused */
const unkept = new Map();
/** @type {Set<() => void>} */
const listeners = new Set();

/** @returns {Settings} what is usual wherever nothing sensible is set */
export const readSettings = () => ({
  exam: dayOfIso(stored("exam") ?? ""),
  daily: amountOf("daily", stored("daily")) ?? BOUNDS.daily.usual,
  fresh: amountOf("fresh", stored("fresh")) ?? BOUNDS.fresh.usual,
});

/**
 * The exam's day as it is typed in: while a year is typed digit by digit, the field passes through dates of long ago.
 *
 * @param {string} value
 * @returns {number | null} null for what is no such day
 */
export function examOf(value) {
  const day = dayOfIso(value);
  return day !== null && day >= FIRST_EXAM ? day : null;
}

/** What to say of a change, and whether the device keeps it. @param {boolean} kept @param {string} said */
export const keptSaid = (kept, said) => (kept ? said : `${said} ${NOT_KEPT}`);

/**
 * @param {"daily" | "fresh"} name
 * @param {string | number | null} value
 * @returns {number | null} null for what is no such amount
 */
export function amountOf(name, value) {
  const { least, most } = BOUNDS[name];
  const amount = Number(value);
  const isOne = value !== null && value !== "" && Number.isInteger(amount) && amount >= least && amount <= most;
  return isOne ? amount : null;
}

/**
 * Change some of the settings; what cannot be kept applies on this page all the same.
 *
 * @param {Partial<Settings>} changes
 * @returns {boolean} whether the device keeps them
 */
export function writeSettings(changes) {
  for (const [name, value] of Object.entries(changes)) {
    const text = value === null ? null : name === "exam" ? isoOf(value) : String(value);
    write("setting", name, text);
    if (read("setting", name) === text) unkept.delete(name);
    else unkept.set(name, text);
  }
  for (const listener of listeners) listener();
  return unkept.size === 0;
}

/**
 * Hear of settings that were changed, here or in another tab.
 *
 * @param {() => void} listener
 */
export function onSettingsChange(listener) {
  if (!listeners.size) hearOtherTabs();
  listeners.add(listener);
}

function hearOtherTabs() {
  const keys = [null, ...["exam", "daily", "fresh"].map((name) => key("setting", name))];
  globalThis.window?.addEventListener("storage", (event) => {
    if (keys.includes(event.key)) for (const listener of listeners) listener();
  });
}

/** @param {string} name */
const stored = (name) => (unkept.has(name) ? unkept.get(name) ?? null : read("setting", name));
