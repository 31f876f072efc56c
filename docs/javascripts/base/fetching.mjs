// What lies beside the page on the site: fetched with patience, or refused.

import { onSite } from "./addresses.mjs";

/** Longer than a slow train takes for a page, shorter than one waits for a tunnel to end. */
const PATIENCE_MS = 20_000;

/** @param {string} path below the site's root @returns {Promise<string>} */
export async function fetchText(path) {
  const response = await fetch(onSite(path), { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${response.status}: ${path}`, { cause: response.status });
  return response.text();
}

/** Whether the site answered that it has nothing there. @param {unknown} reason why `fetchText` has failed */
export const isMissing = (reason) => reason instanceof Error && reason.cause === 404;
