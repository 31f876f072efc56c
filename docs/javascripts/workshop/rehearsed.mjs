// What the rehearsals of a talk of one's own say while it is edited: where to cut, and which times they propose. Pure.

import { timeSaid } from "../base/times.mjs";
import { adviceOf, cutsIn, lessSaid } from "../talk/advice.mjs";
import { factorOf } from "../talk/factor.mjs";
import { spoken } from "../talk/measured.mjs";
import { replaced } from "../talk/plans.mjs";
import { timed } from "./measuring.mjs";

/** @typedef {import("./checks.mjs").Finding} Finding */
/** @typedef {{findings: Finding[], times: import("../talk/plans.mjs").Times}} Rehearsed `times` are those proposed, nothing where they are planned already */

/** @type {Rehearsed} */
const NOTHING = { findings: [], times: new Map() };

/**
 * @param {object} given
 * @param {import("./own-talk.mjs").OwnTalk} given.talk as it is now
 * @param {import("./times.mjs").Exam} given.exam
 * @param {import("../talk/runs.mjs").Run[]} given.runs
 * @param {import("./times.mjs").Pace} given.pace
 * @param {import("./times.mjs").Speech} speech
 * @returns {Rehearsed}
 */
export function rehearsed({ talk, exam, runs, pace }, speech) {
  if (!runs.length) return NOTHING;
  const now = timed(talk, speech);
  const all = spoken(now, runs);
  if (!all.some(({ slides }) => slides.size)) return NOTHING;
  const advice = adviceOf({ talk: now, exam, all, rate: factorOf(now, exam, all, speech.model)?.rate ?? pace.rate });
  const times = new Map(advice.slides.map(({ key, proposed_s }) => [key, proposed_s]));
  const hint = `Dann passt der Vortrag in ${timeSaid(advice.limit_s)}, mit Reserve.`;
  return { times: replaced(now, times).size ? times : new Map(), findings: advice.fits ? [] : cutsIn(advice).map((cut) => cutFound(cut, hint)) };
}

/** @param {import("../talk/advice.mjs").Advised} cut @param {string} hint @returns {Finding} */
const cutFound = ({ key, number, ...cut }, hint) =>
  ({ code: "PROBE", severity: "hint", message: `Nach deinen Proben: ${lessSaid(cut)}`, hint, path: ["slides", number - 1, "notes"], slide: key, field: "notes", words: "" });
