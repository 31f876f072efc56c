// All that is stored as a file: read back with suspicion, joined with what is there, whichever version wrote it.
//
// Talks of one's own stand among the entries as they lie in their data base (base/own-entry.mjs), without pictures. Where there are
// pictures, the file is a ZIP with this one in it (workshop/backup-file.mjs).

import { onSite } from "../base/addresses.mjs";
import { dayOf, isoOf } from "../base/calendar.mjs";
import { handOut } from "../base/files.mjs";
import { isRecord, nameOfReview } from "../base/merging.mjs";
import { isOwnKind, stateOf } from "../base/own-entry.mjs";
import { noteSaved } from "./saved.mjs";
import { idOf, isKind, STORED, kindOf, readEntry } from "../base/stored.mjs";

/** @typedef {import("./progress.mjs").CardName} CardName */
/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("../base/shelf.mjs").Shelf} Shelf */
/** @typedef {import("../base/shelf.mjs").Change} Change */
/** @typedef {import("../base/merging.mjs").Log} Log */
/** @typedef {Map<string, any>} Contents  values by kind and id */
/** @typedef {{reason: string}} Refusal  in German */
/** @typedef {{added: number, known: number, gone: number, lost: number, others: string[]}} Outcome  answers of the file that are
 *   new, were there, or stay deleted; answers here that the file has deleted; and what else has changed, in German */

const FORMAT = "generalprobe-lernstand";
const VERSION = 2;
const MOST_CHARACTERS = 20_000_000;
const MOST_TALKS = 300;
const LONGEST_ID = 300;

/** Beside answers, what somebody has done. */
const RECORDED = /** @type {const} */ (["runs", "mocks"]);

/** What the first version knew of settings had no time: it only applies where nothing is set, not even before marks had times. */
const LONG_AGO = 1;

const FOREIGN = "Das ist keine Sicherung deines Lernstands. Wähle eine Datei, die „generalprobe-lernstand-….json“ heißt.";
const EMPTY = "Diese Datei ist leer.";
const TOO_LARGE = "Diese Datei ist für einen Lernstand viel zu groß.";
const TOO_MANY = `In dieser Datei stehen mehr als ${MOST_TALKS} Vorträge. So viele schreibt niemand, darum bleibt sie zu.`;
const CUT = "Diese Datei ist unvollständig oder beschädigt; vielleicht ist das Herunterladen abgebrochen. Sichere den Lernstand noch einmal.";
const TOO_NEW = "Diese Datei stammt von einer neueren Fassung der Website. Lade diese Seite neu und versuche es noch einmal.";

/** Stands first in a file: where whoever opens it later, maybe with nothing left on the device, gets all of it back. */
export const RESTORE = `So kommt alles zurück: Öffne ${onSite("ueben/stand/").href}#sicherung und wähle dort diese Datei.`;

/** @param {string} day such as 2026-12-01 @param {string} [ending] */
export const fileName = (day, ending = "json") => `generalprobe-lernstand-${day}.${ending}`;

/** @param {Shelf} shelf @param {number} nowMs @param {Map<string, object>} [talks] entries of talks of one's own, by kind and key */
export function exportText(shelf, nowMs, talks = new Map()) {
  const lines = [...shelf.backup(), ...talks].map(([place, entry]) => `${JSON.stringify(place)}: ${JSON.stringify(entry)}`);
  const opening = JSON.stringify({ restore: RESTORE, format: FORMAT, version: VERSION, saved: new Date(nowMs).toISOString() }, null, 2).slice(0, -2);
  return `${opening},\n  "entries": {${lines.length ? `\n    ${lines.join(",\n    ")}\n  ` : ""}}\n}\n`;
}

/** The texts of all talks of one's own. Their data base is opened only here. @returns {Promise<Map<string, any> | null>} null where that does not load */
export async function talksToSave() {
  const base = await import("../base/own-talks.mjs").catch(() => null);
  return base && base.ownTalks().outgoing();
}

