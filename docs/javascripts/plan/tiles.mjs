// The tiles of an overview say where somebody stands. For whoever has done nothing yet, nothing more is loaded.

import { findAll } from "../base/names.mjs";

/** @param {HTMLElement} host what knows the exams */
export async function mount(host) {
  if (document.documentElement.dataset.known === undefined) return;
  const { tellTiles } = await import("./telling.mjs");
  await tellTiles(findAll(document, "tells"), host);
}
