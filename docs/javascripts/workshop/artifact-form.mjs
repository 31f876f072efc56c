// What a slide shows beside its bullets, as fields: a picture with its description, or a table, code, diagram or quote as text.

import { button, make } from "../base/elements.mjs";
import { makeField, showFindings } from "./field.mjs";
import { tableIn, tableSaid } from "./texts.mjs";

/** @typedef {import("../talk/judging.mjs").Artifact} Artifact */
/** @typedef {import("./checks.mjs").Finding} Finding */
/** @typedef {import("./field.mjs").Field} Field */
/** @typedef {Artifact["kind"]} Kind */
/** @typedef {[name: string, label: string, hint: string, rows: number]} Row */
/** @typedef {{element: HTMLElement, fields: Map<string, Field>}} KindForm */

const CAPTION = /** @type {Row} */ (["caption", "Unterschrift", "Steht klein darunter, wenn du eine brauchst.", 0]);
/** @type {Record<Kind, {name: string, rows: Row[]}>} */
const KINDS = {
  image: { name: "Bild", rows: [["alt", "Was auf dem Bild zu sehen ist", "Ein Satz für alle, die es nicht sehen. Persönliche Daten im Bild gehören geschwärzt.", 2], CAPTION] },
  table: { name: "Tabelle", rows: [["cells", "Zellen", "Eine Zeile je Zeile, Zellen mit | getrennt, zuerst die Überschriften. Aus Excel kannst du sie kopieren. Höchstens 100 Zeilen und 30 Spalten.", 4], CAPTION] },
  code: { name: "Code oder Protokoll", rows: [["code", "Ausschnitt", "Nur die Zeilen, über die du sprichst.", 5], ["language", "Sprache", "Etwa powershell, bash oder text.", 0], CAPTION] },
  diagram: { name: "Diagramm", rows: [["source", "Quelltext (Mermaid)", "Auf der Folie steht dieser Text. Soll dort eine Zeichnung stehen, entferne ihn und füge sie als Bild ein.", 5], ["description", "Was es zeigt", "Ein Satz.", 0], CAPTION] },
  quote: { name: "Zitat", rows: [["text", "Wortlaut", "Ohne Anführungszeichen.", 2], ["source", "Von wem", "Eine Rolle, kein Name.", 0], CAPTION] },
  placeholder: { name: "Platzhalter", rows: [["description", "Was hier zu sehen sein soll", "Wähle ein Bild, sobald du es hast.", 2], CAPTION] },
};
/** @type {Artifact[]} */
const EMPTY = [
  { kind: "table", caption: "", columns: [], rows: [] }, { kind: "code", caption: "", language: "text", code: "" }, { kind: "diagram", caption: "", source: "", description: "", drawing: "" },
  { kind: "quote", caption: "", text: "", source: "" }, { kind: "placeholder", caption: "", description: "" },
];
const CHOOSE = { "": "Bild wählen", image: "Anderes Bild wählen", placeholder: "Bild dafür wählen" };

/**
 * @param {object} given
 * @param {string} given.name how the ids of its fields begin
 * @param {(artifact: Artifact | null, mark: string) => void} given.onChange
 * @param {() => void} given.onLeave
 * @param {(file: File) => void} given.onFile
 * @param {(key: string) => string | undefined} given.addressOf a picture
 */
