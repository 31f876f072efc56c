// A talk that was written in Markdown, in the one form that this page reads; what is not understood is said line by line. Pure.
//
//     # Der Drucker im Lager                 the talk
//
//     - Zielgruppe: IT-Leitung               what it is about, by the words of a case study's page
//     - Risiken:
//         - Der Versand steht
//
//     ## Ausgangslage                        a slide, and what it is for
//
//     Zeit: 1:30                             planned; „Vorführung: 0:15“ is a part of it
//
//     ### Nichts kommt an                    what stands on top of it, without it the title
//
//     - Seit Montag                          bullets, on two levels
//         - seit dem Update
//
//     > Es kommt nichts aus dem Drucker.     or a table, or code between ```: one of them
//     > – Lagerleiterin
//
//     Sprechtext:                            all that follows is said, up to the next slide
//
//     Guten Tag. [Klick] Seit Montag …

import { LOST } from "./losses.mjs";
import { MOST_COLUMNS, MOST_ROWS, MOST_SLIDES, makeSlide, makeTalk, namedColumns, printable, withSlide } from "./own-talk.mjs";
import { Unreadable, readable } from "./unreadable.mjs";

/**
 * @typedef {import("./own-talk.mjs").Slide} Slide
 * @typedef {import("../talk/judging.mjs").Artifact} Artifact
 * @typedef {{line: number, said: string}} Misread lines count from 1
 * @typedef {{number: number, text: string}} Line
 * @typedef {{talk: import("./own-talk.mjs").OwnTalk, misread: Misread[]}} Read
 */

