// How long texts take to say: what Python says, on its own vectors.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSpeech } from "../../docs/javascripts/speech/speech.mjs";
import { getSpeech } from "../../docs/javascripts/workshop/knowledge.mjs";
import { table, tables } from "./tables.mjs";

const speech = makeSpeech(tables);

test("every vector of the estimate comes out as in Python", () => {
  const { vectors } = table("test-vectors");
  assert.ok(vectors.length > 100);
  for (const vector of vectors) {
    const { seconds, ...counts } = speech.estimate(vector.text);
    assert.deepEqual({ text: vector.text, spoken: speech.reading(vector.text), ...counts, seconds: Number(seconds.toFixed(3)) }, vector);
  }
});

test("the tables are fetched once, and again where they did not come", async (context) => {
  const asked = [];
  const answers = [new Response("", { status: 503 }), new Response(JSON.stringify(tables)), new Response("{}")];
  context.mock.method(globalThis, "fetch", async (address) => (asked.push(String(address)), answers[asked.length - 1]));
  await assert.rejects(getSpeech());
  const [first, second] = await Promise.all([getSpeech(), getSpeech()]);
  assert.equal(first, second);
  assert.equal(first.estimate("Guten Tag.").syllables, 3);
  assert.equal(asked.length, 2);
  assert.match(asked[0], /\/mein-vortrag\/sprechzeit\.json$/);
});
