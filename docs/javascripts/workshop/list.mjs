// One's own talks, and the ways to begin another.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { roomLeft, sizeSaid } from "../base/room.mjs";
import { timeSaid } from "../base/times.mjs";
import { readWay } from "../memory/settings.mjs";
import { nameOf, ownId, queryOf } from "../talk/judging.mjs";
import { deleteRun, keepRuns, runsOf, withVoices } from "../talk/runs.mjs";
import { fromExam, fromSite, fromFile, fromNothing, fromText } from "./importing.mjs";
import { weightOf } from "./own-talk.mjs";

/** @typedef {import("./importing.mjs").Beginning} Beginning */
/** @typedef {{id: string, title: string, focus: import("./own-talk.mjs").Focus}} Case one of the site's case studies */
/** @typedef {{exam: string, at: number, title: string, focus: import("./own-talk.mjs").Focus | null}} Plan one of an exam's, at its place from 0 */
/** @typedef {import("./importing.mjs").Begun} Begun */
/** @typedef {{onOpen: (key: string) => void, onBegin: (begun: Begun) => Promise<void>, onCopy: (key: string) => Promise<boolean>, onSeveral: (files: File[], place: HTMLElement) => Promise<void>, cases: Case[], plans: Plan[], signal: AbortSignal}} Given `signal`: the list is not shown any more */

const COPIED = "Die Kopie hat Bilder, Fragen und Anmerkungen. Die Proben bleiben beim Original.";
const UNKEPT_COPY = "Dein Browser speichert die Kopie nicht ganz: Sie gilt, solange diese Seite offen ist. Öffne sie und sichere sie als Datei.";
/** In bytes: from here on it is said what pictures take, and below that the browser has little left. */
const [MUCH, LITTLE] = [5e6, 100e6];

/** What the pictures of all talks take, and what is left; nothing where both are no matter. @param {number[]} weights @param {number | null} left in bytes */
export function roomSaid(weights, left) {
  const sum = weights.reduce((one, other) => one + other, 0);
  const isTight = left !== null && sum > 0 && left < Math.max(LITTLE, 2 * sum);
  if (sum < MUCH && !isTight) return "";
  const taken = `Die Bilder deiner Vorträge brauchen zusammen ${sizeSaid(sum)}.`;
  if (left === null) return taken;
  return `${taken} Dein Browser hat für diese Website noch etwa ${sizeSaid(left)}.${isTight ? " Das wird knapp: Sichere Vorträge als Datei und lösche, was du nicht mehr brauchst." : ""}`;
}

/** @param {Given} given */
export async function makeList(given) {
  const list = make("ul", { class: "gp-talks gp-mine" });
  const said = make("p", { class: "gp-outline__outcome", role: "status" });
  const room = make("p", { class: "gp-mine-list__room" });
  /** @type {Map<string, HTMLElement>} by the keys of their talks */
  let items = new Map();
  const show = async () => {
    const found = await ownTalks().list();
    const focused = focusIn(items);
    items = new Map(found.map(({ key, at, talk }) => [key, item(key, at, talk, given, { show, said })]));
    list.replaceChildren(...items.values());
    list.hidden = !found.length;
    void roomLeft().then((left) => { room.textContent = roomSaid(found.map(({ talk }) => weightOf(talk)), left); });
    controls(items.get(focused.key))[focused.at]?.focus();
  };
  await show();
  ownTalks().onChange(() => void show(), given.signal);
  return make("div", { class: "gp-mine-list" }, list, room, said, makeBeginnings(given));
}

/** @param {HTMLElement} [item] @returns {HTMLElement[]} */
const controls = (item) => [...(item?.querySelectorAll("a, button") ?? [])].filter((each) => each instanceof HTMLElement);

/** Where the keyboard is among them: at which control of which talk. @param {Map<string, HTMLElement>} items */
function focusIn(items) {
  const [key, element] = [...items].find(([, each]) => each.contains(document.activeElement)) ?? ["", undefined];
  return { key, at: controls(element).findIndex((each) => each === document.activeElement) };
}

/** @param {string} key @param {number} at @param {any} talk @param {Given} given @param {{show: () => Promise<void>, said: HTMLElement}} view */
function item(key, at, talk, { onOpen, onCopy }, { show, said }) {
  const link = make("a", { href: `?${queryOf(ownId(key))}` }, nameOf(talk));
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(key);
  });
  const remove = async () => {
    const [putBack, runs] = [await ownTalks().remove(key), runsOf(ownId(key))];
    for (const { id } of runs) deleteRun(ownId(key), id);
    const voices = await Promise.all(runs.map(({ id }) => withVoices((voices) => voices.drop(id))));
    await show();
    const undo = button("Doch behalten", async () => {
      await putBack();
      keepRuns(ownId(key), runs);
      for (const bringBack of voices) await bringBack?.();
      said.textContent = "";
      await show();
    });
    said.replaceChildren(`„${nameOf(talk)}“ ist gelöscht${runs.length ? ", mit den Proben" : ""}. `, undo);
    undo.focus();
  };
  const copy = async () => {
    const isKept = await onCopy(key);
    said.textContent = isKept ? COPIED : UNKEPT_COPY;
    await show();
  };
  const seconds = talk.slides.reduce((/** @type {number} */ sum, /** @type {any} */ slide) => sum + (slide.time_s || 0), 0);
  const weight = weightOf(talk);
  const facts = [
    talk.slides.length === 1 ? "1 Folie" : `${talk.slides.length} Folien`, timeSaid(seconds), ...(weight ? [`Bilder ${sizeSaid(weight)}`] : []),
    ownTalks().troubleOf(key) ? "nur solange diese Seite offen ist" : `geändert am ${new Date(at).toLocaleDateString("de")}`,
  ];
  return make("li", { class: "gp-talks__talk" }, link, make("span", { class: "gp-talks__facts" }, ...facts.map((fact) => make("span", {}, fact))),
    make("span", { class: "gp-actions gp-mine__tools" },
      make("a", { class: "gp-button", href: onSite(`buehne/?${queryOf(ownId(key))}`).href }, "Vortragen"), " ",
      button("Verdoppeln", copy), " ", button("Löschen", remove)));
}

