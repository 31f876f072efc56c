// Deletes all that this site has stored on the device, after asking once more.

import { askFirst } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { isOurs, namesIn } from "../base/shelf.mjs";

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
  const show = () => {
    const count = stored().length;
    find(element, "found").textContent = foundSaid(count);
    button.hidden = count === 0;
  };
  element.parentElement?.querySelector("[data-without]")?.remove();
  element.hidden = false;
  show();
  addEventListener("storage", show);
  askFirst(button, REALLY, () => {
    for (const { store, name } of stored()) attempt(() => store.removeItem(name), undefined);
    show();
    find(element, "said").textContent = stored().length ? "Dein Browser hat nicht alles gelöscht. Lösche die Websitedaten in seinen Einstellungen." : "Alles gelöscht.";
  });
}

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
