// What stands in the fields of a marking sheet, by their names, and what of it is kept. Pure.
//
// The fields are called as the sheet's template calls them: `name`, `mark-zielgruppe` (its value is the mark), `note-zielgruppe`, `verdict`, `good`.

import { emptySheet, isSheet } from "./marking.mjs";

/** @typedef {import("./marking.mjs").Sheet} Sheet */
/** @typedef {Record<typeof HEAD[number], string>} Head  who was marked, when and by whom, as somebody wrote it */
/** @typedef {{head: Head, sheet: Sheet}} Filled */

const HEAD = /** @type {const} */ (["name", "date", "audience", "observer", "talk", "discussion"]);
const WORDS = /** @type {const} */ (["good", "change", "next"]);

/** @returns {Filled} */
export const unfilled = () => ({ head: { name: "", date: "", audience: "", observer: "", talk: "", discussion: "" }, sheet: emptySheet() });

/** @param {Filled} filled @returns {Map<string, string>} by the names of fields; what is not there is empty */
export function fieldsOf({ head, sheet }) {
  return new Map([
    ...Object.entries(head),
    ...Object.entries(sheet.marks).map(([id, mark]) => /** @type {const} */ ([`mark-${id}`, String(mark)])),
    ...Object.entries(sheet.notes).map(([id, note]) => /** @type {const} */ ([`note-${id}`, note])),
    ...(sheet.verdict === null ? [] : [/** @type {const} */ (["verdict", String(sheet.verdict)])]),
    ...WORDS.map((name) => /** @type {const} */ ([name, sheet[name]])),
  ]);
}

/** @param {Filled} filled @param {string} name of a field @param {string} value @returns {Filled} with what stands in that field now */
export function withField({ head, sheet }, name, value) {
  const [, kind, id] = /^(mark|note)-(.+)$/.exec(name) ?? [];
  if (kind === "mark") return { head, sheet: { ...sheet, marks: { ...sheet.marks, [id]: Number(value) } } };
  if (kind === "note") return { head, sheet: { ...sheet, notes: { ...sheet.notes, [id]: value } } };
  if (name === "verdict") return { head, sheet: { ...sheet, verdict: Number(value) } };
  return Object.hasOwn(head, name) ? { head: { ...head, [name]: value }, sheet } : { head, sheet: { ...sheet, [name]: value } };
}

/** Whether nothing stands on it. @param {Filled} filled */
export const isBlank = (filled) => [...fieldsOf(filled).values()].every((value) => !value.trim());

/** Whether something that was stored is one. @param {any} value @returns {value is Filled} */
export const isFilled = (value) =>
  typeof value?.head === "object" && value.head !== null && HEAD.every((name) => typeof value.head[name] === "string") && isSheet(value.sheet);
