// A data base of this site in the browser: entries by their names.

import { vendor } from "./addresses.mjs";
import { siteName } from "./shelf.mjs";

const idb = /** @type {typeof import("idb-keyval")} */ (await import(vendor("idb-keyval/index.js")));

/** @typedef {{get(name: string): Promise<any>, set(name: string, value: any): Promise<void>, update(name: string, change: (before: any) => any): Promise<void>,
 *   drop(names: string[]): Promise<void>, names(): Promise<string[]>}} Base */

/** It is made where it is not there. @param {string} name @param {string} store @returns {Base} */
export function openBase(name, store) {
  const opened = idb.createStore(`${siteName()}${name}`, store);
  return {
    get: async (key) => idb.get(key, opened), set: async (key, value) => idb.set(key, value, opened),
    update: async (key, change) => idb.update(key, change, opened), drop: async (keys) => idb.delMany(keys, opened),
    names: async () => (await idb.keys(opened)).map(String),
  };
}

/** Whether a data base has no room left. @param {unknown} reason why it has refused something */
export const isFull = (reason) => reason instanceof DOMException && reason.name === "QuotaExceededError";
