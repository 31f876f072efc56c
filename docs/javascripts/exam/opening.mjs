// „Jemanden prüfen“ begins: with a code, the talk it is for, and the file of one that this device does not know.

import { button } from "../base/elements.mjs";
import { idIn, loadExam, loadTalk } from "../talk/talk.mjs";
import { codeSaid, MISTAKES, readCode } from "./code.mjs";
import { budgetsOf, drawDisturbance } from "./disturbances.mjs";
import { drawByCode, seedOf } from "./draw.mjs";
import { newSitting } from "./kept.mjs";
import { questionsOf } from "./material.mjs";
import { withEvent } from "./sitting.mjs";

/** @typedef {import("./kept.mjs").Sitting} Sitting */
/** @typedef {import("./code.mjs").Code} Code */
/** @typedef {import("./own-asked.mjs").OwnAsked} OwnAsked */
/** @typedef {{title: string, shared: OwnAsked[], pool: import("../practice/own-cards.mjs").OwnQuestion[], print: number}} Opened  a talk as its file has it */
/** @typedef {{sitting: Sitting, opened: Opened | null, notes: string[]}} Begun */

export const UNLOADED = "Die Fragen lassen sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.";
const OWN = "Zu diesem Code gehört ein eigener Vortrag. Öffne seine Datei, dann kommen zwei Fragen dazu. ";
const KIND = "Öffne die Datei, die „Mein Vortrag“ sichert: Sie endet auf .generalprobe.zip oder auf .yml.";
const NOTES = {
  file: "Zwei Fragen kommen zum Vortrag, die übrigen aus der Sammlung.",
  bank: "Alle Fragen kommen aus der Sammlung.",
  unopened: "Auf dem anderen Gerät stehen zwei Fragen zum Vortrag. Sag Bescheid, dass du ohne die Datei prüfst: Der Bogen bringt mit, was du wirklich gefragt hast.",
  unwanted: "Der Code ist ohne Vortragsdatei gemacht, deshalb bleibt sie hier außen vor.",
  other: "Diese Datei ist eine andere Fassung des Vortrags als die auf dem anderen Gerät. Lass dir die neue geben, sonst können die Fragen zum Vortrag verschieden sein.",
};

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} said
 * @param {(begun: Begun) => Promise<void>} onBegin
 */
export function makeOpening(form, said, onBegin) {
  const fields = /** @type {{code: HTMLInputElement, case: HTMLSelectElement, own: HTMLFieldSetElement, file: HTMLInputElement, keep: HTMLInputElement}} */ (/** @type {unknown} */ (form.elements));
  const address = new URLSearchParams(location.search);
  fields.code.value = address.get("code") ?? "";
  const wanted = idIn(location.search) || `/${address.get("pruefung") ?? ""}`;
  if ([...fields.case.options].some(({ value }) => value === wanted)) fields.case.value = wanted;
  const isOwn = () => fields.case.value.startsWith("/");
  const show = () => { fields.own.hidden = !isOwn(); };
  const begin = async (/** @type {Code} */ code, /** @type {Opened | null} */ opened) => {
    const begun = await begunWith(code, fields.case.value, opened, fields.keep.checked).catch(() => null);
    if (begun) await onBegin(begun);
    else said.textContent = UNLOADED;
  };
  fields.case.addEventListener("change", show);
  show();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const code = readCode(fields.code.value);
    said.textContent = "mistake" in code ? MISTAKES[code.mistake] : "";
    if ("mistake" in code) return fields.code.focus();
    if (code.talk !== null && !isOwn()) fields.case.value = [...fields.case.options].find(({ value }) => value.startsWith("/"))?.value ?? "";
    show();
    const [file] = isOwn() ? fields.file.files ?? [] : [];
    if (!file && code.talk !== null) {
      said.replaceChildren(OWN, button("Ohne die Datei prüfen", () => void begin(code, null)));
      return fields.file.focus();
    }
    const opened = file ? await openTalk(file).catch(() => ({ trouble: UNLOADED })) : null;
    if (opened && "trouble" in opened) said.textContent = opened.trouble;
    else await begin(code, opened);
  });
}

/** Read on this device, and kept nowhere. @param {File} file @returns {Promise<Opened | {trouble: string}>} */
export async function openTalk(file) {
  if (!/\.(?:zip|ya?ml)$/i.test(file.name)) return { trouble: KIND };
  const [{ fromFile }, { askedOfTalk }, { nameOf }] = await Promise.all([import("../workshop/importing.mjs"), import("./own-asked.mjs"), import("../talk/judging.mjs")]);
  const begun = await fromFile(file);
  return "trouble" in begun ? begun : { title: nameOf(begun.talk), ...(await askedOfTalk(begun.talk)) };
}

/**
 * @param {Code} code
 * @param {string} chosen a case study's id, or a slash and the exam's where the talk is somebody's own
 * @param {Opened | null} opened
 * @param {boolean} keeps whether what is expected about the talk outlives this page
 * @returns {Promise<Begun | null>}
 */
async function begunWith(code, chosen, opened, keeps) {
  const about = chosen.startsWith("/") ? "" : chosen;
  const found = about ? await loadTalk(about) : { talk: { title: "Eigener Vortrag" }, exam: await loadExam(chosen.slice(1)) };
  if ("trouble" in found || !found.exam) return null;
  const { exam, talk } = found;
  const { general, ofCase } = await questionsOf(exam, about);
  const used = code.talk !== null && opened ? opened : null;
  const by = { seed: code.seed, exam: exam.id, about };
  const questions = drawByCode({ about: (about ? ofCase : used?.shared ?? []).map(asked), general: general.map(asked) }, exam.discussion.most_questions, by);
  const drawn = new Set(questions.map(({ id }) => id));
  const sitting = newSitting({
    exam: exam.id, about, title: keeps && used ? used.title : talk.title, code: codeSaid(code), seed: seedOf(by), aloud: false, questions, follow: [],
    ...(code.disturbed && { disturbance: drawDisturbance(seedOf(by), budgetsOf(exam)) }),
    ...(keeps && used && { own: used.pool.filter((_, place) => drawn.has(used.shared[place].id)) }),
  }, Date.now());
  return { sitting: { ...sitting, log: withEvent([], 0, "phase", "talk") }, opened: used, notes: about ? [] : notesOn(code, opened) };
}

/** What is kept of a question. @param {{id: string, title: string, topic: string}} card */
const asked = ({ id, title, topic }) => ({ id, title, topic });

/** Where the questions come from, and what does not fit. @param {Code} code @param {Opened | null} opened */
function notesOn(code, opened) {
  if (code.talk === null) return [NOTES.bank, ...(opened ? [NOTES.unwanted] : [])];
  if (!opened) return [NOTES.bank, NOTES.unopened];
  return [...(opened.title ? [`„${opened.title}“.`] : []), NOTES.file, ...(opened.print === code.talk ? [] : [NOTES.other])];
}
