// The small parts of the frame: scheme, storage, table of contents, folds, diagrams' configuration.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { configuration } from "../../docs/javascripts/frame/diagrams.mjs";
import { choices } from "../../docs/javascripts/frame/disclosure.mjs";
import { nextScheme, schemeLabel, schemeOf } from "../../docs/javascripts/frame/scheme.mjs";
import { read, write } from "../../docs/javascripts/base/storage.mjs";
import { currentSection } from "../../docs/javascripts/frame/toc.mjs";

afterEach(() => { delete globalThis.localStorage; });

test("the first click on the scheme always changes what is seen", () => {
  assert.equal(nextScheme("auto", true), "light");
  assert.equal(nextScheme("auto", false), "dark");
});

test("three clicks on the scheme lead back to the system's", () => {
  for (const systemIsDark of [true, false]) {
    let scheme = schemeOf(null);
    for (let click = 0; click < 3; click += 1) scheme = nextScheme(scheme, systemIsDark);
    assert.equal(scheme, "auto");
  }
});

test("a stored scheme nobody knows means automatic", () => {
  assert.equal(schemeLabel(schemeOf("purple")), "Farbschema: automatisch");
});

test("what is written can be read under its own key, and removed", () => {
  const stored = new Map();
  globalThis.localStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  };
  write("setting", "scheme", "dark");
  assert.deepEqual([...stored], [["generalprobe:setting:scheme", "dark"]]);
  assert.equal(read("setting", "scheme"), "dark");
  write("setting", "scheme", null);
  assert.equal(read("setting", "scheme"), null);
});

test("a full or forbidden storage costs only what was to be remembered", () => {
  const refuse = () => { throw new DOMException("no", "QuotaExceededError"); };
  globalThis.localStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  write("setting", "scheme", "dark");
  assert.equal(read("setting", "scheme"), null);
});

test("the section being read is the last that has passed the line", () => {
  const headings = [{ id: "a", top: -900 }, { id: "b", top: 120 }, { id: "c", top: 800 }];
  assert.equal(currentSection(headings, 300), "b");
  assert.equal(currentSection(headings, -1000), "");
});

test("a group that is wholly open can only be closed", () => {
  assert.deepEqual(choices([true, true]), { canOpen: false, canClose: true });
  assert.deepEqual(choices([true, false]), { canOpen: true, canClose: true });
  assert.deepEqual(choices([false]), { canOpen: true, canClose: false });
});

test("a diagram never runs what it contains and takes the colours of the page", () => {
  const told = configuration((property) => `colour of ${property}`, true);
  assert.equal(told.securityLevel, "strict");
  assert.equal(told.htmlLabels, false);
  assert.equal(told.themeVariables.primaryTextColor, "colour of --ink");
  assert.equal(told.themeVariables.darkMode, true);
});
