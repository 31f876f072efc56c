// That the site can be an app on this device: as a hint that goes away for good, and as a quiet line that stays.

import { isApp, isByHand } from "../base/app.mjs";
import { button, focusOn, make } from "../base/elements.mjs";

/** @typedef {import("../base/app.mjs").Offered} Offered */

const OWN_STORE = "Die App hat einen eigenen Speicher und fängt leer an. Sichere deshalb vorher als Datei, und lies die Datei in der App unter „Mein Stand“ ein.";

/** Whether the site can be an app here, by a button or by hand. @param {Offered} offered */
export const isInstallable = (offered) => !isApp() && (offered.event !== null || isByHand());

/** How it is done without a button. @param {Offered} offered @returns {HTMLElement[]} nothing where there is one, and in the app itself */
export function stepsToInstall(offered) {
  if (isApp() || offered.event) return [];
  if (!isByHand()) return [make("p", {}, "Manche Browser bieten es in ihrem Menü an, als „App installieren“ oder „Zum Startbildschirm hinzufügen“.")];
  return [
    make("ol", { class: "gp-install__steps" }, make("li", {}, "Tippe in der Leiste des Browsers auf „Teilen“."), make("li", {}, "Wähle „Zum Home-Bildschirm“.")),
    make("p", {}, OWN_STORE),
  ];
}

/** A button that takes the browser's offer, which holds once. @param {Offered} offered @returns {HTMLElement[]} nothing where it makes none */
export function installButtons(offered) {
  const { event } = offered;
  if (isApp() || !event) return [];
  const install = button("Als App einrichten", () => {
    const said = make("span", { role: "status" }, "Dein Browser fragt jetzt nach.");
    install.replaceWith(said);
    focusOn(said);
    offered.event = null;
    void event.prompt().catch(() => {});
  });
  return [install];
}

/** The quiet line; a button comes as soon as it is offered. @param {HTMLElement} place @param {Offered} offered */
export function mountInstalling(place, offered) {
  const show = () => {
    const buttons = installButtons(offered);
    place.replaceChildren(...stepsToInstall(offered), ...(buttons.length ? [make("p", { class: "gp-actions" }, ...buttons)] : []));
  };
  place.closest("section")?.toggleAttribute("hidden", isApp());
  show();
  addEventListener("beforeinstallprompt", show);
}
