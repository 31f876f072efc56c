// Begins to keep the site on the device, or stops; and sees to it that new versions are heard of.

import { onSite } from "../base/addresses.mjs";
import { read } from "../base/shelf.mjs";
import { watchLinks } from "./links.mjs";
import { watch } from "./news.mjs";
import { clear, canKeep, register, registration, workerScript } from "./telling.mjs";

const GONE = [404, 410];

/** When the page is there, and nothing waits any more. */
export async function start() {
  if (!canKeep()) return;
  const known = await registration();
  if (isUnwanted()) return known ? clear() : undefined;
  if (!known && savesData()) return;
  const found = known ?? (await register());
  watch(found);
  watchLinks();
  // Pages that stay open for days ask too.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && found.update().catch(() => {}));
  if (found.active) await look(found);
}

/** Whether somebody has taken the site off the device. */
export const isUnwanted = () => read("setting", "offline") === "no";

/** Whether the browser is asked to load little. */
export const savesData = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** A site that has no worker any more keeps nothing. Who has begun something is not disturbed. @param {ServiceWorkerRegistration} known */
async function look(known) {
  try {
    await known.update();
  } catch {
    if (!(await isGone())) return;
    await clear();
    if (!navigator.userActivation?.hasBeenActive) location.reload();
  }
}

/** Whether the site has no worker, as a preview: it is there itself, where a server that is just being filled has nothing. */
const isGone = async () => GONE.includes(await statusOf(workerScript())) && (await statusOf(onSite(""))) === 200;

/** @param {URL} url @returns {Promise<number>} 0 without an answer */
const statusOf = async (url) => (await fetch(url, { method: "HEAD", cache: "no-store" }).catch(() => null))?.status ?? 0;
