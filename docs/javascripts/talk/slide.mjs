// A slide made of its data: the same elements as `slide.html.jinja` makes; a test holds the two equal. And a frame to show it in.

import { onSite } from "../base/addresses.mjs";
import { draw, make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { inline, notes } from "../base/inline.mjs";
import { plain } from "../base/markdown.mjs";
import { turnOf } from "./keys.mjs";

/**
 * @typedef {import("./judging.mjs").Artifact} Artifact
 * @typedef {import("./judging.mjs").Bullet} Bullet
 * @typedef {import("./judging.mjs").Slide} Slide
 * @typedef {import("./talk.mjs").Talk} Talk
 * @typedef {{toRoot: string, turn: number}} Where
 */

/** How often a drawing has been shown: ids stand once on a page. @type {Map<string, number>} */
const turns = new Map();

/**
 * @param {Talk} talk
 * @param {number} index from 0
 * @param {{toRoot?: string, turn?: number}} [where] the way from the page to the site's root, and how often the page has shown the slide
 * @returns {HTMLElement}
 */
export function makeSlide(talk, index, { toRoot = onSite("").href, turn = nextTurn(talk, index) } = {}) {
  const { slides, metadata } = talk;
  const slide = slides[index];
  const [number, density] = [index + 1, slide.density && ` gp-slide--${slide.density}`];
  const looks = slide.looks && talk.pictures?.get(slide.looks);
  if (looks) return pictured(slide, looks, `Folie ${number} von ${slides.length}`);
  const split = slide.bullets.length && slide.artifact ? " gp-slide__body--split" : "";
  return make("section", { class: `gp-slide${index ? "" : " gp-slide--first"}${density}`, role: "group", "aria-label": `Folie ${number} von ${slides.length}` },
    make("div", { class: "gp-slide__card", "data-no-terms": true },
      make("h3", { class: "gp-slide__headline" }, slide.headline),
      make("div", { class: `gp-slide__body${split}` }, ...bullets(slide.bullets, toRoot), ...artifact(talk, slide, { toRoot, turn })),
      make("p", { class: "gp-slide__foot" },
        make("span", { class: "gp-slide__talk" }, plain(metadata.topic)), " ",
        make("span", { class: "gp-slide__number" }, `${number}/${slides.length}`), " ",
        make("span", { class: "gp-slide__time gp-time" }, timeSaid(slide.time_s)))));
}

/** A picture in its place; what it says stays for those who do not see it. @param {Slide} slide @param {string} src @param {string} label */
const pictured = ({ headline, title, bullets: list }, src, label) =>
  make("section", { class: "gp-slide", role: "group", "aria-label": label },
    make("h3", { class: "gp-hidden" }, headline || title), make("img", { class: "gp-slide__looks", src, alt: list.map(({ text, bullets: below }) => plain([text, ...below].join(", "))).join("; "), decoding: "async" }));

/** What is said to a slide: paragraphs and lists, stage directions apart. @param {Slide} slide @param {{toRoot?: string}} [where] @returns {HTMLElement} */
export const makeNotes = (slide, { toRoot = onSite("").href } = {}) => make("div", { class: "gp-notes__text" }, ...notes(slide, toRoot));

/** @param {Talk} talk @param {number} index */
function nextTurn({ id, slides }, index) {
  const shown = `${id} ${slides[index].key}`;
  turns.set(shown, (turns.get(shown) ?? 0) + 1);
  return turns.get(shown) ?? 1;
}

/** @param {Bullet[]} list @param {string} toRoot */
function bullets(list, toRoot) {
  const below = (/** @type {string[]} */ texts) => (texts.length ? [make("ul", {}, ...texts.map((text) => make("li", {}, ...inline(text, toRoot))))] : []);
  const items = list.map(({ text, bullets: texts }) => make("li", {}, ...inline(text, toRoot), ...below(texts)));
  return items.length ? [make("ul", { class: "gp-slide__bullets" }, ...items)] : [];
}

/** @param {Talk} talk @param {Slide} slide @param {Where} where */
function artifact({ id, drawings, pictures }, { key, artifact: shown }, { toRoot, turn }) {
  if (!shown) return [];
  const drawing = shown.kind === "diagram" ? drawings.get(shown.drawing) : undefined;
  const name = `diagramm-${id}-${key}${turn > 1 ? `-${turn}` : ""}`;
  const own = shown.kind === "image" ? pictures?.get(shown.src) : undefined;
  const content = own && shown.kind === "image" ? make("img", { src: own, alt: shown.alt, decoding: "async" })
    : drawing && shown.kind === "diagram" ? picture(drawing, name, shown) : SHOWN[shown.kind](/** @type {any} */ (shown), toRoot);
  return [make("figure", { class: `gp-artifact gp-artifact--${shown.kind}` }, content, ...caption(shown, drawing !== undefined, toRoot))];
}

/** @type {{[Kind in Artifact["kind"]]: (artifact: Extract<Artifact, {kind: Kind}>, toRoot: string) => HTMLElement}} */
const SHOWN = {
  placeholder: ({ description }, toRoot) =>
    make("div", { class: "gp-placeholder" }, make("span", { class: "gp-placeholder__label" }, "Platzhalter"), " ", make("p", {}, ...inline(description, toRoot))),
  image: ({ src, alt }, toRoot) => make("img", { src: toRoot + quoted(src), alt, loading: "lazy", decoding: "async" }),
  diagram: ({ source }) => sourceText(source),
  code: ({ code }) => make("div", { class: "highlight" }, make("pre", { tabindex: 0 }, make("code", {}, code.replace(/^\n+|\s+$/g, "")))),
  table: ({ caption, columns, rows }, toRoot) =>
    make("div", { class: "gp-table-frame", tabindex: 0, role: "group", "aria-label": `Tabelle${caption && `: ${caption}`}` },
      make("table", { class: "gp-table" },
        make("thead", {}, make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, ...inline(column, toRoot))))),
        make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, ...inline(cell, toRoot)))))))),
  quote: ({ text }, toRoot) => make("blockquote", { class: "gp-quote" }, make("p", {}, "„", ...inline(text, toRoot), "“")),
};

