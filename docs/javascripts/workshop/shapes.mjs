// What stands on a slide or a page of notes of a PPTX: texts, tables and pictures in their order, and what else there is. Pure.

import { MOST_COLUMNS, MOST_ROWS, printable } from "./own-talk.mjs";
import { inOneLine, joined, linked, spelled } from "./paragraphs.mjs";
import { below, childrenOf, inside, isSet, relation } from "./xml.mjs";

/**
 * @typedef {import("./paragraphs.mjs").Paragraph} Paragraph
 *
 * `role` is what the placeholder is for, empty for what is none; `area` in a unit that only compares; `picture` the id of its relationship.
 * `code` is the text line by line as it stands, where it is called code or is set in nothing but a font whose signs are all of one width.
 * `size` is that of its letters, in hundredths of a point; it is `apart` in a group or in a drawn shape; `top` only compares.
 * @typedef {{kind: "text", role: string, paragraphs: Paragraph[], name: string, code: string, area: number, size: number, apart: boolean, top: number}} TextShape
 * @typedef {TextShape
 *   | {kind: "picture", picture: string, alt: string, area: number} | {kind: "table", rows: Paragraph[][], area: number}} Shape
 *
 * @typedef {{shapes: Shape[], lost: import("./losses.mjs").Lost[], addresses: import("./paragraphs.mjs").Addresses}} Found
 */

/** What PowerPoint and others write down where nobody described a picture. */
const FILE_NAME = /^.{1,200}\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?|heic|emf|wmf)$/iu;
const FIXED_FONT = /^(?:(?:consolas|courier|menlo|monaco|inconsolata|lucida console).*|.*\b(?:mono|code|typewriter)\b.*)$/i;
/** The last two bits of `pitchFamily`. */
const FIXED_PITCH = 1;
/** What our own presentations call a box with code, and PowerPoint a copy of it. */
const CODE_NAME = /^Code(?: [0-9]{1,4})?$/;
const DEEPEST = 30;
/** Characters of a text: more than two talks. */
const LONGEST = 20_000;

/** @param {Element} root of a slide or of a page of notes @param {import("./paragraphs.mjs").Addresses} addresses of its links @returns {Found} */
export function shapesIn(root, addresses) {
  /** @type {Found} */
  const found = { shapes: [], lost: [], addresses };
  const [tree, background] = [inside(root, "cSld", "spTree"), inside(root, "cSld", "bg")];
  if (tree) readTree(tree, found, 0);
  if (background && below(background, "blip").length) found.lost.push("background");
  if (ANIMATED.some((name) => below(root, name).length)) found.lost.push("animation");
  return found;
}

const ANIMATED = ["bldLst", "animEffect", "anim", "animMotion", "animClr", "animScale", "animRot"];

/** @param {Element} tree @param {Found} found @param {number} depth */
function readTree(tree, found, depth) {
  if (depth > DEEPEST) return void found.lost.push("nested");
  for (const shape of childrenOf(tree)) READERS.get(shape.localName)?.(shape, found, depth);
}

/** @type {Map<string, (shape: Element, found: Found, depth: number) => void>} */
const READERS = new Map(Object.entries({
  sp: visible(readText),
  pic: visible(readPicture),
  graphicFrame: visible(readFrame),
  grpSp: visible(readGroup),
  cxnSp: (/** @type {Element} */ _shape, /** @type {Found} */ { lost }) => void lost.push("drawing"),
  contentPart: (/** @type {Element} */ _shape, /** @type {Found} */ { lost }) => void lost.push("ink"),
  AlternateContent: readAlternatives,
}));

/** What is new to a program stands there once more as a picture. @param {Element} shape @param {Found} found @param {number} depth */
function readAlternatives(shape, { shapes, lost, addresses }, depth) {
  const [first, instead] = ["Choice", "Fallback"].map((name) => {
    /** @type {Found} */
    const found = { shapes: [], lost: [], addresses };
    const tree = inside(shape, name);
    if (tree) readTree(tree, found, depth + 1);
    return found;
  });
  const pictures = first.shapes.length ? [] : instead.shapes.filter(({ kind }) => kind === "picture");
  for (const each of [...first.shapes, ...pictures]) shapes.push(each);
  for (const each of pictures.length ? /** @type {const} */ (["still"]) : first.lost) lost.push(each);
}

/** @param {(shape: Element, found: Found, depth: number) => void} read @returns {typeof read} */
function visible(read) {
  return (shape, found, depth) => {
    if (isSet(properties(shape), "hidden")) return void found.lost.push("invisible");
    if (relation(inside(properties(shape), "hlinkClick"), "id")) found.lost.push("address");
    read(shape, found, depth + 1);
  };
}

