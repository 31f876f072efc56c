// Who asks the questions, and what goes wrong: chosen before a mock exam begins, with the code for a second person.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { offerRecording } from "../recording/offer.mjs";
import { isOwn, nameOf, ownKey, queryOf } from "../talk/judging.mjs";
import { codeSaid, isOfContent, readCode, SEEDS } from "./code.mjs";
import { makeQr } from "./qr.mjs";

/** @typedef {{code: string, disturbed: boolean, recorded: boolean}} Wishes  `code` is empty for one who sits alone */

const SAID = {
  site: "Zwei Fragen kommen zu dieser Fallstudie, die übrigen aus der Sammlung.",
  file: "Zwei Fragen kommen zu deinem Vortrag, die übrigen aus der Sammlung. Die Person, die prüft, öffnet dafür auf ihrer Seite die Vortragsdatei.",
  bank: "Deinen Vortrag kennt das andere Gerät nicht: Alle Fragen kommen aus der Sammlung.",
};

/**
 * @param {object} given
 * @param {string} given.about id of the talk
 * @param {string} given.exam
 * @param {number} given.print of the content
 * @param {number | null} given.talk print of a talk of one's own
 */
export function makePair({ about, exam, print, talk }) {
  const before = codeBefore(print, talk);
  const seed = before?.seed ?? Math.floor(SEEDS * Math.random());
  const [disturbed, file] = [before?.disturbed ?? false, before ? before.talk !== null : false].map((checked) => make("input", { type: "checkbox", checked }));
  const said = makeSaid(about, exam);
  const voice = make("div", { class: "gp-mock__recording" });
  const isTwo = () => new FormData(form).get("persons") === "two";
  const code = () => codeSaid({ seed, print, talk: talk !== null && file.checked ? talk : null, disturbed: disturbed.checked });
  const choice = (/** @type {string} */ value, /** @type {boolean} */ checked, /** @type {string} */ text) => make("label", { class: "gp-switch__chip" }, make("input", { type: "radio", name: "persons", value, checked }), make("span", {}, text));
  const own = make("label", { class: "gp-tick", hidden: true }, file, make("span", {}, "Die Person, die prüft, bekommt meine Vortragsdatei: Zwei Fragen kommen dann zu meinem Vortrag."));
  const form = make("form", { class: "gp-mock__wishes" },
    make("fieldset", { class: "gp-mock__persons" }, make("legend", {}, "Wer stellt die Fragen?"), make("span", { class: "gp-switch" }, choice("alone", !before, "diese Seite"), choice("two", before !== null, "eine zweite Person"))),
    own, make("label", { class: "gp-tick" }, disturbed, make("span", {}, "Mit einer Störung: Irgendwann geht etwas schief, wie es in Videokonferenzen vorkommt. Hinterher steht da, was dann hilft.")),
    said.element, voice); // What changes the code stands before it.
  let others = false;
  const offer = () => {
    others = isTwo();
    offerRecording(voice, { others });
  };
  const show = () => {
    if (others !== isTwo()) offer(); // Who else is heard has to agree.
    own.hidden = !isTwo() || talk === null;
    said.show(isTwo() ? code() : "", talk === null || !isOwn(about) ? (isOwn(about) ? "bank" : "site") : file.checked ? "file" : "bank");
    remember(isTwo() ? code() : "");
  };
  form.addEventListener("change", show);
  show();
  if (!isTwo()) offer();
  return { element: form, wishes: () => /** @type {Wishes} */ ({ code: isTwo() ? code() : "", disturbed: disturbed.checked, recorded: new FormData(form).get("recorded") === "on" }) };
}

/** The code that this page showed before it was loaded anew, unless what it was made of has changed. @param {number} print @param {number | null} talk */
function codeBefore(print, talk) {
  const read = readCode(new URLSearchParams(location.search).get("code") ?? "");
  return "mistake" in read || !isOfContent(read, print) || (read.talk !== null && read.talk !== talk) ? null : read;
}

/** A code that was given away stays the same when the page is loaded anew: the address has it, and nothing else. @param {string} code empty once it is used */
export function remember(code) {
  const address = new URL(location.href);
  address.searchParams.delete("code");
  if (code) address.searchParams.set("code", code);
  history.replaceState(history.state, "", address);
}

/** What the second person needs. @param {string} about @param {string} exam */
function makeSaid(about, exam) {
  const [shown, asked, file] = [make("span"), make("p"), make("p", { class: "gp-actions" })];
  const link = make("a", { target: "_blank" }, "Prüfen");
  const element = make("div", { class: "gp-mock__pair", hidden: true },
    make("p", { class: "gp-mock__code" }, make("span", { class: "gp-hidden" }, "Code: "), shown),
    make("p", {}, "Diesen Code tippt die Person, die prüft, auf ihrem Gerät unter ", link, " ein. Der Link enthält ihn schon, der QR-Code den Link. Dort stehen die Fragen, die Uhr und der Bogen; hier siehst du nur die Zeit."),
    asked, file, sharing(link), make("div", { class: "gp-qr" }));
  const handing = makeHanding(about, exam);
  return {
    element,
    /** @param {string} code empty where nobody else asks @param {keyof typeof SAID} kind */
    show(code, kind) {
      element.hidden = !code;
      shown.textContent = code;
      asked.textContent = SAID[kind];
      file.replaceChildren(...(kind === "file" ? handing : []));
      link.href = onSite(`pruefung/pruefen/?code=${code}&${isOwn(about) ? `pruefung=${exam}` : queryOf(about)}`).href;
      if (!code) return;
      const qr = makeQr(link.href);
      element.lastElementChild?.replaceWith(qr.element);
      qr.show();
    },
  };
}

/** The talk as a text, without what was practised of it. @param {string} about @param {string} exam @returns {HTMLElement[]} */
function makeHanding(about, exam) {
  const said = make("span", { role: "status" });
  return [button("Vortragsdatei sichern", async () => {
    const [{ asCaseStudy, slugOf }, { toYaml }] = await Promise.all([import("../workshop/case-study.mjs"), import("../workshop/yaml.mjs")]);
    const talk = (await ownTalks().read(ownKey(about)))?.talk;
    if (!talk) return;
    const title = nameOf(talk);
    handOut({ name: `${slugOf(title) || "mein-vortrag"}.yml`, text: toYaml(asCaseStudy({ ...talk, title, exam })), type: "application/yaml" }, said,
      "Gib sie der Person, die prüft. Darin stehen dein Vortrag und deine Fragen dazu, aber keine Bilder und keine Proben.");
  }), said];
}

/** @param {HTMLAnchorElement} link */
function sharing(link) {
  const said = make("span", { role: "status" });
  const share = button("Link weitergeben", async () => {
    said.textContent = await handedOn(link.href);
  });
  return make("p", { class: "gp-mock__sharing" }, share, " ", said);
}

/** @param {string} address @returns {Promise<string>} what came of it */
async function handedOn(address) {
  try {
    if ("share" in navigator) {
      await navigator.share({ url: address });
      return "";
    }
    await globalThis.navigator.clipboard.writeText(address);
    return "Der Link ist kopiert. Schick ihn der Person, die prüft.";
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") return ""; // Somebody has changed their mind.
    return `Das geht hier nicht. Der Link: ${address}`;
  }
}
