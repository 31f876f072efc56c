// The technical check before a mock exam: what this page measures, and what one looks at oneself and ticks. The one is never called the other.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { canShareScreen } from "../recording/devices.mjs";
import { makeCamera } from "./camera.mjs";
import { makeMicrophone } from "./microphone.mjs";
import { makeSharing } from "./sharing-screen.mjs";

const TICKS = [
  "Das Licht kommt von vorn, die Kamera steht auf Augenhöhe.",
  "Mikrofon und Kamera habe ich im Konferenzprogramm ausprobiert.",
  "Der Rechner hängt am Netzwerkkabel und am Strom.",
  "Benachrichtigungen und andere Programme sind aus.",
  "Die Folien sind offen, ich weiß, wie ich den Bildschirm teile.",
  "Plan B liegt bereit: Handy als Hotspot, Telefonnummer, Folien als PDF.",
];

/** @param {() => void} onDone @returns {(Node | string)[]} what the screen shows */
export function makeCheck(onDone) {
  const stations = [makeCamera(), makeMicrophone(), ...(canShareScreen() ? [makeSharing()] : [])];
  const left = new AbortController();
  const end = () => stations.forEach((station) => station.switchOff());
  addEventListener("pagehide", end, { signal: left.signal });
  const on = button("Weiter zum Vortrag", () => {
    end();
    left.abort();
    onDone();
  }, { class: "gp-button gp-button--primary gp-mock__go" });
  return [
    make("p", { class: "gp-mock__said" }, "Fünf Minuten, bevor es losgeht. Setz dich an den Platz, an dem du auch die Prüfung machst. Was du nicht brauchst, lässt du aus."),
    make("div", { class: "gp-stations" }, ...stations.map(({ element }) => element)),
    make("p", { class: "gp-mock__note" }, "Ton und Bild bleiben auf deinem Gerät, nichts wird gespeichert: Der Satz ist vergessen, sobald du das Mikrofon ausschaltest oder weitergehst. Ob dich andere hören und sehen, zeigt erst ein Probeanruf im Konferenzprogramm."),
    make("fieldset", { class: "gp-mock__ticks" }, make("legend", {}, "Das siehst du selbst nach"),
      ...TICKS.map((text) => make("label", { class: "gp-tick" }, make("input", { type: "checkbox" }), make("span", {}, text)))),
    make("p", { class: "gp-mock__note" }, "Die ganze Liste für den Prüfungstag steht unter ", make("a", { href: onSite("lernen/pruefungstag/#checkliste").href, target: "_blank" }, "Checkliste"), "."),
    make("p", { class: "gp-actions" }, on),
  ];
}
