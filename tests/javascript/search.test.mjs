// The search turns HTML of the index into text and never back, and shows the stretch that matters.

import assert from "node:assert/strict";
import { test } from "node:test";
import { countText, pieces, results, teaser, words } from "../../docs/javascripts/frame/hits.mjs";

const textOf = (all) => all.map(({ text }) => text).join("");

test("hits are told from the text around them", () => {
  assert.deepEqual(pieces("Der <mark>VPN</mark>-Tunnel"), [
    { text: "Der ", marked: false },
    { text: "VPN", marked: true },
    { text: "-Tunnel", marked: false },
  ]);
});

test("what a trainer wrote with angle brackets stays what was written", () => {
  assert.equal(textOf(pieces("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;")), "<script>alert(1)</script> &amp;");
});

test("tags of the index part words and are not shown", () => {
  assert.equal(textOf(pieces("<p>Eins</p><p>Zwei <code>ping</code></p>")).trim(), "Eins Zwei ping");
});

test("a teaser begins near its first hit and ends in time", () => {
  const shown = textOf(teaser(pieces(`${"vorher ".repeat(60)}<mark>Treffer</mark>${" nachher".repeat(60)}`)));
  assert.match(shown, /^… .*Treffer nachher.* …$/);
  assert.ok(shown.length < 190, `${shown.length} characters`);
});

test("a short text is its own teaser", () => {
  assert.equal(textOf(teaser(pieces("Kurz und gut."))), "Kurz und gut.");
});

test("a section names its page, the page itself does not, and what only lends its name is left out", () => {
  const group = [
    { location: "lernen/#a", title: "Abschnitt", text: "", score: 2 },
    { location: "lernen/", title: "Lektion &lt;1&gt;", text: "", score: 0 },
  ];
  const found = results([group]);
  assert.equal(found.length, 1);
  assert.equal(found[0].page, "Lektion <1>");
  assert.equal(results([[{ ...group[1], score: 1 }]])[0].page, "");
});

test("the count speaks German", () => {
  assert.deepEqual([0, 1, 12].map(countText), ["Nichts gefunden.", "Ein Treffer", "12 Treffer"]);
});

test("what the search engine would take for a command is only a gap between words", () => {
  assert.equal(words(" title:E-Mail +Ausfall --> 'x' "), "title E Mail  Ausfall  > 'x'");
  assert.equal(words(":*"), "");
});
