// What is wrong with a talk of one's own, as `make check` says it: the rules that need nothing but talk and exam. Pure.

import { timeSaid } from "../base/times.mjs";
import { RESERVE_S } from "../talk/advice.mjs";
import { forbiddenIn } from "./audience.mjs";
import { timesOf, toEven, USUAL } from "./times.mjs";

/**
 * @typedef {import("./times.mjs").Exam} Exam
 * @typedef {import("./times.mjs").Pace} Pace
 * @typedef {import("./times.mjs").Slide} Slide
 * @typedef {import("./times.mjs").Speech} Speech
 * @typedef {import("./times.mjs").Taken} Taken
 * @typedef {import("./times.mjs").Talk} Talk
 *
 * @typedef {(string | number)[]} Path where in the talk, by the keys of a case study: `["slides", 2, "notes"]`
 * @typedef {Record<string, {severity: "error" | "warning", title: string, why: string, cure: string}>} Rules by their codes
 * @typedef {{code: string, path: Path, message: string, hint?: string, words?: string}} Broken
 * @typedef {{code: string, severity: "error" | "warning" | "hint", message: string, hint: string, path: Path, slide: string, field: string, words: string}} Finding
 *   `slide` is the key of the one that is meant, "" for none, `field` its field or that of the whole talk, `words` those of its text, if not all
 */

const LONGEST_NOTES = 20_000;
const ENOUGH_WORDS = 50;
const WORD_S = 60 / 130;
const METADATA = /** @type {const} */ (["topic", "audience", "situation", "goal", "success_criteria", "scope", "risks"]);
/** What artifacts cannot be without; cells of a table can, and a picture's description is only asked for. @type {Record<import("../talk/judging.mjs").Artifact["kind"], string[]>} */
const NEEDED = { placeholder: ["description"], image: [], diagram: ["source", "description"], code: ["code"], table: ["columns", "rows"], quote: ["text"] };
const UNSAID = {
  comment: "steht ein Kommentar; niemand sagt ihn",
  code: "steht Code; niemand sagt ihn",
  heading: "beginnt eine Zeile mit `#`; ein Kommentar ist das hier nicht",
};
const NO_AUDIENCE = "Eine wirkliche Rolle im Betrieb eintragen: Ohne genannte Zielgruppe gilt eine Probeprüfung als nicht bestanden.";
const RESERVE = "RESERVE";
/** A matter of all slides, though the check names the first that is too many. */
const TOO_MANY = "FOLIE02";
const NO_NOTES = "ZEIT10";
/** Where the rule's own cure speaks of the file that trainers write. @type {Record<string, string>} */
const CURES = {
  ZEIT07: "Die Vorführung kürzen oder der Folie mehr Zeit geben.",
  [NO_NOTES]: "Aufschreiben, was du zu dieser Folie sagst: wie du es sprichst, nicht in Stichworten.",
  SPRECH01: "Sagen, was der Code zeigt, und ihn selbst auf die Folie setzen. Kommentare löschen; eine Regieanweisung steht in eckigen Klammern.",
  FOLIE05: "Werte ergänzen oder streichen.",
};

/**
 * @param {Speech} speech
 * @param {Rules} rules
 * @returns {(talk: Talk, exam: Exam, pace?: Pace) => Finding[]}
 */
export const makeJudge = (speech, rules) => (talk, exam, pace = USUAL) =>
  [...findings(speech, talk, exam, pace)].map(({ code, path, message, hint = CURES[code] ?? rules[code].cure, words = "" }) => ({
    code,
    severity: code === RESERVE ? "hint" : rules[code].severity,
    message,
    hint,
    path,
    slide: path[0] === "slides" && path.length > 1 && code !== TOO_MANY ? (talk.slides[Number(path[1])]?.key ?? "") : "",
    words,
    field: code === NO_NOTES ? "notes" : String(path[0] === "slides" && path.length > 1 ? (path[2] ?? "") : (path[1] ?? path[0])),
  }));

