// A presentation of PowerPoint as a talk of one's own, and what of it was lost. Pure.

import { audienceIn } from "./audience.mjs";
import { escaped } from "./escaping.mjs";
import { MOST_SLIDES, makeTalk, picturesIn, printable } from "./own-talk.mjs";
import { readRelationships, relationshipsOf } from "./package.mjs";
import { makePage } from "./page.mjs";
import { Unreadable, readable } from "./unreadable.mjs";
import { below, childrenOf, inside, relation } from "./xml.mjs";

/**
 * @typedef {import("./archive.mjs").Archive} Archive
 * @typedef {import("./losses.mjs").Loss} Loss
 * @typedef {import("./page.mjs").Made} Made
 * @typedef {import("./page.mjs").Page} Page
 * @typedef {(text: string) => Document | null | Promise<Document | null>} Parse null for what is no XML
 * @typedef {{part: string, key: string, section: string}} Place of a slide in the file
 * @typedef {{talk: import("./own-talk.mjs").OwnTalk, losses: Loss[], pictures: import("./own-talk.mjs").Pictures, numbers: number[]}} Read `numbers` are those that shown slides have in the file
 */

const [TYPES, RELATED, ABOUT] = ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml"];

const SAID = {
  untyped: "In der Datei fehlt das Verzeichnis ihrer Inhalte, darum öffnet sie auch PowerPoint nicht. Nimm eine andere Fassung der Datei.",
  headless: "In der Datei ist keine Präsentation zu finden. Öffne sie in PowerPoint und speichere sie unter neuem Namen als .pptx.",
  hostile: "Die Datei enthält Anweisungen (DOCTYPE), die in Präsentationen nichts zu suchen haben, und wird darum nicht gelesen.",
  endless: "Ein Teil der Datei hat viel mehr Bestandteile als jede Folie, und wird darum nicht gelesen.",
  none: "Die Präsentation hat keine Folien.",
  many: "Die Präsentation hat mehr als 300 Folien. Für zehn Minuten brauchst du nur wenige: Kopiere sie in eine eigene Datei.",
  broken: "Die Präsentation in der Datei ist beschädigt. Öffne sie in PowerPoint und speichere sie unter neuem Namen.",
};

/** @param {keyof typeof SAID} why @returns {never} */
function refuse(why) {
  throw new Unreadable(SAID[why]);
}

/** @param {Archive} archive @param {Parse} parse @returns {Promise<Read | import("./unreadable.mjs").Trouble>} */
export const readPptx = (archive, parse) => readable(() => read(archive, guarded(parse)));

/** No part of a presentation declares anything, and whoever does means harm. @param {Parse} parse @returns {Parse} */
function guarded(parse) {
  let all = 0;
  return (text) => {
    const tags = text.split("<").length - 1;
    all += tags;
    if (/<!DOCTYPE/i.test(text)) refuse("hostile");
    return tags > MOST_TAGS.part || all > MOST_TAGS.file ? refuse("endless") : parse(text);
  };
}

/** Opening and closing ones: a full slide has a thousand. */
const MOST_TAGS = { part: 400_000, file: 500_000 };

/** @param {Archive} archive @param {Parse} parse @returns {Promise<Read>} */
async function read(archive, parse) {
  const first = await parsed(archive, parse, [TYPES, RELATED, ABOUT]);
  if (!first.has(TYPES)) refuse("untyped");
  if (first.get(TYPES) === null || first.get(RELATED) === null) refuse("broken");
  const main = [...readRelationships(first.get(RELATED) ?? null, "").values()].find(({ type }) => type === "officeDocument")?.target ?? refuse("headless");
  const places = await slidePlaces(archive, parse, main);
  const pages = await readPages(archive, parse, places);
  if (pages.every(({ root }) => !root)) refuse("broken");
  return assembled(archive, pages, titleIn(first.get(ABOUT)));
}

/** @param {Archive} archive @param {Parse} parse @param {string[]} names @returns {Promise<Map<string, Document | null>>} null for damaged ones, nothing for missing ones */
async function parsed(archive, parse, names) {
  const found = new Map();
  for (const [name, text] of await archive.texts(names)) found.set(name, text === null ? null : await parse(text));
  return found;
}

/** @param {Archive} archive @param {Parse} parse @param {string} main @returns {Promise<Place[]>} in the order in which they are shown */
async function slidePlaces(archive, parse, main) {
  const parts = await parsed(archive, parse, [main, relationshipsOf(main)]);
  if ([...parts.values()].includes(null)) refuse("broken");
  const root = parts.get(main)?.documentElement;
  if (root?.localName !== "presentation") return refuse("headless");
  const related = readRelationships(parts.get(relationshipsOf(main)) ?? null, main);
  const listed = childrenOf(inside(root, "sldIdLst") ?? root).filter(({ localName }) => localName === "sldId");
  if (listed.length > MOST_SLIDES) refuse("many");
  if (!listed.length) refuse("none");
  const sections = sectionsIn(root);
  return listed.map((each, index) => {
    const [id, part] = [each.getAttribute("id") ?? "", related.get(relation(each, "id"))?.target ?? ""];
    return { part, key: keyOf(id, listed.slice(0, index)), section: sections.get(id) ?? "" };
  });
}

