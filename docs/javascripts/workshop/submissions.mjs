// What a class hands in, at a glance: a row each, what is wrong by slide, and the rows for a spreadsheet. Pure.
//
// `generalprobe/submissions.py` judges the same files the same way for whoever has the project.

import { timeSaid } from "../base/times.mjs";
import { planned } from "./measuring.mjs";
import { timesOf } from "./times.mjs";

/**
 * @typedef {import("./checks.mjs").Finding} Finding
 * @typedef {import("./importing.mjs").Beginning} Beginning
 * @typedef {{judge: ReturnType<typeof import("./checks.mjs").makeJudge>, speech: import("./times.mjs").Speech, exams: (import("./times.mjs").Exam & {id: string})[]}} Known
 *
 * `plannedS` is null unless each slide says its time; `silent` are the numbers of slides without notes, from 1; `said` are sentences.
 * @typedef {{file: string, trouble: string, slides: number, plannedS: number | null, spoken: {expected: number, low: number, high: number}, silent: number[],
 *   audience: string, mostBullets: number, errors: number, warnings: number, said: string[], lost: number}} Submission
 */

const NAMED = /^Zielgruppe(?: ist)?\s*[:–-]\s*(\S.*)/i;
const NO_AUDIENCE = "Keine Folie nennt die Zielgruppe, etwa mit „Zielgruppe: IT-Leitung“";
const OF_PLAN = ["ZEIT01", "ZEIT03", "ZEIT04"];
const [NO_NOTES, ALL_SLIDES] = ["ZEIT10", "FOLIE02"];
const WORDS = { error: "Fehler", warning: "Warnung", hint: "Hinweis" };

/** @param {string} file its name @param {Beginning} begun @param {Known} known @returns {Submission} */
export function judged(file, begun, { judge, speech, exams }) {
  const empty = { file, trouble: "", slides: 0, plannedS: null, spoken: { expected: 0, low: 0, high: 0 }, silent: [], audience: "", mostBullets: 0, errors: 0, warnings: 0, said: [], lost: 0 };
  if ("trouble" in begun) return { ...empty, trouble: begun.trouble };
  const { talk, losses } = begun;
  if (!talk.slides.length) return { ...empty, trouble: "Darin ist keine Folie zu finden, die gezeigt wird." };
  const exam = exams.find(({ id }) => id === talk.exam) ?? exams[0];
  const open = new Set(talk.slides.flatMap(({ time_s }, index) => (time_s ? [] : [index])));
  const named = { ...talk, metadata: { ...talk.metadata, audience: audienceIn(talk) } };
  const times = timesOf(speech, named, exam);
  const findings = judge(planned(named, speech, exam), exam).filter((each) => each.severity !== "hint" && isAboutTalk(each, open));
  return {
    ...empty, slides: talk.slides.length, plannedS: open.size ? null : times.planned_s, spoken: times.whole, audience: named.metadata.audience,
    silent: talk.slides.flatMap(({ notes }, index) => (notes ? [] : [index + 1])), mostBullets: Math.max(...talk.slides.map(({ bullets }) => bullets.reduce((sum, each) => sum + 1 + each.bullets.length, 0))),
    errors: findings.filter(({ severity }) => severity === "error").length, warnings: findings.filter(({ severity }) => severity === "warning").length,
    said: [...findings.toSorted((one, other) => numberOf(one) - numberOf(other)).map((each) => findingSaid(each)), ...losses], lost: losses.length,
  };
}

/** What the talk says itself, else a slide. @param {{metadata: {audience: string}, slides: {bullets: {text: string, bullets: string[]}[]}[]}} talk */
function audienceIn({ metadata, slides }) {
  const texts = slides.flatMap(({ bullets }) => bullets.flatMap(({ text, bullets: below }) => [text, ...below]));
  return metadata.audience || (texts.map((text) => NAMED.exec(text)?.[1]).find(Boolean) ?? "").trim();
}

/** Of the frame around a talk only the audience counts here, and no time that nobody has planned. @param {Finding} finding @param {Set<number>} open */
function isAboutTalk({ code, path }, open) {
  if (path[0] === "metadata") return path[1] === "audience";
  if (OF_PLAN.includes(code)) return !open.size;
  return !(code.startsWith("ZEIT") && code !== NO_NOTES && path.length > 1 && open.has(Number(path[1])));
}

/** @param {Finding} finding */
const numberOf = ({ code, path }) => (path[0] === "slides" && path.length > 1 && code !== ALL_SLIDES ? Number(path[1]) + 1 : 0);

/** @param {Finding} finding */
function findingSaid(finding) {
  const [number, message] = [numberOf(finding), finding.path[1] === "audience" && finding.code === "FORM07" ? NO_AUDIENCE : finding.message];
  return `${WORDS[finding.severity]}: ${number && !message.includes(`Folie ${number}`) ? `Folie ${number}: ` : ""}${message}`;
}

export const HEADS = ["Datei", "Folien", "geplant", "gesprochen", "ohne Sprechtext", "meiste Punkte", "Befunde", "Zielgruppe"];

/** A row, in the order of the heads. @param {Submission} submission */
export function cellsOf({ file, trouble, slides, plannedS, spoken, silent, mostBullets, errors, warnings, audience }) {
  if (trouble) return [file, "–", "–", "–", "–", "–", "nicht lesbar", "–"];
  const said = `${timeSaid(spoken.expected)} (${timeSaid(spoken.low)}–${timeSaid(spoken.high)})`;
  return [file, String(slides), plannedS === null ? "–" : timeSaid(plannedS), said, String(silent.length), String(mostBullets), `${errors} Fehler, ${warnings} ${warnings === 1 ? "Warnung" : "Warnungen"}`, audience || "–"];
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** As German spreadsheets open it, nothing in it a formula. @param {Submission[]} submissions */
export const csvOf = (submissions) => `\ufeff${[[...HEADS, "Hinweis"], ...submissions.map((each) => [...cellsOf(each), each.trouble || unreadSaid(each.lost)])].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

/** @param {number} count */
const unreadSaid = (count) => (count ? `${count} ${count === 1 ? "Sache" : "Sachen"} nicht gelesen` : "");

/** @param {string} text */
function cell(text) {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
