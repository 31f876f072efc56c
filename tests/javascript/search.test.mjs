// The search turns what was typed into words of the index, and what was found into text that can be shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { countText, sectionsOf, teaser } from "../../docs/javascripts/frame/hits.mjs";
import { queries, root, slips, Vocabulary, wantedWords } from "../../docs/javascripts/frame/words.mjs";

const VOCABULARY = new Vocabulary(`anmelden\nanmeldung\nanwender\nausfall\nausfälle\neskalation\neskalieren\nfall\ngesperrt\nkennwort
konto\nkonto|sperrung\nmeldung\nnetz\nnetz|ausfälle\nsperren\nsperrung\nstartschleife\nstraße\nstörung\nvpn\nzugang\n`);

const textOf = (all) => all.map(({ text }) => text).join("");
const markedIn = (all) => all.filter(({ marked }) => marked).map(({ text }) => text);
const meant = (typed) => wantedWords(typed, VOCABULARY).map(({ main }) => main);
const othersOf = (typed) => wantedWords(typed, VOCABULARY).flatMap(({ others }) => others);

for (const [typed, main] of [
  ["Störungen", "störungen"],
  ["Anwendern", "anwendern"],
  ["ausfaelle", "ausfälle"],
  ["Stoerung", "störung"],
  ["Strasse", "strasse"],
  ["„VPN“", "vpn"],
  ["(VPN)", "vpn"],
  ["Eskaltion", "eskalation"],
  ["Eskalatoin", "eskalation"],
  ["Eskal", "eskal"],
  ["Kenwort", "kennwort"],
  ["Kontospperrung", "kontosperrung"],
  ["vnp", "vnp"],
  ["802.1X", "802.1x"],
  ["0x8007052E", "0x8007052e"],
  ["Get-ADUser", "get-aduser"],
]) test(`„${typed}“ means ${main}`, () => assert.deepEqual(meant(typed), [main]));

test("a slash parts words, and empty words are left out unless there is nothing else", () => {
  assert.deepEqual(meant("443/TCP"), ["443", "tcp"]);
  assert.deepEqual(meant("Wie ist der Zugang?"), ["zugang"]);
  assert.deepEqual(meant("der"), ["der"]);
  assert.deepEqual(meant(' + * ~ "'), []);
});

test("compounds are found by their parts, known to the list or not", () => {
  assert.ok(othersOf("Kontosperrung").includes("konto sperrung"));
  assert.deepEqual(meant("Kontostörung"), ["konto störung"]);
  assert.deepEqual(meant("Spannungsausfall"), ["ausfall"]);
});

test("a word that stands only at the end of others is found there", () => {
  assert.deepEqual([...meant("Schleife"), ...othersOf("Schleife")], ["schleife", "startschleife"]);
});

test("what no page has is asked for by what stands for it, and otherwise left out", () => {
  assert.deepEqual(queries(wantedWords("Spannungsausfall", VOCABULARY)), ["ausfall"]);
  assert.deepEqual(queries(wantedWords("Zugang qqqq", VOCABULARY)), ["zugang"]);
  assert.deepEqual(queries(wantedWords("qqqq", VOCABULARY)), [], "Pagefind would answer with what begins alike");
  assert.deepEqual(queries(wantedWords("qq", VOCABULARY)), ["qq"], "the list has no words of two letters");
});

test("a list that is not whole says nothing of words that it has not", () => {
  assert.deepEqual(queries(wantedWords("Zugang qqqq", new Vocabulary("zugang\n…\n"))), ["zugang qqqq"]);
});

test("what only begins alike is no hit", () => {
  const begins = sectionsOf({ fragment: FRAGMENT, score: 1, places: [2] }, [{ main: "nagel", others: [] }]);
  assert.deepEqual(begins, []);
});

test("what begins with a particle is no compound", () => {
  assert.deepEqual(othersOf("Ausfall"), []);
});

test("relatives are found by one another", () => {
  assert.ok(othersOf("gesperrt").includes("sperrung"));
  assert.ok(othersOf("Sperrung").includes("gesperrt"));
  assert.ok(othersOf("angemeldet").includes("anmeldung"));
  assert.equal(root("eskaliert"), root("eskalation"));
});