/** Ids are there once, but in files that something has broken. @param {string} id @param {Element[]} before */
function keyOf(id, before) {
  const same = before.filter((each) => each.getAttribute("id") === id).length;
  return `p${id.replace(/\D/g, "").slice(0, 20) || 0}${same ? `-${same + 1}` : ""}`;
}

/** @param {Element} root @returns {Map<string, string>} names of sections, by ids of slides */
const sectionsIn = (root) =>
  new Map(below(root, "section").flatMap((section) => below(section, "sldId").map((each) => [each.getAttribute("id") ?? "", section.getAttribute("name") ?? ""])));

/** @param {Archive} archive @param {Parse} parse @param {Place[]} places @returns {Promise<Page[]>} */
async function readPages(archive, parse, places) {
  const slides = await parsed(archive, parse, places.flatMap(({ part }) => [part, relationshipsOf(part)]));
  const related = places.map(({ part }) => readRelationships(slides.get(relationshipsOf(part)) ?? null, part));
  const notesParts = related.map((each) => [...each.values()].find(({ type }) => type === "notesSlide")?.target ?? "");
  const notes = await parsed(archive, parse, notesParts.filter(Boolean));
  return places.map((place, index) => {
    const root = rootNamed(slides.get(place.part), "sld");
    const page = rootNamed(notes.get(notesParts[index]), "notes");
    return { ...place, number: index + 1, root, related: related[index], notes: page, areNotesLost: Boolean(notesParts[index]) && !page };
  });
}

/** @param {Document | null | undefined} found @param {string} name */
const rootNamed = (found, name) => (found?.documentElement?.localName === name ? found.documentElement : null);

/** @param {Archive} archive @param {Page[]} pages @param {string} title @returns {Promise<Read>} */
async function assembled(archive, pages, title) {
  const targets = pages.flatMap(({ related }) => [...related.values()].filter(({ type, outside }) => type === "image" && !outside).map(({ target }) => target));
  const pictures = await archive.pictures([...new Set(targets)]);
  const made = pages.map((page) => makePage(page, pictures));
  const talk = talkOf(made, title);
  const shown = picturesIn(talk);
  const kept = [...pictures.values()].flatMap((each) => ("key" in each && shown.has(each.key) ? [/** @type {const} */ ([each.key, { type: each.type, bytes: each.bytes }])] : []));
  return { talk, losses: made.flatMap(({ losses }) => losses), pictures: new Map(kept), numbers: made.flatMap(({ slide, isHidden }, index) => (slide && !isHidden ? [index + 1] : [])) };
}

/** @param {Made[]} made @param {string} said what the file calls itself @returns {import("./own-talk.mjs").OwnTalk} */
function talkOf(made, said) {
  const times = proposedTimes(made);
  const which = (/** @type {boolean} */ wanted) => made.flatMap(({ slide, isHidden }, index) => (slide && isHidden === wanted ? [{ ...slide, time_s: times[index] }] : []));
  const title = said || (made.find(({ slide }) => slide)?.slide?.title ?? "");
  const talk = makeTalk({ title, slides: which(false), hidden: which(true) });
  return { ...talk, metadata: { ...talk.metadata, topic: escaped(title), audience: audienceIn(made.flatMap(({ slide }) => slide ?? [])) } };
}

const IN_NAME = /(?<!\d)(\d{1,2}):([0-5]\d)(?!\d)/;

/** From the notes, else from when the slide changes by itself, else a share of the time that a section has in its name. @param {Made[]} made @returns {number[]} */
function proposedTimes(made) {
  const own = made.map(({ slide, advance_s }) => slide?.time_s || advance_s);
  const isOpen = made.map(({ slide, isHidden }, index) => slide && !isHidden && !own[index]);
  return made.map(({ section }, index) => {
    const [, minutes, seconds] = (isOpen[index] && IN_NAME.exec(section)) || [];
    if (!minutes) return own[index];
    const within = made.flatMap((each, other) => (each.section === section && !each.isHidden ? [other] : []));
    const left = 60 * Number(minutes) + Number(seconds) - within.reduce((sum, other) => sum + own[other], 0);
    return Math.max(0, Math.round(left / within.filter((other) => isOpen[other]).length));
  });
}

const LONGEST_TITLE = 300;
const USUAL = /^(?:PowerPoint-Präsentation|PowerPoint Presentation|Pr[äa]sentation ?\d*|Presentation ?\d*|Folie 1|Slide 1)$/i;

/** What the file says of itself, unless no human has said it. @param {Document | null | undefined} about */
function titleIn(about) {
  const said = about?.documentElement ? printable(below(about.documentElement, "title")[0]?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, LONGEST_TITLE) : "";
  return USUAL.test(said) ? "" : said;
}
