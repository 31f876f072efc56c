// Short tests on this device: the one that is being written, and the last one that was handed in.

import { isCount, isMoment, isRecord, isText } from "../../base/merging.mjs";
import { openShelf } from "../../base/shelf.mjs";
import { isGiven } from "../task.mjs";

/** @typedef {import("./paper.mjs").Paper} Paper */
/** @typedef {import("./marks.mjs").Result} Result */

/** @returns {Paper | null} */
export function readPaper() {
  const { value } = openShelf().read("tests", "now");
  return isPaper(value) ? value : null;
}

/** @param {Paper} paper @returns {boolean} whether the device keeps it */
export const writePaper = (paper) => openShelf().set("tests", "now", paper);

/** It is handed in, or given up. */
export const dropPaper = () => openShelf().set("tests", "now", null);

/** @returns {Result | null} */
export function readResult() {
  const { value } = openShelf().read("tests", "last");
  return isResult(value) ? value : null;
}

/** @param {Result} result @returns {boolean} whether the device keeps it */
export const writeResult = (result) => openShelf().set("tests", "last", result);

/** Hear of what happens to them in other tabs too. @param {() => void} listener */
export const onTestChange = (listener) => openShelf().onChange(["tests"], listener);

/** @param {unknown} list @returns {list is string[]} */
const areTexts = (list) => Array.isArray(list) && list.every(isText);

/** @param {any} value */
const isWishes = (value) =>
  isRecord(value) && areTexts(value.topics) && isCount(value.count) && (value.minutes === null || (isCount(value.minutes) && value.minutes > 0)) && (value.exam === null || isText(value.exam));

/** @param {any} value @returns {value is Paper} */
const isPaper = (value) =>
  isRecord(value) && isMoment(value.at) && [value.seed, value.tab].every(isText) && isWishes(value.wishes) && areTexts(value.ids) && value.ids.length > 0 &&
  isCount(value.place) && isRecord(value.given) && Object.values(value.given).every(isGiven) && areTexts(value.flags);

/** @param {any} value @returns {value is Result} */
const isResult = (value) =>
  isRecord(value) && isMoment(value.at) && Number.isInteger(value.offset) && isCount(value.seconds) && typeof value.out === "boolean" && isText(value.seed) && isWishes(value.wishes) &&
  Array.isArray(value.asked) && value.asked.length > 0 && value.asked.every(isMarked) && Array.isArray(value.taken) && value.taken.every(isTaken);

/** @param {any} value */
const isMarked = (value) => isRecord(value) && [value.id, value.topic].every(isText) && [value.right, value.all].every(isCount) && isGiven(value.given);

/** @param {any} value */
const isTaken = (value) => Array.isArray(value) && isText(value[0]) && isRecord(value[1]) && isMoment(value[1].at) && [1, 2, 3, 4].includes(value[1].grade);
