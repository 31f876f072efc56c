// A filter that lives in the address, so that what it shows can be linked, bookmarked and gone back to. Pure.

/**
 * @template {string} Limit
 * @typedef {Record<Limit, string>} Filter  "" means: no limit
 */

/**
 * @template {string} Limit
 * @param {Readonly<Record<Limit, string>>} names what each limit is called in the address
 * @param {string} query such as `?gebiet=Sicherheit&suche=vpn`
 * @returns {Filter<Limit>}
 */
export function filterIn(names, query) {
  const parameters = new URLSearchParams(query);
  return mapped(names, (name) => parameters.get(name) ?? "");
}

/**
 * @template {string} Limit
 * @param {Readonly<Record<Limit, string>>} names
 * @param {Filter<Limit>} filter
 * @returns {string} the query, "" when nothing is limited
 */
export function queryFor(names, filter) {
  const limits = /** @type {Limit[]} */ (Object.keys(names)).filter((limit) => filter[limit]);
  const parameters = new URLSearchParams(limits.map((limit) => [names[limit], filter[limit]]));
  return parameters.size ? `?${parameters}` : "";
}

/**
 * The same limits with other values.
 *
 * @template {string} Limit
 * @param {Readonly<Record<Limit, string>>} names
 * @param {(name: string) => string} valueOf
 * @returns {Filter<Limit>}
 */
export const mapped = (names, valueOf) =>
  /** @type {Filter<Limit>} */ (Object.fromEntries(/** @type {[Limit, string][]} */ (Object.entries(names)).map(([limit, name]) => [limit, valueOf(name)])));

/**
 * How many are shown, such as „3 von 8 Fragen“.
 *
 * @param {number} shown
 * @param {number} all
 * @param {[string, string]} noun one, and several
 */
export function shownSaid(shown, all, [one, several]) {
  const noun = all === 1 ? one : several;
  return shown === all ? `${all} ${noun}` : `${shown} von ${all} ${noun}`;
}