/** As Python's quote does. @param {string} path */
const quoted = (path) =>
  encodeURIComponent(path).replaceAll("%2F", "/").replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** @param {Element} drawing @param {string} name @param {{caption: string, description: string}} diagram */
function picture(drawing, name, { caption: said, description }) {
  const box = drawing.getAttribute("viewBox") ?? "";
  const svg = draw("svg", { viewBox: box, role: "img", "aria-labelledby": `${name} ${name}-text`, style: `--natural-width: ${box.split(" ")[2]}px` },
    draw("title", { id: name }), draw("desc", { id: `${name}-text` }), ...[...drawing.childNodes].map((shape) => document.importNode(shape, true)));
  svg.children[0].textContent = plain(said) || "Diagramm";
  svg.children[1].textContent = description;
  return make("div", { class: "gp-drawing", tabindex: 0, role: "group", "aria-label": "Diagramm", "data-drawing": true, "data-no-terms": true }, svg);
}

/** @param {string} source */
const sourceText = (source) => make("pre", { class: "gp-diagram", tabindex: 0, role: "group", "aria-label": "Diagramm als Text" }, make("code", {}, source));

/** @param {Artifact} shown @param {boolean} isDrawn @param {string} toRoot */
function caption(shown, isDrawn, toRoot) {
  const quoteFrom = shown.kind === "quote" ? shown.source : "";
  const description = shown.kind === "diagram" ? shown.description : "";
  if (!shown.caption && !quoteFrom && !description) return [];
  const isFolded = isDrawn && shown.caption !== "";
  const described = description && make("span", { class: "gp-artifact__description" }, description);
  return [make("figcaption", {},
    ...(quoteFrom ? [make("cite", { class: "gp-quote__source" }, ...inline(quoteFrom, toRoot)), " "] : []),
    ...(shown.caption ? [make("span", { class: "gp-artifact__caption" }, ...inline(shown.caption, toRoot)), " "] : []),
    ...(described && !isFolded ? [described, " "] : []),
    ...(isDrawn && shown.kind === "diagram"
      ? [make("details", { class: "gp-diagram-text" }, make("summary", {}, "Diagramm als Text"), ...(described && isFolded ? [described] : []), sourceText(shown.source))]
      : []))];
}

/** The width at which slides are laid out; their height is 9/16 of it, or more where one is full. */
const WIDTH_PX = 960;

/** A frame that shows one slide at a time, as a picture of itself: always as on a screen of 960 pixels, made larger or smaller until it fits. */
export function makeFrame() {
  const sheet = make("div", { class: "gp-frame__sheet" });
  const frame = make("div", { class: "gp-frame" }, sheet);
  const fit = () => {
    const height = sheet.offsetHeight || (WIDTH_PX * 9) / 16;
    frame.style.setProperty("--scale", String(Math.min(frame.clientWidth / WIDTH_PX, frame.clientHeight / height)));
  };
  const observer = new ResizeObserver(fit);
  observer.observe(frame);
  observer.observe(sheet);
  return {
    element: frame,
    /** @param {HTMLElement | null} slide */
    show(slide) {
      sheet.replaceChildren(...(slide ? [slide] : []));
      fit();
    },
  };
}

/** Let a touch or a click on a frame turn slides: to the right half for the next, or by a swipe. @param {HTMLElement} frame @param {(action: "next" | "back") => void} act */
export function mountTouch(frame, act) {
  let [startX, startY] = [0, 0];
  frame.addEventListener("pointerdown", ({ clientX, clientY }) => { [startX, startY] = [clientX, clientY]; });
  frame.addEventListener("pointerup", ({ clientX, clientY, button, target }) => {
    if (button !== 0 || (target instanceof Element && target.closest("a, summary"))) return;
    const { left, width } = frame.getBoundingClientRect();
    const turn = turnOf({ dx: clientX - startX, dy: clientY - startY, place: (clientX - left) / width });
    if (turn && !getSelection()?.toString()) act(turn);
  });
}