/** Save all texts as a file. @param {Shelf} shelf @param {HTMLElement} place where it is said @param {Map<string, any> | null} [talks] */
export async function saveBackup(shelf, place, talks) {
  const found = talks === undefined ? await talksToSave() : talks;
  const nowMs = Date.now();
  handOut({ name: fileName(isoOf(dayOf(nowMs))), text: exportText(shelf, nowMs, found ?? new Map()), type: "application/json" }, place, found ? talksSaid(found) : NO_TALKS);
  noteSaved(nowMs);
}

const NO_TALKS = "Deine eigenen Vorträge sind nicht darin, sie ließen sich gerade nicht laden.";

/** @param {Map<string, any>} talks */
function talksSaid(talks) {
  const all = aliveAmong(talks);
  if (!all.length) return "";
  const images = all.some(({ slides }) => slides.some((/** @type {any} */ { artifact, looks }) => looks || artifact?.kind === "image"));
  return `Darin ist alles, auch ${countSaid(all.length)}${images ? ", ohne Bilder" : ""}.`;
}

/** @param {number} count of talks */
export const countSaid = (count) => (count === 1 ? "dein Vortrag" : `deine ${count} Vorträge`);

/** The talks themselves, without those that were deleted. @param {Map<string, any>} talks @returns {any[]} */
const aliveAmong = (talks) => [...talks].flatMap(([place, { talk }]) => (kindOf(place) === "talks" && talk ? [talk] : []));

/**
 * @param {string} text of a file that somebody has chosen
 * @returns {{contents: Contents, savedMs: number} | Refusal} `savedMs`: when it was saved, 0 where it does not say
 */
export function readBackup(text) {
  if (text.length > MOST_CHARACTERS) return { reason: TOO_LARGE };
  if (!text.trim()) return { reason: EMPTY };
  try {
    return contentsOf(JSON.parse(text.replace(/^\ufeff/, "")));
  } catch {
    return { reason: text.includes(FORMAT) ? CUT : FOREIGN };
  }
}

/** @param {any} file @returns {{contents: Contents, savedMs: number} | Refusal} */
function contentsOf(file) {
  if (!isRecord(file) || file.format !== FORMAT) return { reason: FOREIGN };
  if (!Number.isInteger(file.version) || file.version < 1) return { reason: CUT };
  if (file.version > VERSION) return { reason: TOO_NEW };
  const entries = file.version === 1 ? entriesOfFirst(file) : file.entries;
  if (!isRecord(entries)) return { reason: CUT };
  if (Object.keys(entries).filter((place) => kindOf(place) === "talks").length > MOST_TALKS) return { reason: TOO_MANY };
  const contents = new Map();
  for (const [place, entry] of Object.entries(entries)) {
    const { value, state } = valueOf(place, entry);
    if (state === "newer") return { reason: TOO_NEW };
    if (state === "damaged") return { reason: `${CUT} (Eintrag „${place.slice(0, 80)}“)` };
    contents.set(place, value);
  }
  return { contents, savedMs: momentOf(file.saved) || 0 };
}

/** A kind that is not known here, a newer version does know. @param {string} place @param {any} entry @returns {import("../base/stored.mjs").Entry} */
function valueOf(place, entry) {
  const [kind, id] = [kindOf(place), idOf(place)];
  if (!isRecord(entry) || !place.includes(":") || !isName(kind) || !isName(id)) return { value: null, state: "damaged" };
  if (isOwnKind(kind)) return { value: entry, state: stateOf(kind, id, entry) };
  return isKind(kind) ? readEntry(kind, entry) : { value: null, state: "newer" };
}

/** @param {string} name */
const isName = (name) => name.length <= LONGEST_ID && /^[^\s\p{Cc}]+$/u.test(name);

/** The first version held reviews with written times, and three settings. @param {any} file @returns {Record<string, any> | null} */
function entriesOfFirst({ cards, settings }) {
  if (!isRecord(cards)) return null;
  const { exam, daily, fresh } = isRecord(settings) ? settings : /** @type {Record<string, any>} */ ({});
  const set = Object.entries({ exam, daily, fresh }).filter(([, value]) => ["string", "number"].includes(typeof value));
  return Object.fromEntries([
    ...Object.entries(cards).map(([id, pairs]) => [`progress:${id}`, Array.isArray(pairs) ? { version: 1, reviews: pairs.map(timed) } : null]),
    ...set.map(([name, value]) => [`setting:${name}`, { version: 1, at: LONG_AGO, value: String(value) }]),
  ]);
}

