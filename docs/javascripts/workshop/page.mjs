// One slide of a presentation, with its page of notes, as a slide of a talk. Pure.

import { escaped } from "./escaping.mjs";
import { makeSlide } from "./own-talk.mjs";
import { shapesIn } from "./shapes.mjs";
import { below } from "./xml.mjs";

/**
 * @typedef {import("./losses.mjs").Loss} Loss
 * @typedef {import("./losses.mjs").Lost} Lost
 * @typedef {import("./own-talk.mjs").Slide} Slide
 * @typedef {import("./shapes.mjs").Paragraph} Paragraph
 * @typedef {Map<string, import("./package.mjs").Relationship>} Relationships by id
 * @typedef {Map<string, import("./archive.mjs").Picture | import("./archive.mjs").Flawed>} Found pictures by the names of their parts
 *
 * `number` says which slide of the file it is, from 1; `root` is null where it is damaged.
 * @typedef {{key: string, number: number, section: string, root: Element | null, related: Relationships, notes: Element | null, areNotesLost: boolean}} Page
 *
 * `advance_s`: after how many seconds the next slide comes by itself, 0 where it does not.
 * @typedef {{slide: Slide | null, losses: Loss[], advance_s: number, section: string, isHidden: boolean}} Made
 */

/** @param {Page} page @param {Found} pictures @returns {Made} */
export function makePage(page, pictures) {
  const { key, number, section, root } = page;
  const isHidden = ["0", "false", "off"].includes(root?.getAttribute("show") ?? "");
  const { slide, lost } = root ? madeOf(root, page, pictures) : { slide: null, lost: /** @type {Lost[]} */ (["broken"]) };
  if (page.areNotesLost) lost.push("notes-broken");
  if (isHidden) lost.push("hidden");
  return { slide, losses: counted(lost, { number, key, title: slide?.title ?? "" }), advance_s: root ? advance(root) : 0, section, isHidden };
}

/** @param {Element} root @param {Page} page @param {Found} pictures */
function madeOf(root, { key, related, notes: notesPage }, pictures) {
  const { shapes, lost } = shapesIn(root);
  const { title, guessed, rest } = headed(shapes);
  const { notes, ...times } = spoken(notesPage, lost);
  const source = { title, headline: title, bullets: bulletsOf(rest, lost), artifact: artifactOf(shapes, related, pictures, lost), notes };
  return { slide: makeSlide(key, { ...source, ...times, source, ...(guessed && { guessed }) }), lost };
}

/** @param {Lost[]} lost @param {{number: number, key: string, title: string}} slide @returns {Loss[]} */
const counted = (lost, slide) => [...new Set(lost)].map((each) => ({ ...slide, lost: each, times: lost.filter((other) => other === each).length }));

const TITLES = ["title", "ctrTitle"];
const ASIDE = ["sldNum", "dt", "ftr", "hdr", "sldImg"];

/** The title as it is marked, else the first text. @param {import("./shapes.mjs").Shape[]} shapes @returns {{title: string, guessed: boolean, rest: Paragraph[]}} */
function headed(shapes) {
  const texts = shapes.flatMap((shape) => (shape.kind === "text" && !ASIDE.includes(shape.role) ? [shape] : []));
  const title = texts.filter(({ role }) => TITLES.includes(role)).flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join(" ");
  const rest = texts.filter(({ role }) => !TITLES.includes(role)).flatMap(({ paragraphs }) => paragraphs);
  if (title || !rest.length) return { title, guessed: false, rest };
  return { title: rest[0].text, guessed: true, rest: rest.slice(1) };
}

/** @param {Paragraph[]} paragraphs @param {Lost[]} lost @returns {import("../talk/judging.mjs").Bullet[]} */
function bulletsOf(paragraphs, lost) {
  if (paragraphs.some(({ level }) => level > 1)) lost.push("deep");
  /** @type {import("../talk/judging.mjs").Bullet[]} */
  const bullets = [];
  for (const { text, level } of paragraphs) {
    const above = bullets.at(-1);
    if (level && above) above.bullets.push(escaped(text));
    else bullets.push({ text: escaped(text), bullets: [] });
  }
  return bullets;
}