/** @param {Speech} speech @param {Talk} talk @param {Exam} exam @param {Pace} pace @returns {Generator<Broken>} */
function* findings(speech, talk, exam, pace) {
  const times = timesOf(speech, talk, exam, pace);
  yield* empty(talk);
  yield* twice(talk.slides);
  yield* audience(talk.metadata.audience, exam);
  yield* planned(times.planned_s, exam);
  yield* slideCount(talk.slides.length, exam);
  for (const [index, slide] of talk.slides.entries()) {
    yield* ofSlide(index, slide, exam);
    yield* ofNotes(speech, index, slide, times.slides[index], exam);
  }
  if (!talk.slides.some(({ notes }) => speech.isEnglish(notes))) yield* spoken(speech, talk, times.whole, exam);
}

/** @param {Talk} talk @returns {Generator<Broken>} */
function* empty({ metadata, slides }) {
  for (const field of METADATA) yield* emptyIn(metadata[field], ["metadata", field], field === "audience" ? NO_AUDIENCE : "Etwas eintragen.");
  if (!slides.length) yield* emptyIn([], ["slides"]);
  for (const [index, { title, headline, bullets, artifact, notes }] of slides.entries()) {
    const path = ["slides", index];
    yield* emptyIn(title, [...path, "title"]);
    yield* emptyIn(headline, [...path, "headline"]);
    for (const [at, { text, bullets: below }] of bullets.entries()) {
      yield* emptyIn(text, [...path, "bullets", at, "text"]);
      for (const [under, each] of below.entries()) yield* emptyIn(each, [...path, "bullets", at, "bullets", under]);
    }
    if (artifact) for (const field of NEEDED[artifact.kind]) yield* emptyIn(/** @type {any} */ (artifact)[field], [...path, "artifact", field]);
    if ([...notes].length > LONGEST_NOTES) yield { code: "FORM05", path: [...path, "notes"], message: "Der Text hat mehr als 20.000 Zeichen", hint: "Kürzen: Ein ganzer Vortrag hat etwa 9.000 Zeichen." };
  }
}

/** @param {string | (string | string[])[]} value @param {Path} path @param {string} hint @returns {Generator<Broken>} */
function* emptyIn(value, path, hint = "Etwas eintragen oder löschen.") {
  if (typeof value === "string") {
    if (!/[^ \t\r\n]/.test(value)) yield { code: "FORM07", path, message: "Der Text ist leer", hint };
  } else if (!value.length) yield { code: "FORM07", path, message: "Die Liste ist leer", hint };
  else for (const [index, each] of value.entries()) if (!Array.isArray(each)) yield* emptyIn(each, [...path, index]);
}

/** @param {Slide[]} slides @returns {Generator<Broken>} */
function* twice(slides) {
  const contents = slides.map(({ headline, bullets, artifact, notes, demo_s }) => JSON.stringify([headline, bullets, shown(artifact), notes, demo_s]));
  for (const [index, content] of contents.entries()) {
    const first = contents.indexOf(content);
    if (first < index) yield { code: "FOLIE06", path: ["slides", index], message: `Folie ${index + 1} zeigt und sagt dasselbe wie Folie ${first + 1}` };
  }
}

/** What an artifact shows: the address of a drawing is another on each slide. @param {Slide["artifact"]} artifact */
const shown = (artifact) => artifact && Object.entries({ ...artifact, drawing: "" }).sort();

/** @param {string} audience @param {Exam} exam @returns {Generator<Broken>} */
function* audience(audience, { forbidden_audiences }) {
  const named = forbiddenIn(audience, forbidden_audiences);
  if (named) yield { code: "ZIEL01", path: ["metadata", "audience"], message: `„${named}“ ist keine zulässige Zielgruppe` };
}

