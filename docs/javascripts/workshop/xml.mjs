// Ways through parsed XML by local names: which prefixes and which of two namespaces a program writes does not matter. Pure.

/** @param {ParentNode & globalThis.Node} parent @returns {Element[]} */
export function childrenOf(parent) {
  const found = [];
  for (let child = parent.firstChild; child; child = child.nextSibling) if (child.nodeType === 1) found.push(/** @type {Element} */ (child));
  return found;
}

/** The first child with that name, and so on downwards. @param {Element | undefined} from @param {string[]} names @returns {Element | undefined} */
export const inside = (from, ...names) =>
  names.reduce((/** @type {Element | undefined} */ found, name) => found && childrenOf(found).find(({ localName }) => localName === name), from);

/** All below, in their order. @param {Element} from @param {string} name @returns {Element[]} */
export const below = (from, name) => [.../** @type {Iterable<Element>} */ (from.getElementsByTagNameNS("*", name))];

/** The id of a relationship, which shares its local name with plain attributes. @param {Element | undefined} from @param {string} name such as "embed" */
export const relation = (from, name) =>
  [...(from?.attributes ?? [])].find(({ localName, namespaceURI }) => localName === name && namespaceURI?.endsWith("/relationships"))?.value ?? "";

/** @param {Element | undefined} from @param {string} name */
export const isSet = (from, name) => ["1", "true", "on"].includes(from?.getAttribute(name) ?? "");