/**
 * The largest picture or table; an empty one is none.
 *
 * @param {import("./shapes.mjs").Shape[]} shapes
 * @param {Relationships} related
 * @param {Found} pictures
 * @param {Lost[]} lost
 * @returns {import("../talk/judging.mjs").Artifact | null}
 */
function artifactOf(shapes, related, pictures, lost) {
  const found = shapes.flatMap((shape) => {
    if (shape.kind === "table") return [{ area: shape.area, artifact: tableOf(shape.rows) }];
    const picture = shape.kind === "picture" && pictureOf(shape.picture, related, pictures);
    if (picture && "lost" in picture) lost.push(picture.lost);
    return picture && "key" in picture ? [{ area: shape.area, artifact: /** @type {const} */ ({ kind: "image", caption: "", src: picture.key, alt: shape.alt }) }] : [];
  });
  for (let count = 1; count < found.length; count += 1) lost.push("further");
  return found.toSorted((one, other) => (one.area === other.area ? 0 : other.area - one.area))[0]?.artifact ?? null;
}

/** @param {string} id @param {Relationships} related @param {Found} pictures @returns {{key: string} | {lost: Lost}} */
function pictureOf(id, related, pictures) {
  const { target = "", outside = false } = related.get(id) ?? {};
  if (outside) return { lost: "linked" };
  const found = pictures.get(target);
  return !found ? { lost: "damaged" } : "flaw" in found ? { lost: found.flaw } : found;
}

/** Its first row says what the columns are. @param {string[][]} rows @returns {import("../talk/judging.mjs").Artifact} */
function tableOf(rows) {
  const width = Math.max(...rows.map(({ length }) => length));
  const [columns, ...others] = rows.map((row) => Array.from({ length: width }, (_, index) => escaped(row[index] ?? "")));
  return { kind: "table", caption: "", columns, rows: others.length ? others : [columns.map(() => "")] };
}

/** What the last lines of notes say of the slide, the last one first: as our own presentations have them. */
const [TIME, DEMO] = [/^(?:(?:Geplante )?Zeit|Geplant): (\d{1,2}):([0-5]\d)$/i, /^Vorführung: (\d{1,2}):([0-5]\d)$/i];

/** What stands in the place for notes, else what else stands there; its last lines can say planned times. @param {Element | null} page @param {Lost[]} lost */
function spoken(page, lost) {
  const found = page ? shapesIn(page) : { shapes: [], lost: [] };
  if (found.lost.includes("long")) lost.push("long");
  const texts = found.shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
  const body = texts.filter(({ role }) => role === "body").flatMap(({ paragraphs }) => paragraphs);
  const said = body.length ? body : texts.filter(({ role }) => !ASIDE.includes(role)).flatMap(({ paragraphs }) => paragraphs);
  const [time_s, demo_s] = [TIME, DEMO].map((pattern) => {
    const [, minutes, seconds] = pattern.exec(said.at(-1)?.text ?? "") ?? [];
    if (minutes) said.pop();
    return minutes ? 60 * Number(minutes) + Number(seconds) : 0;
  });
  return { notes: prose(said), time_s, demo_s };
}

/** Paragraphs and lists. @param {Paragraph[]} paragraphs */
const prose = (paragraphs) =>
  paragraphs.map(({ text, listed }, index) => (listed ? `${index && paragraphs[index - 1].listed ? "\n" : index ? "\n\n" : ""}- ` : index ? "\n\n" : "") + escaped(text)).join("");

/** After how many seconds the next slide comes by itself. @param {Element} root */
function advance(root) {
  const after = below(root, "transition").map((each) => each.getAttribute("advTm")).find(Boolean);
  return Math.min(3600, Math.round(Number(after ?? 0) / 1000)) || 0;
}