/** @typedef {keyof import("../talk/judging.mjs").Metadata} Field */
/** @type {Record<string, Field>} */
const FIELDS = {
  thema: "topic", zielgruppe: "audience", ausgangslage: "situation", situation: "situation", ziel: "goal", erfolgskriterien: "success_criteria", erfolg: "success_criteria",
  abgrenzung: "scope", risiken: "risks",
};
const SLIDE = /^## +(.*)$/;
const FENCE = /^ {0,3}```+ *([\w-]*)/;
const BULLET = /^( *)(?:[-*+]|\d{1,3}[.)]) +(.*)$/;
/** Parts slides to the eye, and says nothing. */
const RULE = /^ {0,3}([-*_])(?: *\1){2,}$/;
const TIME = /^(\d{1,2}):([0-5]\d)$/;

/** Characters. */
const LONGEST = 1_000_000;
const SAID = {
  long: "Der Text hat mehr als eine Million Zeichen. Nimm nur den Vortrag selbst.",
  many: "Der Text hat mehr als 300 Folien. Nimm nur den Vortrag selbst.",
  bare: "In dem Text ist keine Folie zu finden. Jede beginnt mit einer Zeile wie „## Ausgangslage“.",
};

/** Whether a text is written in this form. @param {string} text */
export const isMarkdown = (text) => /^#{1,2} +\S/m.test(text);

/** @param {string} text @returns {Promise<Read | import("./unreadable.mjs").Trouble>} */
export const readMarkdown = (text) => readable(() => {
  if (text.length > LONGEST) throw new Unreadable(SAID.long);
  const [head, ...slides] = sections(linesOf(text));
  if (slides.length > MOST_SLIDES) throw new Unreadable(SAID.many);
  if (!slides.length) throw new Unreadable(SAID.bare);
  /** @type {Misread[]} */
  const misread = [];
  const talk = slides.map((lines) => slideIn(lines, misread)).reduce((made, slide) => withSlide(made, slide), readHead(head, misread));
  return { talk, misread: misread.toSorted((one, other) => one.line - other.line) };
});

/** @param {string} text @returns {Line[]} */
const linesOf = (text) =>
  printable(text.replace(/^\ufeff/, "")).split(/\r\n|\r|\n/).map((line, index) => ({ number: index + 1, text: line.replaceAll("\t", "    ").trimEnd() }));

/** What stands before the first slide, and each slide, without what parts them; signs within code begin none. @param {Line[]} lines @returns {Line[][]} */
function sections(lines) {
  /** @type {Line[][]} */
  const found = [[]];
  let isCode = false;
  for (const line of lines) {
    if (FENCE.test(line.text)) isCode = !isCode;
    if (!isCode && SLIDE.test(line.text)) found.push([]);
    found[found.length - 1].push(line);
  }
  return found.map(withoutRule);
}

/** Without a line that parts it from what follows. @param {Line[]} lines */
function withoutRule(lines) {
  const end = lines.findLastIndex(({ text }) => text);
  return end >= 0 && RULE.test(lines[end].text) ? lines.slice(0, end) : lines;
}

/** @param {Line[]} lines @param {Misread[]} misread */
function readHead(lines, misread) {
  const talk = makeTalk();
  /** @type {Field | undefined} */
  let field;
  for (const { number, text } of lines) {
    const [, title] = /^# +(.*)$/.exec(text) ?? [];
    const [, label, value] = /^(?:[-*+] +)?(\p{L}[\p{L} ]*): *(.*)$/u.exec(text) ?? [];
    const item = BULLET.exec(text);
    if (!text || RULE.test(text)) continue;
    if (title && !talk.title) talk.title = title.trim();
    else if (label && FIELDS[label.toLowerCase()]) add(talk, (field = FIELDS[label.toLowerCase()]), value);
    else if (field && /^ /.test(text)) add(talk, field, item ? item[2] : text.trim());
    else misread.push({ line: number, said: `„${shortened(text)}“ gehört zu keiner Angabe. Es gibt Thema, Zielgruppe, Ausgangslage, Ziel, Erfolgskriterien, Abgrenzung und Risiken.` });
  }
  talk.metadata.topic ||= talk.title;
  talk.title ||= talk.metadata.topic;
  return talk;
}

/** A line more: an entry of a list, or what continues a text. @param {Read["talk"]} talk @param {Field} field @param {string} value */
function add({ metadata }, field, value) {
  if (!value) return;
  if (field === "success_criteria" || field === "risks") metadata[field].push(value);
  else metadata[field] = metadata[field] ? `${metadata[field]} ${value}` : value;
}

const SPOKEN = /^(?:\*\*)?(?:Sprechtext|Notizen):(?:\*\*)? */i;

/** @typedef {{slide: Slide, lines: Line[], at: number, misread: Misread[]}} State `at`: the line that is read next */

/** @param {Line[]} lines @param {Misread[]} misread @returns {Partial<Slide>} */
function slideIn([first, ...lines], misread) {
  const title = SLIDE.exec(first.text)?.[1].trim() ?? "";
  const spoken = spokenFrom(lines);
  /** @type {State} */
  const state = { slide: makeSlide("", { title, notes: notesIn(lines.slice(spoken)) }), lines: lines.slice(0, spoken), at: 0, misread };
  while (state.at < state.lines.length) readNext(state);
  const { key, ...said } = state.slide;
  return { ...said, headline: said.headline || title };
}

/** @param {Line[]} lines @returns {number} the index of the line at which one begins to speak */
function spokenFrom(lines) {
  let isCode = false;
  const found = lines.findIndex(({ text }) => {
    if (FENCE.test(text)) isCode = !isCode;
    return !isCode && SPOKEN.test(text);
  });
  return found < 0 ? lines.length : found;
}

/** @param {Line[]} lines */
const notesIn = (lines) => lines.map(({ text }) => text).join("\n").replace(SPOKEN, "").replace(/\n{3,}/g, "\n\n").trim();

/** @param {State} state */
function readNext(state) {
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(state.lines[state.at].text);
    if (found) return void (state.at += read(state, found) ?? 1);
  }
}

/** What begins a line, and what is done with it: how many lines that takes, if not one. @type {[RegExp, (state: State, found: RegExpExecArray) => number | void][]} */
const READERS = [
  [/^$/, () => {}],
  [RULE, () => {}],
  [/^(?:\*\*)?Zeit:(?:\*\*)? *(.*)$/i, (state, [, said]) => void (state.slide.time_s = seconds(state, said))],
  [/^(?:\*\*)?Vorführung:(?:\*\*)? *(.*)$/i, (state, [, said]) => void (state.slide.demo_s = seconds(state, said))],
  [/^### +(.*)$/, readHeadline],
  [FENCE, readCode],
  [/^> ?/, readQuote],
  [/^\|.*\|$/, readTable],
  [/^!\[([^\]]*)\]\(/, readImage],
  [BULLET, readBullet],
  [/^ +(\S.*)$/, continueBullet],
  [/^(.*)$/, readOther],
];

/** @param {State} state @param {string} said */
function complain(state, said) {
  state.misread.push({ line: state.lines[state.at].number, said });
}

/** @param {State} state @param {string} said */
function seconds(state, said) {
  const [, minutes, rest] = TIME.exec(said.trim()) ?? [];
  if (!minutes) complain(state, `„${shortened(said)}“ ist keine Zeit. Schreibe sie in Minuten und Sekunden: 1:30.`);
  return minutes ? 60 * Number(minutes) + Number(rest) : 0;
}

/** @param {State} state @param {RegExpExecArray} found */
function readHeadline(state, [, headline]) {
  if (state.slide.headline) complain(state, "Eine Folie hat nur eine Überschrift. Diese bleibt weg.");
  else state.slide.headline = headline.trim();
}

/** @param {State} state @param {RegExpExecArray} found */
function readBullet(state, [, indent, text]) {
  const { slide: { bullets } } = state;
  const above = bullets.at(-1);
  if (indent.length > 5 && above?.bullets.length) complain(state, "Stichpunkte haben höchstens zwei Ebenen. Dieser steht auf der zweiten.");
  if (indent.length > 1 && above) above.bullets.push(text);
  else bullets.push({ text, bullets: [] });
}

/** @param {State} state @param {RegExpExecArray} found @returns {number | void} */
function continueBullet(state, found) {
  const above = state.slide.bullets.at(-1);
  if (!above || !state.lines[state.at - 1]?.text) return readOther(state, found);
  if (above.bullets.length) above.bullets.push(`${above.bullets.pop()} ${found[1]}`);
  else above.text += ` ${found[1]}`;
}

/** @param {State} state @param {RegExpExecArray} found */
function readOther(state, [, text]) {
  complain(state, `„${shortened(text)}“ ist weder Stichpunkt noch Sprechtext und steht jetzt als Stichpunkt da. Vor Stichpunkte gehört „- “, vor das Gesagte „Sprechtext:“.`);
  state.slide.bullets.push({ text: text.trim(), bullets: [] });
}

/** @param {State} state @param {RegExpExecArray} found */
function readImage(state, [, alt]) {
  complain(state, "Ein Bild kommt nicht mit dem Text. Sein Platz ist frei gehalten: Füge es auf der Folie ein.");
  show(state, { kind: "placeholder", caption: "", description: alt.trim() || "Bild" });
}

/** @param {State} state @param {RegExpExecArray} found */
function readCode(state, [, language]) {
  const length = state.lines.slice(state.at + 1).findIndex(({ text }) => /^ {0,3}```+ *$/.test(text));
  if (length < 0) complain(state, "Dem Code fehlt sein Ende: eine Zeile mit ```.");
  const end = length < 0 ? state.lines.length : state.at + 1 + length;
  const code = state.lines.slice(state.at + 1, end).map(({ text }) => text).join("\n");
  show(state, language === "mermaid" ? { kind: "diagram", caption: "", source: code, description: "", drawing: "" } : { kind: "code", caption: "", language: language || "text", code });
  return end + 1 - state.at;
}

