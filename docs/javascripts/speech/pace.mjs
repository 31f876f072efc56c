// One's own pace, and where it is kept.

import { openShelf, read, write } from "../base/shelf.mjs";
import { paceOf } from "./estimate.mjs";

/** @typedef {import("./estimate.mjs").Pace} Pace */

/** The pace of whoever sits here, null for the usual one. */
export const readPace = () => paceOf(read("speech", "rate"));

/**
 * @param {Pace | null} pace null to go back to the usual one
 * @returns {boolean} whether the device keeps it
 */
export const writePace = (pace) => write("speech", "rate", pace);

/** Hear of a pace that was changed, here or in another tab, or before this page came back. @param {() => void} listener */
export const onPaceChange = (listener) => openShelf().onChange(["speech"], listener);
