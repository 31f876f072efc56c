// „Mein Plan“: the steps up to the exam with their days, what of them is done, and what becomes of those that were missed.

import { datedFrom, dayOf, isoOf } from "../base/calendar.mjs";
import { mountDayField } from "../base/day-field.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { find as findIn, findAll } from "../base/names.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { read, write } from "../base/shelf.mjs";
import { examOf, incompleteSaid, keptSaid, readSettings, readWay, writeSettings, writeWay } from "../memory/settings.mjs";
import { say as sayWithRetry } from "../practice/supply.mjs";
import { calendarText } from "./calendar-file.mjs";
import { changesSince, entriesOf, issuedOf, issuedWith } from "./issued.mjs";
import { decide, loadOutline, onPlanChange, practisedDays, presentPlan, tick } from "./present.mjs";
import { makeWay } from "./way.mjs";
import { addressOf, countSaid, leftSaid, missingSaid, progressSaid, restSaid, stageSaid } from "./words.mjs";

/** @typedef {import("./outline.mjs").Plan} Plan */
/** @typedef {import("./outline.mjs").Standing} Standing */
/** @typedef {import("./outline.mjs").Outline} Outline */
/** @typedef {(kept: boolean, said: string) => void} Say */

const UNLOADED = "Der Plan lässt sich gerade nicht laden. Die Schritte stehen unten.";

/** @param {HTMLElement} section */
export async function mount(section) {
  findIn(section, "without").hidden = true;
  const outline = await loadOutline().catch(() => null);
  if (!outline) return sayWithRetry(findIn(section, "head"), UNLOADED, () => void mount(section));
  mountForm(section);
  await mountPlan(section, outline);
}

/** @param {HTMLElement} section @param {Outline} outline */
async function mountPlan(section, outline) {
  const [form, said] = [findIn(section, "exam-form"), findIn(section, "said")];
  /** @type {Say} */
  const say = (kept, text) => { said.textContent = keptSaid(kept, text); };
  const rows = new Map(findAll(section, "step").map((row) => [row.dataset.step ?? "", row]));
  /** @type {Plan | null} */
  let plan = null;
  let turn = 0;
  const show = async () => {
    const mine = (turn += 1);
    const present = await presentPlan(outline);
    if (mine !== turn) return; // What was asked for later knows more.
    plan = present;
    showHead(section, plan);
    showForm(section, plan);
    const byId = new Map(plan.steps.map((step) => [step.id, step]));
    for (const [id, row] of rows) showRow(row, byId.get(id), plan, say);
    showRest(section, [...rows.values()]);
  };
  for (const box of boxesIn(section)) {
    box.addEventListener("change", () => { if (!tick(box.value, box.checked)) say(false, "Erledigt."); });
  }
  findIn(section, "calendar").addEventListener("click", () => plan && giveCalendar(plan, said));
  onPlanChange(() => void show());
  onNewDay(() => void show());
  await show();
  form.hidden = false;
}

/** @param {HTMLElement} section @returns {HTMLInputElement[]} */
const boxesIn = (section) => [...section.querySelectorAll("input")].filter(({ type }) => type === "checkbox");

