// The parts of a PPTX, unpacked as they are asked for, and what other files say who come in its place. Pure.

import { looksOf, pictureKey } from "./pictures.mjs";
import { Unreadable } from "./unreadable.mjs";
import { LARGEST_PART, MEGABYTE, listed, unpacked } from "./zip.mjs";

/**
 * A picture by a key that hangs on its content: the same picture has the same key in every file.
 *
 * @typedef {import("./pictures.mjs").Looks & {key: string, bytes: Uint8Array}} Picture
 * @typedef {{flaw: import("./pictures.mjs").Flaw}} Flawed
 *
 * What parts hold, by the names that were asked for: nothing where there is no such part, null where it is damaged. Whoever has the
 * bytes elsewhere, such as in a worker, answers the same.
 * @typedef {{names: string[], texts(names: string[]): Promise<Map<string, string | null>>, pictures(names: string[]): Promise<Map<string, Picture | Flawed>>}} Archive
 */

const LARGEST_FILE = 100 * MEGABYTE;
const MOST_UNPACKED = 200 * MEGABYTE;

const SAID = {
  empty: "Die Datei ist leer.",
  heavy: "Die Datei ist größer als 100 MB. Verkleinere die Bilder darin: In PowerPoint heißt das „Bilder komprimieren“.",
  unpacked: "Ausgepackt ist die Datei größer als 200 MB und wird darum nicht gelesen. Verkleinere die Bilder darin.",
  ole: "Die Datei ist mit einem Kennwort geschützt oder im alten Format .ppt gespeichert. Öffne sie in PowerPoint, nimm das Kennwort heraus und speichere sie als .pptx.",
  pdf: "Das ist eine PDF-Datei. Nimm die Präsentation selbst (.pptx): Ein PDF enthält keinen Sprechtext.",
  foreign: "Das ist keine Präsentation im Format .pptx. Speichere oder exportiere sie in deinem Programm als PowerPoint-Datei (.pptx).",
  impress: "Das ist eine Präsentation von LibreOffice. Speichere sie dort mit „Speichern unter“ als PowerPoint-Datei (.pptx).",
  keynote: "Das ist eine Präsentation von Keynote. Exportiere sie dort als PowerPoint-Datei (.pptx).",
  word: "Das ist ein Word-Dokument. Nimm die Präsentation (.pptx), oder kopiere den Text und füge ihn hier ein.",
  excel: "Das ist eine Excel-Datei. Nimm die Präsentation (.pptx).",
};

/** @param {keyof typeof SAID} why @returns {never} */
function refuse(why) {
  throw new Unreadable(SAID[why]);
}

/** Refuse what is too large before it is read. @param {number} size in bytes @throws {Unreadable} */
export function weigh(size) {
  if (size === 0) refuse("empty");
  if (size > LARGEST_FILE) refuse("heavy");
}

/** @param {Uint8Array} bytes of a file @returns {Archive} @throws {Unreadable} what the file is instead, and what to do */
export function openArchive(bytes) {
  weigh(bytes.length);
  const other = HEADS.find(({ head }) => head.every((byte, index) => bytes[index] === byte));
  if (other) refuse(other.why);
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) refuse("foreign");
  const entries = listed(bytes);
  const foreign = FOREIGN.find(({ part }) => [...entries.keys()].some((name) => part.test(name)));
  if (foreign && !entries.has("ppt/presentation.xml")) refuse(foreign.why);
  return archive(bytes, entries);
}

/** @type {{head: number[], why: keyof typeof SAID}[]} */
const HEADS = [{ head: [0xd0, 0xcf, 0x11, 0xe0], why: "ole" }, { head: [0x25, 0x50, 0x44, 0x46], why: "pdf" }];

/** @type {{part: RegExp, why: keyof typeof SAID}[]} */
const FOREIGN = [
  { part: /^word\//, why: "word" }, { part: /^xl\//, why: "excel" }, { part: /^Index\.zip$|^Index\/|\.iwa$/, why: "keynote" }, { part: /^content\.xml$/, why: "impress" },
];

/** @param {Uint8Array} bytes @param {Map<string, import("./zip.mjs").Entry>} entries @returns {Archive} */
function archive(bytes, entries) {
  const byLowerCase = new Map([...entries.values()].map((entry) => [entry.name.toLowerCase(), entry]));
  let total = 0;
  const find = (/** @type {string} */ name) => entries.get(name) ?? byLowerCase.get(name.toLowerCase());

  /** @param {import("./zip.mjs").Entry} entry */
  function take(entry) {
    total += Math.min(entry.size, LARGEST_PART);
    return total > MOST_UNPACKED ? refuse("unpacked") : unpacked(bytes, entry);
  }

  /**
   * @template Made
   * @param {string[]} names
   * @param {(entry: import("./zip.mjs").Entry) => Made} make
   */
  const each = (names, make) => new Map(names.flatMap((name) => { const entry = find(name); return entry ? [/** @type {const} */ ([name, make(entry)])] : []; }));

  return {
    names: [...entries.keys()],
    texts: async (names) => each(names, (entry) => decoded(take(entry))),
    // One that is too large is named, and the rest is read.
    pictures: async (names) => each(names, (entry) => (entry.size > LARGEST_PART ? { flaw: "large" } : picture(entry, take(entry)))),
  };
}

/** @param {Uint8Array | null} bytes @returns {string | null} */
function decoded(bytes) {
  if (!bytes) return null;
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** @param {import("./zip.mjs").Entry} entry @param {Uint8Array | null} bytes @returns {Picture | Flawed} */
function picture({ crc, size }, bytes) {
  if (!bytes) return { flaw: "damaged" };
  const looks = looksOf(bytes);
  if ("flaw" in looks) return looks;
  // A stored part is a window into the whole file, which would be kept with it.
  return { ...looks, key: pictureKey(crc, size, looks.type), bytes: bytes.slice() };
}
