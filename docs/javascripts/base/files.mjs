// What leaves the page as a file. No page is told whether it arrived, so other ways stand beside it.

import { button, make } from "./elements.mjs";

/** @typedef {{name: string, text: string | Uint8Array<ArrayBuffer>, type: string}} Outgoing `text` is bytes where nobody could read it */

/**
 * Let the browser save a file, and offer what helps where it saves nothing, as browsers within other apps do.
 *
 * @param {Outgoing} file
 * @param {HTMLElement} place where it is said
 * @param {string} [next] what to do with the file
 */
export function handOut(file, place, next = "") {
  save(file);
  const said = [`Die Datei „${file.name}“ sollte jetzt bei deinen Downloads liegen.`, next];
  const ways = otherWays(file);
  if (ways.length) said.push("Fehlt sie dort, speichert dein Browser hier nichts. Dann nimm einen anderen Weg: ");
  place.replaceChildren(said.filter(Boolean).join(" "), ...ways);
}

/** @param {Outgoing} file */
function save({ name, text, type }) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {Outgoing} file @returns {(Node | string)[]} */
function otherWays(file) {
  const outcome = make("span");
  const shared = shareable(file);
  const share = button("Teilen", async () => { outcome.textContent = await sent(shared); });
  const { text } = file;
  const copy = typeof text === "string" && button("Text kopieren", async () => { outcome.replaceChildren(...(await copied(text))); });
  return [...(shared ? [share, " "] : []), ...(copy ? [copy, " "] : []), ...(shared || copy ? [outcome] : [])];
}

/** Some browsers share no more than plain texts. @param {Outgoing} file @returns {File | undefined} undefined where nothing can be shared */
function shareable({ name, text, type }) {
  const files = [new File([text], name, { type }), ...(typeof text === "string" ? [new File([text], `${name}.txt`, { type: "text/plain" })] : [])];
  return files.find((file) => navigator.canShare?.({ files: [file] }));
}

/** @param {File | undefined} file @returns {Promise<string>} what came of it */
async function sent(file) {
  try {
    await navigator.share({ files: file ? [file] : [] });
    return "Geteilt.";
  } catch (reason) {
    return reason instanceof DOMException && reason.name === "AbortError" ? "Nicht geteilt." : "Teilen geht hier nicht.";
  }
}

/** @param {string} text @returns {Promise<(Node | string)[]>} what came of it; where the clipboard is closed, the text itself */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return ["Kopiert. Füge den Text in eine Notiz oder eine Mail an dich ein und speichere ihn später als Datei."];
  } catch {
    const field = make("textarea", { class: "gp-outlet", readonly: true, rows: 4, "aria-label": "Text zum Kopieren" }, text);
    field.addEventListener("focus", () => field.select());
    return ["Kopiere den Text von hier: ", field];
  }
}
