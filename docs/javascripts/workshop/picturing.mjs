// Pictures that come to slides from outside: dropped or pasted, looked at, and kept with the talk.

import { ownTalks } from "../base/own-talks.mjs";
import { Addresses } from "../talk/own.mjs";
import { FLAWS, readPicture } from "./picture-file.mjs";

/** @param {string} talkKey @param {Blob} file @returns {Promise<{key: string, pictures: import("./own-talk.mjs").Pictures} | {trouble: string}>} under its key it may not be kept: who saves the talk is told */
export async function keepPicture(talkKey, file) {
  const read = await readPicture(file);
  if ("trouble" in read) return read;
  const pictures = new Map([[read.key, read.picture]]);
  if (!(await areShown(pictures))) return { trouble: FLAWS.damaged };
  await ownTalks().writePictures(talkKey, new Map([...(await ownTalks().pictures(talkKey)), ...pictures]));
  return { key: read.key, pictures };
}

/** @param {import("./own-talk.mjs").Pictures} pictures */
async function areShown(pictures) {
  const all = new Addresses().add(pictures);
  const addresses = [...pictures.keys()].map((key) => all.get(key) ?? "");
  const shown = await Promise.allSettled(addresses.map((src) => Object.assign(new Image(), { src }).decode()));
  for (const address of addresses) URL.revokeObjectURL(address);
  return shown.every(({ status }) => status === "fulfilled");
}

/** Take addresses of pictures back, once what shows them has them. @param {HTMLElement} root @param {Iterable<string>} addresses */
export async function takeBack(root, addresses) {
  await Promise.allSettled([...root.querySelectorAll("img")].map((picture) => picture.decode()));
  for (const address of addresses) URL.revokeObjectURL(address);
}

/**
 * Hear of files that are dropped, and of pictures that are pasted where no text is meant. What is dropped beside it never replaces the page.
 *
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 * @param {(file: File, slide: string) => void} onPicture with the key of the slide, "" where it came upon none
 */
export function hearPictures(root, signal, onPicture) {
  const slideAt = (/** @type {EventTarget | null} */ target) => (target instanceof Element ? target.closest("[data-slide]") : null);
  const mark = (/** @type {Element | null} */ slide) => {
    for (const each of root.querySelectorAll("[data-over]")) each.removeAttribute("data-over");
    slide?.setAttribute("data-over", "");
  };
  const take = (/** @type {Event} */ event, /** @type {File | undefined} */ file) => {
    if (!file) return;
    event.preventDefault();
    onPicture(file, slideAt(event.target)?.getAttribute("data-slide") ?? "");
  };
  root.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    mark(slideAt(event.target));
  }, { signal });
  root.addEventListener("dragleave", () => mark(null), { signal });
  root.addEventListener("drop", (event) => {
    mark(null);
    take(event, event.dataTransfer?.files[0]);
  }, { signal });
  document.addEventListener("paste", (event) => take(event, pasted(event)), { signal });
}

/** Copied from a program, words often come with a picture of themselves. @param {ClipboardEvent} event */
function pasted({ clipboardData, target }) {
  const isText = target instanceof Element && target.matches("textarea, input") && clipboardData?.types.includes("text/plain");
  return isText ? undefined : [...(clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
}
