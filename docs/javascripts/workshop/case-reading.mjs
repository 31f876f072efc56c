// The values of a case study's file → a talk of one's own: what does not fit is named at its place and left out. Pure.

import { isRecord } from "../base/merging.mjs";
import { isId } from "../talk/judging.mjs";
import { slugOf } from "./case-study.mjs";
import { MOST_QUESTIONS } from "./own-questions.mjs";
import { MOST_SLIDES } from "./own-talk.mjs";
import { Unreadable, readable } from "./unreadable.mjs";
import { vetted } from "./vetting.mjs";

/**
 * @typedef {import("./yaml.mjs").Value} Value
 * @typedef {(string | number)[]} Path by the keys of the file: `["slides", 2, "time"]`
 * @typedef {{path: Path, said: string}} Loss `said` is a sentence that names the place
 * @typedef {{losses: Loss[]}} Log
 * @typedef {Record<string, Value>} Group
 */

const TIME = /^(\d{1,2}):([0-5]\d)$/;
const KNOWN = {
  study: ["title", "draft", "focus", "exam", "summary", "tags", "metadata", "slides", "questions", "sources"],
  slide: ["title", "headline", "bullets", "artifact", "notes", "time", "demo", "id", "formerly"],
  bullet: ["text", "bullets"],
};
const METADATA = { topic: "Thema", audience: "Zielgruppe", situation: "Ausgangslage", goal: "Ziel", success_criteria: "Erfolgskriterien", scope: "Abgrenzung", risks: "Risiken" };
const LISTS = ["success_criteria", "risks"];
const FOCUS = ["technology", "communication", "mixed"];
/** What is text on each kind of artifact. @type {Record<string, string[]>} */
const ARTIFACTS = {
  placeholder: ["caption", "description"], image: ["caption", "alt"], diagram: ["caption", "source", "description"], code: ["caption", "language", "code"],
  table: ["caption"], quote: ["caption", "text", "source"],
};
/** @type {Record<string, string>} */
const LEFT = { tags: "Die Schlagwörter bleiben weg: Ein eigener Vortrag hat keine.", sources: "Die Quellen bleiben weg: Ein eigener Vortrag hat keine." };
const SAID = {
  none: "In der Datei steht kein Vortrag: Ihr fehlt die Liste der Folien (slides).",
  many: `Die Datei hat mehr als ${MOST_SLIDES} Folien. Nimm nur den Vortrag selbst.`,
};

/** @param {any} value as `readYaml` gives it @returns {Promise<{talk: import("./own-talk.mjs").OwnTalk, losses: Loss[]} | import("./unreadable.mjs").Trouble>} */
export const readCaseStudy = (value) => readable(() => {
  if (!isGroup(value) || !Array.isArray(value.slides) || !value.slides.some(isGroup)) throw new Unreadable(SAID.none);
  if (value.slides.length > MOST_SLIDES) throw new Unreadable(SAID.many);
  /** @type {Log} */
  const log = { losses: [] };
  const talk = vetted(studyIn(value, value.slides, log), new Set());
  if (!talk) throw new Unreadable(SAID.none);
  return { talk, losses: log.losses };
});

/** @param {Group} study @param {Value[]} slides @param {Log} log */
function studyIn(study, slides, log) {
  const at = place(log, [], "");
  unknown(study, KNOWN.study, at);
  if (some(study.questions).length > MOST_QUESTIONS) at("questions").lose(`Von den Fragen bleiben die ersten ${MOST_QUESTIONS}.`);
  for (const [key, said] of Object.entries(LEFT)) if (Array.isArray(study[key]) && study[key].length) at(key).lose(said);
  return {
    title: text(study.title, at("title", "Titel")),
    focus: among(study.focus, FOCUS, at("focus", "Schwerpunkt")),
    exam: among(study.exam, null, at("exam", "Prüfung")),
    summary: text(study.summary, at("summary", "Zusammenfassung")),
    metadata: metadataIn(study.metadata, at("metadata", "Rahmen")),
    slides: slides.flatMap((slide, index) => slideIn(slide, at(["slides", index], `Folie ${index + 1}`))),
    questions: list(study.questions, at("questions", "Fragen")).flatMap((each, index) => questionIn(each, at(["questions", index], `Frage ${index + 1}`))),
  };
}

/**
 * A place in the file: called with a key it is one below, `lose` notes what is wrong there.
 *
 * @typedef {{(key: string | number | Path, name?: string): At, lose(said: string): void}} At
 * @param {Log} log @param {Path} path @param {string} name what it is called in sentences @returns {At}
 */
