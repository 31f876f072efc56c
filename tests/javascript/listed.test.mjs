// The index of cards as it is read.

import assert from "node:assert/strict";
import { test } from "node:test";

import { anchorOf, cardsIn } from "../../docs/javascripts/practice/listed.mjs";

/** @type {import("../../docs/javascripts/practice/listed.mjs").Index} */
const INDEX = {
  version: 1,
  topics: ["Netz", "Ruhe"],
  kinds: [["open", "Offene Frage", "Antwort zeigen", false], ["choice", "Auswahl", "Lösung zeigen", true], ["term", "Begriff", "Antwort zeigen", false]],
  difficulties: ["", "easy"],
  pages: [
    { file: "dns", title: "DNS", page: "fallstudien/dns/fragen/", place: "fallstudien/dns/fragen/#frage-", taught: "fallstudien/dns/", exams: ["netz"],
      cards: [["ruhe", "Ruhe?", 1, 0, 1], ["cache", "Cache?", 0, 1, 1, { core: true, formerly: ["dns/speicher"] }]] },
    { file: "glossary", title: "Begriffe: Netz", page: "nachschlagen/glossar/fragen/netz/", place: "nachschlagen/glossar/#begriff-", taught: "nachschlagen/glossar/#begriff-",
      cards: [["vpn", "Was bedeutet „VPN“?", 0, 2, 0], ["vpn/reverse", "Wie heißt das?", 0, 2, 0]] },
  ],
};

test("cards stand together by topic, under whole ids", () => {
  assert.deepEqual(cardsIn(INDEX).map(({ id }) => id), ["dns/cache", "glossary/vpn", "glossary/vpn/reverse", "dns/ruhe"]);
});

test("a card has all that its row and its page say", () => {
  assert.deepEqual(cardsIn(INDEX)[0], {
    id: "dns/cache", formerly: ["dns/speicher"], title: "Cache?", topic: "Netz", kind: "choice", label: "Auswahl", reveal: "Lösung zeigen",
    asksMore: true, difficulty: "easy", core: true, exams: ["netz"], about: "dns", page: "fallstudien/dns/fragen/", source: "DNS",
    href: "fallstudien/dns/fragen/#frage-cache", taught: "fallstudien/dns/",
  });
});

test("both cards of a term lead to its entry", () => {
  const [, there, back] = cardsIn(INDEX);
  assert.deepEqual([there.href, back.href, back.taught], Array(3).fill("nachschlagen/glossar/#begriff-vpn"));
});

test("an anchor holds no slash", () => {
  assert.equal(anchorOf("glossary/vpn/reverse"), "frage-glossary--vpn--reverse");
});

test("an index of another version is refused", () => {
  assert.throws(() => cardsIn({ ...INDEX, version: 2 }));
});