/** @param {any} pair such as ["2026-12-01T17:20:00.000Z", 3] */
const timed = (pair) => (Array.isArray(pair) ? [momentOf(pair[0]), ...pair.slice(1)] : pair);

/** @param {unknown} time */
const momentOf = (time) => (typeof time === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time) ? Date.parse(time) : Number.NaN);

/**
 * Join everything with what is there, but for talks of one's own (workshop/restoring.mjs). Reviews under the former id of a card go to the card.
 *
 * @param {Progress} progress
 * @param {Contents} contents
 * @param {CardName[]} cards those there are now
 * @returns {Outcome}
 */
export function mergeBackup(progress, contents, cards) {
  const { shelf } = progress;
  const cardOf = named(cards);
  const changes = [...contents].filter(([place]) => isKind(kindOf(place))).map(([place, value]) => /** @type {Change} */ ([kindOf(place), idOf(place), value]));
  const logs = changes.filter(([kind]) => kind === "progress").map(([, id, log]) => /** @type {[CardName, Log]} */ ([cardOf(id), log]));
  const [before, entries] = [shown(progress, cardOf), shelf.backup()];
  shelf.add(changes.filter(([kind]) => kind !== "progress"));
  progress.take(logs);
  progress.sweep();
  const [after, offered] = [shown(progress, cardOf), namesOf(logs.map(([{ id }, { reviews }]) => [id, reviews]))];
  const known = counted(offered, (name) => before.has(name));
  const added = counted(offered, (name) => after.has(name) && !before.has(name));
  const lost = counted(before, (name) => !after.has(name));
  return { added, known, gone: offered.size - known - added, lost, others: changedSince(entries, shelf) };
}

/**
 * Whether all answers, rehearsals and mock exams that are here up to a moment stand in a file too.
 *
 * @param {Progress} progress
 * @param {Contents} contents
 * @param {CardName[]} cards those there are now
 * @param {number} untilMs
 */
export function holdsAll(progress, contents, cards, untilMs) {
  const cardOf = named(cards);
  const offered = namesOf([...contents].filter(([place]) => kindOf(place) === "progress").map(([place, { reviews }]) => [cardOf(idOf(place)).id, reviews]));
  const answers = namesOf([...progress.all()].map(([id, reviews]) => [cardOf(id).id, reviews.filter(({ at }) => at <= untilMs)]));
  return [...answers].every((name) => offered.has(name)) && RECORDED.every((kind) => progress.shelf.ids(kind).every((id) => {
    const records = /** @type {import("../base/merging.mjs").Records} */ (progress.shelf.read(kind, id));
    return [...records].every(([name, { at }]) => at > untilMs || contents.get(`${kind}:${id}`)?.has(name));
  }));
}

/** @param {Set<string>} names @param {(name: string) => boolean} which */
const counted = (names, which) => [...names].filter(which).length;

/** @param {CardName[]} cards @returns {(id: string) => CardName} a card by its id, or by one it had before */
function named(cards) {
  const byId = new Map(cards.flatMap((card) => card.formerly.map((id) => [id, card])));
  for (const card of cards) byId.set(card.id, card);
  return (id) => byId.get(id) ?? { id, formerly: [] };
}

/** @param {Progress} progress @param {(id: string) => CardName} cardOf @returns {Set<string>} every review, under its card's id */
const shown = (progress, cardOf) => namesOf([...progress.all()].map(([id, reviews]) => [cardOf(id).id, reviews]));

/** @param {[string, import("../base/merging.mjs").Review[]][]} logs */
const namesOf = (logs) => new Set(logs.flatMap(([id, reviews]) => reviews.map((review) => `${id} ${nameOfReview(review)}`)));

/** @param {Map<string, object>} before @param {Shelf} shelf @returns {string[]} */
function changedSince(before, shelf) {
  const changed = [...shelf.backup()].filter(([place, entry]) => JSON.stringify(entry) !== JSON.stringify(before.get(place)));
  const kinds = new Set(changed.map(([place]) => kindOf(place)));
  return Object.entries(STORED).filter(([kind]) => kind !== "progress" && kinds.has(kind)).map(([, { german }]) => german);
}
