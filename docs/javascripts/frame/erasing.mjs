// Deletes all that this site has stored on the device, after asking once more.

import { askFirst } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { isOurs, namesIn } from "../base/shelf.mjs";
import { clear, isKept } from "../offline/telling.mjs";
import { clearRecordings, recordings } from "../recording/kept.mjs";

const REALLY = "Wirklich alles löschen?";

/**
 * What lies on the device, in German.
 *
 * @param {number} count
 */
export function foundSaid(count) {
  if (!count) return "Auf diesem Gerät ist nichts gespeichert.";
  return count === 1 ? "Auf diesem Gerät liegt 1 Eintrag." : `Auf diesem Gerät liegen ${count} Einträge.`;
}

/** @param {HTMLElement} element */
export function mount(element) {
  const button = find(element, "erase");
  const show = async () => {
    const count = await left();
    find(element, "found").textContent = foundSaid(count);
    button.hidden = count === 0;
  };
  element.parentElement?.querySelector("[data-without]")?.remove();
  element.hidden = false;
  addEventListener("storage", show);
  askFirst(button, REALLY, async () => {
    for (const { store, name } of stored()) attempt(() => store.removeItem(name), undefined);
    await Promise.all([ownTalks().clear(), clearRecordings(), clear()]);
    await show();
    find(element, "said").textContent = (await left()) ? "Dein Browser hat nicht alles gelöscht. Lösche die Websitedaten in seinen Einstellungen." : "Alles gelöscht.";
  });
  return show();
}

/** How many entries lie on the device; the pages for when there is no network are one. */
const left = async () => stored().length + (await ownTalks().names()).length + (await recordings()).length + Number(await isKept());

/** @returns {{store: Storage, name: string}[]} */
const stored = () => stores().flatMap((store) => namesIn(store).filter((name) => isOurs(name)).map((name) => ({ store, name })));

/** @returns {Storage[]} those that the browser lets us ask */
const stores = () => [() => localStorage, () => sessionStorage].flatMap((ask) => attempt(() => [ask()], []));

/**
 * @template T
 * @param {() => T} act
 * @param {T} instead where the browser forbids it
 */
function attempt(act, instead) {
  try {
    return act();
  } catch {
    return instead;
  }
}
