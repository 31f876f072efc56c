// Ways in which a talk of one's own begins: from a file, a text, a case study of the site, a plan of an exam, or nothing.

import { fetchText } from "../base/fetching.mjs";
import { readTalk } from "../talk/judging.mjs";
import { loadExam } from "../talk/talk.mjs";
import { audienceIn } from "./audience.mjs";
import { LOST } from "./losses.mjs";
import { isMarkdown, readMarkdown } from "./markdown.mjs";
import { makeTalk, withSlide } from "./own-talk.mjs";
import { proposedFrom } from "./pasted.mjs";
import { fromPlan } from "./plans.mjs";
import { fromCaseStudy, fromTemplate } from "./templates.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */
/** @typedef {import("../base/merging.mjs").Records} Records */
/** @typedef {{talk: OwnTalk, pictures: Pictures, losses: string[], runs?: Records, reviews?: import("./talk-file.mjs").Reviews, comments?: Records, numbers?: number[]}} Begun `losses` are sentences; `numbers` those that slides have in their file, where they are others than here; only a talk's own file has `runs`, `reviews` and `comments` */
/** @typedef {Begun | {trouble: string}} Beginning */

const SAID = {
  nothing: "Darin steht kein Vortrag.",
  kind: "Diese Art Datei lässt sich nicht lesen. Nimm eine Präsentation (.pptx), eine Textdatei (.md, .txt), eine Fallstudie (.yml) oder einen gesicherten Vortrag (.generalprobe.zip).",
  left: "Die Fragen der Fallstudie, ihre Zusammenfassung, Schlagwörter und Quellen bleiben auf ihrer Seite.",
  unplanned: "Der Plan lässt sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.",
  unloaded: "Die Fallstudie lässt sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.",
};

/** @param {File} file @returns {Promise<Beginning>} */
export async function fromFile(file) {
  const ending = file.name.toLowerCase().split(".").at(-1) ?? "";
  const name = file.name.replace(/\.[^.]+$/, "");
  if (["md", "markdown", "txt"].includes(ending)) return named(await fromTextFile(await textIn(file)), name);
  if (["yml", "yaml"].includes(ending)) return fromYaml(await textIn(file));
  if (["pptx", "pptm", "ppt", "odp", "key", "pdf", "potx", "ppsx", "zip"].includes(ending)) return named(await fromPresentation(file), name);
  return { trouble: SAID.kind };
}

/** In another form than the page's, some of it is read or nothing, and whoever chose it is told so. @param {string} text @returns {Promise<Beginning>} */
async function fromTextFile(text) {
  const { foreignForm } = await import("./foreign-text.mjs");
  const [begun, form] = [await fromText(text), foreignForm(text)];
  if (!form) return begun;
  return "trouble" in begun ? { trouble: `${form}. Das liest nur der Befehl: make import FILE=…` } : { ...begun, losses: [`${form}. Ganz liest das nur der Befehl: make import FILE=…`, ...begun.losses] };
}

