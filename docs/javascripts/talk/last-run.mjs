// What a page says of the rehearsals of a talk that it only links to. Pure.

import { datedFrom, dayOf } from "../base/calendar.mjs";
import { timeSaid } from "../base/times.mjs";
import { measure } from "./measured.mjs";

/**
 * @param {import("./runs.mjs").Run[]} runs
 * @param {number} nowMs since 1970
 * @returns {string} such as „3-mal, zuletzt 9:42 am Do, 26. Nov.“; nothing where nobody has spoken
 */
export function lastSaid(runs, nowMs) {
  const spoken = runs.map((run) => measure({ id: "", slides: [] }, run)).filter(({ kind }) => kind !== "silent");
  const last = spoken.findLast(({ kind }) => kind === "whole") ?? spoken.at(-1);
  if (!last) return "";
  const date = datedFrom(dayOf(last.run.at), dayOf(nowMs));
  const times = spoken.length > 1 ? `${spoken.length}-mal, zuletzt ` : "";
  return last.kind === "whole" ? `${times}${timeSaid(last.running_s)} am ${date}` : `in Teilen, zuletzt am ${date}`;
}
