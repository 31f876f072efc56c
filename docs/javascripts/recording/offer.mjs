// Offers to record one's own voice: off until it is asked for, and never another person's without their consent.

import { make } from "../base/elements.mjs";
import { openDevice } from "./devices.mjs";
import { DAYS } from "./entry.mjs";

/** @typedef {import("./refusals.mjs").Refusal} Refusal */

const STAYS = `Sie bleibt auf diesem Gerät, in keiner Sicherung, und ist nach ${DAYS} Tagen gelöscht.`;
const NEVER = "Nie in der echten Prüfung: Wer andere ohne ihr Einverständnis aufnimmt, macht sich strafbar (§ 201 StGB).";
const NOTHING_ELSE = "Auch wer online zuhört. Ohne dieses Häkchen wird nichts aufgenommen.";
const ASKING = "Fragt dich der Browser, dann erlaube das Mikrofon für diese Seite.";
const READY = "Das Mikrofon ist bereit. Aufgenommen wird erst, wenn der Vortrag läuft.";

/**
 * @param {HTMLElement} box in which it is offered, in place of what is there
 * @param {{others: boolean, on?: boolean}} given whether other people take part for certain, and whether it was wished already
 * @returns {{wanted: () => boolean}} whether it was wished, and all that are present agree: asked anew each time. A form has it as `recorded`, too
 */
export function offerRecording(box, { others, on = false }) {
  const wish = make("input", { type: "checkbox" });
  const agreed = make("input", { type: "checkbox" });
  const company = makeCompany();
  const agreement = make("div", { class: "gp-voice-offer__agreement" },
    make("label", { class: "gp-tick" }, agreed, make("span", {}, "Alle Anwesenden sind einverstanden")), make("span", { class: "gp-voice-offer__note" }, NOTHING_ELSE));
  const field = make("input", { type: "hidden", name: "recorded", value: "on" });
  const said = make("p", { class: "gp-voice-offer__said", role: "status" });
  const more = make("div", { class: "gp-voice-offer__more" }, make("p", {}, `${STAYS} ${NEVER}`), ...(others ? [] : [company.element]), agreement, said);
  const asks = () => others || !company.isAlone();
  const wanted = () => wish.checked && (!asks() || agreed.checked);
  const show = () => {
    more.hidden = !wish.checked;
    agreement.hidden = !asks();
    field.disabled = !wanted();
  };
  const onWish = () => {
    show();
    void tryOut(wish, said);
  };
  wish.addEventListener("change", onWish);
  for (const each of [agreed, company.element]) each.addEventListener("change", show);
  box.replaceChildren(make("div", { class: "gp-voice-offer" }, make("label", { class: "gp-tick" }, wish, make("span", {}, "Meine Stimme aufnehmen")), more, field));
  wish.checked = on;
  if (on) onWish();
  else show();
  return { wanted };
}

/** Whether somebody else is there. */
function makeCompany() {
  const alone = make("input", { type: "radio", name: "company", checked: true });
  const chip = (/** @type {HTMLInputElement} */ input, /** @type {string} */ said) => make("label", { class: "gp-switch__chip" }, input, make("span", {}, said));
  const element = make("fieldset", { class: "gp-voice-offer__company" }, make("legend", { class: "gp-hidden" }, "Wer ist dabei?"),
    make("span", { class: "gp-switch" }, chip(alone, "Ich bin allein"), chip(make("input", { type: "radio", name: "company" }), "Andere hören mit")));
  return { element, isAlone: () => alone.checked };
}

/** Ask for the microphone now, and not in the middle of the first sentence. @param {HTMLInputElement} wish @param {HTMLElement} said */
async function tryOut(wish, said) {
  said.replaceChildren();
  if (!wish.checked) return;
  import("./sign.mjs").catch(() => {}); // While there is a connection.
  said.textContent = ASKING;
  const trial = new AbortController();
  const opened = await openDevice("microphone", "", trial.signal, () => {});
  trial.abort();
  if (!wish.checked) return;
  if ("refusal" in opened) said.replaceChildren(make("strong", {}, opened.refusal.said), " ", opened.refusal.cure);
  else said.textContent = READY;
}
