// What a class hands in, at a glance: a row each, what is wrong by slide, and the rows for a spreadsheet. Pure.
//
// `generalprobe/submissions.py` judges the same files the same way for whoever has the project.

import { timeSaid } from "../base/times.mjs";
import { audienceIn } from "./audience.mjs";
import { planned } from "./measuring.mjs";
import { timesOf } from "./times.mjs";

/**
 * @typedef {import("./checks.mjs").Finding} Finding
 * @typedef {import("./importing.mjs").Beginning} Beginning
 * @typedef {{judge: ReturnType<typeof import("./checks.mjs").makeJudge>, hints: ReturnType<typeof import("./hints.mjs").makeHints>, speech: import("./times.mjs").Speech, exams: (import("./times.mjs").Exam & {id: string})[]}} Known
 *
 * `hidden`: how many more the file hides, which are not judged; `plannedS` is null unless each slide says its time; `silent` are the numbers of slides without notes; `losses` are sentences.
 * @typedef {{file: string, trouble: string, slides: number, hidden: number, plannedS: number | null, spoken: {expected: number, low: number, high: number}, silent: number[],
 *   audience: string, mostBullets: number, remarks: Remark[], losses: string[]}} Submission
 *
 * `slide` is the number of the one that is meant in its file, from 1, or 0 for the talk.
 * @typedef {{slide: number, code: string, severity: Finding["severity"], message: string}} Remark
 */

const NO_AUDIENCE = "Keine Folie nennt die Zielgruppe, etwa mit „Zielgruppe: IT-Leitung“";
const OF_PLAN = ["ZEIT01", "ZEIT03", "ZEIT04"];
const [NO_NOTES, ALL_SLIDES, TOO_MUCH, EMPTY] = ["ZEIT10", "FOLIE02", "FOLIE07", "FORM07"];
const [FEW, MOST_NAMED] = [2, 12];
const PLACED = /^(Folie (\d+)(?: \(„.*?“\))?: )(.*)$/;
const MOST_PLACES = 2;
const NUMBERED = /\bFolie (\d+)\b/g;
const WORDS = { error: "Fehler", warning: "Warnung", hint: "Hinweis" };

/** @param {string} file its name @param {Beginning} begun @param {Known} known @returns {Submission} */
export function judged(file, begun, known) {
  const empty = { file, trouble: "", slides: 0, hidden: 0, plannedS: null, spoken: { expected: 0, low: 0, high: 0 }, silent: [], audience: "", mostBullets: 0, remarks: [], losses: [] };
  if ("trouble" in begun) return { ...empty, trouble: begun.trouble };
  if (!begun.talk.slides.length) return { ...empty, trouble: "Darin ist keine Folie zu finden, die gezeigt wird." };
  return { ...empty, ...rowOf(begun, known), losses: grouped(begun.losses) };
}

/** @param {import("./importing.mjs").Begun} begun @param {Known} known */
function rowOf({ talk: given, numbers = [] }, known) {
  const numberIn = (/** @type {number} */ number) => numbers[number - 1] ?? number;
  const talk = withTitles(given, numberIn);
  const { slides, hidden, metadata: { audience } } = talk;
  const exam = known.exams.find(({ id }) => id === talk.exam) ?? known.exams[0];
  const { planned_s, whole } = timesOf(known.speech, talk, exam);
  const remarks = findingsOf(talk, exam, known).map((each) => remarkOf(each, numberIn)).toSorted((one, other) => one.slide - other.slide);
  return {
    slides: slides.length, hidden: hidden.length, plannedS: slides.every(({ time_s }) => time_s) ? planned_s : null, spoken: whole, audience, remarks,
    silent: slides.flatMap(({ notes }, index) => (notes ? [] : [numberIn(index + 1)])), mostBullets: Math.max(...slides.map(({ bullets }) => bullets.reduce((sum, each) => sum + 1 + each.bullets.length, 0))),
  };
}

/** What does not fit on a slide is a hint to whoever writes, and a warning in the check. @param {import("./own-talk.mjs").OwnTalk} talk @param {Known["exams"][number]} exam @param {Known} known @returns {Finding[]} */
function findingsOf(talk, exam, { judge, hints, speech }) {
  const told = planned(talk, speech, exam);
  const open = new Set(talk.slides.flatMap(({ time_s }, index) => (time_s ? [] : [index])));
  const tooMuch = hints(told).filter(({ code }) => code === TOO_MUCH).map((each) => ({ ...each, severity: /** @type {const} */ ("warning") }));
  return [...judge(told, exam), ...tooMuch].filter((each) => each.severity !== "hint" && isAboutTalk(each, open));
}