/** @param {State} state */
function readQuote(state) {
  const lines = together(state, /^> ?/).map((text) => text.replace(/^> ?/, ""));
  const [, source] = /^[–—-]+ *(.+)$/.exec(lines.at(-1) ?? "") ?? [];
  const text = lines.slice(0, source && lines.length > 1 ? -1 : undefined).join(" ").trim();
  show(state, { kind: "quote", caption: "", text: text.replace(/^[„"](.*)[“"]$/, "$1"), source: lines.length > 1 ? (source ?? "") : "" });
  return lines.length;
}

/** @param {State} state */
function readTable(state) {
  const lines = together(state, /^\|.*\|$/);
  const [columns, ...rows] = lines.slice(0, MOST_ROWS).filter((line) => !/^\|[-:| ]+\|$/.test(line)).map((line) => line.slice(1, -1).split("|", MOST_COLUMNS).map((cell) => cell.trim()));
  if (columns) show(state, { kind: "table", caption: "", columns: namedColumns(columns), rows: rows.length ? rows.map((row) => columns.map((_, index) => row[index] ?? "")) : [columns.map(() => "")] });
  if (rows.some(({ length }) => length > (columns?.length ?? 0))) complain(state, "Die Tabelle hat Zeilen mit mehr Zellen als Spalten. Was übersteht, bleibt weg.");
  if (lines.length > MOST_ROWS || lines[0].split("|").length > MOST_COLUMNS + 2) complain(state, LOST.wide);
  return lines.length;
}

/** The lines from here that begin alike. @param {State} state @param {RegExp} pattern */
function together({ lines, at }, pattern) {
  const length = lines.slice(at).findIndex(({ text }) => !pattern.test(text));
  return lines.slice(at, length < 0 ? undefined : at + length).map(({ text }) => text);
}

/** @param {State} state @param {Artifact} artifact */
function show(state, artifact) {
  if (state.slide.artifact) complain(state, "Eine Folie zeigt nur eins: Bild, Diagramm, Code, Tabelle oder Zitat. Dieses bleibt weg.");
  else state.slide.artifact = artifact;
}

/** @param {string} text */
const shortened = (text) => (text.trim().length > 40 ? `${text.trim().slice(0, 39)}…` : text.trim());
