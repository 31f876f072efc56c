// Single keys: whether they are wanted, and the dialog that names them. They can be switched off, as not everybody wants them.

import { button, make } from "../base/elements.mjs";
import { read, write } from "../base/shelf.mjs";

/** @typedef {readonly (readonly [keys: readonly string[], meaning: string])[]} Help */

/** Asked anew each time: they may be switched off in another tab. */
export const areWanted = () => read("setting", "quiz-keys") !== "off";

/** @param {string} title @param {Help} help @param {string} wanted what the switch says */
export function showKeys(title, help, wanted) {
  const lines = help.flatMap(([keys, meaning]) => [make("dt", {}, ...keys.map((key) => make("kbd", {}, key))), make("dd", {}, meaning)]);
  const box = make("input", { type: "checkbox" });
  box.checked = areWanted();
  box.addEventListener("change", () => write("setting", "quiz-keys", box.checked ? null : "off"));
  const dialog = make("dialog", { class: "gp-keys", "aria-labelledby": "gp-keys-title" },
    make("h2", { id: "gp-keys-title" }, title),
    make("dl", {}, ...lines),
    make("p", {}, make("label", { class: "gp-tick" }, box, make("span", {}, wanted))),
    make("p", { class: "gp-actions" }, button("Schließen", () => dialog.close())));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