/** Name, description and whether it is hidden stand in a child that each kind of shape calls otherwise. @param {Element} shape */
const properties = (shape) => inside(childrenOf(shape)[0], "cNvPr");

/** @param {Element} shape */
const placeholder = (shape) => inside(childrenOf(shape)[0], "nvPr", "ph");

/** @param {Element} shape @param {Found} found */
function readText(shape, found) {
  const { shapes, lost } = found;
  const [role, look, body] = [placeholder(shape), inside(shape, "spPr"), inside(shape, "txBody")];
  const fill = look && inside(look, "blipFill");
  if (!role && isDrawn(look)) lost.push("drawing");
  if (fill) readBlip(shape, fill, found);
  if (body && below(body, "oMath").length) lost.push("formula");
  if (!body) return;
  const all = paragraphs(body, found);
  const kept = withinLimit(all);
  if (kept.length < all.length) lost.push("long");
  const name = inOneLine(properties(shape)?.getAttribute("name") ?? "");
  const isCode = CODE_NAME.test(name) || isFixed(body);
  shapes.push({ kind: "text", role: role ? role.getAttribute("type") || "obj" : "", paragraphs: kept, name, code: isCode ? codeOf(body) : "", area: areaOf(shape), size: sizeOf(body, Boolean(role)), apart: !role && isDrawn(look), top: numberOf(inside(look, "xfrm", "off"), "y") });
}

/** Of letters in a box of one's own, and in one of the layout's. */
const [USUAL_SIZE, USUAL_IN_PLACE] = [1800, 2800];

/** The largest letters that it says it has, else what is usual. @param {Element} body @param {boolean} isPlace */
function sizeOf(body, isPlace) {
  const said = below(body, "rPr").reduce((largest, run) => Math.max(largest, numberOf(run, "sz")), 0);
  return said || numberOf(inside(body, "lstStyle", "lvl1pPr", "defRPr"), "sz") || (isPlace ? USUAL_IN_PLACE : USUAL_SIZE);
}

/** @param {Element | undefined} element @param {string} name */
const numberOf = (element, name) => Number.parseFloat(element?.getAttribute(name) ?? "") || 0;

/** What stands in it has places of its own. @param {Element} shape @param {Found} found @param {number} depth */
function readGroup(shape, { shapes, lost, addresses }, depth) {
  /** @type {Found} */
  const inner = { shapes: [], lost, addresses };
  readTree(shape, inner, depth);
  for (const each of inner.shapes) shapes.push(each.kind === "text" ? { ...each, apart: true, top: 0 } : each);
}

/** Whether all that is written in it is set in a font whose signs are all of one width. @param {Element} body */
function isFixed(body) {
  const usual = inside(body, "lstStyle", "lvl1pPr", "defRPr", "latin");
  const runs = lines(body).flatMap(childrenOf).filter((run) => ["r", "fld"].includes(run.localName) && run.textContent?.trim());
  return Boolean(runs.length) && runs.every((run) => isFixedFont(inside(run, "rPr", "latin") ?? usual));
}

/** @param {Element | undefined} font */
const isFixedFont = (font) => Boolean(font) && (FIXED_FONT.test(font?.getAttribute("typeface") ?? "") || (Number.parseInt(font?.getAttribute("pitchFamily") ?? "", 10) & 3) === FIXED_PITCH);

/** All lines as they stand; nothing where that is more than anybody shows. @param {Element} body */
function codeOf(body) {
  const text = asWritten(lines(body).map((line) => pieces(line, "\n").map(({ text }) => text).join("")).join("\n")).replace(EDGE, "");
  return text.length <= LONGEST ? text : "";
}

/** Lines with nothing on them, before the first and behind the last. */
const EDGE = /^(?: *\n)+|[ \n]+$/g;

/** @param {Element} body */
const lines = (body) => childrenOf(body).filter(({ localName }) => localName === "p");

/** Whether it is more than a box for text. @param {Element | undefined} look */
const isDrawn = (look) => Boolean(inside(look, "custGeom")) || !["rect", undefined].includes(inside(look, "prstGeom")?.getAttribute("prst") ?? undefined);

/** @param {Element} body @param {Found} found @returns {Paragraph[]} those that say something */
function paragraphs(body, found) {
  const all = lines(body).map((line) => {
    const look = inside(line, "pPr");
    const { paragraph, lost } = linked(pieces(line, " "), found.addresses);
    for (let each = 0; each < lost; each += 1) found.lost.push("address");
    return { ...paragraph, level: Number(look?.getAttribute("lvl") ?? 0) || 0, listed: Boolean(inside(look, "buChar") ?? inside(look, "buAutoNum")) };
  });
  return all.filter(({ text }) => text);
}

