// Marking sheets that are kept on this device, each by itself: the one at hand, and those put aside, by the exam whose sheet they are.

import { openShelf } from "../base/shelf.mjs";
import { isFilled, unfilled } from "./filling.mjs";

/** @typedef {import("./filling.mjs").Filled & {begun: number, aside: boolean}} Kept  `begun` in milliseconds since 1970 */
/** @typedef {Kept & {id: string, at: number}} Stored  `at` is when it was changed last */

/** @param {string} exam id @returns {Stored[]} the one that was begun first comes first */
export function sheetsOf(exam) {
  const shelf = openShelf();
  const ids = shelf.ids("sheets").filter((id) => id.startsWith(`${exam}/`));
  const all = ids.map((id) => ({ ...shelf.read("sheets", id), id })).filter(({ value }) => isKept(value));
  return all.map(({ id, at, value }) => ({ .../** @type {Kept} */ (value), id, at })).sort((one, other) => one.begun - other.begun || (one.id < other.id ? -1 : 1));
}

/** The one that is being filled in: another device may have another one at hand. @param {readonly Stored[]} sheets @returns {Stored | null} */
export const atHand = (sheets) => sheets.filter(({ aside }) => !aside).reduce((last, each) => (last && last.at >= each.at ? last : each), /** @type {Stored | null} */ (null));

/** @param {string} exam id @param {number} at milliseconds since 1970 @returns {Stored} with nothing on it */
export const newSheet = (exam, at) => ({ ...unfilled(), begun: at, aside: false, id: `${exam}/${at.toString(36)}-${Math.random().toString(36).slice(2, 6)}`, at });

/** @param {Stored} sheet @returns {boolean} whether the device keeps it */
export const keepSheet = ({ id, begun, aside, head, sheet }) => openShelf().set("sheets", id, { begun, aside, head, sheet });

/** What is kept again comes back. @param {string} id @returns {boolean} whether the device keeps that it is gone */
export const deleteSheet = (id) => openShelf().set("sheets", id, null);

/** @param {any} value */
const isKept = (value) => isFilled(value) && Number.isFinite(/** @type {any} */ (value).begun) && typeof (/** @type {any} */ (value).aside) === "boolean";