/** @param {number} planned @param {Exam} exam @returns {Generator<Broken>} */
function* planned(planned, { presentation: { budget, shortest, cutoff } }) {
  const said = timeSaid(planned);
  if (planned > cutoff) yield ofTalk("ZEIT03", `Geplant sind ${said}, abgebrochen wird bei ${timeSaid(cutoff)} (${timeSaid(planned - cutoff)} zu viel)`);
  else if (planned > budget) yield ofTalk("ZEIT01", `Geplant sind ${said}, der Zeitrahmen ist ${timeSaid(budget)} (${timeSaid(planned - budget)} zu viel)`);
  else if (planned < shortest) yield ofTalk("ZEIT04", `Geplant sind nur ${said}, empfohlen sind mindestens ${timeSaid(shortest)}`);
  else if (planned > budget - RESERVE_S) {
    const hint = `Mit ${timeSaid(RESERVE_S)} Reserve bringt dich ein Versprecher nicht aus der Zeit.`;
    yield { ...ofTalk(RESERVE, `Geplant sind ${said} von ${timeSaid(budget)}: Es bleibt kaum Reserve`), hint };
  }
}

/** A finding about all slides together. @param {string} code @param {string} message @returns {Broken} */
const ofTalk = (code, message) => ({ code, path: ["slides"], message });

/** @param {number} count @param {Exam} exam @returns {Generator<Broken>} */
function* slideCount(count, { slides: { fewest, most } }) {
  const [said, advice] = [count === 1 ? "1 Folie" : `${count} Folien`, `empfohlen sind ${fewest} bis ${most}`];
  if (count < fewest) yield ofTalk("FOLIE01", `Nur ${said}, ${advice}`);
  if (count > most) yield { code: TOO_MANY, path: ["slides", most], message: `${said}, ${advice}` };
}

/** @param {number} index @param {Slide} slide @param {Exam} exam @returns {Generator<Broken>} */
function* ofSlide(index, { time_s, demo_s, bullets, artifact }, { slides: limits }) {
  const [name, path] = [`Folie ${index + 1}`, ["slides", index]];
  const said = `${name} ist auf ${timeSaid(time_s)} geplant`;
  const count = bullets.reduce((sum, bullet) => sum + 1 + bullet.bullets.length, 0);
  if (time_s < limits.shortest) yield { code: "ZEIT05", path: [...path, "time"], message: `${said}, empfohlen ist mindestens ${timeSaid(limits.shortest)}` };
  if (time_s > limits.longest) yield { code: "ZEIT06", path: [...path, "time"], message: `${said}, empfohlen ist höchstens ${timeSaid(limits.longest)}` };
  if (demo_s > time_s) yield { code: "ZEIT07", path: [...path, "demo"], message: `Die Vorführung (${timeSaid(demo_s)}) ist länger als die Folie (${timeSaid(time_s)})` };
  if (count > limits.most_bullets) yield { code: "FOLIE03", path: [...path, "bullets"], message: `${name} hat ${count} Stichpunkte, empfohlen sind höchstens ${limits.most_bullets}` };
  if (artifact?.kind === "table") yield* rows(artifact, [...path, "artifact", "rows"]);
}

/** @param {{columns: string[], rows: string[][]}} table @param {Path} path @returns {Generator<Broken>} */
function* rows({ columns, rows }, path) {
  for (const [index, { length }] of rows.entries()) {
    const message = `Zeile ${index + 1} der Tabelle hat ${length} Werte, die Tabelle ${columns.length} Spalten`;
    if (length !== columns.length) yield { code: "FOLIE05", path: [...path, index], message };
  }
}

