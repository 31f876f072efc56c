// The filter of the overview and its address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { shownSaid } from "../../docs/javascripts/base/filter.mjs";
import { choose, filterOf, matches, queryOf } from "../../docs/javascripts/frame/overview.mjs";

test("a filter survives the way through the address", () => {
  for (const filter of [{ focus: "", tag: "" }, { focus: "mixed", tag: "" }, { focus: "mixed", tag: "größe & mehr?" }]) {
    assert.deepEqual(filterOf(queryOf(filter)), filter);
  }
});

test("without a limit the address stays bare", () => {
  assert.equal(queryOf({ focus: "", tag: "" }), "");
});

test("choosing limits, choosing again lifts, and the other limit stays", () => {
  const once = choose({ focus: "", tag: "vpn" }, { focus: "mixed" });
  assert.deepEqual(once, { focus: "mixed", tag: "vpn" });
  assert.deepEqual(choose(once, { focus: "mixed" }), { focus: "", tag: "vpn" });
  assert.deepEqual(choose(once, { focus: "technology" }), { focus: "technology", tag: "vpn" });
});

test("a card is shown when it meets both limits", () => {
  const card = { focus: "mixed", tags: ["vpn", "eskalation"] };
  assert.equal(matches(card, { focus: "", tag: "" }), true);
  assert.equal(matches(card, { focus: "mixed", tag: "vpn" }), true);
  assert.equal(matches(card, { focus: "technology", tag: "vpn" }), false);
  assert.equal(matches(card, { focus: "mixed", tag: "vp" }), false);
});

test("the count says how many of how many", () => {
  assert.equal(shownSaid(3, 3, ["Fallstudie", "Fallstudien"]), "3 Fallstudien");
  assert.equal(shownSaid(1, 1, ["Fallstudie", "Fallstudien"]), "1 Fallstudie");
  assert.equal(shownSaid(0, 12, ["Fallstudie", "Fallstudien"]), "0 von 12 Fallstudien");
});
