// An examiner's sheet comes back: as a file, or as a text that somebody has sent.

import { button, make } from "../base/elements.mjs";

/** @param {(text: string) => string} onReceive says what is wrong, "" where it was taken @param {boolean} again whether one has come already */
export function makeReceiving(onReceive, again) {
  const said = make("p", { role: "status" });
  const field = make("textarea", { rows: 3, "aria-label": "Bogen als Text" });
  const file = make("input", { type: "file", accept: ".json,.txt", hidden: true, "aria-label": "Datei mit dem Bogen" });
  const take = (/** @type {string} */ text) => { said.textContent = onReceive(text); };
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) take(await chosen.text().catch(() => ""));
    file.value = "";
  });
  const content = [field, file, make("p", { class: "gp-actions" }, button("Text übernehmen", () => take(field.value)), " ", button("Datei wählen", () => file.click())), said];
  if (again) return make("details", { class: "gp-mock__receiving" }, make("summary", {}, "Einen berichtigten Bogen übernehmen"), make("p", {}, "Er tritt an die Stelle dessen, der schon da ist."), ...content);
  return make("section", { class: "gp-mock__receiving" }, make("h3", {}, "Der Bogen der Person, die geprüft hat"),
    make("p", {}, "Sie sichert ihn auf ihrem Gerät als Datei oder schickt dir den Text. Hier steht er dann neben deinem."), ...content);
}
