// The record of a mock exam on its screen, right after it or long ago, and what may still be done with it.

import { onSite } from "../base/addresses.mjs";
import { offsetAt } from "../base/calendar.mjs";
import { make } from "../base/elements.mjs";
import { queryOf } from "../talk/talk.mjs";
import { helpfulCards } from "./draw.mjs";
import { deleteRecord, keepRecord, recordsOf } from "./kept.mjs";
import { readPassed, withPassed } from "./passing.mjs";
import { showScreen } from "./phases.mjs";
import { makeRecord } from "./record.mjs";

/** @typedef {import("./kept.mjs").Outcome} Outcome */
/** @typedef {import("./material.mjs").Material} Material */

const UNKEPT = "Dein Browser konnte dieses Ergebnis nicht speichern: Mit der Seite ist es weg. Druck es aus, oder lösche unter „Datenschutz“, was du nicht mehr brauchst.";

/** @param {HTMLElement} place @param {Material} material @param {Outcome} record @param {boolean} [isKept] whether it outlives this page */
export function showOutcome(place, material, record, isKept = true) {
  const { exam } = material;
  const voice = record.stretches ? make("div", { class: "gp-mock__voice" }) : null;
  if (voice) void import("./recorded.mjs").then(({ showRecording }) => showRecording(voice, record.id, record.stretches ?? [])).catch(() => {});
  const leave = () => location.assign(onSite(`pruefung/?${queryOf(record.about)}`));
  showScreen(place, "record", "Dein Ergebnis",
    make("p", { class: "gp-mock__said" }, `„${record.title}“, ${new Date(record.at).toLocaleDateString("de", { dateStyle: "long" })}`),
    ...(isKept ? [] : [make("p", { class: "gp-notice" }, UNKEPT)]),
    ...makeRecord({
      exam, record, before: recordsOf(exam.id).filter(({ at }) => at < record.at), practise: practiseOf(material, record),
      voice, onTake: takingOf(material, record), onLeave: leave,
      onReceive: record.code ? (text) => receive(place, material, record, text) : null,
      onDelete: () => {
        deleteRecord(exam.id, record.id);
        void (voice ? import("./recorded.mjs").then(({ drop }) => drop(record.id)).catch(() => {}) : Promise.resolve()).then(leave);
      },
    }));
}

/** An examiner's sheet has come, perhaps a corrected one. @param {HTMLElement} place @param {Material} material @param {Outcome} record @param {string} text @returns {string} what is wrong with it */
function receive(place, material, record, text) {
  const passed = readPassed(text, record.code, material.exam);
  if ("reason" in passed) return passed.reason;
  const joined = withPassed(record, passed, material.cardOf);
  showOutcome(place, material, joined, keepRecord(material.exam.id, joined));
  return "";
}

/** Take the grades into the cards; null where there is none, or it was done. @param {Material} material @param {Outcome} record */
function takingOf({ exam, isCard, cardOf, progress }, record) {
  const graded = record.answers.filter(({ id, grade }) => grade && isCard(id));
  if (!graded.length || record.taken) return null;
  return () => {
    const at = Date.now();
    for (const { id, grade } of graded) progress.add(cardOf(id) ?? { id, formerly: [] }, { at, grade: /** @type {1 | 2 | 3 | 4} */ (grade), offset: offsetAt(at) });
    return keepRecord(exam.id, { ...record, taken: true }) && progress.kept;
  };
}

/** Questions that help with a criterion, none twice: those that went badly first, and those about the talk before others. @param {Material} material @param {Outcome} record */
function practiseOf({ general, ofCase, weakness }, { answers }) {
  const named = new Set();
  const [missed, near] = [new Set(answers.flatMap(({ id, grade = 4 }) => (grade <= 2 ? [id] : []))), new Set(ofCase.map(({ id }) => id))];
  const worth = (/** @type {string} */ id) => 4 * Number(missed.has(id)) + Number(near.has(id));
  return (/** @type {import("./marking.mjs").Criterion} */ criterion) => {
    const some = helpfulCards([...ofCase, ...general].filter(({ id }) => !named.has(id)), criterion, weakness, worth);
    for (const { id } of some) named.add(id);
    return some;
  };
}
