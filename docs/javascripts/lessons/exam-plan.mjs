// The plan up to the exam: with a date it shows real days, what is on and what comes next, and goes into a calendar.

import { datedFrom, dayOf, isoOf } from "../base/calendar.mjs";
import { mountDayField } from "../base/day-field.mjs";
import { handOut } from "../base/files.mjs";
import { find as findIn, findAll } from "../base/names.mjs";
import { read, write } from "../base/shelf.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { examOf, incompleteSaid, keptSaid, onSettingsChange, readSettings, writeSettings } from "../memory/settings.mjs";
import { calendarText } from "./calendar-file.mjs";
import { changesSince, entriesOf, issuedOf, issuedWith, stagesOf, whereSaid } from "./plan.mjs";

/** @typedef {import("./plan.mjs").Stage} Stage */
/** @typedef {import("./plan.mjs").Step} Step */

/** @type {Record<Stage, string>} */
const STAGES = { past: "vorbei", now: "jetzt dran", next: "als Nächstes", later: "" };

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

  /** What a calendar does not know yet, or no longer right. */
  const changes = () => {
    const [{ exam }, today] = [readSettings(), dayOf(Date.now())];
    return changesSince(lastIssued(), exam === null ? [] : entriesOf(steps, exam, today), today);
  };
  const show = () => {
    const [{ exam }, today] = [readSettings(), dayOf(Date.now())];
    const value = exam === null ? "" : isoOf(exam);
    if (field.value !== value) field.value = value;
    field.removeAttribute("aria-invalid");
    find("clear").hidden = exam === null;
    find("calendar").hidden = !changes().length;
    find("calendar").textContent = exam === null ? "Aus dem Kalender nehmen (.ics)" : "In den Kalender (.ics)";
    find("where").hidden = exam === null;
    find("where").textContent = exam === null ? "" : whereSaid(steps, exam, today);
    const stages = exam === null ? [] : stagesOf(steps.map(({ days }) => days), exam, today);
    for (const [index, row] of rows.entries()) showRow(row, exam === null ? "" : datedFrom(exam - steps[index].days, today), stages[index]);
  };
  /** @param {import("../base/calendar.mjs").Day | null} exam */
  const change = (exam) => say(writeSettings({ exam }), exam === null ? "Termin gelöscht." : "Termin übernommen.");
  mountDayField(field, examOf, () => readSettings().exam, change, () => say(true, incompleteSaid(readSettings().exam, dayOf(Date.now()))));
  find("clear").addEventListener("click", () => {
    change(null);
    field.focus();
  });
  find("calendar").addEventListener("click", () => {
    const entries = changes();
    const issued = issuedWith(lastIssued(), entries, randomName());
    const text = calendarText(entries, { name: "Prüfungsplan", ...issued }, Date.now());
    const kept = write("calendar", "plan", issued);
    handOut({ name: "pruefungsplan.ics", text, type: "text/calendar;charset=utf-8" }, find("said"), keptSaid(kept, "Öffne sie mit deinem Kalender."));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  find("without").remove();
  form.hidden = false;
  show();
  onSettingsChange(show);
  onNewDay(show);
}

const lastIssued = () => issuedOf(read("calendar", "plan"));

/** Tells this plan from those of others in the same calendar. */
const randomName = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

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
