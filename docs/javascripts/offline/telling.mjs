// How pages speak with the worker of their site, if it has one.

import { onSite } from "../base/addresses.mjs";
import { cacheOf } from "../base/site-name.mjs";

/** @typedef {import("./list.mjs").State} State */
/** @typedef {{type: "state" | "take over" | "leave"} | {type: "take" | "drop" | "which", addresses: string[]}} Message  what is said to the worker: `which` asks for pages that are away */
/** @typedef {State & {away: string[], failed: "" | "full" | "failed"}} Answer */

const PATIENCE_MS = 120_000;
const WORKER = "worker.js";

/** Whether a browser can keep a site at all. It does so only where the connection is safe. */
export const canKeep = () => "serviceWorker" in navigator && "caches" in globalThis;

/** Where the worker's script stands. */
export const workerScript = () => onSite(WORKER);

/** @returns {Promise<ServiceWorkerRegistration | null>} the site's own; a site above it may have another */
export async function registration() {
  const found = canKeep() ? await navigator.serviceWorker.getRegistration(onSite("")).catch(() => null) : null;
  return found?.scope === onSite("").href ? found : null;
}

/** Have the worker fetched and started, unless it is there. */
export const register = () => navigator.serviceWorker.register(workerScript(), { scope: onSite("").href });

/** @param {Message} message @returns {Promise<Answer | null>} null where nothing is kept, or nobody answers */
export async function ask(message) {
  const worker = (await registration())?.active;
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((answer) => {
    const timer = setTimeout(answer, PATIENCE_MS, null);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      answer(data);
    };
    worker.postMessage(message, [port2]);
  });
}

/** Whether anything is kept, or about to be. */
export const isKept = async () => canKeep() && (Boolean(await registration()) || (await caches.has(cacheOf(onSite("").pathname)).catch(() => false)));

/** Take all off the device. */
export async function clear() {
  if (!canKeep()) return;
  await ask({ type: "leave" });
  await (await registration())?.unregister();
  await caches.delete(cacheOf(onSite("").pathname)).catch(() => {});
}
