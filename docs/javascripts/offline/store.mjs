// What lies in the site's cache: files under their hashes, the lists of versions, and which pages run on which version.
//
// A file lies there once, however many versions have it. A version is there when its list is, which is put there last.

import { cacheOf } from "../base/site-name.mjs";
import { hashesOf } from "./list.mjs";

/** @typedef {import("./list.mjs").List} List */
/** @typedef {{active: string | null, clients: Record<string, {version: string, at: number}>}} Running  by the ids of pages that do not run on the active version */

const FILES = ".offline/files/";
const LISTS = ".offline/lists/";
const RUNNING = ".offline/running";
/** What was said of the way here, and what would make a cache choose: there is one of each file. */
const UNKEPT = ["content-encoding", "content-length", "transfer-encoding", "vary"];

/**
 * What a page is told of a file: to ask again each time. From its own memory a browser would give it to a page of another version.
 *
 * @param {Headers} headers as the server has sent them
 */
export function answered(headers) {
  const told = new Headers([...headers].filter(([name]) => !UNKEPT.includes(name)));
  told.set("cache-control", "no-cache");
  return told;
}

export class Store {
  #scope;
  /** @type {Map<string, {list: List, hashes: Map<string, string>}>} by version */
  #known = new Map();

  /** @param {URL} scope where the site begins */
  constructor(scope) {
    this.#scope = scope;
  }

  /** @param {string} hash */
  file(hash) {
    return this.#found(this.#url(FILES, hash));
  }

  /** @param {string} hash @param {ArrayBuffer} content @param {Headers} headers as the server has sent them */
  async keepFile(hash, content, headers) {
    await (await this.#cache()).put(this.#url(FILES, hash), new Response(content, { headers: answered(headers) }));
  }

  /** @param {Iterable<string>} hashes */
  async dropFiles(hashes) {
    const cache = await this.#cache();
    for (const hash of hashes) await cache.delete(this.#url(FILES, hash));
  }

  /** @returns {Promise<Set<string>>} the hashes of all files */
  async hashes() {
    return new Set(await this.#names(FILES));
  }

  /** @returns {Promise<string[]>} whose lists are there */
  versions() {
    return this.#names(LISTS);
  }

  /** @param {string} version @returns {Promise<{list: List, hashes: Map<string, string>} | null>} null where it is not there as a whole */
  async version(version) {
    const known = this.#known.get(version);
    if (known) return known;
    const kept = await this.#found(this.#url(LISTS, version));
    if (!kept) return null;
    const list = await kept.json();
    const found = { list, hashes: hashesOf(list) };
    this.#known.set(version, found);
    return found;
  }

  /** @param {string} version @param {string} text */
  async keepList(version, text) {
    await (await this.#cache()).put(this.#url(LISTS, version), new Response(text));
    this.#known.delete(version);
  }

  /** @param {string} version */
  async dropList(version) {
    await (await this.#cache()).delete(this.#url(LISTS, version));
    this.#known.delete(version);
  }

  /** @returns {Promise<Running>} */
  async running() {
    const kept = await this.#found(new URL(RUNNING, this.#scope));
    return kept ? kept.json() : { active: null, clients: {} };
  }

  /** @param {Running} running */
  async keepRunning(running) {
    await (await this.#cache()).put(new URL(RUNNING, this.#scope), new Response(JSON.stringify(running)));
  }

  /** Take all of it away. */
  async clear() {
    this.#known.clear();
    await caches.delete(cacheOf(this.#scope.pathname));
  }

  /** What is not there is not made by asking. @param {URL} url @returns {Promise<Response | undefined>} */
  #found(url) {
    return caches.match(url, { cacheName: cacheOf(this.#scope.pathname) });
  }

  #cache() {
    return caches.open(cacheOf(this.#scope.pathname));
  }

  /** @param {string} folder @param {string} name */
  #url(folder, name) {
    return new URL(folder + name, this.#scope);
  }

  /** @param {string} folder */
  async #names(folder) {
    if (!(await caches.has(cacheOf(this.#scope.pathname)))) return [];
    const start = new URL(folder, this.#scope).href;
    const all = await (await this.#cache()).keys();
    return all.map(({ url }) => url).filter((url) => url.startsWith(start)).map((url) => url.slice(start.length));
  }
}
