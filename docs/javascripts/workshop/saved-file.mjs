// The backup as somebody handles it: all that is stored as a file, with pictures as a ZIP, and what came of one that was chosen is said and can be undone.

import { dayOf, isoOf } from "../base/calendar.mjs";
import { button, make } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { isOwnKind } from "../base/own-entry.mjs";
import { sizeSaid } from "../base/room.mjs";
import { countSaid, exportText, fileName, holdsAll, mergeBackup, readBackup, RESTORE, saveBackup, talksToSave } from "../memory/backup.mjs";
import { noteSaved } from "../memory/saved.mjs";
import { readOwnTalks } from "../practice/supply.mjs";

/** @typedef {import("../base/shelf.mjs").Shelf} Shelf */
/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */
/** @typedef {import("./restoring.mjs").Restored} Restored */
/** @typedef {import("../memory/progress.mjs").Progress} Progress */
/** @typedef {import("../memory/progress.mjs").CardName} CardName */
/** @typedef {import("../memory/backup.mjs").Outcome} Outcome */
/** @typedef {{contents: import("../memory/backup.mjs").Contents, pictures: Pictures, savedMs: number}} Read */

const UNREADABLE = "Sie lässt sich nicht öffnen.";
const UNLOADED = "Was dafür nötig ist, lässt sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.";

/** Save everything as a file. @param {Shelf} shelf @param {HTMLElement} place where it is said */
export async function saveAll(shelf, place) {
  const talks = await talksToSave();
  const chosen = talks && (await picturesOf(talks).catch(() => null));
  if (!talks || !chosen?.pictures.size) return saveBackup(shelf, place, talks);
  const nowMs = Date.now();
  const [bytes, { count, missing }] = [chosen.pack(exportText(shelf, nowMs, talks), chosen.pictures, RESTORE), chosen];
  const said = `Darin ist alles, auch ${countSaid(count)} mit Bildern (${sizeSaid(bytes.length)}).${missing.length ? ` ${missingSaid(missing)}` : ""}`;
  handOut({ name: fileName(isoOf(dayOf(Date.now())), "zip"), text: /** @type {Uint8Array<ArrayBuffer>} */ (bytes), type: "application/zip" }, place, said);
  noteSaved(nowMs);
  place.append(" ", button("Ohne Bilder sichern", () => void saveBackup(shelf, place, talks)));
}

/** @param {Map<string, any>} talks entries by kind and key */
async function picturesOf(talks) {
  const [{ ownTalks }, { chosenPictures }] = await Promise.all([import("../base/own-talks.mjs"), import("./backup-file.mjs")]);
  const entries = [...talks].filter(([place, { talk }]) => place.startsWith("talks:") && talk).sort(([, one], [, other]) => other.at - one.at);
  const all = await Promise.all(entries.map(async ([place, { talk }]) => ({ talk, pictures: await ownTalks().pictures(place.slice("talks:".length)) })));
  const { packedBackup } = await import("./writing.mjs");
  return { ...chosenPictures(/** @type {any} */ (all)), pack: packedBackup, count: all.length };
}

/** @param {string[]} names */
const listed = (names) => new Intl.ListFormat("de").format(names.map((name) => `„${name}“`));

/** @param {OwnTalk[]} talks */
const missingSaid = (talks) => `Nicht darin sind Bilder von ${listed(talks.map(({ title }) => title))}: Alle zusammen wären mehr als 80 MB. Sichere ${talks.length === 1 ? "diesen Vortrag" : "diese Vorträge"} einzeln unter „Mein Vortrag“.`;

/** What is in a file that somebody has chosen. @param {Blob} file @returns {Promise<Read | {reason: string}>} */
async function readChosen(file) {
  const head = await file.slice(0, 2).text().catch(() => null);
  if (head === null) return { reason: UNREADABLE };
  if (head !== "PK") return withPictures(await file.text().catch(() => null), new Map());
  const reading = await import("./reading.mjs").catch(() => null);
  if (!reading) return { reason: UNLOADED };
  const found = await reading.readChosenBackup(file);
  return "trouble" in found ? { reason: found.trouble } : withPictures(found.text, found.pictures);
}

/** @param {string | null} text @param {Pictures} pictures @returns {Read | {reason: string}} */
function withPictures(text, pictures) {
  const found = text === null ? { reason: UNREADABLE } : readBackup(text);
  return "reason" in found ? found : { ...found, pictures };
}

