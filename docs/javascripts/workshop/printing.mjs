// „Drucken als …“ on a case study and on its questions: the way stands on the page as `data-paper`, and paper.css says what it means.

import { find } from "../base/names.mjs";

/** In an address it prepares a way, for whoever prints without a hand (`generalprobe/exporting/handout.py`). */
const ASKED = "druck";
const CARDS = "cards";

/** @param {HTMLElement} form */
export async function mount(form) {
  const choice = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void printAs(form, choice.value);
  });
  form.hidden = false;
  const asked = new URLSearchParams(location.search).get(ASKED);
  if (![...choice.options].some(({ value }) => value === asked)) return;
  choice.value = asked ?? "";
  addEventListener("beforeprint", unlink); // Not before: terms become links when there is time for it.
  await prepare(form, choice.value);
}

/** Whoever prints without a hand serves the site for a moment: what leads to another page of it would lead nowhere. */
function unlink() {
  for (const link of document.querySelectorAll("a")) if (link.origin === location.origin && link.pathname !== location.pathname) link.removeAttribute("href");
}

/** @param {HTMLElement} form @param {string} way */
async function printAs(form, way) {
  const leave = await prepare(form, way);
  addEventListener("afterprint", leave, { once: true });
  print();
}

/** Bring what is to be printed, its pictures too. @param {HTMLElement} form @param {string} way @returns {Promise<() => void>} to be as before */
async function prepare(form, way) {
  const { dataset } = document.documentElement;
  const cards = way === CARDS ? await makeCardsOf(form.dataset.case ?? "") : null;
  find(form, "said").textContent = way === CARDS && !cards ? "Die Karten lassen sich gerade nicht laden." : "";
  if (cards) form.closest("article")?.append(cards);
  const pictures = [...document.querySelectorAll("img")];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  dataset.paper = way;
  return () => {
    delete dataset.paper;
    cards?.remove();
  };
}

/** @param {string} id of a case study @returns {Promise<HTMLElement | null>} null where it does not come */
async function makeCardsOf(id) {
  const [{ loadTalk }, { makeCards }] = await Promise.all([import("../talk/talk.mjs"), import("./paper.mjs")]);
  const loaded = await loadTalk(id);
  return "trouble" in loaded ? null : makeCards(loaded.talk);
}
