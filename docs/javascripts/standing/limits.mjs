// The settings that „Mein Stand“ follows from: the exam's day, which exam it is, and how much a day may be.

import { dayOf, isoOf } from "../base/calendar.mjs";
import { mountDayField } from "../base/day-field.mjs";
import { amountOf, BOUNDS } from "../memory/amounts.mjs";
import { examOf, incompleteSaid, keptSaid, overSaid, readSettings, writeSettings } from "../memory/settings.mjs";
import { cardsSaid, dateJudged } from "./words.mjs";

/** @typedef {(name: import("../base/names.mjs").Name) => HTMLElement} Find  the place on the page */

const CLEARED = "Termin gelöscht: Es wird ohne Prüfungstermin geplant.";

/** @param {Find} find */
export function mountSettings(find) {
  const form = /** @type {HTMLFormElement} */ (find("settings"));
  const { exam, which, daily, fresh } = fieldsOf(form);
  for (const [name, field] of /** @type {const} */ ([["daily", daily], ["fresh", fresh]])) {
    field.min = String(BOUNDS[name].least);
    field.max = String(BOUNDS[name].most);
    field.addEventListener("change", () => changeAmount(find, name, field));
  }
  mountDayField(exam, examOf, () => readSettings().exam, (day) => changeDate(find, day), () => {
    find("status").textContent = incompleteSaid(readSettings().exam, dayOf(Date.now()));
  });
  which?.addEventListener("change", () => say(find, writeSettings({ which: which.value || null }), `Übernommen: ${which.value ? `Es zählen die Karten für „${which.selectedOptions[0].text}“.` : "Es zählen alle Karten."}`));
  find("clear").addEventListener("click", () => {
    changeDate(find, null);
    exam.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** @param {HTMLFormElement} form @returns {Record<"exam" | "daily" | "fresh", HTMLInputElement> & {which: HTMLSelectElement | null}} only several exams can be chosen from */
const fieldsOf = ({ elements }) => /** @type {any} */ (Object.fromEntries(["exam", "which", "daily", "fresh"].map((name) => [name, elements.namedItem(name)])));

/** @param {Find} find @param {"daily" | "fresh"} name @param {HTMLInputElement} field */
function changeAmount(find, name, field) {
  const amount = amountOf(name, field.value);
  if (amount === null) {
    field.setAttribute("aria-invalid", "true");
    find("status").textContent = `Bitte gib eine ganze Zahl von ${field.min} bis ${field.max} ein.`;
    return;
  }
  field.removeAttribute("aria-invalid");
  say(find, writeSettings({ [name]: amount }), `Übernommen: höchstens ${name === "daily" ? cardsSaid(amount) : `${amount} neue`} am Tag.`);
}

/** @param {Find} find @param {import("../base/calendar.mjs").Day | null} day */
function changeDate(find, day) {
  say(find, writeSettings({ exam: day }), day === null ? CLEARED : dateJudged(day, dayOf(Date.now())));
}

/** @param {Find} find @param {boolean} kept @param {string} said */
function say(find, kept, said) {
  find("status").textContent = keptSaid(kept, said);
}

/** A field in which somebody types stays as it is. @param {Find} find @param {import("../memory/settings.mjs").Settings} settings */
export function showSettings(find, { exam: date, which, ...limits }) {
  const { exam, which: choice, daily, fresh } = fieldsOf(/** @type {HTMLFormElement} */ (find("settings")));
  const values = /** @type {const} */ ([[exam, date === null ? "" : isoOf(date)], [daily, String(limits.daily)], [fresh, String(limits.fresh)]]);
  if (choice) choice.value = which ?? "";
  for (const [field, value] of values) {
    if (field.hasAttribute("aria-invalid") && field === document.activeElement) continue;
    if (field.value !== value) field.value = value;
    field.removeAttribute("aria-invalid");
  }
  find("clear").hidden = date === null;
  find("undated").hidden = date !== null;
  const [status, today] = [find("status"), dayOf(Date.now())];
  if (date !== null && date < today && !status.textContent) status.textContent = overSaid(date, today);
}
