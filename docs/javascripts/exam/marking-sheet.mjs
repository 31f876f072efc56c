// The marking sheet on paper, on the screen: it adds up, is kept, is put aside for the next candidate, and stands beside another one.

import { button, focusOn, make, say } from "../base/elements.mjs";
import { findAll } from "../base/names.mjs";
import { openShelf } from "../base/shelf.mjs";
import { loadExam } from "../talk/talk.mjs";
import { makeComparison } from "./comparison.mjs";
import { fieldsOf, isBlank, unfilled, withField } from "./filling.mjs";
import { recordsOf } from "./kept.mjs";
import { bestOf, criteriaOf, fitted, knockoutSaid, pointsSaid, sumOf } from "./marking.mjs";
import { atHand, deleteSheet, keepSheet, newSheet, sheetsOf } from "./sheets.mjs";

/** @typedef {import("./sheets.mjs").Stored} Stored */
/** @typedef {import("./marking.mjs").Exam} Exam */

const UNLOADED = "Summe und Speichern brauchen eine Verbindung, und die fehlt gerade. Lade die Seite neu, oder nimm den Bogen auf Papier.";
const KEPT = "Was du einträgst, bleibt auf diesem Gerät.";
const NOT_KEPT = "Dein Browser lässt hier nichts speichern. Drucke den Bogen, bevor du die Seite verlässt.";

/** @param {HTMLElement} paper */
export async function mount(paper) {
  const exam = await loadExam(paper.dataset.exam ?? "");
  if (exam) new MarkingSheet(paper, exam).begin();
  else paper.before(make("p", { class: "gp-notice gp-screen", role: "status" }, UNLOADED));
}

class MarkingSheet {
  #paper;
  #exam;
  /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */
  #fields;
  #kept = make("p", { class: "gp-marking__kept gp-screen", role: "status" });
  #knockout = make("p", { class: "gp-notice gp-marking__knockout", role: "status" });
  #said = make("p", { class: "gp-marking__said", role: "status" });
  #aside = make("section", { class: "gp-sheets", id: "boegen", hidden: true });
  #comparison;
  /** What the list of those put aside shows. */
  #listed = "";

  /** @param {HTMLElement} paper @param {Exam} exam */
  constructor(paper, exam) {
    this.#paper = paper;
    this.#exam = exam;
    this.#fields = [.../** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (paper.querySelectorAll("[name]"))];
    this.#comparison = makeComparison(exam);
  }

