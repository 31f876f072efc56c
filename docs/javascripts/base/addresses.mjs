// Where what belongs to the site lies, whichever page asks and wherever the site stands. Pure.

const ROOT = new URL("../../", import.meta.url);

/** @param {string} path below the site's root, such as "ueben/stand/" */
export const onSite = (path) => new URL(path, ROOT);

/**
 * What an address points at on its page; signs that are no code, such as in `#50%`, stay as they are.
 *
 * @param {{hash: string}} address a link, or the page's own
 */
export function targetOf({ hash }) {
  const id = hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** A library that set-up has copied. @param {string} path below its folder, such as "ts-fsrs/index.mjs" */
export const vendor = (path) => onSite(`javascripts/vendor/${path}`).href;
