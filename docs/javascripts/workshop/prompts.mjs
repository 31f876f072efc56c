// Questions that examiners make of a talk, filled from its fields. A field is quoted, never inflected, so that every sentence is one whatever it holds. Pure.

import { linesOf, rejectedIn } from "./reasons.mjs";

/**
 * @typedef {import("./times.mjs").Talk} Talk
 * @typedef {import("./asking.mjs").Used} Used
 * @typedef {import("./reasons.mjs").Line} Line
 * @typedef {{kind: Kind, label: string, question: string, expects: string, why: string, slide: string}} Prompt `expects` is what
 *   examiners want to hear, `why` begins with „weil“; `slide` is a key, empty for the talk's frame
 * @typedef {keyof typeof LABELS} Kind
 */

export const LABELS = { understanding: "Verständnis", depth: "Vertiefung", "what-if": "Was wäre wenn", alternative: "Alternative", benefit: "Nutzen", privacy: "Datenschutz" };

/** What examiners want to hear. @type {Record<Kind, string>} */
const EXPECTED = {
  understanding: "Den Kern in eigenen Worten, so dass ihn auch versteht, wer nicht dabei war.",
  depth: "Was es hier genau war: Gerät, Dienst oder Einstellung, und woran man es gesehen hat.",
  "what-if": "Ein klarer nächster Schritt, wer ihn entscheidet, und was die Anwender davon merken.",
  alternative: "Ein anderer Weg, der wirklich gegangen wäre, und der Grund, der gegen ihn sprach.",
  benefit: "Wem es nützt, mit einer Zahl oder einem Beispiel.",
  privacy: "Welche Daten, wozu, wer sie sieht und wann sie gelöscht werden.",
};

