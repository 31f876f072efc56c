// Written answers, kept for each card until the tab is closed.

import { readPassing, writePassing } from "../base/shelf.mjs";

/** @param {string} card @returns {string} "" where nothing was written, or nothing can be kept */
export const keptText = (card) => readPassing("answer", card);

/** What cannot be kept lasts as long as the question is open. @param {string} card @param {string} text */
export const keepText = (card, text) => writePassing("answer", card, text);
