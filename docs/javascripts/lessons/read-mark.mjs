// Says beside a case study that it was read.

import { findAll } from "../base/names.mjs";
import { onReadChange, readCases } from "../memory/progress.mjs";

/** @param {HTMLElement} container */
export function mount(container) {
  const places = findAll(container, "read");
  const show = () => {
    const read = readCases();
    for (const place of places) place.hidden = !read.has(place.dataset.read ?? "");
  };
  onReadChange(show);
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  show();
}