export function makeArtifactForm({ name, onChange, onLeave, onFile, addressOf }) {
  /** @type {Artifact | null} */
  let now = null;
  let isSeen = false;
  /** @type {Map<Kind, KindForm>} */
  const forms = new Map();
  const [heading, body] = [make("h4", { class: "gp-shown__title", id: `${name}-title` }), make("div", { class: "gp-shown__fields" })];
  const picture = make("img", { class: "gp-shown__picture", alt: "" });
  const [said, findings] = [make("p", { class: "gp-shown__said", role: "status" }), make("ul", { class: "gp-entry__said" })];
  const choose = makeChooser(`${name}-file`, onFile);
  const others = make("p", { class: "gp-actions gp-shown__others" }, "Oder ", ...EMPTY.map((artifact) => button(KINDS[artifact.kind].name, () => put(artifact), { class: "gp-button gp-piece__tool" })));
  const remove = button("", () => put(null), { class: "gp-button gp-piece__tool" });
  const element = make("section", { class: "gp-shown", "aria-labelledby": `${name}-title` }, heading, picture, body, findings, choose.element, others, remove, said);

  /** @param {Artifact | null} artifact */
  function put(artifact) {
    onChange(artifact, "");
    focus();
  }

  const focus = () => (now ? [...formOf(now.kind).fields.values()][0].input : choose.input).focus();

  /** @param {Kind} kind */
  function formOf(kind) {
    const form = forms.get(kind) ?? makeKindForm(kind, name, (said, mark) => now && onChange(/** @type {Artifact} */ ({ ...now, ...said }), mark), onLeave);
    forms.set(kind, form);
    return form;
  }

  return {
    element,
    /** @param {string} text */
    tell(text) {
      said.textContent = text;
    },
    /** A picture has come. @param {Artifact | null} before what stood in its place */
    welcome(before) {
      const isLost = before && before.kind !== "image" && before.kind !== "placeholder";
      said.textContent = isLost ? `Hier stand: ${KINDS[before.kind].name}. „Rückgängig“ bringt es zurück.` : "";
      focus();
    },
    /** @param {Artifact | null} artifact @param {boolean} always also where somebody writes */
    show(artifact, always) {
      const isOther = artifact?.kind !== now?.kind || !heading.textContent;
      now = artifact;
      if (isOther) rearrange();
      if (always) said.textContent = "";
      showPicture();
      if (artifact) for (const [what, field] of formOf(artifact.kind).fields) field.show(textOf(artifact, what), always);
    },
    /** @param {boolean} isOpen whether it is seen */
    unfold(isOpen) {
      isSeen = isOpen;
      showPicture();
    },
    /** @param {readonly Finding[]} found of what is shown */
    judge(found) {
      const fields = now ? formOf(now.kind).fields : new Map();
      for (const [what, field] of fields) field.judge(found.filter((finding) => fieldOf(finding) === what));
      showFindings(findings, found.filter((finding) => !fields.has(fieldOf(finding))));
    },
    /** The field that a finding is about. @param {Finding} finding */
    placeOf: (finding) => (now ? (formOf(now.kind).fields.get(fieldOf(finding))?.input ?? remove) : choose.input),
  };

  /** Whoever was here goes on here. */
  function rearrange() {
    const wasHere = element.contains(document.activeElement);
    arrange(now?.kind ?? "");
    if (wasHere) focus();
  }

  function showPicture() {
    const address = isSeen && now?.kind === "image" ? addressOf(now.src) : undefined;
    picture.hidden = !address;
    if (address && picture.getAttribute("src") !== address) picture.src = address;
  }

  /** @param {Kind | ""} kind */
  function arrange(kind) {
    heading.textContent = kind ? `Außerdem auf der Folie: ${KINDS[kind].name}` : "Außerdem auf der Folie";
    body.replaceChildren(...(kind ? [formOf(kind).element] : []));
    choose.element.hidden = !Object.hasOwn(CHOOSE, kind);
    choose.label.textContent = CHOOSE[/** @type {keyof typeof CHOOSE} */ (kind)] ?? "";
    others.hidden = kind !== "";
    remove.hidden = kind === "";
    remove.textContent = kind && `${KINDS[kind].name} entfernen`;
  }
}

/** @param {Kind} kind @param {string} name @param {(said: Record<string, unknown>, mark: string) => void} onChange @param {() => void} onLeave @returns {KindForm} */
function makeKindForm(kind, name, onChange, onLeave) {
  const fields = new Map(KINDS[kind].rows.map(([what, label, hint, rows]) => {
    const id = `${name}-${kind}-${what}`;
    const field = makeField({ id, label, hint, rows, look: `gp-entry--${what}`, onLeave, onInput: (text) => {
      const said = what === "cells" ? tableIn(text) : { [what]: text };
      field.misread(said === null);
      if (said) onChange(said, id);
    } });
    return [what, field];
  }));
  return { element: make("div", {}, ...[...fields.values()].map(({ element }) => element)), fields };
}

/** A label that takes a file. @param {string} id @param {(file: File) => void} onFile */
function makeChooser(id, onFile) {
  const input = make("input", { type: "file", id, class: "gp-drop__input", accept: "image/png,image/jpeg,image/gif,image/webp" });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file) onFile(file);
  });
  const label = make("strong");
  return { input, label, element: make("label", { class: "gp-drop gp-drop--small", for: id }, input, label, make("span", {}, "oder hierher ziehen, oder kopieren und mit Strg+V einfügen")) };
}

/** @param {Artifact} artifact @param {string} what */
const textOf = (artifact, what) => (what === "cells" && artifact.kind === "table" ? tableSaid(artifact) : /** @type {any} */ (artifact)[what]);

/** @param {Finding} finding @returns {string} */
const fieldOf = ({ path }) => (path[3] === "rows" || path[3] === "columns" ? "cells" : String(path[3]));
