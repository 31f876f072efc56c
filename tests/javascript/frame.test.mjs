// The small parts of the frame: scheme, table of contents, folds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choices } from "../../docs/javascripts/frame/disclosure.mjs";
import { nextScheme, schemeLabel, schemeOf } from "../../docs/javascripts/frame/scheme.mjs";
import { currentSection } from "../../docs/javascripts/frame/toc.mjs";

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