test("words with signs inside are also asked for by their parts", () => {
  assert.deepEqual(othersOf("E-Mail-Server"), ["mail server"]);
});

test("an exchange of neighbours is one slip, and the count stops where it is too much", () => {
  assert.equal(slips("eskalatoin", "eskalation", 2), 1);
  assert.equal(slips("kenwort", "kennwort", 2), 1);
  assert.equal(slips("abc", "abc", 0), 0);
  assert.equal(slips("haus", "garten", 1), 2);
  assert.equal(slips("ac", "abc", 2), 1);
});

test("all is asked at once, then one word at a time in another way, and never too much", () => {
  assert.deepEqual(queries([{ main: "a", others: ["x", "y"] }, { main: "b", others: ["z"] }]), ["a b", "x b", "y b", "a z"]);
  const many = Array.from({ length: 9 }, (_, at) => ({ main: `w${at}`, others: [`o${at}`, `p${at}`] }));
  assert.equal(queries(many).length, 6);
});

const CONTENT = "Lektion. Vom Netz. Netz|\u00adausfälle melden. Zwei. Der „Ausfall“ kam <b>spät</b>. Drei. Nichts.";
const FRAGMENT = {
  raw_url: "/lernen/netz/",
  raw_content: "",
  content: CONTENT,
  meta: { title: "Lektion" },
  anchors: [
    { element: "h1", id: "lektion", text: "Lektion", location: 0 },
    { element: "h2", id: "netz", text: "Netz|\u00adausfälle melden", location: 3 },
    { element: "h2", id: "zwei", text: "Zwei", location: 5 },
    { element: "span", id: "x", text: "", location: 7 },
    { element: "h2", id: "drei", text: "Drei", location: 10 },
  ],
};
const WANTED = [{ main: "ausfall", others: [] }];
const found = () => sectionsOf({ fragment: FRAGMENT, score: 1, places: [7, 3] }, WANTED);

test("what was found is told by section, what the title says first, with the page's name", () => {
  assert.deepEqual(found().map(({ location, page }) => [location, page]), [["lernen/netz/#netz", "Lektion"], ["lernen/netz/#zwei", "Lektion"]]);
});

test("compounds are whole again, in titles and in texts", () => {
  assert.equal(textOf(found()[0].title), "Netzausfälle melden");
  assert.deepEqual(markedIn(found()[0].title), ["Netzausfälle"]);
});

test("of a hit the word is marked and not the signs around it, and markup stays text", () => {
  const [, { teaser: shown }] = found();
  assert.deepEqual(markedIn(shown), ["Ausfall"]);
  assert.equal(textOf(shown), "Der „Ausfall“ kam <b>spät</b>.");
});

test("what stands before the first section is the page itself", () => {
  const [first] = sectionsOf({ fragment: FRAGMENT, score: 1, places: [2] }, [{ main: "netz", others: [] }]);
  assert.deepEqual([first.location, first.page, textOf(first.title)], ["lernen/netz/", "", "Lektion"]);
});

test("a section that has all of what was asked comes before one that has much of one word", () => {
  const content = "Eins. vpn vpn vpn vpn Zwei. vpn langsam";
  const anchors = [{ element: "h2", id: "eins", text: "Eins", location: 0 }, { element: "h2", id: "zwei", text: "Zwei", location: 5 }];
  const both = [{ main: "vpn", others: [] }, { main: "langsam", others: [] }];
  const results = sectionsOf({ fragment: { ...FRAGMENT, content, anchors }, score: 1, places: [1, 2, 3, 4, 6, 7] }, both);
  assert.deepEqual(results.map(({ location }) => location), ["lernen/netz/#zwei", "lernen/netz/#eins"]);
});

test("a teaser begins near its hits and ends in time", () => {
  const words = [...Array.from({ length: 60 }, () => "vorher"), "Treffer", ...Array.from({ length: 60 }, () => "nachher")];
  const shown = textOf(teaser(words, 0, [60]));
  assert.match(shown, /^… (vorher ){6}Treffer( nachher)+ …$/);
  assert.ok(shown.length < 250, `${shown.length} characters`);
});

test("the count speaks German", () => {
  assert.deepEqual([0, 1, 12].map(countText), ["Nichts gefunden.", "Treffer auf einer Seite", "Treffer auf 12 Seiten"]);
});