/** @param {Speech} speech @param {number} index @param {Slide} slide @param {Taken} taken @param {Exam} exam @returns {Generator<Broken>} */
function* ofNotes(speech, index, slide, taken, { speech: { most_percent, least_percent } }) {
  const [name, { notes, time_s, demo_s }] = [`Folie ${index + 1}`, slide];
  const [inNotes, inTime] = ["notes", "time"].map((field) => ["slides", index, field]);
  for (const [words, kind] of speech.unsaid(notes)) yield { code: "SPRECH01", path: inNotes, message: `Im Sprechtext von ${name} ${UNSAID[kind]}`, words };
  if (speech.isEnglish(notes)) {
    yield { code: "SPRECH02", path: inNotes, message: `Der Sprechtext von ${name} ist englisch; geschätzt wird nur deutscher` };
    return;
  }
  const percent = time_s ? toEven((100 * taken.expected) / time_s) : 0;
  const message = `${name} ist auf ${timeSaid(time_s)} geplant, der Sprechtext dauert etwa ${takenSaid(taken)}`;
  const [offS, wordS] = [taken.expected - time_s, wordTime(taken, speech.countWords(notes))];
  if (!notes) {
    if (demo_s < time_s) yield { code: NO_NOTES, path: ["slides", index], message: `${name} hat keinen Sprechtext` };
  } else if (taken.low > time_s || percent > most_percent) {
    yield { code: taken.low > time_s ? "ZEIT02" : "ZEIT08", path: inTime, message, hint: `${wordsSaid(offS, wordS)} kürzen oder der Folie mehr Zeit geben.` };
  } else if (percent < least_percent) {
    const said = `Sprechtext füllt nur ${percent} % von ${name}: etwa ${takenSaid(taken)} bei ${timeSaid(time_s)} geplant`;
    yield { code: "ZEIT09", path: inNotes, message: said, hint: `${wordsSaid(-offS, wordS)} ergänzen (Gründe, Beispiel, verworfene Möglichkeit) oder der Folie weniger Zeit geben.` };
  }
}

/** @param {Taken} taken */
const takenSaid = ({ expected, low, high }) => `${timeSaid(expected)} (${timeSaid(low)}–${timeSaid(high)})`;

/** What one word takes; few words do not tell. @param {Taken} taken @param {number} words */
const wordTime = ({ spoken_s }, words) => (words >= ENOUGH_WORDS ? spoken_s / words : WORD_S);

/** @param {number} seconds @param {number} wordS */
const wordsSaid = (seconds, wordS) => `Rund ${rounded(seconds / wordS, seconds < 30 ? 5 : 10)} Wörter`;

/** @param {Speech} speech @param {Talk} talk @param {Taken} whole @param {Exam} exam @returns {Generator<Broken>} */
function* spoken(speech, { slides }, whole, { presentation: { budget, shortest } }) {
  const seconds = toEven(whole.expected);
  if (shortest <= seconds && seconds <= budget) return;
  const words = slides.reduce((sum, { notes }) => sum + speech.countWords(notes), 0);
  const isSure = whole.low > budget || whole.high < shortest;
  const off = offSaid(whole, wordTime(whole, words), shortest, budget);
  const frame = `der Zeitrahmen ist ${timeSaid(shortest)} bis ${timeSaid(budget)}`;
  const hint = seconds < shortest ? "Sprechtexte ergänzen: Gründe, ein Beispiel, was du verworfen hast." : "Sprechtexte kürzen: zuerst Nebenwege und Einzelheiten, nie Ergebnis und Fazit.";
  yield { ...ofTalk(isSure ? "ZEIT12" : "ZEIT11", `Gesprochen dauert der Vortrag etwa ${takenSaid(whole)}, ${off}; ${frame}`), hint };
}

/** Which way a talk misses its limits and how far, in round numbers. @param {Taken} whole @param {number} wordS @param {number} shortest @param {number} budget */
function offSaid({ expected }, wordS, shortest, budget) {
  const isShort = expected < shortest;
  const gap = isShort ? shortest - expected : expected - budget;
  const [time, words] = [rounded(gap, gap < 60 ? 5 : 10), rounded(gap / wordS, gap < 60 ? 10 : 50)];
  return `rund ${timeSaid(time)} zu ${isShort ? "kurz" : "lang"} (etwa ${String(words).replace(/\B(?=(?:\d{3})+$)/g, ".")} Wörter)`;
}

/** @param {number} number @param {number} step */
const rounded = (number, step) => Math.max(1, toEven(number / step)) * step;
