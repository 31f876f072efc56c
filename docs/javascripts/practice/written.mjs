// Written answers, kept for each card until the browser is closed.

const PREFIX = "generalprobe:answer:";

/** @param {string} card @returns {string} "" where nothing was written, or nothing can be kept */
export function keptText(card) {
  try {
    return sessionStorage.getItem(PREFIX + card) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} card @param {string} text */
export function keepText(card, text) {
  try {
    if (text) sessionStorage.setItem(PREFIX + card, text);
    else sessionStorage.removeItem(PREFIX + card);
  } catch {
    // What is written then lasts as long as the question is open.
  }
}
