// Pages of a PDF as pictures, made on the device; what reads PDF is loaded only when somebody chooses one.

import { vendor } from "../base/addresses.mjs";
import { LONGEST_SIDE_PX, pictureOf } from "./bitmaps.mjs";
import { Unreadable, readable } from "./unreadable.mjs";

/** @typedef {{key: string, picture: import("./own-talk.mjs").Picture, text: string}} Page */
/** @typedef {typeof import("pdfjs-dist")} Reader */
/** @typedef {import("pdfjs-dist").PDFDocumentProxy} Pdf */

const LARGEST_FILE = 50 * 1024 * 1024;
const MOST_PAGES = 100;
const PATIENCE_MS = 120_000;
/** Pictures within a page that are larger than that are left out: they would take all memory. */
const MOST_PIXELS = 50_000_000;

const SAID = {
  empty: "Die Datei ist leer.",
  heavy: "Die PDF-Datei ist größer als 50 MB. Speichere sie mit kleineren Bildern.",
  many: `Die PDF-Datei hat mehr als ${MOST_PAGES} Seiten. Nimm nur die Folien deines Vortrags.`,
  locked: "Die PDF-Datei ist mit einem Kennwort geschützt. Speichere sie ohne Kennwort.",
  broken: "Das ist keine PDF-Datei, oder sie ist beschädigt. Speichere deine Präsentation noch einmal als PDF.",
  late: "Das Lesen der PDF-Datei dauert zu lange und wurde abgebrochen. Speichere sie mit kleineren Bildern.",
  unloaded: "Was PDF-Dateien liest, lässt sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.",
};

/** @param {keyof typeof SAID} why @returns {never} */
function refuse(why) {
  throw new Unreadable(SAID[why]);
}

/** @param {Blob} file @param {(done: number, of: number) => void} tell @returns {Promise<{pages: Page[]} | import("./unreadable.mjs").Trouble>} */
export const readPdf = (file, tell) => readable(async () => {
  if (file.size === 0) refuse("empty");
  if (file.size > LARGEST_FILE) refuse("heavy");
  return { pages: await withPdf(await load(), new Uint8Array(await file.arrayBuffer()), (pdf) => pagesIn(pdf, tell)) };
});

/** @returns {Promise<Reader>} */
async function load() {
  try {
    const reader = /** @type {Reader} */ (await import(vendor("pdfjs-dist/legacy/build/pdf.min.mjs")));
    reader.GlobalWorkerOptions.workerSrc = vendor("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
    return reader;
  } catch {
    return refuse("unloaded");
  }
}

/**
 * No script within it runs, no font of this device is asked for by name, nothing is fetched.
 *
 * @template Made
 * @param {Reader} reader
 * @param {Uint8Array} data
 * @param {(pdf: Pdf) => Promise<Made>} work
 */
async function withPdf({ getDocument, PasswordException, VerbosityLevel }, data, work) {
  const task = getDocument({ data, maxImageSize: MOST_PIXELS, enableXfa: false, useWasm: false, useWorkerFetch: false, verbosity: VerbosityLevel.ERRORS });
  let isLate = false;
  const timer = setTimeout(() => { isLate = true; void task.destroy(); }, PATIENCE_MS);
  try {
    return await work(await task.promise);
  } catch (reason) {
    if (reason instanceof Unreadable) throw reason;
    return refuse(isLate ? "late" : reason instanceof PasswordException ? "locked" : "broken");
  } finally {
    clearTimeout(timer);
    await task.destroy();
  }
}

/** One after the other, on one canvas. @param {Pdf} pdf @param {(done: number, of: number) => void} tell */
async function pagesIn(pdf, tell) {
  if (pdf.numPages > MOST_PAGES) refuse("many");
  const canvas = document.createElement("canvas");
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    tell(number, pdf.numPages);
    pages.push(await pageIn(pdf, number, canvas));
  }
  return pages;
}

/** @param {Pdf} pdf @param {number} number from 1 @param {HTMLCanvasElement} canvas @returns {Promise<Page>} */
async function pageIn(pdf, number, canvas) {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONGEST_SIDE_PX / Math.max(width, height) });
  [canvas.width, canvas.height] = [viewport.width, viewport.height].map((side) => Math.max(1, Math.round(side)));
  await page.render({ canvas, viewport, annotationMode: 0, background: "#fff" }).promise;
  const { items } = await page.getTextContent();
  page.cleanup();
  const shown = await pictureOf(canvas);
  return { ...(shown ?? refuse("broken")), text: items.map((item) => ("str" in item ? item.str : "")).join(" ") };
}
