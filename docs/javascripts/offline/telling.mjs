// How pages speak with the worker of their site, if it has one.

import { onSite } from "../base/addresses.mjs";
import { cacheOf } from "../base/site-name.mjs";

/** @typedef {import("./list.mjs").State} State */
/** @typedef {{type: "state" | "take over" | "leave" | "stay"} | {type: "take" | "drop" | "which", addresses: string[]}} Message  what is said to the worker: `which` asks for pages that are away */
/** @typedef {State & {away: string[], failed: "" | "full" | "failed"}} Answer */
/** @typedef {{refused: "full" | "failed"} | {kept: true}} News  what a worker says unasked: the site could not be taken in, or is there */

const PATIENCE_MS = 120_000;
const WORKER = "worker.js";

/** @param {(news: News) => void} hear what the worker of this site says unasked; a site above it may have another */
export function listen(hear) {
  navigator.serviceWorker.addEventListener("message", ({ data, source }) => {
    if (source instanceof ServiceWorker && source.scriptURL === workerScript().href) hear(data);
  });
  navigator.serviceWorker.startMessages();
}

/** Whether a browser can keep a site at all. It does so only where the connection is safe. */
export const canKeep = () => "serviceWorker" in navigator && "caches" in globalThis;

/** Whether it may: in some private windows it may not. */
export const isAllowed = async () => canKeep() && caches.has(cacheOf(onSite("").pathname)).then(() => true, () => false);

/** Where the worker's script stands. */
export const workerScript = () => onSite(WORKER);

/** @returns {Promise<ServiceWorkerRegistration | null>} the site's own; a site above it may have another */
export async function registration() {
  const found = canKeep() ? await navigator.serviceWorker.getRegistration(onSite("")).catch(() => null) : null;
  return found?.scope === onSite("").href ? found : null;
}

/** Have the worker fetched and started, unless it is there. One that was sent away while pages are open comes back with nothing kept. */
export async function register() {
  const found = await navigator.serviceWorker.register(workerScript(), { scope: onSite("").href });
  if (found.active) void ask({ type: "stay" });
  return found;
}

/** @param {ServiceWorkerRegistration} registration @returns {Promise<boolean>} whether the site has come onto the device */
export async function arrived({ installing, waiting, active }) {
  const coming = installing ?? waiting;
  if (!coming) return Boolean(active);
  while (coming.state !== "activated" && coming.state !== "redundant") {
    await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
  }
  return coming.state === "activated";
}

/** @param {Message} message @returns {Promise<Answer | null>} null where nothing is kept, or nobody answers */
export async function ask(message) {
  const worker = (await registration())?.active;
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((answer) => {
    const wait = () => setTimeout(answer, PATIENCE_MS, null);
    let timer = wait();
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      if (data === "going") timer = wait();
      else answer(data);
    };
    worker.postMessage(message, [port2]);
  });
}

/** Whether anything is kept, or about to be. */
export const isKept = async () => canKeep() && (Boolean(await registration()) || (await caches.has(cacheOf(onSite("").pathname)).catch(() => false)));

/** @type {Set<() => void>} */
const leaving = new Set();

/** Hear that this page has taken all off the device. @param {() => void} hear */
export const onCleared = (hear) => leaving.add(hear);

/** Take all off the device. */
export async function clear() {
  if (!canKeep()) return;
  await ask({ type: "leave" });
  await (await registration())?.unregister();
  await caches.delete(cacheOf(onSite("").pathname)).catch(() => {});
  for (const hear of leaving) hear();
}