/** @param {Given} given */
function makeBeginnings({ onBegin, onSeveral, cases, plans }) {
  const [said, several] = [make("p", { class: "gp-begin__said", role: "status" }), make("div", {})];
  let isBeginning = false;
  const begin = async (/** @type {Promise<Beginning> | Begun} */ coming) => {
    if (isBeginning) return; // A second click would make a second talk.
    isBeginning = true;
    said.textContent = "Einen Augenblick …";
    try {
      const begun = await coming;
      said.textContent = "trouble" in begun ? begun.trouble : "";
      if (!("trouble" in begun)) await onBegin(begun);
    } finally {
      isBeginning = false;
    }
  };
  return make("section", { class: "gp-begin", "aria-label": "Beginnen" }, make("h2", {}, "Einen Vortrag beginnen"),
    ...topicSaid(),
    makeDrop((file) => void begin(fromFile(file)), (files) => void onSeveral(files, several)), said, several,
    make("div", { class: "gp-begin__ways" },
      makePasted((text) => void begin(fromText(text))), ...makePlans(plans, (plan) => void begin(named(fromExam(plan)))), makeTemplates(cases, (chosen) => void begin(fromSite(chosen))),
      make("div", { class: "gp-begin__way" }, make("h3", {}, "Von vorn"), make("p", {}, "Eine leere Folie, und du schreibst drauflos."), button("Leer beginnen", () => void begin(named(Promise.resolve(fromNothing())))))));
}

/** What was chosen under „Thema eingrenzen“. */
function topicSaid() {
  const { topic } = readWay();
  return topic ? [make("p", {}, "Dein Thema ist ", make("strong", {}, topic), ". Beginnst du mit einem Plan oder leer, wird es der Titel.")] : [];
}

/** @param {Promise<Beginning>} coming @returns {Promise<Beginning>} called as its topic, where one was chosen */
async function named(coming) {
  const [begun, { topic }] = [await coming, readWay()];
  return "trouble" in begun || !topic ? begun : { ...begun, talk: { ...begun.talk, title: topic } };
}

/** @param {(file: File) => void} onFile @param {(files: File[]) => void} onSeveral what a class hands in */
function makeDrop(onFile, onSeveral) {
  const take = (/** @type {Iterable<File>} */ chosen) => {
    const [file, ...others] = chosen;
    if (others.length) onSeveral([file, ...others]);
    else if (file) onFile(file);
  };
  const input = make("input", { type: "file", id: "own-file", class: "gp-drop__input", accept: ".pptx,.pptm,.md,.txt,.yml,.yaml,.zip", multiple: true });
  const place = make("label", { class: "gp-drop", for: "own-file" }, input,
    make("strong", {}, "PowerPoint-Datei wählen oder hierher ziehen"), make("span", {}, "Auch Markdown, Text, Fallstudien in YAML und gesicherte Vorträge. Die Datei bleibt auf deinem Gerät. Mehrere auf einmal werden nebeneinander beurteilt."));
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.value = "";
  });
  for (const name of ["dragenter", "dragover"]) place.addEventListener(name, (event) => { event.preventDefault(); place.toggleAttribute("data-over", true); });
  for (const name of ["dragleave", "drop"]) place.addEventListener(name, () => place.removeAttribute("data-over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
  return place;
}

/** @param {(text: string) => void} onText */
function makePasted(onText) {
  const field = make("textarea", { class: "gp-entry__input", id: "own-pasted", rows: 4 });
  return make("div", { class: "gp-begin__way gp-begin__way--text" }, make("h3", {}, "Aus Text"),
    make("label", { for: "own-pasted" }, "Text mit Leerzeilen zwischen den Folien, oder Markdown"), field, button("Folien daraus machen", () => onText(field.value)));
}

/** @param {Case[]} cases @param {(chosen: Case) => void} onChoice */
function makeTemplates(cases, onChoice) {
  const select = make("select", { id: "own-template" }, ...cases.map(({ id, title }) => make("option", { value: id }, title)));
  return make("div", { class: "gp-begin__way" }, make("h3", {}, "Als Vorlage"), make("label", { for: "own-template" }, "Eine Fallstudie, die du zu deiner machst"), select,
    button("Als Vorlage nehmen", () => onChoice(cases[select.selectedIndex])));
}

/** @param {Plan[]} plans @param {(plan: Plan) => void} onChoice */
function makePlans(plans, onChoice) {
  if (!plans.length) return [];
  const select = make("select", { id: "own-plan" }, ...plans.map(({ title }, index) => make("option", { value: index }, title)));
  select.value = String(Math.max(0, plans.findIndex(({ focus }) => focus !== null && focus === readWay().focus)));
  return [make("div", { class: "gp-begin__way" }, make("h3", {}, "Mit einem Plan"), make("label", { for: "own-plan" }, "Folien und Zeiten stehen schon da, und was worauf gehört"), select,
    button("Mit einem Plan beginnen", () => onChoice(plans[Number(select.value)])))];
}
