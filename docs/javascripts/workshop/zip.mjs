// A ZIP file: what its directory lists, and single parts of it with limits, whatever the directory says of them. Pure.

import { vendor } from "../base/addresses.mjs";
import { checksum } from "./checksum.mjs";
import { Unreadable } from "./unreadable.mjs";

const { Inflate } = /** @type {typeof import("fflate")} */ (await import(vendor("fflate/esm/browser.js")));

/** @typedef {{name: string, method: number, crc: number, packed: number, size: number, start: number}} Entry sizes in bytes */

export const MEGABYTE = 1024 * 1024;
export const LARGEST_PART = 20 * MEGABYTE;
const [MOST_PARTS, HIGHEST_RATIO] = [20_000, 200];
/** Below that, a part may be packed as tightly as it likes. */
const HARMLESS = MEGABYTE;
/** So much goes through the library at once: it unpacks a thousand times as much at most before it can be stopped. */
const STEP = 16 * 1024;

const [LOCAL, LISTED, END, END_64, LOCATOR_64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
const [STORED, DEFLATED] = [0, 8];
const UNKNOWN = 0xffffffff;

const SAID = {
  cut: "Die Datei ist unvollständig, als wäre sie beim Kopieren oder Laden abgebrochen. Kopiere oder lade sie noch einmal.",
  damaged: "Die Datei ist beschädigt. Öffne sie in dem Programm, aus dem sie kommt, und speichere sie dort unter neuem Namen.",
  locked: "Die Datei ist mit einem Kennwort geschützt. Nimm den Schutz heraus und speichere sie neu.",
  bomb: "Die Datei ist viel dichter gepackt, als es bei Vorträgen vorkommt, und wird darum nicht geöffnet.",
  large: "Ein Teil der Datei ist größer als 20 MB und wird darum nicht gelesen. Verkleinere die Bilder darin.",
  many: "Die Datei besteht aus mehr als 20.000 Teilen und wird darum nicht gelesen.",
  outside: "Die Datei enthält Pfade, die aus ihr herausführen. So schreibt sie kein Präsentationsprogramm, darum bleibt sie zu.",
};

/** @param {keyof typeof SAID} why @returns {never} */
function refuse(why) {
  throw new Unreadable(SAID[why]);
}

/**
 * What a file holds, by names; of two parts with the same name the last one.
 *
 * @param {Uint8Array} bytes
 * @returns {Map<string, Entry>}
 * @throws {Unreadable}
 */
export function listed(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = entries(view, directory(view)).filter(({ name }) => !name.endsWith("/"));
    if (found.some(({ name }) => leadsOut(name))) refuse("outside");
    return new Map(found.map((entry) => [entry.name, entry]));
  } catch (reason) {
    throw reason instanceof RangeError ? new Unreadable(SAID.damaged) : reason;
  }
}

/** @param {string} name */
const leadsOut = (name) => /^\/|^[a-z]:/i.test(name) || name.split("/").includes("..");

/** Where the directory begins and how many entries it has. @param {DataView} view */
function directory(view) {
  const end = lastEnd(view);
  const [count, size, start] = [view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const before = end - size - start;
  const is64 = end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64;
  const found = is64 ? directory64(view, large(view, end - 12)) : { count, start, before: before > 0 ? before : 0 };
  return found.count > MOST_PARTS ? refuse("many") : found;
}

/** @param {DataView} view @param {number} at */
function directory64(view, at) {
  if (view.getUint32(at, true) !== END_64) refuse("damaged");
  return { count: large(view, at + 32), start: large(view, at + 48), before: 0 };
}

/** The record at the end, behind which only a comment may stand. @param {DataView} view */
function lastEnd(view) {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return refuse("cut");
}

/** @param {DataView} view @param {{count: number, start: number, before: number}} directory `before`: bytes that somebody put in front */
function entries(view, { count, start, before }) {
  const found = [];
  for (let [index, at] = [0, start + before]; index < count; index += 1) {
    if (view.getUint32(at, true) !== LISTED) refuse("damaged");
    found.push(entry(view, at, before));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/** @param {DataView} view @param {number} at @param {number} before @returns {Entry} */
function entry(view, at, before) {
  if (view.getUint16(at + 8, true) & 1) refuse("locked");
  const [length, extra] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size, packed, local] = sizes.includes(UNKNOWN) ? sizes64(view, at + 46 + length, extra, sizes) : sizes;
  return { name: nameAt(view, at + 46, length), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed, size, start: local + before };
}

/** Sizes that did not fit stand in a field of their own, only those, in this order. @param {DataView} view @param {number} at @param {number} length @param {number[]} sizes */
function sizes64(view, at, length, sizes) {
  for (let field = at; field + 4 <= at + length; field += 4 + view.getUint16(field + 2, true)) {
    let next = field + 4;
    if (view.getUint16(field, true) === 1) return sizes.map((size) => (size === UNKNOWN ? large(view, (next += 8) - 8) : size));
  }
  return sizes;
}

/** @param {DataView} view @param {number} at */
const large = (view, at) => Number(view.getBigUint64(at, true));

/** Old programs write backslashes. @param {DataView} view @param {number} at @param {number} length */
const nameAt = (view, at, length) => new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length)).replaceAll("\\", "/");

/**
 * A part, unpacked and held to its checksum.
 *
 * @param {Uint8Array} bytes of the file
 * @param {Entry} entry
 * @returns {Uint8Array | null} null where it is damaged
 * @throws {Unreadable} where it is larger than it may be, or says it is smaller than it is
 */
export function unpacked(bytes, entry) {
  const { method, crc, packed, size } = entry;
  if (size > LARGEST_PART) refuse("large");
  if (size > HARMLESS && size / packed > HIGHEST_RATIO) refuse("bomb");
  const start = contentStart(bytes, entry);
  if (start === null || start + packed > bytes.length) return null;
  const content = bytes.subarray(start, start + packed);
  const made = method === STORED ? content : method === DEFLATED ? inflated(content, size) : null;
  return made?.length === size && checksum(made) === crc ? made : null;
}

/** @param {Uint8Array} bytes @param {Entry} entry */
function contentStart(bytes, { start }) {
  if (start + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, 30);
  return view.getUint32(0, true) === LOCAL ? start + 30 + view.getUint16(26, true) + view.getUint16(28, true) : null;
}

/** @param {Uint8Array} content @param {number} size @returns {Uint8Array | null} */
function inflated(content, size) {
  const made = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) refuse("bomb");
    made.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < content.length; at += STEP) stream.push(content.subarray(at, at + STEP), at + STEP >= content.length);
  } catch (reason) {
    if (reason instanceof Unreadable) throw reason;
    return null;
  }
  return filled === size ? made : null;
}