function place(log, path, name) {
  const below = (/** @type {string | number | Path} */ key, /** @type {string} */ more = "") =>
    place(log, [...path, ...[key].flat()], [name, more].filter(Boolean).join(", "));
  return Object.assign(below, { lose: (/** @type {string} */ said) => void log.losses.push({ path, said: name ? `${name}: ${said}` : said }) });
}

/** @param {Group} group @param {string[]} known @param {At} at */
function unknown(group, known, at) {
  for (const key of Object.keys(group)) if (!known.includes(key)) at(key).lose(`Den Schlüssel \`${shortened(key)}\` gibt es hier nicht. Was darunter steht, bleibt weg.`);
}

/** @param {Value | undefined} value @param {At} at @returns {string} */
function text(value, at) {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") {
    at.lose(`„${value}“ ist ohne Anführungszeichen kein Text. Sieh nach, ob es noch stimmt.`);
    return String(value);
  }
  if (value !== undefined && value !== null) at.lose("Hier gehört ein Text hin. Was dort steht, bleibt weg.");
  return "";
}

/** @param {Value | undefined} value @param {At} at @returns {Value[]} */
function list(value, at) {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) at.lose("Hier gehört eine Liste hin. Was dort steht, bleibt weg.");
  return [];
}

/** @param {Value | undefined} value @param {At} at @returns {string[]} */
const texts = (value, at) => list(value, at).map((each, index) => text(each, at(index, `Zeile ${index + 1}`)));

/** A word of a few, or an id where there are no few. @param {Value | undefined} value @param {string[] | null} words @param {At} at */
function among(value, words, at) {
  const said = text(value, at);
  const fits = words ? words.includes(said) : isId(said);
  if (said && !fits) at.lose(`„${shortened(said)}“ gibt es nicht und bleibt weg.`);
  return fits ? said : "";
}

/** @param {Value | undefined} said @param {At} at */
function metadataIn(said, at) {
  if (!isGroup(said)) return void at.lose("Thema, Zielgruppe und was sonst dazugehört fehlen. Trage sie nach.");
  unknown(said, Object.keys(METADATA), at);
  const read = (/** @type {string} */ key, /** @type {string} */ name) => (LISTS.includes(key) ? texts : text)(said[key], at(key, name));
  return Object.fromEntries(Object.entries(METADATA).map(([key, name]) => [key, read(key, name)]));
}

/** @param {Value} slide @param {At} at */
function slideIn(slide, at) {
  if (!isGroup(slide)) return at.lose("Das ist keine Folie und bleibt weg."), [];
  unknown(slide, KNOWN.slide, at);
  const title = text(slide.title, at("title", "Titel"));
  return [{
    title,
    key: among(slide.id, null, at("id", "Kennung")) || slugOf(title),
    formerly: texts(slide.formerly, at("formerly", "frühere Kennungen")),
    headline: text(slide.headline, at("headline", "Überschrift")),
    bullets: list(slide.bullets, at("bullets", "Stichpunkte")).flatMap((each, index) => bulletIn(each, at(["bullets", index], `Stichpunkt ${index + 1}`))),
    artifact: artifactIn(slide.artifact ?? null, at("artifact", "Artefakt")),
    notes: text(slide.notes, at("notes", "Sprechtext")),
    time_s: seconds(slide.time, at("time", "Zeit")),
    demo_s: seconds(slide.demo, at("demo", "Vorführung")),
  }];
}

/** @param {Value | undefined} value @param {At} at */
function seconds(value, at) {
  if (value === undefined || value === null) return 0;
  const [, minutes, rest] = TIME.exec(String(value)) ?? [];
  if (!minutes) at.lose(`„${shortened(String(value))}“ ist keine Zeit. Trage sie in Minuten und Sekunden ein, etwa 1:30.`);
  return minutes ? 60 * Number(minutes) + Number(rest) : 0;
}

/** @param {Value} bullet @param {At} at */
function bulletIn(bullet, at) {
  if (!isGroup(bullet)) return [{ text: text(bullet, at), bullets: [] }].filter((each) => each.text);
  unknown(bullet, KNOWN.bullet, at);
  return [{ text: text(bullet.text, at), bullets: texts(bullet.bullets, at("bullets", "Unterpunkte")) }];
}

