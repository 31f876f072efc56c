// What is no error and yet costs points: too much on a slide, no figure in the result, nothing that was rejected. Pure.

import { hasFigure, linesOf, rejectedIn, resultsOf } from "./reasons.mjs";
import { lengthOf } from "./widths.mjs";

/**
 * @typedef {import("./checks.mjs").Finding} Finding
 * @typedef {import("./checks.mjs").Path} Path
 * @typedef {import("./setting.mjs").Excess} Excess
 * @typedef {import("./times.mjs").Slide} Slide
 * @typedef {{code: string, path: Path, message: string, hint: string, words?: string}} Found
 */

const SHORTEN = "Kürzen oder streichen; was gesagt wird, steht im Sprechtext.";
const FEWER_ROWS = "Zeilen streichen oder Zellen so kürzen, dass sie in eine Zeile passen.";
const FEWER_COLUMNS = "Die längsten Wörter kürzen oder eine Spalte streichen.";
const LESS_CODE = "Nur zeigen, worüber du sprichst; leere Zeilen streichen.";
const SHORTER_LINES = "Die längsten Zeilen umbrechen oder kürzen.";
const ALONE = " Ohne Stichpunkte daneben ist doppelt so viel Platz.";
/** What of an artifact is text, and how it is called. */
const TEXTS = /** @type {const} */ ({
  quote: ["text", "Das Zitat"], placeholder: ["description", "Die Beschreibung des Platzhalters"], image: ["caption", "Die Bildunterschrift"], diagram: ["caption", "Die Bildunterschrift"],
});

/**
 * @param {(markdown: string) => string} plainText
 * @param {Pick<ReturnType<typeof import("./setting.mjs").makeSetting>, "excesses">} setting
 * @returns {(talk: import("./times.mjs").Talk) => Finding[]} hints alone, slides first
 */
export const makeHints = (plainText, setting) => (talk) =>
  [...talk.slides.flatMap((slide, index) => setting.excesses(slide, index === 0).map((each) => tooMuch(slide, index, each))), ...talk.slides.flatMap(undescribed), ...ofResult(talk, plainText), ...ofChoice(talk, plainText)].map(
    ({ code, path, message, hint, words = "" }) => ({
      code, severity: "hint", message, hint, path, words, slide: path.length > 1 ? talk.slides[Number(path[1])].key : "", field: String(path[2] ?? path[0]),
    }),
  );

/** @param {Slide} slide @param {number} index @param {Excess} excess @returns {Found} */
function tooMuch(slide, index, excess) {
  const [path, name] = [["slides", index], `Folie ${index + 1}`];
  const tooLong = `${linesSaid(excess.lines)} zu lang (etwa ${excess.characters} Zeichen)`;
  if (excess.part === "headline") return full([...path, "headline"], `Die Überschrift von ${name} ist ${tooLong}`, "Kürzen: Mehr als drei Zeilen liest niemand mit.");
  if (excess.part === "bullets" || !slide.artifact) return full([...path, "bullets"], `Auf ${name} sind die Stichpunkte ${tooLong}`, SHORTEN);
  return ofArtifact(slide.artifact, [...path, "artifact"], name, excess, slide.bullets.length ? ALONE : "");
}

/** @param {import("../talk/judging.mjs").Artifact} artifact @param {Path} path @param {string} name @param {Excess} excess @param {string} alone @returns {Found} */
function ofArtifact(artifact, path, name, excess, alone) {
  const over = excess.tooWide ? `${excess.characters} Zeichen zu breit` : `${linesSaid(excess.lines)} zu hoch`;
  if (artifact.kind === "table") return full([...path, "rows"], `Die Tabelle auf ${name} ist ${over}`, (excess.tooWide ? FEWER_COLUMNS : FEWER_ROWS) + alone);
  if (artifact.kind === "code") {
    const words = excess.tooWide ? artifact.code.split("\n").reduce((most, line) => (lengthOf(line) > lengthOf(most) ? line : most)).trim() : "";
    return { ...full([...path, "code"], `Der Code auf ${name} ist ${over}`, (excess.tooWide ? SHORTER_LINES : LESS_CODE) + alone), words };
  }
  const [key, what] = TEXTS[artifact.kind];
  return full([...path, key], `${what} auf ${name} ist ${linesSaid(excess.lines)} zu lang (etwa ${excess.characters} Zeichen)`, SHORTEN);
}

/** @param {Path} path @param {string} message @param {string} hint @returns {Found} */
const full = (path, message, hint) => ({ code: "FOLIE07", path, message, hint });

/** @param {number} count */
const linesSaid = (count) => (count === 1 ? "1 Zeile" : `${count} Zeilen`);

/** @param {Slide} slide @param {number} index @returns {Found[]} */
const undescribed = ({ artifact }, index) =>
  artifact?.kind === "image" && !artifact.alt.trim()
    ? [{ code: "BILD", path: ["slides", index, "artifact", "alt"], message: `Dem Bild auf Folie ${index + 1} fehlt eine Beschreibung`, hint: "Ein Satz, was zu sehen ist: Wer das Bild nicht sieht, hört ihn." }]
    : [];

/** Where results are told, but none is counted. @param {import("./times.mjs").Talk} talk @param {(markdown: string) => string} plainText @returns {Found[]} */
function ofResult({ slides }, plainText) {
  const results = resultsOf(slides);
  const told = linesOf({ slides: results }, plainText);
  const last = results.findLast(({ notes }) => notes.trim());
  if (!last || [...told.map(({ text }) => text), ...results.map(({ headline }) => headline)].some(hasFigure)) return [];
  const hint = "Nenne, was du gezählt oder gemessen hast, vorher und nachher: Minuten, Tickets, Prozent. Danach fragen die Prüfer.";
  return [{ code: "ZAHL", path: ["slides", slides.indexOf(last), "notes"], message: "Das Ergebnis nennt keine Zahl", hint }];
}

/** Where nothing is named that was rejected. @param {import("./times.mjs").Talk} talk @param {(markdown: string) => string} plainText @returns {Found[]} */
function ofChoice(talk, plainText) {
  if (!talk.slides.some(({ notes }) => notes.trim()) || rejectedIn(linesOf(talk, plainText)).length) return [];
  const hint = "Nenne eine andere Möglichkeit und sage, warum du sie verworfen hast. Danach fragen die Prüfer.";
  return [{ code: "WAHL", path: ["slides"], message: "Der Vortrag nennt keine verworfene Möglichkeit", hint }];
}
