// Nothing is stored where there was something, maybe: why that may be, and the way back from a file.

import { isApp } from "../base/app.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { fetchText } from "../base/fetching.mjs";
import { openProgress } from "../memory/progress.mjs";
import { cardsIn } from "../practice/listed.mjs";
import { readOwnTalks } from "../practice/supply.mjs";

/** Whether this device has nothing of what one practises; what stands in the head has looked at all but talks. */
export const isNothingHere = async () => document.documentElement.dataset.known === undefined && !(await readOwnTalks().catch(() => [])).length;

/** @param {() => unknown} onBack when something has come back @returns {HTMLElement} */
export function makeWayBack(onBack) {
  const said = make("p", { class: "gp-back__said", role: "status" });
  const file = make("input", { type: "file", accept: ".json,.txt,.zip,application/json,text/plain,application/zip", "aria-label": "Datei mit einer Sicherung", hidden: true });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen || !(await takeFrom(chosen, said))) return;
    heading.textContent = "Deine Sicherung ist eingelesen";
    section.replaceChildren(heading, said);
    await onBack();
    focusOn(heading);
  });
  const heading = make("h2", { id: "zurueckholen" }, "Hier ist nichts gespeichert. Hast du eine Sicherung?");
  const section = make("section", { class: "gp-back", "aria-labelledby": "zurueckholen" },
    heading,
    make("p", {}, "Die Datei heißt „generalprobe-lernstand-…“ und liegt meist bei deinen Downloads. Gelöscht wird dabei nichts."),
    make("p", { class: "gp-actions" }, button("Sicherung auswählen", () => file.click(), { class: "gp-button gp-button--primary" })), file, said,
    make("details", { class: "gp-back__why", open: isApp() }, make("summary", {}, "Warum hier nichts ist"),
      make("ul", {},
        make("li", {}, "Browser löschen, was eine Website gespeichert hat, wenn du lange nicht dort warst (Safari nach sieben Tagen) oder der Platz knapp wird."),
        make("li", {}, "Auf iPhone und iPad hat die App einen eigenen Speicher. Was du in Safari geübt hast, liegt noch dort: Öffne die Website in Safari, sichere unter „Mein Stand“ als Datei, und wähle die Datei hier aus."),
        make("li", {}, "Auf einem anderen Gerät, in einem anderen Browser oder im privaten Modus beginnt alles leer."))));
  return section;
}

/** @param {Blob} file @param {HTMLElement} said @returns {Promise<boolean>} whether the file could be read */
async function takeFrom(file, said) {
  try {
    const [{ take }, cards] = await Promise.all([import("../workshop/saved-file.mjs"), fetchText("ueben/karten.json").then((text) => cardsIn(JSON.parse(text)))]);
    return await take(openProgress(), cards, file, said, () => {});
  } catch {
    said.textContent = "Was dafür nötig ist, lässt sich gerade nicht laden. Prüfe die Verbindung, und versuche es noch einmal.";
    return false;
  }
}
