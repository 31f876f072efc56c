// The plan up to the exam: with a date it shows real days, what is on and what comes next, and goes into a calendar.

import { calendarText } from "./calendar-file.mjs";
import { datedFrom, dayOf, isoOf, nameOf } from "../base/calendar.mjs";
import { saveAsFile } from "../base/elements.mjs";
import { find as findIn, findAll } from "../base/names.mjs";
import { examOf, keptSaid, onSettingsChange, readSettings, writeSettings } from "../memory/settings.mjs";

/** @typedef {import("../base/calendar.mjs").Day} Day */
/** @typedef {"past" | "now" | "next" | "later"} Stage */
/** @typedef {{id: string, days: number, title: string, tasks: string[]}} Step  days before the exam */

/** @type {Record<Stage, string>} */
const STAGES = { past: "vorbei", now: "jetzt dran", next: "als Nächstes", later: "" };

/**
 * Where each step of the plan stands: one is on until the next begins.
 *
 * @param {number[]} days before the exam, the most first
 * @param {Day} exam
 * @param {Day} today
 * @returns {Stage[]}
 */
export function stagesOf(days, exam, today) {
  if (exam < today) return days.map(() => "past");
  const begun = days.filter((each) => exam - each <= today).length;
  return days.map((_, index) => (index < begun - 1 ? "past" : index === begun - 1 ? "now" : index === begun ? "next" : "later"));
}

/**
 * The same in a sentence or three.
 *
 * @param {Step[]} steps
 * @param {Day} exam
 * @param {Day} today
 */
export function whereSaid(steps, exam, today) {
  if (exam < today) return `Deine Prüfung am ${datedFrom(exam, today)} ist vorbei.`;
  if (exam === today) return "Heute ist deine Prüfung. Viel Erfolg!";
  const stages = stagesOf(steps.map(({ days }) => days), exam, today);
  const [now, next] = [steps[stages.indexOf("now")], steps[stages.indexOf("next")]];
  const left = exam - today;
  const said = [`Bis zur Prüfung am ${datedFrom(exam, today)} ${left === 1 ? "ist es noch 1 Tag" : `sind es noch ${left} Tage`}.`];
  if (now) said.push(`Jetzt dran: ${now.title}.`);
  if (next) said.push(`Als Nächstes, ${nameOf(exam - next.days, today)}: ${next.title}.`);
  return said.join(" ");
}

/**
 * What of the plan is worth an entry in a calendar: what lies ahead.
 *
 * @param {Step[]} steps
 * @param {Day} exam
 * @param {Day} today
 */
export const entriesOf = (steps, exam, today) => steps
  .map(({ id, days, title, tasks }) => ({
    id: `plan-${id}`,
    day: exam - days,
    title: days ? `Prüfung vorbereiten: ${title}` : title,
    details: tasks.map((task) => `– ${task}`).join("\n"),
  }))
  .filter(({ day }) => day >= today);

/** @param {HTMLElement} section */
export function mount(section) {
  /** @param {import("../base/names.mjs").Name} name */
  const find = (name) => findIn(section, name);
  const rows = findAll(section, "step");
  const steps = rows.map(stepOf);
  const form = /** @type {HTMLFormElement} */ (find("exam-form"));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("exam"));
  /** @param {boolean} kept @param {string} said */
  const say = (kept, said) => { find("said").textContent = keptSaid(kept, said); };

  const show = () => {
    const [{ exam }, today] = [readSettings(), dayOf(Date.now())];
    const value = exam === null ? "" : isoOf(exam);
    if (field.value !== value) field.value = value;
    find("clear").hidden = exam === null;
    find("calendar").hidden = exam === null || exam < today;
    find("where").hidden = exam === null;
    find("where").textContent = exam === null ? "" : whereSaid(steps, exam, today);
    const stages = exam === null ? [] : stagesOf(steps.map(({ days }) => days), exam, today);
    for (const [index, row] of rows.entries()) showRow(row, exam === null ? "" : datedFrom(exam - steps[index].days, today), stages[index]);
  };
  field.addEventListener("change", () => {
    const day = examOf(field.value);
    if (day !== null) say(writeSettings({ exam: day }), "Termin übernommen.");
  });
  find("clear").addEventListener("click", () => {
    say(writeSettings({ exam: null }), "Termin gelöscht.");
    field.focus();
  });
  find("calendar").addEventListener("click", () => {
    const [{ exam }, nowMs] = [readSettings(), Date.now()];
    if (exam === null) return;
    const text = calendarText(entriesOf(steps, exam, dayOf(nowMs)), "Prüfungsplan", nowMs);
    saveAsFile("pruefungsplan.ics", text, "text/calendar;charset=utf-8");
    say(true, "Die Kalenderdatei liegt bei deinen Downloads. Öffne sie mit deinem Kalender.");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  find("without").remove();
  form.hidden = false;
  show();
  onSettingsChange(show);
  document.addEventListener("visibilitychange", () => document.hidden || show());
}

/** @param {HTMLElement} row @returns {Step} */
function stepOf(row) {
  const tasks = [...row.querySelectorAll("label")].map((task) => task.textContent?.trim() ?? "");
  const title = row.querySelector("h3")?.textContent?.trim() ?? "";
  return { id: row.dataset.step ?? "", days: Number(row.dataset.days), title, tasks };
}

/** @param {HTMLElement} row @param {string} date @param {Stage} [stage] */
function showRow(row, date, stage) {
  const texts = /** @type {const} */ ([["date", date], ["stage-said", stage ? STAGES[stage] : ""]]);
  for (const [name, text] of texts) {
    const place = findIn(row, name);
    place.textContent = text;
    place.hidden = text === "";
  }
  if (stage) row.dataset.stage = stage;
  else delete row.dataset.stage;
  if (stage === "now") row.setAttribute("aria-current", "step");
  else row.removeAttribute("aria-current");
}
