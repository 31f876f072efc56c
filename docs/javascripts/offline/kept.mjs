// On „Datenschutz“: what of the site lies on the device for when there is no network, how large it is, and how it goes.

import { onSite } from "../base/addresses.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { write } from "../base/shelf.mjs";
import { isUnwanted, savesData } from "./starting.mjs";
import { arrived, ask, canKeep, clear, isAllowed, listen, onCleared, register } from "./telling.mjs";
import { amountSaid, REFUSED } from "./words.mjs";

/** @typedef {import("./telling.mjs").Answer} Answer */

const UNABLE = "Dieser Browser kann hier nichts für unterwegs aufheben. Ohne Netz bleibt die Website zu.";
const NEVER = "Diese Kopie der Website hebt nichts für unterwegs auf. Ohne Netz bleibt sie zu.";
const UNWANTED = "Die Website liegt nicht auf dem Gerät. Ohne Netz bleibt sie zu.";
const SAVING = "Dein Browser soll Daten sparen, deshalb liegt die Website nicht auf dem Gerät.";
const COMING = "Die Website wird gerade für unterwegs geladen.";
const THERE = "Diese Seiten gehen auch ohne Netz:";

/** @param {HTMLElement} element */
export function mount(element) {
  find(element, "without").remove();
  const [body, said] = [make("div"), make("p", { role: "status" })];
  element.append(body, said);
  /** @param {string} text @param {HTMLElement[]} ways */
  const say = (text, ...ways) => {
    said.replaceChildren(text, ...ways.flatMap((way) => [" ", way]));
    (ways[0] ?? (focusOn(said), said)).focus();
  };
  const show = async (isRefused = false) => body.replaceChildren(...(await contentOf(say, show, isRefused)));
  if (canKeep()) {
    listen((news) => {
      if ("refused" in news) said.textContent = REFUSED[news.refused];
      void show("refused" in news);
    });
    onCleared(() => void show(true));
  }
  return show();
}

/** @typedef {(text: string, ...ways: HTMLElement[]) => void} Say */
/** @typedef {(isRefused?: boolean) => Promise<void>} Show */

/** @param {Say} say @param {Show} show @param {boolean} isRefused @returns {Promise<HTMLElement[]>} */
async function contentOf(say, show, isRefused) {
  if (document.documentElement.dataset.offline === undefined) return [make("p", {}, NEVER)];
  if (!(await isAllowed())) return [make("p", {}, UNABLE)];
  const offered = (/** @type {string} */ text) => [make("p", {}, text), make("p", { class: "gp-actions" }, button("Auf das Gerät nehmen", () => void keep(say, show)))];
  if (isUnwanted()) return offered(UNWANTED);
  const answer = await ask({ type: "state" });
  if (answer) return listOf(answer, say, show);
  if (isRefused) return offered(UNWANTED);
  return savesData() ? offered(SAVING) : [make("p", {}, COMING)];
}

/** @param {Answer} answer @param {Say} say @param {Show} show */
function listOf({ core, cases, visited }, say, show) {
  const taken = cases.filter(({ kept }) => kept);
  /** @param {string[]} addresses @param {string} gone @param {string} back */
  const drop = (addresses, gone, back) => async () => {
    await ask({ type: "drop", addresses });
    await show();
    say(gone, button("Rückgängig", async () => {
      const failed = (await ask({ type: "take", addresses }))?.failed;
      await show();
      say(failed ? REFUSED[failed] : back);
    }));
  };
  const rows = taken.map(({ address, title, bytes }) => row(make("a", { href: onSite(address).href }, title), amountSaid({ pages: 0, bytes }), `${title} vom Gerät nehmen`, drop([address], `„${title}“ liegt nicht mehr auf dem Gerät.`, "Die Fallstudie ist wieder da.")));
  const others = visited.addresses.length ? [row("Was du sonst besucht hast", amountSaid(visited), "Besuchtes vom Gerät nehmen", drop(visited.addresses, "Was du besucht hast, liegt nicht mehr auf dem Gerät.", "Was du besucht hast, ist wieder da."))] : [];
  return [make("p", {}, THERE), make("ul", { class: "gp-kept__list" }, row("Grundstock", amountSaid(core), "Die ganze Website vom Gerät nehmen", () => void leave(say, show)), ...rows, ...others)];
}

/** @param {Node | string} title @param {string} amount @param {string} label @param {() => void} onDrop */
const row = (title, amount, label, onDrop) => make("li", { class: "gp-kept__item" },
  make("span", { class: "gp-kept__title" }, title), make("span", { class: "gp-kept__amount" }, amount),
  button("Vom Gerät nehmen", onDrop, { "aria-label": label }));

/** @param {Say} say @param {Show} show */
async function leave(say, show) {
  write("setting", "offline", "no");
  await clear();
  await show();
  say("Die Website liegt nicht mehr auf dem Gerät.", button("Rückgängig", () => void keep(say, show)));
}

/** @param {Say} say @param {Show} show */
async function keep(say, show) {
  write("setting", "offline", null);
  await show();
  const isThere = await register().then(arrived).then((come) => (come ? ask({ type: "stay" }) : null)).catch(() => null);
  await show(!isThere);
  say(isThere ? "Die Website liegt auf dem Gerät." : REFUSED.failed);
}
