// A talk with all that its slides show, fetched at once: whoever has begun to speak needs no connection any more.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { fetchText, isMissing } from "../base/fetching.mjs";
import { isId, isOwn, readExam, readTalk, SAID } from "./judging.mjs";

export { idIn, isOwn, queryOf, SAID } from "./judging.mjs";

/**
 * @typedef {import("./judging.mjs").Exam} Exam
 * @typedef {import("./judging.mjs").Slide} Slide
 * @typedef {import("./judging.mjs").Told} Told
 * @typedef {import("./judging.mjs").Trouble} Trouble
 * @typedef {Told & {drawings: ReadonlyMap<string, Element>, pictures?: ReadonlyMap<string, string>, offerTimes?: ReturnType<typeof import("./taking.mjs").makeOffer>}} Talk
 *   with the drawings that have come, by their addresses; of one's own also with the addresses of its pictures, by their keys, and a way to take proposed times
 */

/** @param {string} id as an address has it @returns {Promise<{talk: Talk, exam: Exam | null} | {trouble: Trouble}>} */
export async function loadTalk(id) {
  if (id === "") return { trouble: "unnamed" };
  if (isOwn(id)) return (await import("./own.mjs")).loadOwn(id, loadExam);
  if (!isId(id)) return { trouble: "unknown" };
  try {
    const read = readTalk(await fetchText(`fallstudien/${id}/vortrag.json`));
    if ("trouble" in read) return read;
    const [exam, drawings] = await Promise.all([loadExam(read.talk.exam), loadPictures(read.talk.slides)]);
    return { talk: { ...read.talk, drawings }, exam };
  } catch (reason) {
    return { trouble: isMissing(reason) ? "unknown" : "unloaded" };
  }
}

/** @param {string} id @returns {Promise<Exam | null>} a talk can be held without */
export async function loadExam(id) {
  try {
    return readExam(await fetchText(`exams/${id}.json`));
  } catch {
    return null;
  }
}

/** The drawings; images are asked for, so that the browser has them. @param {Slide[]} slides @returns {Promise<Map<string, Element>>} */
async function loadPictures(slides) {
  const artifacts = slides.map(({ artifact }) => artifact);
  for (const artifact of artifacts) if (artifact?.kind === "image") new Image().src = onSite(encodeURI(artifact.src)).href;
  const addresses = artifacts.flatMap((artifact) => (artifact?.kind === "diagram" && artifact.drawing ? [artifact.drawing] : []));
  const found = await Promise.all(addresses.map(async (address) => /** @type {const} */ ([address, await loadDrawing(address)])));
  return new Map(found.flatMap(([address, drawing]) => (drawing ? [[address, drawing]] : [])));
}

/** @param {string} address @returns {Promise<Element | null>} a diagram is shown as text where it has not come */
async function loadDrawing(address) {
  try {
    const { documentElement } = new DOMParser().parseFromString(await fetchText(address), "image/svg+xml");
    return documentElement.localName === "svg" ? documentElement : null;
  } catch {
    return null;
  }
}

/** Why there is nothing to show, in a sentence, and a way on. @param {HTMLElement} place @param {Trouble} trouble */
export function sayUnavailable(place, trouble) {
  const again = ["unloaded", "newer", "broken"].includes(trouble) ? [button("Neu laden", () => location.reload()), " "] : [];
  place.replaceChildren(make("p", { class: "gp-unavailable" }, SAID[trouble], " ", ...again, make("a", { href: onSite("buehne/").href }, "Alle Vorträge")));
}
