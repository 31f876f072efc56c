// What kind of picture some bytes are, by their first bytes and not by a name, and how large it is when it is shown. Pure.

/** @typedef {"image/png" | "image/jpeg" | "image/gif" | "image/webp"} PictureType */
/** @typedef {{type: PictureType, width: number, height: number}} Looks in pixels */
/** @typedef {"vector" | "unknown" | "large" | "damaged"} Flaw why a picture is not shown */

/** A photo of 50 megapixels takes 200 MB when it is shown. */
const MOST_PIXELS = 50_000_000;

/** Files' names, by types. @type {Record<PictureType, string>} */
const ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp" };

/** Under which key a picture is kept: it hangs on its content, so that the same picture has the same in every file. @param {number} crc its checksum @param {number} size in bytes @param {PictureType} type */
export const pictureKey = (crc, size, type) => `${crc.toString(16).padStart(8, "0")}-${size}.${ENDINGS[type]}`;

/** @param {Uint8Array} bytes @returns {Looks | {flaw: Flaw}} */
export function looksOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = KINDS.find(({ isOne }) => isOne(bytes, view));
  if (!kind) return { flaw: isVector(bytes, view) ? "vector" : "unknown" };
  const [width, height] = attempt(() => kind.size(view));
  if (!(width > 0 && height > 0)) return { flaw: "damaged" };
  return width * height > MOST_PIXELS ? { flaw: "large" } : { type: kind.type, width, height };
}

/** @param {Uint8Array} bytes @param {number} at @param {string} text */
const says = (bytes, at, text) => [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

/** @type {{type: PictureType, isOne: (bytes: Uint8Array, view: DataView) => boolean, size: (view: DataView) => number[]}[]} */
const KINDS = [
  { type: "image/png", isOne: (bytes) => says(bytes, 0, "\x89PNG\r\n\x1a\n"), size: (view) => [view.getUint32(16), view.getUint32(20)] },
  { type: "image/jpeg", isOne: (bytes) => says(bytes, 0, "\xff\xd8\xff"), size: jpegSize },
  { type: "image/gif", isOne: (bytes) => says(bytes, 0, "GIF87a") || says(bytes, 0, "GIF89a"), size: (view) => [view.getUint16(6, true), view.getUint16(8, true)] },
  { type: "image/webp", isOne: (bytes) => says(bytes, 0, "RIFF") && says(bytes, 8, "WEBP"), size: webpSize },
];

/** EMF, WMF with its usual head, and SVG. @param {Uint8Array} bytes @param {DataView} view */
const isVector = (bytes, view) =>
  says(bytes, 40, " EMF") || (bytes.length > 4 && view.getUint32(0, true) === 0x9ac6cdd7) || says(bytes, 0, "\x01\0\x09\0") ||
  /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096)));

/** @param {() => number[]} read @returns {number[]} nothing where the bytes end before */
function attempt(read) {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof RangeError) return [];
    throw reason;
  }
}

/** Segment by segment to the one that begins a frame. @param {DataView} view */
function jpegSize(view) {
  for (let at = 2; ; ) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return [];
    if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

/** @param {number} marker of a JPEG's segment */
const isFrame = (marker) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @param {DataView} view */
function webpSize(view) {
  const kind = String.fromCharCode(view.getUint8(15));
  if (kind === "X") return [24, 27].map((at) => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1);
  if (kind === " ") return [26, 28].map((at) => view.getUint16(at, true) & 0x3fff);
  const bits = view.getUint32(21, true);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}
