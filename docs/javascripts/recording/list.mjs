// All recordings on this device: what they take, when they go by themselves, and how to be rid of them sooner.

import { onSite } from "../base/addresses.mjs";
import { dateSaid, momentSaid } from "../base/calendar.mjs";
import { askFirst, button, focusOn, make } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { sizeSaid } from "../base/room.mjs";
import { clock } from "../base/times.mjs";
import { bytesOf, DAYS, endOf, secondsOf } from "./entry.mjs";
import { deleteOld, deleteRecording, recordings } from "./kept.mjs";

/** @typedef {import("./entry.mjs").Entry & {id: string}} Kept */

const NONE = "Auf diesem Gerät liegt keine Aufnahme deiner Stimme.";
const ABOUT = `Anhören kannst du sie beim Ergebnis der Probe oder der Probeprüfung. Nach ${DAYS} Tagen löscht die Seite sie von selbst, und in keiner Sicherung sind sie enthalten.`;

/** @param {HTMLElement} element */
export async function mount(element) {
  find(element, "without").remove();
  const said = make("p", { role: "status" });
  const body = make("div");
  element.append(body, said);
  const show = async () => body.replaceChildren(...contentOf((await recordings()).filter(({ parts }) => parts.length), drop));
  /** @param {Kept[]} which @param {string} text */
  const drop = async (which, text) => {
    const ways = await Promise.all(which.map(({ id }) => deleteRecording(id)));
    await show();
    const undo = button("Rückgängig", async () => {
      for (const bringBack of ways) await bringBack();
      await show();
      said.textContent = which.length === 1 ? "Die Aufnahme ist wieder da." : "Die Aufnahmen sind wieder da.";
      focusOn(said);
    });
    said.replaceChildren(text, " ", undo);
    undo.focus();
  };
  await deleteOld(Date.now());
  await show();
}

/** @param {Kept[]} all @param {(which: Kept[], text: string) => void} drop @returns {HTMLElement[]} */
function contentOf(all, drop) {
  if (!all.length) return [make("p", {}, NONE)];
  const every = button("Alle Aufnahmen löschen", () => {});
  askFirst(every, "Wirklich alle löschen?", () => drop(all, all.length === 1 ? "Die Aufnahme ist gelöscht." : `${all.length} Aufnahmen sind gelöscht.`));
  return [
    make("p", {}, ABOUT),
    make("ul", { class: "gp-recordings__list" }, ...all.map((each) => item(each, () => drop([each], `Die Aufnahme vom ${momentSaid(each.at)} ist gelöscht.`)))),
    ...(all.length > 1 ? [make("p", { class: "gp-actions" }, every)] : []),
  ];
}

/** @param {Kept} kept @param {() => void} onDrop */
function item(kept, onDrop) {
  const facts = [momentSaid(kept.at), clock(secondsOf(kept)), sizeSaid(bytesOf(kept)), `bleibt bis ${dateSaid(endOf(kept))}`];
  return make("li", { class: "gp-recordings__item" },
    make("span", { class: "gp-recordings__title" }, kept.page ? make("a", { href: onSite(kept.page).href }, kept.title) : kept.title), make("span", { class: "gp-recordings__facts" }, ...facts.map((fact) => make("span", {}, fact))),
    button("Löschen", onDrop, { "aria-label": `Aufnahme vom ${momentSaid(kept.at)} löschen` }));
}
