import assert from "node:assert/strict";
import { test } from "node:test";

import { foundSaid, ownEntries } from "../../docs/javascripts/frame/erasing.mjs";

/** @param {string[]} names */
const storeOf = (...names) => ({ length: names.length, key: (/** @type {number} */ index) => names[index] ?? null, removeItem() {} });

test("only the site's own entries are found", () => {
  const store = storeOf("generalprobe:setting:scheme", "anderes", "xgeneralprobe:a", "generalprobe:answer:a/b");
  assert.deepEqual(ownEntries(store), ["generalprobe:setting:scheme", "generalprobe:answer:a/b"]);
  assert.deepEqual(ownEntries(storeOf()), []);
});

test("how many there are is said in German", () => {
  assert.deepEqual([0, 1, 2].map(foundSaid), ["Auf diesem Gerät ist nichts gespeichert.", "Auf diesem Gerät liegt 1 Eintrag.", "Auf diesem Gerät liegen 2 Einträge."]);
});
