// On a case study that is not kept anyway: take it along, or off the device again.

import { button, make } from "../base/elements.mjs";
import { sizeSaid } from "../base/room.mjs";
import { ask } from "./telling.mjs";
import { REFUSED } from "./words.mjs";

/** @typedef {import("./telling.mjs").Answer} Answer */

/** @param {HTMLElement} place */
export async function showCase(place) {
  const address = `fallstudien/${place.dataset.case}/`;
  const said = make("span", { role: "status" });
  /** @param {Answer | null} answer */
  const show = (answer) => {
    const found = answer?.cases.find((each) => each.address === address);
    place.hidden = !found;
    if (!found) return;
    const type = found.kept ? "drop" : "take";
    const act = button(found.kept ? "Vom Gerät nehmen" : "Diese Fallstudie mitnehmen", async () => {
      act.disabled = true;
      said.textContent = type === "take" ? "Wird geladen …" : "";
      const then = await ask({ type, addresses: [address] });
      const hadFocus = document.activeElement === act || document.activeElement === document.body;
      show(then);
      if (hadFocus) place.querySelector("button")?.focus();
      said.textContent = then?.failed ? REFUSED[then.failed] : saidOf(then, address, type);
    });
    if (!said.textContent) said.textContent = found.kept ? "Sie liegt auf dem Gerät, mit Bildern und Fragen." : `Für unterwegs ohne Netz, mit Bildern und Fragen: etwa ${sizeSaid(found.packed)}`;
    place.replaceChildren(act, " ", said);
  };
  show(await ask({ type: "state" }));
}

/** @param {Answer | null} answer @param {string} address @param {"take" | "drop"} type */
function saidOf(answer, address, type) {
  const isKept = answer?.cases.some((each) => each.address === address && each.kept);
  if (type === "take" && isKept) return "Sie liegt jetzt auf dem Gerät, mit Bildern und Fragen.";
  return type === "drop" && !isKept ? "Sie liegt nicht mehr auf dem Gerät." : "";
}
