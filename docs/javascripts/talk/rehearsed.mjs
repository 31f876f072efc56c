// Says beside a talk when it was rehearsed last, and fetches what that takes only where there are rehearsals.

import { find, findAll } from "../base/names.mjs";
import { openShelf } from "../base/shelf.mjs";

/** @param {HTMLElement} container */
export function mount(container) {
  const places = findAll(container, "rehearsed");
  const show = () => tell(places);
  openShelf().onChange(["runs"], show);
  addEventListener("pageshow", ({ persisted }) => persisted && show()); // Back from the stage, the page is as it was left.
  return show();
}

/** @param {HTMLElement[]} places */
async function tell(places) {
  const ids = new Set(openShelf().ids("runs"));
  if (!ids.size) return;
  const [{ runsOf }, { lastSaid }] = await Promise.all([import("./runs.mjs"), import("./last-run.mjs")]);
  for (const place of places) {
    const said = lastSaid(runsOf(place.dataset.rehearsed ?? ""), Date.now());
    find(place, "said").textContent = said;
    place.hidden = said === "";
  }
}
