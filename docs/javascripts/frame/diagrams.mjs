// Diagrams: drawn by mermaid from the site's own files, in the colours of the page, with their source kept as text.
// Each is drawn for light and for dark, and the style sheet shows the one that fits: so a switch, and paper, need no script.

import { vendor } from "../base/addresses.mjs";
import { keepReachable } from "./scrolling.mjs";

const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** Mermaid's names of colours, and ours. */
const COLOURS = {
  background: "--sheet",
  primaryColor: "--shade",
  primaryTextColor: "--ink",
  primaryBorderColor: "--edge",
  secondaryColor: "--rubric-wash",
  tertiaryColor: "--paper",
  lineColor: "--soft",
  edgeLabelBackground: "--sheet",
  textColor: "--ink",
  noteBkgColor: "--rubric-wash",
  noteTextColor: "--ink",
  noteBorderColor: "--rubric",
};

/**
 * What mermaid is told: never to run what a diagram contains, and to take the page's colours.
 *
 * @param {(property: string) => string} colourOf resolves a custom property to a colour
 * @param {boolean} dark
 */
export function configuration(colourOf, dark) {
  const colours = Object.entries(COLOURS).map(([name, property]) => [name, colourOf(property)]);
  return {
    startOnLoad: false,
    look: /** @type {const} */ ("classic"),
    securityLevel: /** @type {const} */ ("strict"),
    theme: /** @type {const} */ ("base"),
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    themeCSS: ".edgeLabel rect, .edgeLabel .background { opacity: 1 }",
    themeVariables: { darkMode: dark, fontFamily: "inherit", ...Object.fromEntries(colours) },
  };
}

/** @param {ParentNode} element */
export async function mount(element) {
  const figures = [...element.querySelectorAll("pre.gp-diagram")].map(prepare);
  const { default: mermaid } = await import(vendor("mermaid/mermaid.esm.min.mjs"));
  for (const scheme of SCHEMES) {
    mermaid.initialize(configuration((property) => resolvedColour(property, scheme), scheme === "dark"));
    for (const figure of figures) await drawOne(mermaid, figure, scheme);
  }
}

/**
 * Make room for the drawing in front of the source, which stays where it is until the drawing is there.
 *
 * @typedef {{source: string, pre: HTMLElement, picture: HTMLElement, fold: HTMLDetailsElement, id: string}} Figure
 * @param {Element} pre
 * @param {number} number
 * @returns {Figure}
 */
function prepare(pre, number) {
  const picture = document.createElement("div");
  picture.className = "gp-drawing";
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", nameOf(pre));
  const fold = document.createElement("details");
  fold.className = "gp-diagram-text";
  const summary = document.createElement("summary");
  summary.textContent = "Diagramm als Text";
  fold.append(summary);
  return { source: pre.textContent ?? "", pre: /** @type {HTMLElement} */ (pre), picture, fold, id: `gp-diagramm-${number + 1}` };
}

/**
 * The description under a captioned diagram: once drawn, it goes with the text version.
 *
 * @param {Element} pre
 */
function descriptionBeside(pre) {
  const caption = pre.closest("figure")?.querySelector("[data-caption]");
  const description = pre.closest("figure")?.querySelector("[data-description]");
  return caption && description ? [description] : [];
}

/** @param {Element} pre */
function nameOf(pre) {
  const caption = pre.closest("figure")?.querySelector("figcaption")?.textContent?.trim();
  return caption || "Diagramm";
}

/**
 * @param {{render: (id: string, source: string) => Promise<{svg: string}>}} mermaid
 * @param {Figure} figure
 * @param {"light" | "dark"} scheme
 */
async function drawOne(mermaid, { source, pre, picture, fold, id: figureId }, scheme) {
  const id = `${figureId}-${scheme}`;
  try {
    const { svg } = await mermaid.render(id, source);
    picture.append(inert(svg, scheme));
    if (!picture.isConnected) {
      pre.before(picture);
      keepReachable([picture]);
      const caption = pre.closest("figure")?.querySelector("figcaption");
      if (caption) caption.append(fold);
      else pre.before(fold);
      fold.append(...descriptionBeside(pre), pre);
    }
  } catch (reason) {
    document.getElementById(`d${id}`)?.remove();
    console.info("Ein Diagramm bleibt Text:", reason);
  }
}

/**
 * Mermaid's SVG as an element; parsed as XML, so that nothing in it is taken for HTML.
 *
 * @param {string} svg
 * @param {string} scheme
 */
function inert(svg, scheme) {
  const parsed = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  if (!(parsed instanceof SVGSVGElement)) throw new Error("mermaid did not return an SVG");
  parsed.setAttribute("aria-hidden", "true");
  parsed.setAttribute("data-scheme", scheme);
  parsed.style.removeProperty("max-width");
  parsed.style.setProperty("--natural-width", `${parsed.getAttribute("viewBox")?.split(" ")[2] ?? 0}px`);
  return parsed;
}

/** @param {string} property @param {"light" | "dark"} scheme */
function resolvedColour(property, scheme) {
  const probe = document.createElement("span");
  probe.dataset.scheme = scheme;
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