/** What takes talks of one's own from a backup; it is loaded before anything is taken. @param {Read} read @returns {Promise<(() => Promise<Restored>) | null | {reason: string}>} null where it has none */
async function takerOf({ contents, pictures }) {
  if (![...contents.keys()].some((place) => isOwnKind(place.split(":")[0]))) return null;
  const restoring = await import("./restoring.mjs").catch(() => null);
  return restoring ? () => restoring.restored(contents, pictures) : { reason: UNLOADED };
}

/** What became of talks in a file, each a sentence. @param {Restored["fates"]} fates */
export function fatesSaid({ added, newer, apart, gone, stays, unkept, poor, known }) {
  /** @type {[string[], (names: string) => string][]} */
  const said = [
    [added, (names) => `Übernommen: ${names}.`],
    [newer, (names) => `In der Datei weiter als hier und darum von dort: ${names}.`],
    [apart, (names) => `Hier und in der Datei geändert: ${names}. Es gilt, was später geschrieben ist; die andere Fassung steht als eigener Vortrag daneben.`],
    [gone, (names) => `In der Datei gelöscht und darum auch hier weg: ${names}.`],
    [stays, (names) => `Hier gelöscht, und das bleibt so: ${names}.`],
    [poor, (names) => `Nicht alle Bilder sind in der Datei: ${names}.`],
    [unkept, (names) => `Nicht übernommen, weil dein Browser hier nichts mehr speichert: ${names}. Schaffe Platz und lies die Datei noch einmal ein.`],
  ];
  const lines = said.flatMap(([names, sentence]) => (names.length ? [sentence(listed(names))] : []));
  return lines.length ? `Eigene Vorträge. ${lines.join(" ")}` : known.length ? `Eigene Vorträge waren schon da (${known.length}).` : "";
}

/** @param {Restored} restored @param {HTMLElement} place behind what is said of the rest @param {() => void} onTalks when they are there, and when they are as before */
function sayRestored({ fates, undo }, place, onTalks) {
  onTalks();
  const said = fatesSaid(fates);
  if (said) place.append(" ", make("span", {}, said));
  if (!undo) return;
  const back = button("Vorträge wieder wie vorher", async () => {
    await undo();
    place.replaceChildren("Deine Vorträge sind wieder wie vor dem Übernehmen.");
    onTalks();
  });
  place.append(" ", back);
}

/**
 * Join a chosen file with what is there.
 *
 * @param {Progress} progress
 * @param {CardName[]} cards
 * @param {Blob} file
 * @param {HTMLElement} place where it is said what came of it
 * @param {() => void} onTalks
 * @returns {Promise<boolean>} whether the file could be read
 */
export async function take(progress, cards, file, place, onTalks) {
  const found = await readChosen(file);
  const taker = "reason" in found ? found : await takerOf(found);
  if ("reason" in found || (taker && "reason" in taker)) {
    place.textContent = `Nicht übernommen, es ist alles unverändert. ${/** @type {{reason: string}} */ (taker).reason}`;
    return false;
  }
  const isAllInFile = holdsAll(progress, found.contents, cards, found.savedMs) && (await holdsTalks(found));
  const outcome = mergeBackup(progress, found.contents, cards);
  const restored = await taker?.();
  if (isAllInFile) noteSaved(found.savedMs);
  place.textContent = restored?.undo && isNothing(outcome) ? "" : mergedSaid(outcome);
  if (restored) sayRestored(restored, place, onTalks);
  return true;
}

/** Whether one's own talks of before it was saved stand in it too. @param {Read} read */
const holdsTalks = async ({ contents, savedMs }) => (await readOwnTalks().catch(() => [])).every(({ key, at }) => at > savedMs || contents.has(`talks:${key}`));

/** @param {Outcome} outcome */
const isNothing = ({ added, gone, lost, others }) => !added && !gone && !lost && !others.length;

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @param {Outcome} outcome */
export function mergedSaid({ added, known, gone, lost, others }) {
  const said = [
    ...(added ? [`${counted(added, "Antwort", "Antworten")} übernommen`] : []),
    ...(known && (added || gone || lost || others.length) ? [`${counted(known, "war", "waren")} schon da`] : []),
    ...(gone ? [`${counted(gone, "bleibt", "bleiben")} gelöscht`] : []),
    ...(lost ? [`${counted(lost, "ist", "sind")} in der Datei zurückgenommen oder zurückgesetzt und deshalb auch hier weg`] : []),
  ];
  const also = others.length ? ` Aus der Datei kommt auch: ${others.join(", ")}.` : "";
  if (said.length || also) return `${said.length ? `Zusammengeführt: ${said.join(", ")}.` : "Zusammengeführt."}${also}`;
  return known ? `Alles aus dieser Datei war schon da (${counted(known, "Antwort", "Antworten")}).` : "In dieser Datei steht nichts, was nicht schon da ist.";
}
