// What a slide of a presentation shows beside its bullets: a picture, a table, code, a quote; the largest is kept. Pure.
//
// `generalprobe/importing/showing.py` decides the same for whoever has the project. Our own presentations name their boxes; those of others
// are known by what they look like.

import { namedColumns } from "./own-talk.mjs";
import { joined, marked, part } from "./paragraphs.mjs";

/**
 * @typedef {import("./losses.mjs").Lost} Lost
 * @typedef {import("./paragraphs.mjs").Paragraph} Paragraph
 * @typedef {import("./shapes.mjs").Shape} Shape
 * @typedef {import("./shapes.mjs").TextShape} TextShape
 * @typedef {import("../talk/judging.mjs").Artifact} Artifact
 * @typedef {{shape: Shape, artifact: Artifact}} Found
 *
 * `texts` are left for title and bullets; `dropped` are sentences of what is not taken over.
 * @typedef {{artifact: Artifact | null, texts: TextShape[], lost: Lost[], dropped: string[]}} Shown
 */

export const TITLES = ["title", "ctrTitle"];
export const ASIDE = ["sldNum", "dt", "ftr", "hdr", "sldImg"];
/** What our own presentations call their boxes, and PowerPoint copies of them. */
const NAMED = /^(Zitat|Bildunterschrift|Platzhalter|Stichpunkte|Inhalt|Untertitel)(?: [0-9]{1,4})?$/;
/** What LibreOffice calls all places of a layout when it saves. */
const NAMED_ANEW = /^PlaceHolder [0-9]{1,4}$/;
const PLAIN = ["Bildunterschrift", "Stichpunkte", "Inhalt", "Untertitel"];
/** @type {Record<string, string>} */
const CLOSES = { "„": "“”", "“": "”", "»": "«", "«": "»", '"': '"' };
const SOURCE = /^[—–-]\s*(\S.*)$/;
const CALLED = { image: "das Bild", table: "die Tabelle", code: "der Code", quote: "das Zitat", placeholder: "der Platzhalter", diagram: "das Diagramm" };
const LONGEST_CELLS = 400;

/** @param {Shape[]} given @param {(id: string) => {key: string} | {lost: Lost}} find a picture by its id @returns {Shown} */
export function shownIn(given, find) {
  const shapes = namedAsBefore(given);
  const texts = shapes.flatMap((shape) => (shape.kind === "text" && !ASIDE.includes(shape.role) ? [shape] : []));
  /** @type {Lost[]} */
  const lost = [];
  const found = foundIn(shapes, textsAlone(texts), find, lost);
  if (!found.length) return { artifact: null, texts, lost, dropped: [] };
  const kept = found.reduce((largest, each) => (each.shape.area > largest.shape.area ? each : largest));
  const caption = kept.artifact.caption ? undefined : texts.find((each) => nameOf(each) === "Bildunterschrift" && each.paragraphs.length);
  const others = found.filter((each) => each !== kept);
  return {
    artifact: caption ? { ...kept.artifact, caption: marked(joined(caption.paragraphs)) } : kept.artifact,
    texts: texts.filter((each) => each !== kept.shape && each !== caption),
    lost: [...lost, ...others.flatMap(({ shape }) => (shape.kind === "text" ? [/** @type {const} */ ("listed")] : [])), ...(kept.artifact.kind === "code" ? addressesLost([kept.shape]) : [])],
    dropped: others.flatMap(({ shape }) => (shape.kind === "text" ? [] : [droppedSaid(shape, kept)])),
  };
}

/** The same shapes; where LibreOffice has named them anew, a quote and a caption are known by their looks. @param {Shape[]} shapes @returns {Shape[]} */
function namedAsBefore(shapes) {
  const texts = shapes.flatMap((shape) => (shape.kind === "text" && !ASIDE.includes(shape.role) && shape.paragraphs.length ? [shape] : []));
  return shapes.map((shape) => {
    const name = shape.kind === "text" ? nameBefore(shape, texts) : "";
    return name ? { ...shape, name } : shape;
  });
}

/** Neither has dots; a quote stands in its marks, a caption in one paragraph of the smallest letters. @param {TextShape} shape @param {TextShape[]} texts */
function nameBefore(shape, texts) {
  const { role, name, code, size, paragraphs: [first, ...below] } = shape;
  const isOther = TITLES.includes(role) || shape.paragraphs.some(({ listed }) => listed);
  if (!first || isOther || code || !NAMED_ANEW.test(name)) return "";
  if (unwrapped(first.text) !== first.text) return "Zitat";
  const others = texts.filter((each) => each !== shape && !each.code);
  return !below.length && others.length && others.every((each) => size < each.size) ? "Bildunterschrift" : "";
}

/** The title as it is marked, or nothing. @param {TextShape[]} texts */
export const titleIn = (texts) => texts.filter(({ role, paragraphs }) => TITLES.includes(role) && paragraphs.length).map(({ paragraphs }) => joined(paragraphs).text).join(" ");

/** What is read as the title where none is marked: the largest letters, the topmost of them. @param {TextShape[]} texts */
export const headingIn = (texts) => texts.filter(({ role, paragraphs }) => !TITLES.includes(role) && paragraphs.length).toSorted((one, other) => other.size - one.size || Number(one.apart) - Number(other.apart) || one.top - other.top).at(0);