/** What several slides lost alike is said once. @param {string[]} losses */
function grouped(losses) {
  /** @type {Map<string, string[][]>} */
  const places = new Map();
  for (const said of losses) {
    const [, place, number, what] = PLACED.exec(said) ?? ["", "", "", said];
    places.set(what, [...(places.get(what) ?? []), [place, number]]);
  }
  return [...places].flatMap(([what, where]) => {
    const numbers = [...new Set(where.map(([, number]) => number))];
    return where.length > MOST_PLACES && numbers.every(Boolean) ? [`Folien ${numbers.join(", ")}: ${what}`] : [...new Set(where.map(([place]) => place + what))];
  });
}

/** Nobody must give each slide a title, and where a talk does not say whom it is for, a slide may. @param {import("./own-talk.mjs").OwnTalk} talk @param {(number: number) => number} numberIn */
const withTitles = (talk, numberIn) => ({
  ...talk, metadata: { ...talk.metadata, audience: talk.metadata.audience || audienceIn(talk.slides) },
  slides: talk.slides.map((slide, index) => { const title = slide.title || slide.headline || `Folie ${numberIn(index + 1)}`; return { ...slide, title, headline: slide.headline || title }; }),
});

/** Of the frame around a talk only the audience counts here, and no time that nobody has planned. @param {Finding} finding @param {Set<number>} open */
function isAboutTalk({ code, path }, open) {
  if (path[0] === "metadata") return path[1] === "audience";
  if (OF_PLAN.includes(code)) return !open.size;
  return !(code.startsWith("ZEIT") && code !== NO_NOTES && path.length > 1 && open.has(Number(path[1])));
}

/** Slides have the numbers of the file, which counts those that it hides. @param {Finding} finding @param {(number: number) => number} numberIn @returns {Remark} */
function remarkOf({ code, severity, path, message }, numberIn) {
  if (code === EMPTY && path[1] === "audience") return { slide: 0, code: "ZIEL01", severity, message: NO_AUDIENCE };
  const slide = path[0] === "slides" && path.length > 1 && code !== ALL_SLIDES ? numberIn(Number(path[1]) + 1) : 0;
  return { slide, code, severity, message: slide ? message.replace(NUMBERED, (_, number) => `Folie ${numberIn(Number(number))}`) : message };
}

/** What is wrong, then what was lost, in sentences. @param {Submission} submission */
export const saidOf = ({ remarks, losses }) => [...gathered(remarks).map(({ slide, severity, message }) => `${WORDS[severity]}: ${slide && !message.includes(`Folie ${slide}`) ? `Folie ${slide}: ` : ""}${message}`), ...losses.map((said) => `Nicht gelesen: ${said}`)];

/** Slides that nobody says anything to are one line. @param {Remark[]} remarks */
function gathered(remarks) {
  const silent = remarks.filter(({ code }) => code === NO_NOTES);
  if (silent.length <= FEW) return remarks;
  const numbers = `${silent.slice(0, MOST_NAMED).map(({ slide }) => slide).join(", ")}${silent.length > MOST_NAMED ? ", …" : ""}`;
  return [{ ...silent[0], slide: 0, message: `${silent.length} Folien haben keinen Sprechtext: ${numbers}` }, ...remarks.filter(({ code }) => code !== NO_NOTES)];
}

export const HEADS = ["Datei", "Folien", "geplant", "gesprochen", "ohne Sprechtext", "meiste Punkte", "Befunde", "Zielgruppe"];

/** A row, in the order of the heads. @param {Submission} submission */
export function cellsOf({ file, trouble, slides, hidden, plannedS, spoken, silent, mostBullets, remarks, audience }) {
  if (trouble) return [file, "–", "–", "–", "–", "–", "nicht lesbar", "–"];
  const errors = remarks.filter(({ severity }) => severity === "error").length;
  const warnings = remarks.length - errors;
  const said = `${timeSaid(spoken.expected)} (${timeSaid(spoken.low)}–${timeSaid(spoken.high)})`;
  return [file, `${slides}${hidden ? ` (+${hidden})` : ""}`, plannedS === null ? "–" : timeSaid(plannedS), said, String(silent.length), String(mostBullets), `${errors} Fehler, ${warnings} ${warnings === 1 ? "Warnung" : "Warnungen"}`, audience || "–"];
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** As German spreadsheets open it, nothing in it a formula. @param {Submission[]} submissions */
export const csvOf = (submissions) => `\ufeff${[[...HEADS, "Hinweis"], ...submissions.map((each) => [...cellsOf({ ...each, hidden: 0 }), each.trouble || hintsOf(each)])].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

/** @param {Submission} submission */
const hintsOf = ({ hidden, losses }) => [hiddenSaid(hidden), unreadSaid(losses.length)].filter(Boolean).join("; ");

/** @param {number} count */
const hiddenSaid = (count) => (count ? `${count} ${count === 1 ? "Folie" : "Folien"} ausgeblendet` : "");

/** @param {number} count */
const unreadSaid = (count) => (count ? `${count} ${count === 1 ? "Sache" : "Sachen"} nicht gelesen` : "");

/** @param {string} text */
function cell(text) {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
