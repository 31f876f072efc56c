// What is said of questions that could not be fetched.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lackingSaid } from "../../docs/javascripts/practice/gathering.mjs";

/** @param {string[]} sources */
const lacking = (...sources) => lackingSaid(sources.map((source) => /** @type {any} */ ({ source })));

test("one question is said as one, and its page is named", () => {
  assert.equal(lacking("DNS"), "Eine Frage fehlt, denn diese Seite lässt sich gerade nicht laden: „DNS“.");
});

test("each page is named once, of many only the first", () => {
  assert.equal(lacking("A", "A", "B"), "3 Fragen fehlen, denn diese Seiten lassen sich gerade nicht laden: „A“, „B“.");
  assert.match(lacking("A", "B", "C", "D", "E"), /„A“, „B“, „C“ und 2 weitere\.$/);
});