/** One for each link in texts. @param {Shape[]} shapes @returns {Lost[]} */
export const addressesLost = (shapes) => shapes.flatMap((shape) => (shape.kind === "text" ? shape.paragraphs.flatMap(({ links }) => links.map(() => /** @type {const} */ ("address"))) : []));

/** What is nothing else, whatever it looks like: titles, what is read as one where none is marked, and places for text where the title, too, is set as code is. @param {TextShape[]} texts */
function textsAlone(texts) {
  const titles = texts.filter(({ role, paragraphs }) => TITLES.includes(role) && paragraphs.length);
  const heading = titles.length ? titles : texts.filter((each) => each === headingIn(texts));
  const hasLook = titles.some(({ code }) => code);
  return new Set([...heading, ...texts.filter(({ role, code }) => hasLook && role && code)]);
}

/** @param {Shape[]} shapes @param {Set<TextShape>} alone @param {(id: string) => {key: string} | {lost: Lost}} find @param {Lost[]} lost @returns {Found[]} */
const foundIn = (shapes, alone, find, lost) => shapes.flatMap(/** @returns {Found[]} */ (shape) => {
  if (shape.kind === "table") return [{ shape, artifact: tableOf(shape.rows) }];
  if (shape.kind === "text") {
    const artifact = alone.has(shape) || ASIDE.includes(shape.role) ? null : writtenIn(shape);
    return artifact ? [{ shape, artifact }] : [];
  }
  const picture = find(shape.picture);
  if ("lost" in picture) lost.push(picture.lost);
  return "lost" in picture ? [] : [{ shape, artifact: { kind: "image", caption: "", src: picture.key, alt: shape.alt } }];
});

/** Its first row says what the columns are; one that says nothing is called by its number. @param {Paragraph[][]} rows @returns {Artifact} */
function tableOf(rows) {
  const width = Math.max(...rows.map(({ length }) => length));
  const [columns, ...others] = rows.map((row) => Array.from({ length: width }, (_, index) => (row[index] ? marked(row[index]) : "")));
  return { kind: "table", caption: "", columns: namedColumns(columns), rows: others.length ? others : [columns.map(() => "")] };
}

/** @param {TextShape} shape */
const nameOf = ({ name }) => NAMED.exec(name)?.[1] ?? "";

/** What a box of text is, if it is more than text. @param {TextShape} shape @returns {Artifact | null} */
function writtenIn(shape) {
  if (PLAIN.includes(nameOf(shape))) return null;
  if (shape.code && nameOf(shape) !== "Zitat") return { kind: "code", caption: "", code: shape.code, language: "text" };
  const [first, ...below] = shape.paragraphs;
  if (nameOf(shape) === "Platzhalter" && below.length && first.text === "Platzhalter") return { kind: "placeholder", caption: "", description: marked(joined(below)) };
  return quoteIn(shape.paragraphs, nameOf(shape) === "Zitat");
}

/** By the name of its box, or by marks around it and a line that says whose it is. @param {Paragraph[]} texts @param {boolean} isNamed @returns {Artifact | null} */
function quoteIn([said, ...below], isNamed) {
  if (!said) return null;
  const source = SOURCE.exec(below[0]?.text ?? "")?.[1];
  const isWrapped = unwrapped(said.text) !== said.text;
  if (!isNamed && !(source && below.length === 1 && isWrapped)) return null;
  const text = isWrapped ? part(said, 1, said.text.length - 1) : said;
  return { kind: "quote", text: marked(text), source: source ? marked(part(below[0], below[0].text.length - source.length)) : "", caption: marked(joined(source ? below.slice(1) : below)) };
}

/** Without the quotation marks around all of it. @param {string} text */
export function unwrapped(text) {
  const [opens, ...inner] = text.slice(0, -1);
  const closes = CLOSES[opens] ?? "";
  if (!inner.length || !closes.includes(text.at(-1) ?? " ") || (closes.includes(opens) && inner.includes(opens))) return text;
  let depth = 0;
  for (const sign of inner) {
    depth += Number(sign === opens) - Number(closes.includes(sign));
    if (depth < 0) return text;
  }
  return inner.join("");
}

/** That it is not shown, what is, and what stood in it. @param {Shape} shape @param {Found} kept */
function droppedSaid(shape, kept) {
  if (shape.kind === "picture" && kept.shape.kind === "picture") {
    const [which, first] = shape.area < kept.shape.area ? ["kleineres", "das größte"] : ["weiteres", "das erste"];
    return `Ein ${which} Bild${named(shape)} fällt weg, gezeigt wird ${first}${named(kept.shape)}.`;
  }
  const shown = CALLED[kept.artifact.kind];
  if (shape.kind !== "table") return `Bild${shape.kind === "picture" ? named(shape) : ""} fällt weg, gezeigt wird ${shown}.`;
  const cells = shape.rows.map((row) => row.map(({ text }) => text).filter(Boolean).join(" | ")).filter(Boolean).join(" / ");
  const size = `${shape.rows.length} × ${Math.max(...shape.rows.map(({ length }) => length))}`;
  return `Tabelle (${size}) fällt weg, gezeigt wird ${shown}. Darin stand: ${shortened(cells, LONGEST_CELLS)}`;
}

/** @param {{alt: string}} picture */
const named = ({ alt }) => (alt ? ` „${shortened(alt)}“` : "");

/** @param {string} text @param {number} [most] characters */
function shortened(text, most = 40) {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join("")}…`;
}
