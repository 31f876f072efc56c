// Begins to keep the site on the device, or stops; and sees to it that new versions are heard of.

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
  watch(known ?? (await register()));
  watchLinks();
  if (known) await look(known);
}

/** Whether somebody has taken the site off the device. */
export const isUnwanted = () => read("setting", "offline") === "no";

/** Whether the browser is asked to load little. */
export const savesData = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** Pages that stay open for days ask too. A site that has no worker any more keeps nothing. @param {ServiceWorkerRegistration} known */
async function look(known) {
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && known.update().catch(() => {}));
  try {
    await known.update();
  } catch {
    if (!(await isGone())) return;
    await clear();
    location.reload();
  }
}

/** Whether the site answers that it has no worker, as a preview does. */
async function isGone() {
  const answer = await fetch(workerScript(), { method: "HEAD", cache: "no-store" }).catch(() => null);
  return GONE.includes(answer?.status ?? 0);
}
