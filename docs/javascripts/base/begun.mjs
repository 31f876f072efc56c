// Whether a data base of this site has been begun: who has nothing in it loads nothing for it, and none is made by asking.

import { siteName } from "./shelf.mjs";

/** Where a browser does not tell, it may be there. @param {string} name as `openBase` has it */
export async function mayBeThere(name) {
  const bases = await dataBases().catch(() => null);
  return !bases || bases.some((base) => base.name === `${siteName()}${name}`);
}

/**
 * Do something with what lies in a data base; nothing where there is none, or what it takes does not load.
 *
 * @template Module, T
 * @param {string} name
 * @param {() => Promise<Module>} load
 * @param {(module: Module) => T} act
 * @returns {Promise<Awaited<T> | void>}
 */
export async function ifBegun(name, load, act) {
  return (await mayBeThere(name)) ? await load().then(act).catch(() => {}) : undefined;
}

const dataBases = async () => globalThis.indexedDB?.databases?.();
