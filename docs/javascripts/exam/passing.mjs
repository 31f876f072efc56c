// What an examiner hands back: the filled sheet and the times, as a text that goes by any way and is judged when it comes. Pure.
//
// {"generalprobe": "bogen", "version": 1, "code": "1K7Q-F2M9", "sheet": {…}, "talk_s": 588, "discussion_s": 290, "answers": [{"id": "netz/dhcp", "seconds": 41, "follow_s": 0}],
//  "disturbance": {"id": "bild-steht", "where": "talk", "after_s": 215, "took_s": 20}}   the last one only where one was played; older pages do without it

import { parsed } from "../talk/judging.mjs";
import { isDrawn } from "./disturbances.mjs";
import { fitted, isSheet } from "./marking.mjs";
import { sharedId } from "./shared.mjs";

/** @typedef {{id: string, seconds: number, follow_s: number}} Timed */
/** @typedef {{code: string, sheet: import("./marking.mjs").Sheet, talk_s: number, discussion_s: number, answers: Timed[], disturbance?: import("./disturbances.mjs").Happened}} Passed */

const NAME = "bogen";
const VERSION = 1;
const MOST_CHARACTERS = 100_000;

/** @param {Passed} passed */
export const textOf = ({ code, sheet, talk_s, discussion_s, answers, disturbance }) => `${JSON.stringify({
  generalprobe: NAME, version: VERSION, code, sheet, talk_s, discussion_s, answers: answers.map(({ id, seconds, follow_s }) => ({ id, seconds, follow_s })), disturbance,
}, null, 1)}\n`;

/**
 * A sheet as it came by file or was pasted, also with words around it.
 *
 * @param {string} text
 * @param {string} code of the exam that it is for
 * @param {import("./marking.mjs").Exam} exam
 * @returns {Passed | {reason: string}}
 */
export function readPassed(text, code, exam) {
  if (!text.trim()) return { reason: "Da steht noch nichts." };
  const found = text.length > MOST_CHARACTERS ? null : parsed(text.slice(text.lastIndexOf("{", text.indexOf('"generalprobe"')), text.lastIndexOf("}") + 1));
  if (found?.generalprobe !== NAME) return { reason: "Das ist kein Bogen. Nimm den ganzen Text oder die Datei, wie die prüfende Person sie gesichert hat." };
  if (Number.isInteger(found.version) && found.version > VERSION) return { reason: "Der Bogen stammt von einer neueren Fassung dieser Website. Lade die Seite neu." };
  if (found.version !== VERSION || !isPassed(found)) return { reason: "Der Bogen ist nicht heil angekommen. Lass ihn dir noch einmal geben." };
  if (found.code !== code) return { reason: `Der Bogen gehört zu einer anderen Probeprüfung, mit dem Code ${found.code}.` };
  const { sheet, talk_s, discussion_s, answers, disturbance } = found;
  return { code, sheet: fitted(sheet, exam), talk_s, discussion_s, answers, ...(isDrawn(disturbance) && { disturbance: happenedIn(disturbance) }) };
}

/**
 * A record with a sheet that has come: what was asked, as the other device timed it. One that came before is replaced.
 *
 * @param {import("./kept.mjs").Outcome} record
 * @param {Passed} passed
 * @param {(id: string) => {id: string, title: string, topic: string} | null} cardOf for questions that were not drawn here
 * @returns {import("./kept.mjs").Outcome}
 */
export function withPassed(record, { sheet, answers, disturbance = record.disturbance }, cardOf) {
  const untimed = record.answers.map((answer) => ({ ...answer, seconds: 0, follow_s: 0 }));
  const known = new Map(untimed.map((answer) => [sharedId(answer), answer]));
  const asked = answers.flatMap(({ id, ...times }) => {
    const found = known.get(id) ?? cardOf(id);
    return found ? [{ id: found.id, title: found.title, topic: found.topic, follow: "", ...known.get(id), ...times }] : [];
  });
  const ids = new Set(asked.map(({ id }) => id));
  return { ...record, other: sheet, answers: [...asked, ...untimed.filter(({ id }) => !ids.has(id))], ...(disturbance && { disturbance }) };
}

/** @param {any} found */
const happenedIn = ({ id, where, after_s, took_s }) => ({ id, where, after_s, took_s: isTime(took_s) ? took_s : null });

/** @param {any} found */
const isPassed = ({ code, sheet, talk_s, discussion_s, answers }) =>
  /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(code) && isSheet(sheet) && [talk_s, discussion_s].every(isTime) && Array.isArray(answers) && answers.length < 100 &&
  answers.every((each) => typeof each?.id === "string" && [each.seconds, each.follow_s].every(isTime));

/** @param {unknown} value seconds within a day */
const isTime = (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) < 86_400;
