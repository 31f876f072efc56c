// How all that a site keeps on a device is called in the beginning, so that two sites of one origin never meet. Pure.

export const COMMON = "generalprobe:";

/** @param {string} path of the site, such as `/kurs/` */
export const prefixOf = (path) => `${COMMON}${path.replaceAll(":", "%3A")}:`;

/** The cache that holds what the site keeps for when there is no network. @param {string} path of the site */
export const cacheOf = (path) => `${prefixOf(path)}offline`;
