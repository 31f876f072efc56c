// The technical check before a mock exam: what one looks at oneself. What is ticked was not measured, and is not called so.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";

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
  return [
    make("p", { class: "gp-mock__said" }, "Fünf Minuten, bevor es losgeht. Setz dich an den Platz, an dem du auch die Prüfung machst."),
    make("fieldset", { class: "gp-mock__ticks" }, make("legend", {}, "Das siehst du selbst nach"),
      ...TICKS.map((text) => make("label", { class: "gp-tick" }, make("input", { type: "checkbox" }), make("span", {}, text)))),
    make("p", { class: "gp-mock__note" }, "Hier wird nichts gemessen und nichts aufgenommen. Die ganze Liste für den Prüfungstag steht unter ", make("a", { href: onSite("lernen/pruefungstag/#checkliste").href, target: "_blank" }, "Checkliste"), "."),
    make("p", { class: "gp-actions" }, button("Weiter zum Vortrag", onDone, { class: "gp-button gp-button--primary gp-mock__go" })),
  ];
}
