// Markdown as elements. The one place where markup becomes elements: it comes from markdown-it, which lets no HTML through.

import { inlineHtml, notesHtml } from "./markdown.mjs";

/** @param {string} text inline Markdown @param {string} toRoot the way to the site's root, where links of values begin @returns {Node[]} */
export const inline = (text, toRoot) => elements(inlineHtml(text), toRoot);

/**
 * @param {{notes: string, directions: string[]}} slide
 * @param {string} toRoot
 * @returns {Node[]} paragraphs and lists
 */
export const notes = ({ notes, directions }, toRoot) => elements(notesHtml(notes, directions), toRoot);

/** @param {string} html @param {string} toRoot */
function elements(html, toRoot) {
  const { body } = new DOMParser().parseFromString(`<body>${html}`, "text/html"); // Without the tag, spaces before all else would be lost.
  for (const link of body.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("/")) link.setAttribute("href", `${toRoot || "./"}${href.slice(1)}`);
  }
  return [...body.childNodes];
}
