// „Datei neu einlesen“: a presentation that was changed in PowerPoint comes into the talk that was made of it.

import { button, make } from "../base/elements.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { fromFile } from "./importing.mjs";
import { changesSaid, joined } from "./joining.mjs";
import { isForeign } from "./recognising.mjs";
import { vetted } from "./vetting.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */

const SAID = {
  foreign: "Neu einlesen lässt sich nur die Präsentation, aus der dieser Vortrag kommt (.pptx).",
  other: "Keine Folie dieser Datei ist von hier. Gehört sie zu einem anderen Vortrag, beginne mit ihr einen neuen.",
  undo: "Zeiten und Proben sind geblieben. „Rückgängig“ bringt den Stand davor zurück.",
};

/**
 * @param {object} given
 * @param {string} given.key of the talk
 * @param {() => OwnTalk} given.talk as it is now
 * @param {(talk: OwnTalk, pictures: Pictures) => void} given.onRead
 * @param {HTMLElement} given.place where it is said
 * @returns {HTMLElement[]} nothing where the talk comes from no presentation
 */
export function makeReread({ key, talk, onRead, place }) {
  if (!fromPresentation(talk())) return [];
  const input = make("input", { type: "file", accept: ".pptx,.pptm", hidden: true, id: "own-again" });
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) place.replaceChildren(...(await said(file)));
  });

  /** @param {File} file */
  async function said(file) {
    place.textContent = "Einen Augenblick …";
    const begun = await fromFile(file);
    if ("trouble" in begun) return [begun.trouble];
    // As what lies here was, so that the same is the same.
    const read = vetted(begun.talk, new Set(begun.pictures.keys()));
    if (!read || begun.runs || !fromPresentation(read)) return [SAID.foreign];
    if (isForeign(talk(), read)) return [SAID.other];
    const { talk: now, changes } = joined(talk(), read);
    const kept = await ownTalks().read(key);
    await ownTalks().writePictures(key, new Map([...(kept?.pictures ?? []), ...begun.pictures]));
    const isSame = JSON.stringify(now) === JSON.stringify(talk());
    if (!isSame) onRead(now, begun.pictures);
    return [make("span", {}, "Neu eingelesen."), make("ul", {}, ...[...changesSaid(now, changes), ...(isSame ? [] : [SAID.undo]), ...begun.losses].map((line) => make("li", {}, line)))];
  }

  return [button("Datei neu einlesen", () => input.click()), input];
}

/** @param {OwnTalk} talk */
export const fromPresentation = ({ slides, hidden }) => [...slides, ...hidden].some(({ source }) => source);
