// Pages of a PDF in the place of slides: chosen, assigned where their numbers differ, and taken away again.

import { button, make } from "../base/elements.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { pagesOf } from "./page-matching.mjs";
import { takeBack } from "./picturing.mjs";
import { fromPresentation } from "./rereading.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */
/** @typedef {import("./pdf.mjs").Page} Page */

const SAID = {
  applied: "Auf der Bühne und hier in der Vorschau stehen jetzt die Seiten aus dem PDF. „Rückgängig“ bringt den Stand davor zurück.",
  none: "Keiner Folie ist eine Seite zugeordnet. Es ist nichts geändert.",
  left: "Das PDF bleibt draußen. Es ist nichts geändert.",
};

/**
 * @param {object} given
 * @param {() => string} given.key of the talk
 * @param {() => OwnTalk} given.talk as it is now
 * @param {(talk: OwnTalk, pictures: Pictures) => void} given.onChange
 * @param {HTMLElement} given.place where it is said and asked
 */
export function makeLooks({ key, talk, onChange, place }) {
  const input = make("input", { type: "file", accept: ".pdf,application/pdf", hidden: true, id: "own-looks" });
  const choose = button("Aussehen aus PDF", () => input.click());
  const remove = button("Ohne PDF zeigen", () => { onChange(without(talk()), new Map()); choose.focus(); });
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) await read(file);
  });

  /** @param {File} file */
  async function read(file) {
    place.textContent = "Einen Augenblick …";
    const { readPdf } = await import("./pdf.mjs");
    const found = await readPdf(file, (page, of) => { place.textContent = `Seite ${page} von ${of} wird gelesen …`; });
    if ("trouble" in found) return place.replaceChildren(found.trouble);
    const { pages } = found;
    const proposed = pagesOf(talk().slides, pages.map(({ text }) => text));
    if (pages.length === talk().slides.length) return apply(pages, proposed);
    place.replaceChildren(...assigning(talk(), pages, proposed, (chosen) => void apply(pages, chosen), () => place.replaceChildren(SAID.left)));
    place.querySelector("select")?.focus();
  }

  /** @param {Page[]} pages @param {number[]} chosen of each slide, -1 for none */
  async function apply(pages, chosen) {
    const pictures = new Map(chosen.flatMap((index) => { const page = pages[index]; return page ? [/** @type {const} */ ([page.key, page.picture])] : []; }));
    if (!pictures.size) return place.replaceChildren(SAID.none);
    await ownTalks().writePictures(key(), new Map([...(await ownTalks().pictures(key())), ...pictures]));
    onChange(withLooks(talk(), chosen.map((index) => pages[index]?.key ?? "")), pictures);
    place.replaceChildren(SAID.applied);
  }

  return {
    elements: [choose, input, remove],
    /** @param {OwnTalk} talk */
    show(talk) {
      choose.hidden = !fromPresentation(talk);
      remove.hidden = !talk.slides.some(({ looks }) => looks);
    },
  };
}

/** @param {OwnTalk} talk @param {string[]} keys of pictures, by slides */
const withLooks = (talk, keys) => ({ ...talk, slides: talk.slides.map(({ looks, ...slide }, index) => ({ ...slide, ...(keys[index] && { looks: keys[index] }) })) });

/** @param {OwnTalk} talk */
const without = (talk) => withLooks(talk, []);

/**
 * Which page belongs to which slide, as it is proposed and as somebody wants it.
 *
 * @param {OwnTalk} talk
 * @param {Page[]} pages
 * @param {number[]} proposed
 * @param {(chosen: number[]) => void} onChoice
 * @param {() => void} onLeave
 */
function assigning({ slides, hidden }, pages, proposed, onChoice, onLeave) {
  const addresses = pages.map(({ picture: { type, bytes } }) => URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type })));
  const rows = slides.map(({ title, headline }, index) => {
    const [select, picture] = [make("select", { id: `own-page-${index}` }, make("option", { value: -1 }, "keine Seite"), ...pages.map((_, page) => make("option", { value: page }, `Seite ${page + 1}`))), make("img", { class: "gp-assigning__page", alt: "" })];
    const show = () => { const address = addresses[Number(select.value)]; picture.hidden = !address; if (address) picture.src = address; };
    select.value = String(proposed[index]);
    select.addEventListener("change", show);
    show();
    return { select, element: make("li", {}, make("label", { for: select.id }, `Folie ${index + 1}: ${headline.trim() || title.trim() || "Ohne Titel"}`), select, picture) };
  });
  const list = make("ol", { class: "gp-assigning" }, ...rows.map(({ element }) => element));
  const done = (/** @type {() => void} */ act) => () => { act(); void takeBack(list, addresses); };
  const counts = `Das PDF hat ${counted(pages.length, "Seite", "Seiten")}, der Vortrag ${counted(slides.length, "Folie", "Folien")}${hidden.length ? ` und ${hidden.length} ausgeblendete` : ""}.`;
  return [make("p", {}, `${counts} Nach dem Text darauf passt es so. Sieh nach, und ändere, was nicht stimmt.`), list,
    make("p", { class: "gp-actions" }, button("So zuordnen", done(() => onChoice(rows.map(({ select }) => Number(select.value)))), { class: "gp-button gp-button--primary" }), " ", button("PDF nicht verwenden", done(onLeave)))];
}

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
