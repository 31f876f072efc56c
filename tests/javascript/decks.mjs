// Presentations made part by part, for what no program at hand writes; and the browser's XML parser in Node.

import { DOMParser, ParseError } from "@xmldom/xmldom";
import { strToU8, zipSync } from "fflate";
import { openArchive } from "../../docs/javascripts/workshop/archive.mjs";
import { readPptx } from "../../docs/javascripts/workshop/pptx.mjs";
import { readable } from "../../docs/javascripts/workshop/unreadable.mjs";

/** @param {string} text */
export function parse(text) {
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(text, "application/xml");
  } catch (reason) {
    if (reason instanceof ParseError) return null;
    throw reason;
  }
}

/** @param {Uint8Array} bytes */
export const readDeck = (bytes) => readable(async () => readPptx(openArchive(bytes), parse));

const [P, A, R] = ["presentationml/2006/main", "drawingml/2006/main", "officeDocument/2006/relationships"].map((path) => `http://schemas.openxmlformats.org/${path}`);
const NAMES = `xmlns:p="${P}" xmlns:a="${A}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;

export const paragraph = (text, level = 0) => `<a:p>${level ? `<a:pPr lvl="${level}"/>` : ""}<a:r><a:rPr lang="de-DE"/><a:t>${text}</a:t></a:r></a:p>`;
export const text = (role, ...paragraphs) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>${role ? `<p:ph type="${role}"/>` : ""}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${paragraphs.map((each) => (each.startsWith("<") ? each : paragraph(each))).join("")}</p:txBody></p:sp>`;
const xfrm = (size) => `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${size}" cy="${size}"/></a:xfrm>`;
export const picture = (id, { size = 100, alt = "", crop = "", media = "" } = {}) =>
  `<p:pic><p:nvPicPr><p:cNvPr id="3" name="Grafik" descr="${alt}"/><p:cNvPicPr/><p:nvPr>${media}</p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/>${crop}<a:stretch/></p:blipFill><p:spPr>${xfrm(size)}</p:spPr></p:pic>`;
export const frame = (content, uri = "http://schemas.openxmlformats.org/drawingml/2006/table", size = 100) =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="x"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="${size}" cy="${size}"/></p:xfrm><a:graphic><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic></p:graphicFrame>`;
export const table = (rows, { cell = "", size = 100 } = {}) =>
  frame(`<a:tbl>${rows.map((row) => `<a:tr h="1">${row.map((value) => `<a:tc${cell}><a:txBody>${paragraph(value)}</a:txBody></a:tc>`).join("")}</a:tr>`).join("")}</a:tbl>`, undefined, size);
export const group = (...shapes) => `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="5" name="x"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.join("")}</p:grpSp>`;

const page = (root, shapes, { attributes = "", before = "", after = "" } = {}) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p:${root} ${NAMES}${attributes}><p:cSld>${before}<p:spTree><p:nvGrpSpPr/><p:grpSpPr/>${shapes.join("")}</p:spTree></p:cSld>${after}</p:${root}>`;
const relationships = (list) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target, mode = ""]) => `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${mode}/>`).join("")}</Relationships>`;

/**
 * The parts of a presentation.
 *
 * @param {object[]} slides each with `shapes`, and if wanted `id`, `notes` (shapes), `related`, and what `page` takes
 * @param {{extension?: string, title?: string, pictures?: Record<string, Uint8Array>}} [more]
 * @returns {Record<string, string | Uint8Array>}
 */
export function parts(slides, { extension = "", title = "", pictures = {} } = {}) {
  const made = slides.map(({ shapes = [], notes, related = [], ...more }, index) => {
    const [name, list] = [`ppt/slides/slide${index + 1}.xml`, [...related, ...(notes ? [["n1", "notesSlide", `../notesSlides/notesSlide${index + 1}.xml`]] : [])]];
    return { [name]: page("sld", shapes, more), [name.replace("slides/", "slides/_rels/").concat(".rels")]: relationships(list), ...(notes && { [`ppt/notesSlides/notesSlide${index + 1}.xml`]: page("notes", notes) }) };
  });
  const listed = slides.map(({ id }, index) => `<p:sldId id="${id ?? 256 + index}" r:id="r${index + 1}"/>`).join("");
  return {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relationships([["r1", "officeDocument", "ppt/presentation.xml"]]),
    "docProps/core.xml": `<c:coreProperties xmlns:c="c" xmlns:dc="dc"><dc:title>${title}</dc:title></c:coreProperties>`,
    "ppt/presentation.xml": `<p:presentation ${NAMES}><p:sldIdLst>${listed}</p:sldIdLst>${extension}</p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relationships(slides.map((_, index) => [`r${index + 1}`, "slide", `slides/slide${index + 1}.xml`])),
    ...Object.assign({}, ...made), ...pictures,
  };
}

/** @param {Record<string, string | Uint8Array>} files @param {import("fflate").ZipOptions} [options] */
export const zipped = (files, options = {}) => zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])), options);

export const deck = (slides, more) => zipped(parts(slides, more));

/** A picture as far as readers look. */
export const png = (width = 4, height = 3, more = 0) => {
  const bytes = new Uint8Array(33 + more).fill(more);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};
