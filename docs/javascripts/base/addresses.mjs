// Where what belongs to the site lies, whichever page asks and wherever the site stands. Pure.

const ROOT = new URL("../../", import.meta.url);

/** @param {string} path below the site's root, such as "ueben/stand/" */
export const onSite = (path) => new URL(path, ROOT);

/** A library that set-up has copied. @param {string} path below its folder, such as "ts-fsrs/index.mjs" */
export const vendor = (path) => onSite(`javascripts/vendor/${path}`).href;
