// That the site can be an app on this device: as a hint that goes away for good, and as a quiet line that stays.

import { isApp, isByHand } from "../base/app.mjs";
import { button, make } from "../base/elements.mjs";

/** @typedef {import("../base/app.mjs").Offered} Offered */

const OWN_STORE = "Die App hat einen eigenen Speicher und fängt leer an. Sichere deshalb vorher als Datei, und lies die Datei in der App unter „Mein Stand“ ein.";

/** Whether the site can be an app here, by a button or by hand. @param {Offered} offered */
export const isInstallable = (offered) => !isApp() && (offered.event !== null || isByHand());

/** How it is done. @param {Offered} offered @returns {HTMLElement[]} nothing in the app itself */
export function waysToInstall(offered) {
  if (isApp()) return [];
  if (offered.event) return [make("p", { class: "gp-actions" }, installButton(offered))];
  if (!isByHand()) return [make("p", {}, "Manche Browser bieten es in ihrem Menü an, als „App installieren“ oder „Zum Startbildschirm hinzufügen“.")];
  return [
    make("ol", { class: "gp-install__steps" }, make("li", {}, "Tippe in der Leiste des Browsers auf „Teilen“."), make("li", {}, "Wähle „Zum Home-Bildschirm“.")),
    make("p", {}, OWN_STORE),
  ];
}

/** An offer holds once; what becomes of it the browser shows. @param {Offered} offered */
function installButton(offered) {
  const install = button("Als App einrichten", () => {
    void offered.event?.prompt().catch(() => {});
    offered.event = null;
    install.replaceWith("Dein Browser fragt jetzt nach. Danach liegt die App bei deinen anderen.");
  });
  return install;
}

/** The quiet line, as soon as an offer comes with a button. @param {HTMLElement} place @param {Offered} offered */
export function mountInstalling(place, offered) {
  const show = () => place.replaceChildren(...waysToInstall(offered));
  place.closest("section")?.toggleAttribute("hidden", isApp());
  show();
  addEventListener("beforeinstallprompt", show);
}
