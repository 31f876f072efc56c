// What the list of a site's files says (`generalprobe/offline.py` writes it): what is kept from the first visit on, what with a
// case study, what only when somebody has been there; and what that means for a device. Pure.

/** @typedef {[address: string, hash: string, bytes: number]} Row  a page's address ends in a slash, the first page's is "" */
/** @typedef {{title: string, packed: number, files: Row[]}} Case  `packed`: what it weighs on its way, nearly */
/** @typedef {{core: Row[], cases: Record<string, Case>, rest: Row[]}} List */
/** @typedef {(hash: string) => boolean} Has  whether the device has a file */
/** @typedef {{address: string, title: string, packed: number, bytes: number, kept: boolean}} Told  a case study that is not kept anyway */
/** @typedef {{pages: number, bytes: number}} Amount */
/** @typedef {{core: Amount, cases: Told[], visited: Amount & {addresses: string[]}}} State */

/** @param {List} list @returns {Row[]} all files, some twice */
const rowsOf = ({ core, cases, rest }) => [...core, ...Object.values(cases).flatMap(({ files }) => files), ...rest];

/** @param {List} list @returns {Map<string, string>} the hash of each file */
export const hashesOf = (list) => new Map(rowsOf(list).map(([address, hash]) => [address, hash]));

/**
 * What is to be fetched for a new version: all that is kept anyway, and again what somebody has taken along or visited.
 *
 * @param {List} list
 * @param {List[]} older versions on the device
 * @param {Has} has
 * @returns {Row[]} each file once
 */
export function missing(list, older, has) {
  const before = new Set(older.flatMap((each) => rowsOf(each).filter(([, hash]) => has(hash)).map(([address]) => address)));
  const taken = new Set(older.flatMap(({ cases }) => Object.keys(cases).filter((address) => isWhole(cases[address], has))));
  const along = Object.entries(list.cases).flatMap(([address, { files }]) => (taken.has(address) ? files : []));
  const visited = rowsOf(list).filter(([address]) => before.has(address));
  return once([...list.core, ...along, ...visited].filter(([, hash]) => !has(hash)));
}

/** What a device has of a version. @param {List} list @param {Has} has @returns {State} */
export function stateOf(list, has) {
  const cases = Object.entries(list.cases).map(([address, each]) => ({ address, title: each.title, packed: each.packed, bytes: bytesOf(each.files), kept: isWhole(each, has) }));
  const rows = visitedOf(list, has);
  return { core: amountOf(list.core), cases, visited: { ...amountOf(rows), addresses: rows.map(([address]) => address) } };
}

/**
 * The files by address that go when these are taken off the device; what is kept anyway stays, and what another version keeps.
 *
 * @param {List} list
 * @param {string[]} addresses of files, or of case studies
 * @param {Has} has
 * @param {List[]} versions all that are on the device
 */
export function dropped(list, addresses, has, versions = [list]) {
  const core = new Set(versions.flatMap((each) => each.core).map(([, hash]) => hash));
  const going = named(list, addresses);
  const staying = new Set(Object.entries(list.cases).filter(([address, each]) => !addresses.includes(address) && isWhole(each, has)).flatMap(([, { files }]) => files.map(([, hash]) => hash)));
  return going.filter(([, hash]) => has(hash) && !core.has(hash) && !staying.has(hash));
}

/** @param {List} list @param {string[]} addresses of files, or of case studies with all that belongs to them @returns {Row[]} each once */
export function named(list, addresses) {
  const wanted = new Set(addresses);
  const along = Object.entries(list.cases).flatMap(([address, { files }]) => (wanted.has(address) ? files : []));
  return once([...along, ...rowsOf(list).filter(([address]) => wanted.has(address))]);
}

/** What is there only because somebody was there. @param {List} list @param {Has} has */
function visitedOf(list, has) {
  const others = new Set([...list.core, ...Object.values(list.cases).flatMap((each) => (isWhole(each, has) ? each.files : []))].map(([, hash]) => hash));
  return once(rowsOf(list).filter(([, hash]) => has(hash) && !others.has(hash)));
}

/** @param {Case} one @param {Has} has */
const isWhole = ({ files }, has) => files.every(([, hash]) => has(hash));

/** @param {Row[]} rows */
const bytesOf = (rows) => rows.reduce((sum, [, , bytes]) => sum + bytes, 0);

/** @param {Row[]} rows @returns {Amount} */
const amountOf = (rows) => ({ pages: rows.filter(([address]) => isPage(address)).length, bytes: bytesOf(rows) });

/** @param {string} address */
export const isPage = (address) => address === "" || address.endsWith("/");

/** @param {Row[]} rows @returns {Row[]} each file once */
const once = (rows) => [...new Map(rows.map((row) => [row[1], row])).values()];
