// What came as a talk or as an exam's rules: whether it is one that this page understands. Pure.

/**
 * @typedef {{text: string, bullets: string[]}} Bullet
 *
 * What a slide shows beside its bullets; `src` and `drawing` are addresses from the site's root, `drawing` is empty where the source
 * cannot be drawn.
 * @typedef {{kind: "placeholder", caption: string, description: string} | {kind: "image", caption: string, src: string, alt: string}
 *   | {kind: "diagram", caption: string, source: string, description: string, drawing: string}
 *   | {kind: "code", caption: string, language: string, code: string} | {kind: "table", caption: string, columns: string[], rows: string[][]}
 *   | {kind: "quote", caption: string, text: string, source: string}} Artifact
 *
 * Times in seconds: `time_s` is planned and holds `demo_s`; `spoken_s` is what the notes take to say at the usual pace, `silent_s` the
 * pauses in them, which no pace changes. `directions` are the texts in square brackets that are not said. `looks` is the key of a picture that
 * stands in the place of the whole slide, on talks of one's own.
 * @typedef {{key: string, formerly: string[], title: string, headline: string, bullets: Bullet[], artifact: Artifact | null, density: string,
 *   notes: string, directions: string[], time_s: number, demo_s: number, spoken_s: number, silent_s: number, syllables: number, looks?: string}} Slide
 *
 * @typedef {{topic: string, audience: string, situation: string, goal: string, success_criteria: string[], scope: string, risks: string[]}} Metadata
 * @typedef {{version: number, id: string, title: string, draft: boolean, exam: string, page: string, metadata: Metadata, slides: Slide[]}} Told
 *   a talk as its file tells it (`generalprobe/published.py`)
 *
 * `plans`: with what a talk can begin; `purpose` says what belongs on a slide.
 * @typedef {{title: string, focus: "technology" | "communication" | "mixed" | null, slides: {title: string, purpose: string, time: number}[]}} Plan
 *
 * @typedef {{id: string, text: string, knockout: boolean, topic: string, lesson: string}} Criterion
 * @typedef {{version: number, id: string, name: string, presentation: {budget: number, shortest: number, cutoff: number},
 *   slides: {fewest: number, most: number, shortest: number, longest: number, most_bullets: number},
 *   speech: {most_percent: number, least_percent: number, slide_change: number},
 *   discussion: {budget: number, fewest_questions: number, most_questions: number, shortest_answer: number, longest_answer: number},
 *   topics: string[], forbidden_audiences: string[], plans: Plan[],
 *   marking_sheet: {scale: string[], sections: {title: string, criteria: Criterion[]}[], overall: Criterion[], verdicts: string[]}}} Exam
 *
 * @typedef {"unnamed" | "unknown" | "gone" | "bare" | "unloaded" | "newer" | "broken"} Trouble why there is nothing to show
 */

/** The version that this page understands; `generalprobe/published.py` says it too. */
export const VERSION = 1;

/** What is said of it. @type {Record<Trouble, string>} */
export const SAID = {
  unnamed: "Es ist kein Vortrag gewählt.",
  unknown: "Diesen Vortrag gibt es hier nicht. Vielleicht heißt er jetzt anders, oder er ist noch ein Entwurf.",
  gone: "Diesen eigenen Vortrag gibt es auf diesem Gerät nicht. Vielleicht hast du ihn in einem anderen Browser geschrieben, oder er ist gelöscht.",
  bare: "Dieser Vortrag hat noch keine Folien.",
  unloaded: "Der Vortrag lässt sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.",
  newer: "Der Vortrag ist neuer als diese Seite. Lade die Seite neu.",
  broken: "Der Vortrag ist nicht heil angekommen. Lade die Seite neu.",
};

/** Whether a text can be the id of a talk: the address of a page is data from anybody. @param {string} text */
export const isId = (text) => text.length <= 200 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/** How the ids of talks of one's own begin: their runs lie under them. */
const OWN = "eigener/";

/** The id that an address asks for, as it stands there; nothing where it names none. @param {string} search such as "?fall=drucker" or "?eigener=m1x" */
export function idIn(search) {
  const asked = new URLSearchParams(search);
  const own = asked.get("eigener");
  return own === null ? (asked.get("fall") ?? "") : OWN + own;
}

/** What asks for a talk in an address. @param {string} id */
export const queryOf = (id) => (isOwn(id) ? `eigener=${id.slice(OWN.length)}` : `fall=${id}`);

/** @param {string} id */
export const isOwn = (id) => id.startsWith(OWN);

/** Under which key a talk of one's own is kept. @param {string} id */
export const ownKey = (id) => id.slice(OWN.length);

/** @param {string} key @returns {string} its id */
export const ownId = (key) => OWN + key;

/** What a talk of one's own is called. @param {{title: string, metadata: {topic: string}}} talk */
export const nameOf = ({ title, metadata }) => title.trim() || metadata.topic.trim() || "Vortrag ohne Titel";

/** @param {string} text @returns {{talk: Told} | {trouble: Trouble}} */
export function readTalk(text) {
  const found = parsed(text);
  if (isNewer(found)) return { trouble: "newer" };
  return isTalk(found) ? { talk: found } : { trouble: "broken" };
}

/** @param {string} text @returns {Exam | null} nothing where it is none */
export function readExam(text) {
  const found = parsed(text);
  return isExam(found) ? found : null;
}

/** @param {string} text @returns {any} null for what is no JSON */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {any} found */
const isNewer = (found) => Number.isInteger(found?.version) && found.version > VERSION;

/** @param {any} found @returns {found is Told} */
const isTalk = (found) =>
  found?.version === VERSION && [found.id, found.title, found.page, found.metadata?.topic].every(isText) && isFilled(found.slides);

/** @param {any} found @returns {found is Exam} */
const isExam = (found) =>
  found?.version === VERSION && isText(found.id) && [found.presentation?.budget, found.presentation?.shortest, found.presentation?.cutoff].every(isAmount) &&
  [found.speech?.slide_change, found.discussion?.budget].every(isAmount) && isFilled(found.marking_sheet?.sections);

/** @param {unknown} value */
export const isText = (value) => typeof value === "string";

/** @param {unknown} value */
export const isAmount = (value) => Number.isFinite(value) && Number(value) >= 0;

/** @param {unknown} value */
const isFilled = (value) => Array.isArray(value) && value.length > 0;