/** @param {Paragraph[]} all */
function withinLimit(all) {
  let length = 0;
  return all.filter(({ text }) => (length += text.length) <= LONGEST);
}

/** @param {Element} from @param {string} lineBreak @param {number} [depth] @param {string} [link] @returns {import("./paragraphs.mjs").Piece[]} */
const pieces = (from, lineBreak, depth = 0, link = "") => childrenOf(from).flatMap((child) => {
  if (child.localName === "t") return [{ text: child.textContent ?? "", link }];
  if (child.localName === "br") return [{ text: lineBreak, link }];
  return SILENT.has(child.localName) || depth > DEEPEST ? [] : pieces(child, lineBreak, depth + 1, relation(inside(child, "rPr", "hlinkClick"), "id") || link);
});

/** What holds no text, or the same once more. */
const SILENT = new Set(["pPr", "rPr", "endParaRPr", "Fallback"]);

/** Line by line, with the blanks that stand in it; tabulators are four. @param {string} text */
const asWritten = (text) => printable(spelled(text).replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, "\n").replaceAll("\t", "    "));

/** @param {Element} shape @param {Found} found */
function readPicture(shape, found) {
  const about = inside(childrenOf(shape)[0], "nvPr");
  if (inside(about, "videoFile") ?? inside(about, "quickTimeFile")) found.lost.push("video");
  if (inside(about, "audioFile") ?? inside(about, "wavAudioFile") ?? inside(about, "audioCd")) return void found.lost.push("audio");
  const fill = inside(shape, "blipFill");
  if (fill) readBlip(shape, fill, found);
}

/** @param {Element} shape @param {Element} fill @param {Pick<Found, "shapes" | "lost">} found */
function readBlip(shape, fill, { shapes, lost }) {
  const blip = inside(fill, "blip");
  const picture = relation(blip, "embed");
  if (!picture) return void lost.push(relation(blip, "link") ? "linked" : "unknown");
  const crop = inside(fill, "srcRect");
  if (["l", "t", "r", "b"].some((side) => Number.parseFloat(crop?.getAttribute(side) ?? "0") > 0)) lost.push("cropped");
  const alt = inOneLine(properties(shape)?.getAttribute("descr") ?? "");
  shapes.push({ kind: "picture", picture, alt: FILE_NAME.test(alt) ? "" : alt, area: areaOf(shape) });
}

/** What keeps the place of a placeholder is large, and says nothing of its size. @param {Element} shape */
function areaOf(shape) {
  const size = inside(shape, "spPr", "xfrm", "ext") ?? inside(shape, "xfrm", "ext");
  return size ? Number(size.getAttribute("cx")) * Number(size.getAttribute("cy")) || 0 : Infinity;
}

/** @param {Element} frame @param {Found} found */
function readFrame(frame, found) {
  const content = inside(frame, "graphic", "graphicData");
  const table = inside(content, "tbl");
  if (table) readTable(frame, table, found);
  else found.lost.push(FRAMES.find(({ uri }) => uri.test(content?.getAttribute("uri") ?? ""))?.lost ?? "other");
}

/** @type {{uri: RegExp, lost: import("./losses.mjs").Lost}[]} */
const FRAMES = [{ uri: /\/diagram$/, lost: "smartart" }, { uri: /\/chart(ex)?$/, lost: "chart" }, { uri: /\/ole$/, lost: "object" }];

/** @param {Element} frame @param {Element} table @param {Found} found */
function readTable(frame, table, found) {
  const { shapes, lost } = found;
  const all = childrenOf(table).filter(({ localName }) => localName === "tr").map((row) => childrenOf(row).filter(({ localName }) => localName === "tc"));
  const cells = all.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS));
  if (cells.length < all.length || all.some(({ length }) => length > MOST_COLUMNS)) lost.push("wide");
  if (cells.flat().some((cell) => MERGED.some((name) => cell.hasAttribute(name)))) lost.push("merged");
  const rows = cells.map((row) => row.map((cell) => { const body = inside(cell, "txBody"); return joined(body ? withinLimit(paragraphs(body, found)) : []); }));
  if (rows.flat().length) shapes.push({ kind: "table", rows, area: areaOf(frame) });
}

const MERGED = ["gridSpan", "rowSpan", "hMerge", "vMerge"];
