// One slide of the outline: folded a row with its title and time, unfolded the fields of all that it says and shows.

import { button, make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { makeField, showFindings } from "./field.mjs";
import { bulletsIn, bulletsSaid, timeIn, timeShown } from "./texts.mjs";

/** @typedef {import("./own-talk.mjs").Slide} Slide */
/** @typedef {import("./checks.mjs").Finding} Finding */
/** @typedef {ReturnType<typeof makeSlideForm>} SlideForm */
/** @typedef {"up" | "down" | "add" | "copy" | "remove"} Deed */

const SHOWN = { placeholder: "ein Platzhalter", image: "ein Bild", diagram: "ein Diagramm", code: "ein Codeausschnitt", table: "eine Tabelle", quote: "ein Zitat" };

/**
 * @param {object} given
 * @param {string} given.key
 * @param {(said: Partial<Slide>, mark: string) => void} given.onChange
 * @param {() => void} given.onLeave
 * @param {() => void} given.onOpen
 * @param {(deed: Deed) => void} given.onDeed
 */
export function makeSlideForm({ key, onChange, onLeave, onOpen, onDeed }) {
  const name = `own-${key}`;
  /** @param {string} field @param {string} label @param {string} hint @param {number} rows @param {(text: string) => Partial<Slide> | null} read */
  const field = (field, label, hint, rows, read) => makeField({
    id: `${name}-${field}`, label, hint, rows, look: `gp-entry--${field}`, onLeave,
    onInput: (text) => { const said = read(text); if (said) onChange(said, `${key}-${field}`); },
  });
  const time = (/** @type {"time_s" | "demo_s"} */ what) => (/** @type {string} */ text) => { const seconds = timeIn(text); return seconds === null ? null : { [what]: seconds }; };
  const fields = {
    title: field("title", "Wozu die Folie dient", "Etwa „Ausgangslage“ oder „Ursache“.", 0, (text) => ({ title: text, guessed: false })),
    headline: field("headline", "Überschrift auf der Folie", "Die Aussage der Folie in wenigen Wörtern.", 0, (text) => ({ headline: text })),
    bullets: field("bullets", "Stichpunkte", "Einer je Zeile, Unterpunkte eingerückt.", 4, (text) => ({ bullets: bulletsIn(text) })),
    notes: field("notes", "Sprechtext", "Wie du es sagst. Regieanweisungen in eckigen Klammern: [Klick], [Pause 2 s].", 7, (text) => ({ notes: text })),
    time: field("time", "Zeit", "Minuten und Sekunden, etwa 1:30.", 0, time("time_s")),
    demo: field("demo", "davon Vorführung", "Zeit, in der du etwas zeigst und nichts sagst.", 0, time("demo_s")),
  };
  const [number, title, plan, badge] = ["number", "title", "time", "badge"].map((part) => make("span", { class: `gp-piece__${part}` }));
  const head = button("", onOpen, { class: "gp-piece__head", "aria-expanded": "false", "aria-controls": `${name}-body` });
  head.replaceChildren(number, title, badge, plan);
  const [shows, said] = [make("p", { class: "gp-piece__shows" }), make("ul", { class: "gp-entry__said" })];
  const deeds = /** @type {[Deed, string, string][]} */ ([["up", "Nach oben", ""], ["down", "Nach unten", ""], ["add", "Folie danach", ""], ["copy", "Verdoppeln", ""], ["remove", "Löschen", ""]]);
  const tools = deeds.map(([deed, text]) => button(text, () => onDeed(deed), { class: "gp-button gp-piece__tool" }));
  const body = make("div", { class: "gp-piece__body", id: `${name}-body`, hidden: true },
    said, fields.title.element, fields.headline.element, fields.bullets.element, shows, fields.notes.element,
    make("div", { class: "gp-piece__times" }, fields.time.element, fields.demo.element), make("p", { class: "gp-piece__tools" }, ...tools));
  const element = make("li", { class: "gp-piece", "data-slide": key }, make("h3", { class: "gp-piece__heading" }, head), body);
  head.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    onDeed(event.key === "ArrowUp" ? "up" : "down");
  });
  for (const what of /** @type {const} */ (["time", "demo"])) fields[what].input.addEventListener("input", () => fields[what].input.toggleAttribute("data-misread", timeIn(fields[what].input.value) === null));
  return {
    element,
    body,
    head,
    fields,
    tools,
    /** @param {Slide} slide @param {number} index @param {number} count @param {boolean} always also where somebody writes */
    show(slide, index, count, always) {
      number.textContent = String(index + 1);
      title.textContent = slide.title.trim() || slide.headline.trim() || "Ohne Titel";
      plan.textContent = slide.time_s ? timeSaid(slide.time_s) : "–:––";
      const texts = { title: slide.title, headline: slide.headline, bullets: bulletsSaid(slide.bullets), notes: slide.notes, time: timeShown(slide.time_s), demo: timeShown(slide.demo_s) };
      for (const [what, text] of Object.entries(texts)) fields[/** @type {keyof typeof fields} */ (what)].show(text, always);
      fields.title.tell(slide.guessed ? "geraten, bitte prüfen" : "");
      shows.textContent = slide.artifact ? `Außerdem zeigt die Folie ${SHOWN[slide.artifact.kind]}.` : "";
      [tools[0].disabled, tools[1].disabled, tools[4].disabled] = [index === 0, index === count - 1, count === 1];
    },
    /** @param {boolean} isOpen */
    unfold(isOpen) {
      body.hidden = !isOpen;
      head.setAttribute("aria-expanded", String(isOpen));
      element.toggleAttribute("data-open", isOpen);
    },
    /** @param {readonly Finding[]} findings of this slide @param {{expected: number}} taken @param {number} words */
    judge(findings, taken, words) {
      for (const [what, each] of Object.entries(fields)) each.judge(findings.filter((finding) => finding.field === what));
      showFindings(said, findings.filter((finding) => !Object.hasOwn(fields, finding.field)));
      fields.notes.tell(words ? `${words} ${words === 1 ? "Wort" : "Wörter"}, gesprochen etwa ${timeSaid(taken.expected)}` : "");
      badge.textContent = findings.length ? `${findings.length} ${findings.length === 1 ? "Befund" : "Befunde"}` : "";
      badge.dataset.kind = ["error", "warning", "hint"].find((severity) => findings.some((finding) => finding.severity === severity)) ?? "";
    },
  };
}
