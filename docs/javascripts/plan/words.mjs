// What is said of the plan, alike on every page that shows it. Pure.

import { onSite } from "../base/addresses.mjs";
import { datedFrom, ended } from "../base/calendar.mjs";

/** @typedef {import("./outline.mjs").Stage} Stage */

/** @type {Record<Stage, string>} */
export const STAGES = { done: "erledigt", dropped: "weggelassen", left: "liegen geblieben", overdue: "überfällig", now: "jetzt dran", next: "als Nächstes", later: "", past: "vorbei" };

/** How a step stands, and where it was before it was moved. @param {Pick<import("./outline.mjs").Standing, "stage" | "day" | "planned">} step @param {number} today */
export function stageSaid({ stage, day, planned }, today) {
  const isMoved = planned !== null && day !== planned && stage !== "done" && stage !== "dropped";
  return `${STAGES[stage]}${isMoved ? `, verschoben vom ${datedFrom(planned, today)}` : ""}`;
}

/** @param {number} count @param {string} one @param {string} many */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/**
 * How long it is to the exam: the figure, and what it means.
 *
 * @param {number} exam
 * @param {number} today
 * @returns {{figure: string, said: string}}
 */
export function leftSaid(exam, today) {
  const date = datedFrom(exam, today);
  if (exam < today) return { figure: "Geschafft", said: ended(`Deine Prüfung war am ${date}`) };
  if (exam === today) return { figure: "Heute", said: "ist deine Prüfung. Viel Erfolg!" };
  return { figure: `Noch ${counted(exam - today, "Tag", "Tage")}`, said: ended(`bis zu deiner Prüfung am ${date}`) };
}

/** How far the plan is. @param {Pick<import("./outline.mjs").Plan, "done" | "all" | "overdue">} plan */
export function progressSaid({ done, all, overdue }) {
  const late = overdue === 0 ? "" : overdue === 1 ? " Ein Schritt ist überfällig: Hol ihn nach, oder lass ihn weg." : ` ${overdue} Schritte sind überfällig: Hol sie nach, oder lass sie weg.`;
  return `${done} von ${counted(all, "Aufgabe", "Aufgaben")} erledigt.${late}`;
}

/** How many steps are overdue; "" for none. @param {number} overdue */
export const overdueSaid = (overdue) => (overdue ? `${counted(overdue, "Schritt", "Schritte")} überfällig` : "");

/** What was missed and has no time any more. @param {number} count of steps */
export const restSaid = (count) => `Was liegen blieb: ${counted(count, "Schritt", "Schritte")}`;

/** What fell out of a shorter plan. @param {number} missing */
export const missingSaid = (missing) => (missing ? `${missing === 1 ? "Eine Aufgabe fällt" : `${missing} Aufgaben fallen`} dafür weg.` : "");

/** How far a task is that counts itself; nothing where there is nothing to count. @param {Pick<import("./outline.mjs").Doing, "counts" | "times" | "number" | "byItself">} task */
export function countSaid({ counts, times, number, byItself }) {
  if (byItself) return "erkannt";
  return counts && times > 1 ? `${number} von ${times}` : "";
}

/** Where a task is done, from the site's root; case studies by the focus that was chosen. @param {Pick<import("./outline.mjs").Task, "href" | "counts">} task @param {string | null} focus */
export const addressOf = ({ href, counts }, focus) => {
  const own = counts === "cases" && focus ? `${href}?schwerpunkt=${focus}` : href;
  return own.startsWith("/") ? onSite(own.slice(1)).href : own;
};