/** Of a file in UTF-8, in UTF-16 with its mark, or as older programs of Windows save it. @param {Blob} file */
export async function textIn(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = { 0xfffe: "utf-16le", 0xfeff: "utf-16be" }[256 * bytes[0] + bytes[1]];
  try {
    return new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** @param {Beginning} begun @param {string} name @returns {Beginning} */
const named = (begun, name) => ("trouble" in begun || begun.talk.title ? begun : { ...begun, talk: { ...begun.talk, title: name } });

/** Before somebody chooses a file. */
export const prepareReading = () => loadReading().then(({ prepare }) => prepare()).catch(() => {});

/** @type {Promise<typeof import("./reading.mjs")> | null} */
let reading = null;

/** By one import: to a second one WebKit gives a module that has not run yet. */
function loadReading() {
  reading ??= import("./reading.mjs");
  reading.catch(() => { reading = null; });
  return reading;
}

/** @param {File} file @returns {Promise<Beginning>} */
async function fromPresentation(file) {
  const { readChosen } = await loadReading();
  const read = await readChosen(file);
  if ("trouble" in read) return read;
  const losses = read.losses.map((loss) => (typeof loss === "string" ? loss : lossSaid(loss)));
  return { ...read, losses };
}

/** @param {import("./losses.mjs").Loss} loss */
export const lossSaid = (loss) => `Folie ${loss.number}${loss.title && ` („${loss.title}“)`}: ${"said" in loss ? loss.said : LOST[loss.lost] + (loss.times > 1 ? ` (${loss.times}-mal)` : "")}`;

/** @param {string} text Markdown, or without any form @returns {Promise<Beginning>} */
export async function fromText(text) {
  if (!isMarkdown(text)) return checked({ talk: proposedFrom(text), pictures: new Map(), losses: [] });
  const read = await readMarkdown(text);
  if ("trouble" in read) return read;
  return checked({ talk: read.talk, pictures: new Map(), losses: read.misread.map(({ line, said }) => `Zeile ${line}: ${said}`) });
}

/** @param {Begun} begun @returns {Beginning} */
const checked = (begun) => (begun.talk.slides.length ? { ...begun, talk: withAudience(begun.talk) } : { trouble: SAID.nothing });

/** Where a talk does not say whom it is for, a slide may. @param {OwnTalk} talk @returns {OwnTalk} */
const withAudience = (talk) => ({ ...talk, metadata: { ...talk.metadata, audience: talk.metadata.audience || audienceIn(talk.slides) } });

/** @param {string} text @returns {Promise<Beginning>} */
async function fromYaml(text) {
  const { readYaml } = await import("./yaml-reading.mjs");
  const read = readYaml(text);
  if ("trouble" in read) return { trouble: `${read.trouble.line ? `Zeile ${read.trouble.line}: ` : ""}${read.trouble.said}` };
  const found = await fromCaseStudy(read.value);
  return "trouble" in found ? found : checked({ talk: found.talk, pictures: new Map(), losses: found.misread });
}

/** A case study of the site as a template. @param {{id: string, focus: import("./own-talk.mjs").Focus}} given @returns {Promise<Beginning>} */
export async function fromSite({ id, focus }) {
  const read = readTalk(await fetchText(`fallstudien/${id}/vortrag.json`).catch(() => ""));
  if ("trouble" in read) return { trouble: SAID.unloaded };
  const { pictures, keys, losses } = await picturesOf(read.talk.slides);
  return { talk: { ...fromTemplate({ ...read.talk, focus }, keys), title: `${read.talk.title} (Vorlage)` }, pictures, losses: [...losses, SAID.left] };
}

/** @param {import("../talk/judging.mjs").Slide[]} slides of the site @returns {Promise<{pictures: Pictures, keys: Map<string, string>, losses: string[]}>} `keys` by addresses */
async function picturesOf(slides) {
  const addresses = slides.flatMap(({ artifact }, index) => (artifact?.kind === "image" ? [/** @type {const} */ ([artifact.src, index + 1])] : []));
  if (!addresses.length) return { pictures: new Map(), keys: new Map(), losses: [] };
  const { pictureFrom } = await import("./bitmaps.mjs");
  const found = await Promise.all(addresses.map(async ([src, number]) => ({ src, number, kept: await pictureFrom(src) })));
  return {
    pictures: new Map(found.flatMap(({ kept }) => (kept ? [/** @type {const} */ ([kept.key, kept.picture])] : []))),
    keys: new Map(found.flatMap(({ src, kept }) => (kept ? [/** @type {const} */ ([src, kept.key])] : []))),
    losses: found.flatMap(({ number, kept }) => (kept ? [] : [`Folie ${number}: Das Bild lässt sich gerade nicht laden. Sein Platz ist frei gehalten.`])),
  };
}

/** A plan of an exam's. @param {{exam: string, at: number}} plan @returns {Promise<Beginning>} */
export async function fromExam({ exam, at }) {
  const rules = await loadExam(exam);
  const talk = rules && fromPlan(rules, at);
  return talk ? { talk, pictures: new Map(), losses: [] } : { trouble: SAID.unplanned };
}

/** One slide, and nothing on it. @returns {Begun} */
export const fromNothing = () => ({ talk: withSlide(makeTalk()), pictures: new Map(), losses: [] });
