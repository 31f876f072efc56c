// A presentation or a talk's own file that somebody chose, read on the device: unpacked in a worker, so that the page stays quick.

import { onSite } from "../base/addresses.mjs";
import { parse } from "./parsing.mjs";
import { readPptx } from "./pptx.mjs";
import { isBackupFile, readBackupFile } from "./backup-file.mjs";
import { isTalkFile, readTalkFile } from "./talk-file.mjs";
import { Unreadable, readable } from "./unreadable.mjs";

/** A phone needs two seconds for 20 MB. */
const PATIENCE_MS = 60_000;

const SAID = {
  unloaded: "Das Lesen ließ sich nicht starten. Prüfe die Verbindung und lade die Seite neu.",
  backup: "Das ist eine Sicherung deines ganzen Lernstands. Lies sie unter „Mein Stand“ ein, mit „Aus Datei übernehmen“.",
  late: "Das Lesen dauert zu lange und wurde abgebrochen. Verkleinere die Bilder der Präsentation oder kopiere deine Folien in eine neue Datei.",
};

/** @typedef {import("./pptx.mjs").Read | import("./talk-file.mjs").Read} Read only what comes from a talk's own file has `runs` */
/** @typedef {{worker: Worker, hearing: Promise<Ask>}} Reader */

/** The next one. @type {Reader | null} */
let next = null;

/** Fetch what reading takes before somebody chooses: on a slow network, a phone waits seconds for it. */
export function prepare() {
  next ??= makeReader();
  next.hearing.catch(() => { next = null; });
}

/** @returns {Reader} */
function makeReader() {
  const worker = new Worker(onSite("javascripts/workshop/reading-worker.mjs"), { type: "module" });
  return { worker, hearing: asking(worker) };
}

/** @param {Blob} file @returns {Promise<Read | import("./unreadable.mjs").Trouble>} */
export const readChosen = (file) => unpacking(file, /** @returns {Promise<Read | import("./unreadable.mjs").Trouble>} */ async (archive) => {
  if (isBackupFile(archive)) throw new Unreadable(SAID.backup);
  return isTalkFile(archive) ? readTalkFile(archive) : readPptx(archive, parse);
});

/** A backup with pictures. @param {Blob} file */
export const readChosenBackup = (file) => unpacking(file, readBackupFile);

/**
 * @template Found
 * @param {Blob} file
 * @param {(archive: import("./archive.mjs").Archive) => Promise<Found>} read
 * @returns {Promise<Found | import("./unreadable.mjs").Trouble>}
 */
const unpacking = (file, read) => readable(async () => {
  const { worker, hearing } = next ?? makeReader();
  next = null;
  try {
    return await beforeLate(hearing.then((ask) => archiveIn(ask, file)).then(read));
  } finally {
    worker.terminate();
  }
});

/** @param {Ask} ask @param {Blob} file @returns {Promise<import("./archive.mjs").Archive>} */
async function archiveIn(ask, file) {
  const names = await ask({ file });
  return { names, texts: (wanted) => ask({ ask: "texts", names: wanted }), pictures: (wanted) => ask({ ask: "pictures", names: wanted }) };
}

/** @typedef {(question: import("./reading-worker.mjs").Question) => Promise<any>} Ask */

/** @param {Worker} worker @returns {Promise<Ask>} when it hears */
function asking(worker) {
  /** @type {{resolve: (answer: any) => void, reject: (reason: Unreadable) => void}[]} by turns */
  const waiting = [];
  worker.addEventListener("message", ({ data: { turn, answer, trouble } }) => {
    if (trouble) waiting[turn].reject(new Unreadable(trouble));
    else waiting[turn].resolve(answer);
  });
  worker.addEventListener("error", () => waiting.forEach(({ reject }) => reject(new Unreadable(SAID.unloaded))));
  /** @type {Ask} */
  const ask = (question) => new Promise((resolve, reject) => {
    worker.postMessage({ ...question, turn: waiting.push({ resolve, reject }) - 1 });
  });
  return new Promise((resolve, reject) => waiting.push({ resolve: () => resolve(ask), reject }));
}

/** @template Made @param {Promise<Made>} work @returns {Promise<Made>} */
function beforeLate(work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreadable(SAID.late)), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
