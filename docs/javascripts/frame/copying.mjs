// „Kopieren“ beside texts that are templates.

import { button, make } from "../base/elements.mjs";

const SHOWN_MS = 4000;

/** @param {ParentNode} element */
export function mount(element) {
  for (const text of element.querySelectorAll(".gp-copy > pre")) mountText(text);
}

/** @param {Element} text */
function mountText(text) {
  const said = make("span", { role: "status" });
  let timer = 0;
  const copyIt = button("Kopieren", async () => {
    const copied = await copy(text);
    said.textContent = copied ? "Kopiert." : "Markiert. Kopiere es mit Strg+C.";
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ""; }, SHOWN_MS);
  });
  text.after(make("p", { class: "gp-copy__bar" }, copyIt, said));
}

/**
 * Put a text into the clipboard; where the browser refuses, it stays marked for copying by hand.
 *
 * @param {Element} text
 * @returns {Promise<boolean>} whether it was copied
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.textContent?.trimEnd() ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(text);
    return copySelection();
  }
}

/** The old way, for pages without encryption, where the clipboard is closed. */
function copySelection() {
  try {
    const copied = document.execCommand("copy");
    if (copied) getSelection()?.removeAllRanges();
    return copied;
  } catch {
    return false;
  }
}
