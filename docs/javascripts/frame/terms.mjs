// Finds the terms of the glossary in texts. Pure.

/** @typedef {{forms: string[], meaning: string, href: string}} Term  `href` is below the site's root */
/** @typedef {{index: number, length: number, term: Term}} Found */

/**
 * Finds terms in texts: whole words, also with the endings of German nouns, and the first word of „VPN-Tunnel“.
 *
 * @param {Term[]} terms
 * @returns {(text: string) => Found[]}
 */
export function finder(terms) {
  const byForm = new Map(terms.flatMap((term) => term.forms.map((form) => [spaced(form), term])));
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length).map(pattern).join("|");
  if (!forms) return () => [];
  const words = new RegExp(`(?<![\\p{L}\\p{N}_@.-])(${forms})(?:e?[sn])?(?![\\p{L}\\p{N}_@]|\\.\\p{L})`, "gu");
  return (text) => Array.from(text.matchAll(words), ({ index, 0: { length }, 1: form }) =>
    ({ index, length, term: /** @type {Term} */ (byForm.get(spaced(form))) }));
}

/** @param {string} form as it is written, or as a line break divides it in a text */
const spaced = (form) => form.replace(/\s+/g, " ");

/** @param {string} form */
const pattern = (form) => form.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&").replace(/\s+/g, "\\s+");