/** @param {HTMLElement} section */
function mountForm(section) {
  const form = /** @type {HTMLFormElement} */ (findIn(section, "exam-form"));
  const said = findIn(section, "said");
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("exam"));
  const focus = /** @type {HTMLSelectElement} */ (form.elements.namedItem("focus"));
  /** @param {boolean} kept @param {string} text */
  const say = (kept, text) => { said.textContent = keptSaid(kept, text); };
  /** @param {number | null} exam */
  const change = (exam) => say(writeSettings({ exam }), exam === null ? "Termin gelöscht." : "Termin übernommen.");
  mountDayField(field, examOf, () => readSettings().exam, change, () => say(true, incompleteSaid(readSettings().exam, dayOf(Date.now()))));
  focus.addEventListener("change", () => say(writeWay({ focus: /** @type {any} */ (focus.value) }), "Schwerpunkt übernommen."));
  findIn(section, "clear").addEventListener("click", () => {
    change(null);
    field.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** @param {HTMLElement} section @param {Plan} plan */
function showHead(section, plan) {
  const { exam, today, said, missing } = plan;
  const { figure, said: meaning } = exam === null ? { figure: "Noch ohne Termin", said: "Trag deinen Prüfungstermin ein, dann rechnet der Plan von ihm zurück." } : leftSaid(exam, today);
  const isAhead = exam !== null && exam >= today;
  findIn(section, "head").replaceChildren(
    make("p", { class: "gp-plan__left" }, make("strong", {}, figure), " ", make("span", {}, meaning)),
    ...makeWay(plan, readWay().begun, practisedDays()),
    make("p", { class: "gp-plan__progress", role: "status" }, progressSaid(plan)));
  const where = findIn(section, "where");
  where.textContent = isAhead ? [said, missingSaid(missing)].filter(Boolean).join(" ") : "";
  where.hidden = where.textContent === "";
}

/** A field in which somebody types stays as it is. @param {HTMLElement} section @param {Plan} plan */
function showForm(section, plan) {
  const { elements } = /** @type {HTMLFormElement} */ (findIn(section, "exam-form"));
  const field = /** @type {HTMLInputElement} */ (elements.namedItem("exam"));
  const value = plan.exam === null ? "" : isoOf(plan.exam);
  if (field.value !== value && !(field === document.activeElement && field.hasAttribute("aria-invalid"))) field.value = value;
  field.removeAttribute("aria-invalid");
  /** @type {HTMLSelectElement} */ (elements.namedItem("focus")).value = readWay().focus ?? "";
  findIn(section, "clear").hidden = plan.exam === null;
  findIn(section, "calendar").hidden = !changesOf(plan).length;
  findIn(section, "calendar").textContent = plan.exam === null ? "Aus dem Kalender nehmen (.ics)" : "In den Kalender (.ics)";
}

/** @param {HTMLElement} row @param {Standing | undefined} step undefined where it fell out of a shorter plan @param {Plan} plan @param {Say} say */
function showRow(row, step, { exam, today, current }, say) {
  row.hidden = !step;
  if (!step) return;
  findIn(row, "ahead").hidden = exam !== null;
  showText(row, "date", step.day === null ? "" : datedFrom(step.day, today));
  showText(row, "stage-said", stageSaid(step, today));
  row.dataset.stage = step.stage;
  if (step === current) row.setAttribute("aria-current", "step");
  else row.removeAttribute("aria-current");
  const doing = new Map(step.tasks.map((task) => [task.id, task]));
  for (const box of boxesIn(row)) showTask(box, doing.get(box.value));
  showChoice(row, step, { today, isOver: exam === today }, say);
}

/** What there is no time for any more is folded away, below what is on. @param {HTMLElement} section @param {HTMLElement[]} rows in their order */
function showRest(section, rows) {
  const [steps, rest] = [findIn(section, "steps"), findIn(section, "rest")];
  const isLeft = (/** @type {HTMLElement} */ row) => row.dataset.stage === "left";
  const folded = /** @type {HTMLElement} */ (rest.querySelector("ol"));
  if (rows.some((row) => folded.contains(row) !== isLeft(row))) {
    steps.append(...rows.filter((row) => !isLeft(row)));
    folded.append(...rows.filter(isLeft));
  }
  rest.hidden = !folded.children.length;
  /** @type {HTMLElement} */ (rest.querySelector("summary")).textContent = restSaid(folded.children.length);
}

/** @param {HTMLElement} row @param {"date" | "stage-said"} name @param {string} text */
function showText(row, name, text) {
  const place = findIn(row, name);
  place.textContent = text;
  place.hidden = text === "";
}

/** @param {HTMLInputElement} box @param {import("./outline.mjs").Doing | undefined} task */
function showTask(box, task) {
  const item = /** @type {HTMLElement} */ (box.closest("li"));
  item.hidden = !task;
  if (!task) return;
  box.checked = task.isDone;
  box.disabled = task.byItself;
  const count = findIn(item, "count");
  count.textContent = countSaid(task);
  count.hidden = count.textContent === "";
  const link = item.querySelector("a");
  if (link && task.counts === "cases") link.href = addressOf(task, readWay().focus);
}

/** What can be made of a step that was missed, and how that is taken back. @param {HTMLElement} row @param {Standing} step @param {{today: number, isOver: boolean}} day `isOver`: there is no time left to make up for anything @param {Say} say */
function showChoice(row, { id, title, stage, open }, { today, isOver }, say) {
  const place = findIn(row, "outcome");
  const hadFocus = place.contains(document.activeElement);
  const choose = (/** @type {import("./outline.mjs").Decision | null} */ decision, /** @type {string} */ text) => () => say(decide(id, decision), text);
  const ways = stage === "overdue"
    ? [button("Heute nachholen", choose({ moved: today }, `„${title}“ steht jetzt auf heute.`)), " ", button("Weglassen", choose({ dropped: true }, `„${title}“ ist weggelassen.`))]
    : stage === "dropped" && !isOver ? [button("Doch machen", choose({ moved: today }, `„${title}“ steht jetzt auf heute.`))] : [];
  place.replaceChildren(...(stage === "overdue" ? [make("span", { class: "gp-plan__open" }, open === 1 ? "Eine Aufgabe ist offen." : `${open} Aufgaben sind offen.`), " "] : []), ...ways);
  place.hidden = !ways.length;
  if (hadFocus) focusOn(place.querySelector("button") ?? /** @type {HTMLElement} */ (row.querySelector("h2")));
}

/** What a calendar does not know yet, or no longer right. @param {Plan} plan */
const changesOf = (plan) => changesSince(lastIssued(), entriesOf(plan), plan.today);

/** @param {Plan} plan @param {HTMLElement} said */
function giveCalendar(plan, said) {
  const entries = changesOf(plan);
  const issued = issuedWith(lastIssued(), entries, randomName());
  const text = calendarText(entries, { name: "Prüfungsplan", ...issued }, Date.now());
  const kept = write("calendar", "plan", issued);
  handOut({ name: "pruefungsplan.ics", text, type: "text/calendar;charset=utf-8" }, said, keptSaid(kept, "Öffne sie mit deinem Kalender."));
}

const lastIssued = () => issuedOf(read("calendar", "plan"));

/** Tells this plan from those of others in the same calendar. */
const randomName = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
