// What somebody has set: which exam it is and its day, how much a day may be, and what the talk is to be about.

import { datedFrom, dayOf, dayOfIso, ended, isoOf } from "../base/calendar.mjs";
import { openShelf, read, write } from "../base/shelf.mjs";
import { amountOf, BOUNDS } from "./amounts.mjs";

/** @typedef {{exam: number | null, which: string | null, daily: number, fresh: number}} Settings  the exam's Day and id; reviews and new cards a day */

/** @typedef {"technology" | "communication" | "mixed"} Focus */
/** @typedef {{begun: number, focus: Focus | null, topic: string}} Way  the Day on which the way to this exam began, and what the talk is about; "" for nothing yet */

const FOCUSES = ["technology", "communication", "mixed"];
const FIRST_EXAM = dayOfIso("2020-01-01") ?? 0;
const NOT_KEPT = "Dein Browser lässt hier nichts speichern; es gilt, solange diese Seite offen ist.";

/** @returns {Settings} what is usual wherever nothing sensible is set */
export const readSettings = () => ({
  exam: dayOfIso(read("setting", "exam") ?? ""),
  which: read("setting", "which"),
  daily: amountOf("daily", read("setting", "daily")) ?? BOUNDS.daily.usual,
  fresh: amountOf("fresh", read("setting", "fresh")) ?? BOUNDS.fresh.usual,
});

/** What the way to the exam is about. It began when its day was set first; before that was kept, when it was set last. @returns {Way} */
export function readWay() {
  const [exam, focus] = [openShelf().read("setting", "exam"), read("setting", "focus")];
  return { begun: dayOfIso(read("setting", "begun") ?? "") ?? dayOf(exam.at), focus: FOCUSES.includes(focus) ? focus : null, topic: read("setting", "topic") ?? "" };
}

/** @param {Partial<Pick<Way, "focus" | "topic">>} changes @returns {boolean} whether the device keeps them */
export const writeWay = (changes) => Object.entries(changes).map(([name, value]) => write("setting", name, value || null)).every(Boolean);

/** What a first visit is asked, as it was answered or skipped. @param {number | null} exam @param {Focus | null} focus */
export function settleWelcome(exam, focus) {
  write("setting", "welcome", "1");
  if (exam !== null) writeSettings({ exam });
  if (focus) writeWay({ focus });
}

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

/** What to say of an exam that is over. @param {number} exam @param {number} today */
export const overSaid = (exam, today) => `${ended(`Deine Prüfung war am ${datedFrom(exam, today)}`)} Jetzt wird ohne Termin geplant, in wachsenden Abständen.`;

/** What to say of a field that was left with half a date. @param {number | null} exam as it stays @param {number} today */
export function incompleteSaid(exam, today) {
  const stays = exam === null ? "Es gilt kein Termin." : ended(`Es gilt weiter: ${datedFrom(exam, today)}`);
  return `Das Datum ist unvollständig oder liegt zu lange zurück. ${stays}`;
}

/** What to say of a change, and whether the device keeps it. @param {boolean} kept @param {string} said */
export const keptSaid = (kept, said) => (kept ? said : `${said} ${NOT_KEPT}`);

/**
 * Change some of the settings; what cannot be kept applies on this page all the same.
 *
 * @param {Partial<Settings>} changes
 * @returns {boolean} whether the device keeps them
 */
export function writeSettings(changes) {
  if (typeof changes.exam === "number") beginWay();
  const kept = Object.entries(changes).map(([name, value]) => {
    const text = name === "exam" ? isoOf(Number(value)) : String(value);
    return write("setting", name, value === null ? null : text);
  });
  return kept.every(Boolean);
}

/** With the first day for an exam, or the first after one that is over, another way begins. */
function beginWay() {
  const [{ exam }, today] = [readSettings(), dayOf(Date.now())];
  if (exam === null || exam < today) write("setting", "begun", isoOf(today));
}

/** Hear of settings that were changed, here or in another tab. @param {() => void} listener */
export const onSettingsChange = (listener) => openShelf().onChange(["setting"], listener);
