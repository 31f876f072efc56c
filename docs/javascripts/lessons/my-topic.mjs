// One's own topic over the test: what it is called, whether it is fit, and where it goes on.

import { ticksOf } from "../base/merging.mjs";
import { find } from "../base/names.mjs";
import { openShelf } from "../base/shelf.mjs";
import { onSettingsChange, readWay, writeWay } from "../memory/settings.mjs";

/** @param {HTMLElement} place */
export function mount(place) {
  const field = /** @type {HTMLInputElement} */ (find(place, "typed"));
  const [said, follow] = [find(place, "said"), find(place, "follow")];
  const points = [...(place.nextElementSibling?.querySelectorAll("input") ?? [])].map(({ value }) => value);
  const show = () => {
    const { topic } = readWay();
    if (field !== document.activeElement) field.value = topic;
    const ticked = ticksOf(openShelf().read("ticks", "topic-ideas/fitness"));
    const isFit = points.filter((id) => ticked.has(id)).length >= Number(place.dataset.fitFrom);
    said.textContent = topicSaid(topic, isFit);
    follow.hidden = !isFit;
  };
  field.addEventListener("change", () => writeWay({ topic: field.value.trim() }));
  onSettingsChange(show);
  openShelf().onChange(["ticks"], show);
  place.hidden = false;
  show();
}

/** @param {string} topic @param {boolean} isFit */
export const topicSaid = (topic, isFit) => {
  if (!topic) return "Gib deinem Fall einen Namen, oder nimm oben eine Idee. Er steht dann auf der Startseite und wird der Titel deines Vortrags.";
  return isFit ? "Der Test ist bestanden: Mit diesem Thema kannst du deinen Vortrag beginnen." : "Prüfe es jetzt mit den Punkten darunter.";
};
