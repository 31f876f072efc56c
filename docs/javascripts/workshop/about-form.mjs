// What a talk of one's own is about: the fields of its frame, each with what examiners expect there.

import { make } from "../base/elements.mjs";
import { makeField } from "./field.mjs";
import { linesIn } from "./texts.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./checks.mjs").Finding} Finding */

/** @type {Record<string, [label: string, hint: string, rows: number]>} */
const FRAME = {
  topic: ["Thema", "So steht es unten auf jeder Folie: ein Fall, kein Fachgebiet.", 0],
  audience: ["Zielgruppe", "Eine wirkliche Rolle im Betrieb, etwa die IT-Leitung. Der Prüfungsausschuss ist keine.", 0],
  situation: ["Ausgangslage", "Wen hat es getroffen, und was konnten diese Menschen nicht tun?", 2],
  goal: ["Ziel", "Was sollte danach anders sein?", 2],
  success_criteria: ["Erfolgskriterien", "Woran misst du das? Eines je Zeile, am besten mit einer Zahl.", 2],
  scope: ["Abgrenzung", "Was gehört dazu, und was behandelst du nicht?", 2],
  risks: ["Risiken", "Was konnte schiefgehen? Eines je Zeile.", 2],
};
const LISTS = ["success_criteria", "risks"];
const FOCUS = { technology: "Technik", communication: "Kommunikation", mixed: "gemischt" };

/**
 * @param {(change: (talk: OwnTalk) => OwnTalk, mark: string) => void} onChange
 * @param {() => void} onLeave
 * @param {{id: string, name: string}[]} exams
 */
export function makeAboutForm(onChange, onLeave, exams) {
  const put = (/** @type {string} */ name, /** @type {string} */ text) =>
    onChange((talk) => ({ ...talk, metadata: { ...talk.metadata, [name]: LISTS.includes(name) ? linesIn(text) : text } }), `metadata-${name}`);
  const title = makeField({ id: "own-title", label: "Titel", look: "gp-entry--title", onInput: (text) => onChange((talk) => ({ ...talk, title: text }), "title"), onLeave });
  const summary = makeField({ id: "own-summary", label: "Kurz gesagt", hint: "Worum es geht, in ein bis zwei Sätzen. Steht in der Übersicht, wenn der Vortrag eine Fallstudie wird.", rows: 2, onInput: (text) => onChange((talk) => ({ ...talk, summary: text }), "summary"), onLeave });
  const fields = new Map(Object.entries(FRAME).map(([name, [label, hint, rows]]) =>
    [name, makeField({ id: `own-${name}`, label, hint, rows, onInput: (text) => put(name, text), onLeave })]));
  const focus = choice("Schwerpunkt", Object.entries(FOCUS), (value) => onChange((talk) => ({ ...talk, focus: /** @type {OwnTalk["focus"]} */ (value) }), ""));
  const exam = choice("Prüfung", exams.map(({ id, name }) => [id, name]), (value) => onChange((talk) => ({ ...talk, exam: value }), ""));
  const state = make("span", { class: "gp-about__state" });
  const element = make("details", { class: "gp-about", "data-disclosure": true },
    make("summary", { class: "gp-about__summary" }, make("strong", {}, "Worum es geht"), " ", state),
    make("div", { class: "gp-about__fields" }, ...[...fields.values()].map((field) => field.element), summary.element, make("p", { class: "gp-about__choices" }, focus.element, exam.element)));
  return {
    title,
    element,
    fields,
    /** @param {OwnTalk} talk @param {boolean} always */
    show(talk, always) {
      title.show(talk.title, always);
      summary.show(talk.summary ?? "", always);
      for (const [name, field] of fields) field.show([/** @type {any} */ (talk.metadata)[name]].flat().join("\n"), always);
      focus.select.value = talk.focus ?? "mixed";
      exam.select.value = talk.exam;
    },
    /** @param {readonly Finding[]} findings */
    judge(findings) {
      for (const [name, field] of fields) field.judge(findings.filter((each) => each.path[0] === "metadata" && each.field === name));
      const open = new Set(findings.filter(({ path }) => path[0] === "metadata").map((each) => each.field)).size;
      state.textContent = open ? `${open} von ${fields.size} Feldern offen` : "vollständig";
    },
  };
}

/** @param {string} label @param {string[][]} options @param {(value: string) => void} onChange */
function choice(label, options, onChange) {
  const select = make("select", {}, ...options.map(([value, text]) => make("option", { value }, text)));
  select.addEventListener("change", () => onChange(select.value));
  return { select, element: make("label", { class: "gp-about__choice" }, make("span", {}, label), select) };
}
