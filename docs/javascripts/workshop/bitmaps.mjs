// Pictures that are drawn here, as a talk of one's own keeps them: no vectors, and no larger than they are shown.

import { onSite } from "../base/addresses.mjs";
import { readPicture } from "./picture-file.mjs";

/** @typedef {{key: string, picture: import("./own-talk.mjs").Picture}} Kept */

/** As many pixels as the widest stage needs. */
export const LONGEST_SIDE_PX = 1600;
/** At which letters stay sharp. */
const QUALITY = 0.85;

/** A picture that lies on the site. @param {string} src from its root @returns {Promise<Kept | null>} null where it does not come */
export async function pictureFrom(src) {
  const image = Object.assign(new Image(), { src: onSite(encodeURI(src)).href });
  try {
    await image.decode();
    return await pictureOf(drawn(image, /\.svg$/i.test(src)));
  } catch {
    return null;
  }
}

/** On white: not every kind of picture can be seen through. @param {HTMLImageElement} image @param {boolean} isVector it may be made larger */
function drawn(image, isVector) {
  const scale = LONGEST_SIDE_PX / Math.max(image.naturalWidth, image.naturalHeight);
  const [width, height] = [image.naturalWidth, image.naturalHeight].map((side) => Math.max(1, Math.round(side * (isVector ? scale : Math.min(1, scale)))));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  Object.assign(context ?? {}, { fillStyle: "#fff" });
  context?.fillRect(0, 0, width, height);
  context?.drawImage(image, 0, 0, width, height);
  return canvas;
}

/** Not every browser writes WebP: it gives another kind then. @param {HTMLCanvasElement} canvas @returns {Promise<Kept | null>} */
export async function pictureOf(canvas) {
  const made = await blobOf(canvas, "image/webp");
  const blob = made?.type === "image/webp" ? made : await blobOf(canvas, "image/jpeg");
  const read = blob && (await readPicture(blob));
  return read && "key" in read ? read : null;
}

/** @param {HTMLCanvasElement} canvas @param {string} type @returns {Promise<Blob | null>} */
const blobOf = (canvas, type) => new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