const MOST_TERMS = 3;
const MOST_REJECTED = 3;
const LONGEST = 140;
/** A shorter sentence, such as „Ich habe ihn verworfen.“, says nothing by itself. */
const LEAST_TELLING = 40;
/** Words that stand for data of people. */
const PERSONAL = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:personenbezogen\p{Ll}*|\p{L}{0,40}(?:[Kk]unden|[Pp]ersonal|[Nn]utzer|[Kk]ontakt|[Aa]nmelde)daten|(?:E-)?Mail(?:s|adressen?)?|\p{L}{0,40}[Pp]ostf[aä]ch\p{Ll}*|(?:Benutzer)?[Kk]ont(?:o|en|os)|` +
    String.raw`(?:Kenn|Pass)w[oö]rt\p{Ll}*|Fernwartung|Fernzugriff\p{Ll}*|Bildschirmfreigabe\p{Ll}*|Telefonnummern?|Protokoll\p{Ll}*|Logs|Logdatei\p{Ll}*)(?![\p{L}\p{N}])`,
  "u",
);

/**
 * @param {Talk} talk
 * @param {(markdown: string) => string} plainText
 * @param {Used[]} used its terms, the most central first
 * @returns {Prompt[]} in the order of the kinds
 */
export function promptsFor(talk, plainText, used = []) {
  const lines = linesOf(talk, plainText);
  const said = (/** @type {string} */ text) => quoted(plainText(text));
  const made = [...ofFrame(talk.metadata, said), ...ofTerms(used), ...ofRejected(lines, said(talk.metadata.goal)), ...ofData(lines, said(talk.metadata.topic))];
  return Object.keys(LABELS).flatMap((kind) => made.filter((each) => each.kind === kind));
}

/** By their kinds, in their order. @param {Prompt[]} prompts @returns {Prompt[][]} */
export const byKind = (prompts) => Object.keys(LABELS).map((kind) => prompts.filter((each) => each.kind === kind)).filter(({ length }) => length);

/** @param {Kind} kind @param {string} question @param {string} why @param {string} [slide] @returns {Prompt} */
const prompt = (kind, question, why, slide = "") => ({ kind, label: LABELS[kind], question, expects: EXPECTED[kind], why, slide });

/** @param {Talk["metadata"]} metadata @param {(text: string) => string} said @returns {Prompt[]} */
function ofFrame({ topic, audience, situation, goal, success_criteria, scope, risks }, said) {
  /** @type {[Kind, string | string[], string, (field: string) => string][]} */
  const asked = [
    ["understanding", topic, "Thema", (field) => `Ihr Thema ist ${field}. Worum geht es, in zwei Sätzen für jemanden ohne Vorwissen?`],
    ["understanding", audience, "Zielgruppe", (field) => `Als Zielgruppe nennen Sie: ${field}. Warum haben Sie sich für diese entschieden?`],
    ["understanding", scope, "Abgrenzung", (field) => `Zur Abgrenzung sagen Sie: ${field}. Warum ziehen Sie die Grenze dort?`],
    ["depth", success_criteria, "Erfolgskriterien", (field) => `Als Erfolgskriterium nennen Sie: ${field}. Wie haben Sie das gemessen?`],
    ["what-if", risks, "Risiken", (field) => `Als Risiko nennen Sie: ${field}. Was hätten Sie getan, wenn es trotzdem so gekommen wäre?`],
    ["what-if", situation, "Ausgangslage", (field) => `Ihre Ausgangslage war: ${field}. Was wäre anders gewesen, wenn es doppelt so viele Anwender betroffen hätte?`],
    ["benefit", goal, "Ziel", (field) => `Ihr Ziel war: ${field}. Was hat Ihr Betrieb davon, in Zeit oder Geld?`],
    ["benefit", audience, "Zielgruppe", (field) => `Als Zielgruppe nennen Sie: ${field}. Was hat sie von Ihrer Lösung?`],
  ];
  return asked.flatMap(([kind, fields, name, ask]) => [fields].flat().map(said).filter(Boolean).map((field) => prompt(kind, ask(field), `weil du es unter „${name}“ nennst`)));
}

/** @param {Used[]} used @returns {Prompt[]} */
const ofTerms = (used) => used.slice(0, MOST_TERMS).flatMap(({ places }) => {
  const place = places.find(({ isSaid }) => isSaid) ?? places.find(({ number }) => number);
  if (!place) return [];
  const stands = standing(place.number, place.isSaid, quoted(place.words));
  return prompt("depth", `${stands.question} Was heißt das in Ihrem Fall genau?`, stands.why, place.key);
});

/** @param {Line[]} lines @param {string} goal @returns {Prompt[]} */
function ofRejected(lines, goal) {
  const behind = rejectedIn(lines).filter(({ number }) => number > 1);
  const named = behind.filter(({ option }) => option);
  const found = (named.length ? named : behind.filter(({ text }) => text.length >= LEAST_TELLING)).slice(0, MOST_REJECTED);
  if (!found.length) return goal ? [prompt("alternative", `Ihr Ziel war: ${goal}. Welchen anderen Weg dorthin gab es, und warum haben Sie ihn verworfen?`, "weil du keine verworfene Möglichkeit nennst")] : [];
  return found.map(({ slide, number, text, isSaid, option }) => {
    const question = option ? `Warum haben Sie ${quoted(option)} verworfen?` : `Auf Folie ${number} ${isSaid ? "sagen Sie" : "steht"}: ${quoted(text)}. Warum haben Sie sich so entschieden?`;
    return prompt("alternative", question, isSaid ? `weil du es auf Folie ${number} sagst` : `weil es auf Folie ${number} steht`, slide.key);
  });
}

/** @param {Line[]} lines @param {string} topic @returns {Prompt[]} */
function ofData(lines, topic) {
  const line = lines.find(({ text }) => PERSONAL.test(text));
  const ask = "Welche personenbezogenen Daten kommen dabei vor, und wie haben Sie sie geschützt?";
  if (!line) return topic ? [prompt("privacy", `Ihr Thema ist ${topic}. ${ask}`, "weil jede Lösung mit Daten von Menschen zu tun haben kann")] : [];
  const stands = standing(line.number, line.isSaid, quoted(PERSONAL.exec(line.text)?.[0] ?? ""));
  return [prompt("privacy", `${stands.question} ${ask}`, stands.why, line.slide.key)];
}

/** That a word stands on a slide or is said there, for examiners and for whoever speaks. @param {number} number @param {boolean} isSaid @param {string} word in quotation marks */
const standing = (number, isSaid, word) => ({
  question: `Auf Folie ${number} ${isSaid ? "sagen Sie" : "steht"} ${word}.`,
  why: isSaid ? `weil du auf Folie ${number} ${word} sagst` : `weil auf Folie ${number} ${word} steht`,
});

/** A field in quotation marks, on one line and not too long, so that a sentence can go on behind it; empty where it says nothing. @param {string} text */
export function quoted(text) {
  const line = text.slice(0, 4 * LONGEST).replace(/[\s\u2028\u2029]+/g, " ").trim().replace(/(^|[\s([])[„“”"»«]/g, "$1‚").replace(/[„“”"»«]/g, "‘").replace(/[\s.,;:!…–-]+$/u, "");
  if (!/[\p{L}\p{N}]/u.test(line)) return "";
  const short = [...line].length > LONGEST ? `${[...line].slice(0, LONGEST).join("").replace(/\s+\S*$/u, "").replace(/[\s.,;:!–-]+$/u, "")} …` : line;
  return `„${short}“`;
}
