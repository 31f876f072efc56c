// Fetches files of the site, and takes only what is exactly what its list names: a cache, a proxy or a server that is just
// being filled may have something else.

import { Store } from "./store.mjs";

/** @typedef {import("./list.mjs").Row} Row */

const AT_ONCE = 6;
const SHORT = 9;

/** @param {ArrayBuffer} content @returns {Promise<string>} as `short_hash` in `generalprobe/offline.py` */
export async function hashOf(content) {
  const whole = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return btoa(String.fromCharCode(...whole.subarray(0, SHORT))).replaceAll("+", "-").replaceAll("/", "_");
}

/**
 * Fetch a file; what the browser has still from the visit is not loaded again.
 *
 * @param {URL} url
 * @param {string} hash
 * @returns {Promise<{content: ArrayBuffer, headers: Headers} | null>} null where there is something else; throws without a network
 */
export async function fetchExactly(url, hash) {
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const response = await fetch(url, { cache });
    if (!response.ok && cache === "reload") return null;
    const content = await response.arrayBuffer();
    if (response.ok && (await hashOf(content)) === hash) return { content, headers: response.headers };
  }
  return null;
}

/**
 * Fetch and keep files, some at a time.
 *
 * @param {Store} store
 * @param {URL} scope
 * @param {Row[]} rows
 * @param {() => void} [onKept] called for each
 * @throws where one of them is not to be had, what was fetched waits for another try; or where there is no room, which is given back
 */
export async function keepAll(store, scope, rows, onKept) {
  const waiting = [...rows];
  /** @type {string[]} */
  const kept = [];
  const work = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const [address, hash] = row;
      const found = await fetchExactly(new URL(address, scope), hash);
      if (!found) throw new Error(`not what the list names: ${address}`);
      await store.keepFile(hash, found.content, found.headers);
      kept.push(hash);
      onKept?.();
    }
  };
  const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => work().finally(() => waiting.splice(0))));
  const reasons = done.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  if (!reasons.length) return;
  const full = reasons.find(isFull);
  if (full) await store.dropFiles(kept);
  throw full ?? reasons[0];
}

/** Whether the device has no room. @param {unknown} reason */
export const isFull = (reason) => reason instanceof DOMException && reason.name === "QuotaExceededError";
