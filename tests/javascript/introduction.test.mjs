// The order in which new cards are met.

import assert from "node:assert/strict";
import { test } from "node:test";
import { introduced } from "../../docs/javascripts/memory/situation.mjs";

/** @param {string} topic @param {string} kind @param {number} count */
const cards = (topic, kind, count) => Array.from({ length: count }, (_, number) => ({ id: `${topic}/${kind}-${number}`, topic, kind }));
const ids = (/** @type {{id: string}[]} */ list) => list.map(({ id }) => id);

test("topics take turns until the shorter ones are done", () => {
  const order = ids(introduced([...cards("a", "open", 3), ...cards("b", "open", 1), ...cards("c", "open", 2)]));
  assert.deepEqual(order, ["a/open-0", "b/open-0", "c/open-0", "a/open-1", "c/open-1", "a/open-2"]);
});

test("questions, terms and phrases of a topic are spread evenly, each in its own order", () => {
  const order = ids(introduced([...cards("a", "open", 2), ...cards("a", "choice", 2), ...cards("a", "term", 2), ...cards("a", "phrase", 1)]));
  assert.deepEqual(order, ["a/open-0", "a/term-0", "a/open-1", "a/phrase-0", "a/choice-0", "a/term-1", "a/choice-1"]);
});

test("a term is asked the other way round after all of its topic has been met", () => {
  const reverse = { id: "glossary/dns/reverse", topic: "a", kind: "term" };
  assert.equal(introduced([reverse, ...cards("a", "open", 5)]).at(-1), reverse);
});

test("nothing is lost and nothing comes twice", () => {
  const all = ["a", "b", "c"].flatMap((topic) => ["open", "term", "order"].flatMap((kind) => cards(topic, kind, 7)));
  assert.deepEqual(ids(introduced(all)).sort(), ids(all).sort());
  assert.deepEqual(introduced([]), []);
});