  begin() {
    const shelf = openShelf();
    shelf.probe();
    for (const row of findAll(this.#paper, "sum")) /** @type {HTMLInputElement} */ (row.querySelector("input")).readOnly = true;
    this.#paper.before(this.#kept);
    this.#paper.after(make("div", { class: "gp-marking__after gp-screen" }, this.#knockout,
      make("p", { class: "gp-actions" },
        button("Nächster Bogen", () => this.#putAside(), { class: "gp-button gp-button--primary" }), " ",
        button("Drucken", () => print()), " ",
        button("Leeren", () => this.#empty())),
      this.#said, this.#aside, this.#comparison.element));
    this.#paper.addEventListener("input", ({ target }) => this.#take(/** @type {HTMLInputElement} */ (target)));
    shelf.onChange(["sheets", "mocks"], () => this.#show());
    this.#show();
  }

  /** @returns {Stored | null} */
  #now() {
    return atHand(sheetsOf(this.#exam.id));
  }

  /** What somebody has written or marked is kept at once. @param {HTMLInputElement | HTMLTextAreaElement} field */
  #take({ name, value }) {
    if (!name) return;
    const now = this.#now() ?? newSheet(this.#exam.id, Date.now());
    this.#said.replaceChildren();
    keepSheet({ ...now, ...withField(now, name, value) });
  }

  #putAside() {
    const now = this.#now();
    if (now && !isBlank(now)) {
      keepSheet({ ...now, aside: true });
      this.#say(`Zurückgelegt: ${titleOf(now)}. Hier ist ein leerer Bogen.`);
    }
    this.#fields[0].focus({ preventScroll: true });
    this.#kept.scrollIntoView();
  }

  #empty() {
    const now = this.#now();
    if (!now || isBlank(now)) return this.#say("Der Bogen ist leer.");
    deleteSheet(now.id);
    this.#say("Geleert.", now);
  }

  /** @param {Stored} sheet */
  #open(sheet) {
    const now = this.#now();
    if (now) keepSheet({ ...now, aside: true });
    keepSheet({ ...sheet, aside: false });
    this.#said.replaceChildren();
    focusOn(this.#paper); // A field would bring up the keys of a phone, and this one is there to be looked at.
    this.#kept.scrollIntoView();
  }

  /** @param {Stored} sheet */
  #delete(sheet) {
    deleteSheet(sheet.id);
    this.#say(`Gelöscht: ${titleOf(sheet)}.`, sheet);
    focusOn(this.#said);
  }

  /** @param {string} text @param {Stored} [before] what can be brought back */
  #say(text, before) {
    const undo = (/** @type {Stored} */ sheet) => button("Rückgängig", () => {
      keepSheet(sheet);
      this.#say("Wieder wie vorher.");
      focusOn(this.#said);
    });
    this.#said.replaceChildren(text, ...(before ? [" ", undo(before)] : []));
  }

  #show() {
    const all = sheetsOf(this.#exam.id);
    const now = atHand(all);
    const others = all.filter((each) => each !== now && !isBlank(each)).reverse();
    const { head, sheet } = now ?? unfilled();
    const shown = { head, sheet: fitted(sheet, this.#exam) };
    this.#fill(fieldsOf(shown));
    this.#addUp(shown.sheet);
    this.#sayKept(others.length);
    say(this.#knockout, knockoutSaid(this.#exam, shown.sheet));
    this.#list(others);
    this.#comparison.show(this.#choices(now && !isBlank(now) ? now : null, others));
  }

  /** @param {number} aside how many sheets are put aside */
  #sayKept(aside) {
    const text = `${openShelf().trouble ? NOT_KEPT : KEPT} `;
    const link = aside === 1 ? "Ein Bogen ist zurückgelegt." : `${aside} Bögen sind zurückgelegt.`;
    if (this.#kept.textContent !== text + (aside ? link : "")) this.#kept.replaceChildren(text, ...(aside ? [make("a", { href: "#boegen" }, link)] : []));
  }

  /** @param {Map<string, string>} values by the names of fields */
  #fill(values) {
    for (const field of this.#fields) {
      const value = values.get(field.name) ?? "";
      if (field.type === "radio") /** @type {HTMLInputElement} */ (field).checked = field.value === value;
      else if (field.value !== value) field.value = value; // Setting it moves the cursor.
    }
  }

  /** @param {import("./marking.mjs").Sheet} sheet */
  #addUp(sheet) {
    const parts = [...this.#exam.marking_sheet.sections.map(({ criteria }) => criteria), criteriaOf(this.#exam)];
    for (const [index, row] of findAll(this.#paper, "sum").entries()) {
      const { points, marked, count } = sumOf(parts[index], sheet, bestOf(this.#exam));
      /** @type {HTMLInputElement} */ (row.querySelector("input")).value = marked ? String(points) : "";
      findAll(row, "rest")[0].textContent = marked && marked < count ? `· ${count - marked} offen` : "";
    }
  }

  /** @param {Stored[]} others the latest first */
  #list(others) {
    const all = JSON.stringify(others);
    if (all === this.#listed) return; // Somebody may have the keyboard there.
    this.#listed = all;
    this.#aside.hidden = !others.length;
    this.#aside.replaceChildren(make("h2", {}, "Zurückgelegte Bögen"), make("ul", { class: "gp-talks" }, ...others.map((each) => this.#line(each))));
  }

  /** @param {Stored} stored */
  #line(stored) {
    const sheet = fitted(stored.sheet, this.#exam);
    const { verdicts } = this.#exam.marking_sheet;
    const facts = [dateOf(stored), pointsSaid(sumOf(criteriaOf(this.#exam), sheet, bestOf(this.#exam))), ...(sheet.verdict === null ? [] : [verdicts[sheet.verdict]])];
    return make("li", { class: "gp-talks__talk" }, button(titleOf(stored), () => this.#open(stored), { class: "gp-mock__open" }),
      make("span", { class: "gp-talks__facts" }, ...facts.map((each) => make("span", {}, each)), button("Löschen", () => this.#delete(stored), { class: "gp-sheets__delete", "aria-label": `${titleOf(stored)} löschen` })));
  }

  /** @param {Stored | null} now @param {Stored[]} others */
  #choices(now, others) {
    const records = recordsOf(this.#exam.id).toReversed().flatMap(({ id, at, sheet, other }) => {
      const day = new Date(at).toLocaleDateString("de");
      return [{ id: `${id} own`, title: `Probeprüfung ${day}, eigener Bogen`, sheet }, ...(other ? [{ id: `${id} other`, title: `Probeprüfung ${day}, fremder Bogen`, sheet: other }] : [])];
    });
    return [...(now ? [{ id: now.id, title: `Dieser Bogen: ${titleOf(now)}`, sheet: now.sheet }] : []), ...others.map((each) => ({ id: each.id, title: `${titleOf(each)}, ${dateOf(each)}`, sheet: each.sheet })), ...records];
  }
}

/** @param {Stored} sheet */
const titleOf = ({ head }) => head.name.trim() || "Ohne Namen";

/** As it was written, else when it was begun. @param {Stored} sheet */
const dateOf = ({ head, begun }) => head.date.trim() || new Date(begun).toLocaleDateString("de");
