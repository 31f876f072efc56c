// Where somebody stands now, on this device: the one situation that all pages show together.

import { openProgress, readCases } from "./progress.mjs";
import { readSettings } from "./settings.mjs";
import { among, situationOf } from "./situation.mjs";

/**
 * @template {import("./situation.mjs").Card} T
 * @param {readonly T[]} cards
 * @param {import("./situation.mjs").Exams} exams
 */
export function presentSituation(cards, exams) {
  const read = readCases();
  return situationOf(cards, (card) => openProgress().reviewsOf(card), among(readSettings(), exams), Date.now(), (id) => read.has(id));
}
