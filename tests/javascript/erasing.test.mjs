import assert from "node:assert/strict";
import { test } from "node:test";

import { isOurs, namesIn } from "../../docs/javascripts/base/shelf.mjs";
import { foundSaid } from "../../docs/javascripts/frame/erasing.mjs";

/** @param {string[]} names */
const storeOf = (...names) => ({ length: names.length, key: (/** @type {number} */ index) => names[index] ?? null, removeItem() {} });

test("only the site's own entries are found, and old ones, never another site's", () => {
  const store = storeOf("generalprobe:setting:scheme", "anderes", "xgeneralprobe:a", "generalprobe:/kurs/:answer:a/b", "generalprobe:/:answer:a/b", "generalprobe:/kurs/neu/:answer:a/b");
  const ours = (path) => namesIn(store).filter((name) => isOurs(name, path));
  assert.deepEqual(ours("/kurs/"), ["generalprobe:setting:scheme", "generalprobe:/kurs/:answer:a/b"]);
  assert.deepEqual(ours("/"), ["generalprobe:setting:scheme", "generalprobe:/:answer:a/b"]);
  assert.deepEqual(namesIn(storeOf()), []);
});

test("how many there are is said in German", () => {
  assert.deepEqual([0, 1, 2].map(foundSaid), ["Auf diesem Gerät ist nichts gespeichert.", "Auf diesem Gerät liegt 1 Eintrag.", "Auf diesem Gerät liegen 2 Einträge."]);
});
