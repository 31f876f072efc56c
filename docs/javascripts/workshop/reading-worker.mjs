// Beside the page: unpacks what the page asks for of the file that it got first.

import { openArchive, weigh } from "./archive.mjs";
import { Unreadable } from "./unreadable.mjs";

/** @typedef {{file: Blob} | {ask: "texts" | "pictures", names: string[]}} Question each with a `turn`, from 1 */

/** @type {Promise<import("./archive.mjs").Archive>} */
let opened;

self.addEventListener("message", async ({ data: { turn, ...question } }) => {
  try {
    const answer = await answered(question);
    self.postMessage({ turn, answer }, { transfer: buffersIn(answer) });
  } catch (reason) {
    self.postMessage({ turn, trouble: reason instanceof Unreadable ? reason.message : UNEXPECTED });
  }
});

const UNEXPECTED = "Die Datei ließ sich nicht lesen. Liegt sie in einer Cloud, lade sie erst ganz auf dieses Gerät.";

/** @param {Question} question */
async function answered(question) {
  if ("ask" in question) return (await opened)[question.ask](question.names);
  weigh(question.file.size);
  opened = question.file.arrayBuffer().then((buffer) => openArchive(new Uint8Array(buffer)));
  return (await opened).names;
}

/** Pictures are handed over and not copied. @param {string[] | Map<string, any>} answer @returns {ArrayBuffer[]} */
const buffersIn = (answer) => (Array.isArray(answer) ? [] : [...answer.values()].flatMap((each) => (each?.bytes ? [each.bytes.buffer] : [])));

// The answer to no question: a message that comes before the libraries have come is lost.
self.postMessage({ turn: 0 });
