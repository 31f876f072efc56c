// Everything that is stored on the device, one row a kind of entry. Pure.
//
// An entry is called `generalprobe:/path/of/the/site/:kind:id` and reads, for example,
// {"version":2,"reviews":[[1796040000000,3,60]]} or {"version":1,"at":1796040000000,"value":"2026-12-14"}.

import { isRecord, isText, latest, log, marks, records, resets } from "./merging.mjs";

/**
 * A kind of entry that is kept for good.
 *
 * @typedef {object} Row
 * @property {string} german what it is called in messages
 * @property {import("./merging.mjs").Shape<any>} shape
 * @property {((entry: any) => any)[]} upgrades what makes of an entry of version n one of version n + 1; the last one leads to today's
 * @property {(id: string) => boolean} [stays] which ids no backup holds, for they speak of this browser
 */

/** @typedef {keyof typeof STORED} Kind */
/** @typedef {{value: any, state: "fine" | "damaged" | "newer"}} Entry  of a damaged one: what can still be read */

/** Settings that speak of this browser: that older versions asked it to keep its storage, and what `memory/saved.mjs` knows of it. */
const HERE = ["persistence", "saved", "reminded", "install", "offline"];

/** What was set before marks had times gives way to all that has one. */
const UNTIMED = 2;

/** @satisfies {Record<string, Row>} */
export const STORED = {
  progress: { german: "Lernstand", shape: log, upgrades: [listOf("reviews"), (entry) => entry] },
  reset: { german: "Zurücksetzen", shape: resets, upgrades: [refuse] },
  ticks: { german: "Häkchen", shape: marks, upgrades: [(ids) => ({ marks: ids.filter(isText).map((/** @type {string} */ id) => [id, UNTIMED, 1]) })] },
  setting: { german: "Einstellungen", shape: latest(isText), upgrades: [(value) => ({ at: UNTIMED, value })], stays: (id) => HERE.includes(id) },
  speech: { german: "Sprechtempo", shape: latest(isRecord), upgrades: [(value) => ({ at: UNTIMED, value })] },
  calendar: { german: "Kalender", shape: latest(isRecord), upgrades: [refuse] },
  plan: { german: "Plan", shape: records(isRecord), upgrades: [refuse] },
  runs: { german: "Proben", shape: records(isRecord), upgrades: [refuse] },
  mocks: { german: "Probeprüfungen", shape: records(isRecord), upgrades: [refuse] },
  sheets: { german: "Bewertungsbögen", shape: latest(isRecord), upgrades: [refuse] },
  tests: { german: "Kurztests", shape: latest(isRecord), upgrades: [refuse], stays: (id) => id === "now" },
  sitting: { german: "Prüfungslauf", shape: latest(isRecord), upgrades: [refuse], stays: () => true },
  running: { german: "Angefangenes", shape: latest(isRecord), upgrades: [refuse], stays: () => true },
};

/** Texts that are neither joined nor saved, and how they are called. */
export const PASSING = { answer: "Antworten", damaged: "Beschädigtes", copied: "Übernahme", unsaved: "Ungespeichertes", later: "Aufgeschobenes", probe: "Versuch" };

/** @param {string} name @returns {(list: unknown) => object} */
function listOf(name) {
  return (list) => (Array.isArray(list) ? { [name]: list } : refuse());
}

/** @returns {never} */
function refuse() {
  throw new TypeError("never stored like this");
}

/** @param {Kind} kind @returns {Row} */
export const rowOf = (kind) => STORED[kind];

/** @param {string} kind @returns {kind is Kind} */
export const isKind = (kind) => Object.hasOwn(STORED, kind);

/** @param {Kind} kind @param {any} value @returns {object} with its version, as it is stored and saved */
export const entryOf = (kind, value) => ({ version: rowOf(kind).upgrades.length, ...rowOf(kind).shape.write(value) });

/** @param {Kind} kind @param {any} value */
export const textOf = (kind, value) => JSON.stringify(entryOf(kind, value));

/** @param {Kind} kind @param {any} value whether it says anything at all */
export const isEmpty = (kind, value) => textOf(kind, value) === textOf(kind, rowOf(kind).shape.empty);

/** @param {Kind} kind @param {string | null} text as stored, null for nothing @returns {Entry} */
export function readText(kind, text) {
  const nothing = rowOf(kind).shape.empty;
  if (text === null) return { value: nothing, state: "fine" };
  try {
    return readEntry(kind, /^[[{]/.test(text) ? JSON.parse(text) : text);
  } catch {
    return { value: nothing, state: "damaged" };
  }
}

/** @param {Kind} kind @param {any} entry @returns {Entry} */
export function readEntry(kind, entry) {
  const { shape, upgrades } = rowOf(kind);
  const damaged = /** @type {Entry} */ ({ value: shape.empty, state: "damaged" });
  let version = isRecord(entry) && "version" in entry ? entry.version : 0;
  if (!Number.isInteger(version) || version < 0) return damaged;
  if (version > upgrades.length) return { value: shape.empty, state: "newer" };
  try {
    for (; version < upgrades.length; version += 1) entry = upgrades[version](entry);
    const { value, whole } = shape.read(entry);
    return { value, state: whole ? "fine" : "damaged" };
  } catch {
    return damaged;
  }
}

/**
 * What becomes of entries from before the sites of an origin were told apart. A log that was put away by a reset comes
 * back to its card, and the reset becomes a mark; what was damaged says of what kind it is.
 *
 * @param {Map<string, string>} texts by kind and id
 * @returns {Map<string, string>} the same way
 */
export function carriedOver(texts) {
  const found = new Map([...texts].filter(([place]) => isKind(kindOf(place)) && kindOf(place) !== "reset"));
  for (const [place, text] of texts) {
    if (kindOf(place) === "damaged") found.set(`damaged:progress:${idOf(place)}`, text);
  }
  const away = [...texts].filter(([place]) => kindOf(place) === "reset");
  const moments = away.flatMap(([place, text]) => bringBack(found, `progress:${idOf(place)}`, text));
  if (moments.length) found.set("reset:progress", textOf("reset", new Map([[Math.max(...moments), 0]])));
  return found;
}

/** @param {Map<string, string>} found @param {string} place @param {string} text @returns {number[]} when it was practised */
function bringBack(found, place, text) {
  const [then, now] = [readText("progress", text), readText("progress", found.get(place) ?? null)];
  if (!found.has(place)) found.set(place, text);
  else if (then.state === "fine" && now.state === "fine") found.set(place, textOf("progress", log.merge(then.value, now.value)));
  return then.value.reviews.slice(-1).map((/** @type {{at: number}} */ { at }) => at);
}

/** @param {string} place such as `progress:netz/dhcp` */
export const kindOf = (place) => place.slice(0, place.indexOf(":"));

/** @param {string} place */
export const idOf = (place) => place.slice(place.indexOf(":") + 1);
