// Which of the site's files a request asks for, and where else than there it may lead. Pure.

/** @typedef {{method: string, url: string, mode: string, headers: {has: (name: string) => boolean}}} Asked */

const INDEX = /(^|\/)index\.html$/;

/**
 * The file that is asked for; queries and fragments are for the page.
 *
 * @param {Asked} request
 * @param {URL} scope where the site begins
 * @returns {string | null} null for what is none of the worker's business: other sites, what is sent, pieces of files
 */
export function addressOf({ method, url, headers }, scope) {
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || headers.has("range") || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  return plain(pathname.slice(scope.pathname.length)).replace(INDEX, "$1");
}

/** Whether it is somebody who goes to a page, and not a file that is saved. @param {Asked} request @param {string} address */
export const isVisit = ({ mode }, address) => mode === "navigate" && !/\.(?!html$)[^./]+$/.test(address);

/** A page whose address lacks its slash. @param {string} address @param {{has: (address: string) => boolean}} files @returns {string | null} */
export const withSlash = (address, files) => (!files.has(address) && files.has(`${address}/`) ? `${address}/` : null);

/**
 * A page that stands one step below the site's beginning, as it can be shown at any address.
 *
 * @param {string} page
 * @param {string} path where the site begins
 */
export const shownAnywhere = (page, path) => page.replaceAll('="../', `="${path}`).replaceAll('=".."', `="${path}"`);

/** @param {string} path */
function plain(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
