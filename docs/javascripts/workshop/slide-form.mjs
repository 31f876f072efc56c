// One slide of the outline: folded a row with its title and time, unfolded the fields of all that it says and shows.

import { button, make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { makeArtifactForm } from "./artifact-form.mjs";
import { makeField, showFindings } from "./field.mjs";
import { bulletsIn, bulletsSaid, lineMoved, timeIn, timeShown } from "./texts.mjs";

/** @typedef {import("./own-talk.mjs").Slide} Slide */
/** @typedef {import("./checks.mjs").Finding} Finding */
/** @typedef {ReturnType<typeof makeSlideForm>} SlideForm */
/** @typedef {"up" | "down" | "add" | "copy" | "remove"} Deed */

/**
 * @param {object} given
 * @param {string} given.key
 * @param {(said: Partial<Slide>, mark: string) => void} given.onChange
 * @param {() => void} given.onLeave
 * @param {() => void} given.onOpen
 * @param {(deed: Deed) => void} given.onDeed
 * @param {(file: File) => void} given.onFile
 * @param {(key: string) => string | undefined} given.addressOf a picture
 */
export function makeSlideForm({ key, onChange, onLeave, onOpen, onDeed, onFile, addressOf }) {
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
  const artifact = makeArtifactForm({ name: `${name}-artifact`, onLeave, onFile, addressOf, onChange: (shown, mark) => onChange({ artifact: shown }, mark) });
  const [number, title, plan, badge] = ["number", "title", "time", "badge"].map((part) => make("span", { class: `gp-piece__${part}` }));
  const head = button("", onOpen, { class: "gp-piece__head", "aria-expanded": "false", "aria-controls": `${name}-body`, "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown" });
  const grip = make("span", { class: "gp-piece__grip", "data-grip": true, "aria-hidden": "true" }, "⠿");
  grip.addEventListener("mousedown", (event) => event.preventDefault()); // The keyboard stays where it is.
  head.replaceChildren(number, title, badge, plan);
  const [purpose, covered, said] = [make("p", { class: "gp-piece__purpose" }), make("p", { class: "gp-piece__purpose" }), make("ul", { class: "gp-entry__said" })];
  const deeds = /** @type {[Deed, string, string][]} */ ([["up", "Nach oben", ""], ["down", "Nach unten", ""], ["add", "Folie danach", ""], ["copy", "Verdoppeln", ""], ["remove", "Löschen", ""]]);
  const tools = deeds.map(([deed, text]) => button(text, () => onDeed(deed), { class: "gp-button gp-piece__tool" }));
  const body = make("div", { class: "gp-piece__body", id: `${name}-body`, hidden: true },
    purpose, covered, said, fields.title.element, fields.headline.element, fields.bullets.element, artifact.element, fields.notes.element,
    make("div", { class: "gp-piece__times" }, fields.time.element, fields.demo.element), make("p", { class: "gp-piece__tools" }, ...tools));
  const element = make("li", { class: "gp-piece", "data-slide": key }, make("h3", { class: "gp-piece__heading" }, grip, head), body);
  head.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    onDeed(event.key === "ArrowUp" ? "up" : "down");
  });
  fields.bullets.input.addEventListener("keydown", (event) => moveLine(/** @type {KeyboardEvent} */ (event)));
  for (const what of /** @type {const} */ (["time", "demo"])) fields[what].input.addEventListener("input", () => fields[what].misread(timeIn(fields[what].input.value) === null));
  return {
    element,
    body,
    head,
    fields,
    artifact,
    tools,
    /** Where a finding is mended. @param {Finding} finding */
    placeOf: (finding) => /** @type {Record<string, import("./field.mjs").Field>} */ (fields)[finding.field]?.input ?? (finding.field === "artifact" ? artifact.placeOf(finding) : head),
    /** @param {Slide} slide @param {number} index @param {number} count @param {boolean} always also where somebody writes */
    show(slide, index, count, always) {
      number.textContent = String(index + 1);
      title.textContent = slide.title.trim() || slide.headline.trim() || "Ohne Titel";
      plan.textContent = slide.time_s ? timeSaid(slide.time_s) : "–:––";
      const texts = { title: slide.title, headline: slide.headline, bullets: bulletsSaid(slide.bullets), notes: slide.notes, time: timeShown(slide.time_s), demo: timeShown(slide.demo_s) };
      for (const [what, text] of Object.entries(texts)) fields[/** @type {keyof typeof fields} */ (what)].show(text, always);
      purpose.textContent = slide.purpose ? `Hierhin gehört: ${slide.purpose}` : "";
      fields.title.tell(slide.guessed ? "geraten, bitte prüfen" : "");
      artifact.show(slide.artifact, always);
      covered.textContent = slide.looks ? "Auf der Bühne steht die Seite aus dem PDF. Was du hier an Überschrift, Stichpunkten und Bild änderst, ändert sie nicht." : "";
      [tools[0].disabled, tools[1].disabled, tools[4].disabled] = [index === 0, index === count - 1, count === 1];
    },
    /** @param {boolean} isOpen */
    unfold(isOpen) {
      body.hidden = !isOpen;
      head.setAttribute("aria-expanded", String(isOpen));
      element.toggleAttribute("data-open", isOpen);
      artifact.unfold(isOpen);
    },
    /** @param {readonly Finding[]} findings of this slide @param {{expected: number}} taken @param {number} words */
    judge(findings, taken, words) {
      for (const [what, each] of Object.entries(fields)) each.judge(findings.filter((finding) => finding.field === what));
      artifact.judge(findings.filter(({ field }) => field === "artifact"));
      showFindings(said, findings.filter(({ field }) => !Object.hasOwn(fields, field) && field !== "artifact"));
      fields.notes.tell(words ? `${words} ${words === 1 ? "Wort" : "Wörter"}, gesprochen etwa ${timeSaid(taken.expected)}` : "");
      badge.textContent = findings.length ? `${findings.length} ${findings.length === 1 ? "Befund" : "Befunde"}` : "";
      badge.dataset.kind = ["error", "warning", "hint"].find((severity) => findings.some((finding) => finding.severity === severity)) ?? "";
    },
  };
}

/** Bullets change places as slides do. @param {KeyboardEvent} event */
function moveLine(event) {
  const field = event.target;
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key) || !(field instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const moved = lineMoved(field.value, field.selectionStart, event.key === "ArrowUp" ? -1 : 1);
  if (!moved) return;
  field.value = moved.text;
  field.setSelectionRange(moved.at, moved.at);
  field.dispatchEvent(new Event("input"));
}
