// A picture that somebody chose, dropped or pasted for a slide, known by its first bytes and not by its name. Pure.

import { checksum } from "./checksum.mjs";
import { looksOf, pictureKey } from "./pictures.mjs";

/** @typedef {import("../talk/judging.mjs").Artifact} Artifact */

const LARGEST = 20 * 1024 * 1024;

/** @type {Record<import("./pictures.mjs").Flaw, string>} */
export const FLAWS = {
  vector: "Bilder im Format SVG, EMF oder WMF zeigt diese Seite nicht. Speichere das Bild als PNG und nimm dieses.",
  unknown: "Das ist kein Bild, das alle Browser zeigen. Nimm PNG, JPG, GIF oder WebP.",
  large: "Das Bild ist zu groß: mehr als 20 MB oder 50 Megapixel. Verkleinere es und nimm es dann.",
  damaged: "Das Bild ist beschädigt. Öffne es in einem anderen Programm und speichere es neu.",
};

/** @param {Blob} file @returns {Promise<{key: string, picture: import("./own-talk.mjs").Picture} | {trouble: string}>} */
export async function readPicture(file) {
  if (file.size > LARGEST) return { trouble: FLAWS.large };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const looks = looksOf(bytes);
  if ("flaw" in looks) return { trouble: FLAWS[looks.flaw] };
  return { key: pictureKey(checksum(bytes), bytes.length, looks.type), picture: { type: looks.type, bytes } };
}

/** What a slide shows once it has a picture: what a placeholder describes is what is to be seen on it. @param {Artifact | null} before @param {string} src @returns {Artifact} */
export const pictured = (before, src) => ({ kind: "image", caption: before?.caption ?? "", src, alt: before?.kind === "placeholder" ? before.description : "" });