/** A picture stays behind: its place is kept. @param {Value} artifact @param {At} at */
function artifactIn(artifact, at) {
  if (artifact === null) return null;
  const kind = isGroup(artifact) && typeof artifact.kind === "string" ? artifact.kind : "";
  if (!isGroup(artifact) || !Object.hasOwn(ARTIFACTS, kind)) return at.lose("Das ist kein Bild, Diagramm, Code, Zitat, keine Tabelle und kein Platzhalter und bleibt weg."), null;
  unknown(artifact, ["kind", ...ARTIFACTS[kind], ...(kind === "table" ? ["columns", "rows"] : kind === "image" ? ["src"] : [])], at);
  const said = Object.fromEntries(ARTIFACTS[kind].map((name) => [name, text(artifact[name], at(name))]));
  if (kind === "image") at.lose("Das Bild selbst steht nicht in der Datei. Sein Platz ist frei gehalten: Füge es auf der Folie ein.");
  if (kind === "image") return { kind: "placeholder", caption: said.caption, description: said.alt || "Bild" };
  return { ...said, kind, ...(kind === "code" && { language: said.language || "text" }), ...(kind === "table" && tableIn(artifact, at)) };
}

/** @param {Group} table @param {At} at */
function tableIn(table, at) {
  const columns = texts(table.columns, at("columns", "Spalten"));
  const rows = list(table.rows, at("rows", "Zeilen")).map((row, index) => texts(row, at(["rows", index], `Zeile ${index + 1} der Tabelle`)));
  rows.forEach(({ length }, index) => {
    if (length > columns.length) at(["rows", index], `Zeile ${index + 1} der Tabelle`).lose("Sie hat mehr Werte als die Tabelle Spalten. Was übersteht, bleibt weg.");
  });
  return { columns, rows };
}

/** @type {Record<string, {name: string, keys: string[], answer: (question: Group) => string}>} */
const QUESTIONS = {
  open: { name: "", keys: ["answer"], answer: ({ answer }) => said(answer) },
  choice: { name: "Auswahlfrage", keys: ["options"], answer: ({ options }) => listed(groups(options).filter(({ right }) => right === true).map((option) => said(option.text))) },
  order: { name: "Frage nach der Reihenfolge", keys: ["steps"], answer: ({ steps }) => some(steps).map((step, index) => `${index + 1}. ${said(step)}`).join("\n") },
  match: { name: "Zuordnungsfrage", keys: ["pairs"], answer: ({ pairs }) => listed(groups(pairs).map(({ left, right }) => `${said(left)}: ${said(right)}`)) },
  gaps: { name: "Lückentext", keys: ["text", "gaps"], answer: ({ text: whole, gaps }) => filledIn(said(whole), groups(gaps).map(({ accepted }) => said(some(accepted)[0]))) },
};
const ASIDE = ["expects", "points", "explanation"];

/** @param {Value} question @param {At} at */
function questionIn(question, at) {
  if (!isGroup(question)) return at.lose("Das ist keine Frage und bleibt weg."), [];
  const kind = question.kind === undefined ? "open" : said(question.kind);
  if (!Object.hasOwn(QUESTIONS, kind)) return at.lose(`Die Art „${shortened(kind)}“ gibt es nicht. Die Frage bleibt weg.`), [];
  const { name, keys, answer } = QUESTIONS[kind];
  unknown(question, ["id", "kind", "topic", "difficulty", "formerly", "core", "question", ...keys, ...ASIDE], at);
  if (name) at.lose(`Sie war von der Art „${name}“. Ihre Lösung steht jetzt als Antwort da.`);
  if (question.explanation) at.lose("Die Erklärung bleibt weg. Frage und Antwort sind da.");
  if (groups(question.points).length) at.lose("Bei welchen Worten der Antwort ein Punkt fällt, bleibt weg. Die Punkte sind da.");
  return [{
    id: among(question.id, null, at("id", "Kennung")), topic: text(question.topic, at("topic", "Gebiet")), question: text(question.question, at("question")),
    expects: text(question.expects, at("expects", "was die Prüfer erwarten")), points: some(question.points).map((point) => (isGroup(point) ? said(point.text) : said(point))).filter(Boolean), answer: answer(question),
  }];
}

/** @param {string} whole @param {string[]} words */
const filledIn = (whole, words) => whole.replace(/_{3,}(?![^()]*\))/g, () => words.shift() || "…");

/** @param {string[]} entries */
const listed = (entries) => (entries.length > 1 ? entries.map((each) => `- ${each}`).join("\n") : entries.join(""));

/** @param {Value | undefined} value */
const said = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** @param {Value | undefined} value @returns {Value[]} */
const some = (value) => (Array.isArray(value) ? value : []);

/** @param {Value | undefined} value */
const groups = (value) => some(value).filter(isGroup);

/** @param {Value | undefined} value @returns {value is Group} */
const isGroup = (value) => isRecord(value);

/** @param {string} text */
const shortened = (text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
