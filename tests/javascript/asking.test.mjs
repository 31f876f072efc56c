// Questions about one's own talk: what is found in it, in which order, and that each sentence is one whatever the fields hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionIn } from "../../docs/javascripts/memory/situation.mjs";
import { makeSpeech } from "../../docs/javascripts/speech/speech.mjs";
import { makeAsking } from "../../docs/javascripts/workshop/asking.mjs";
import { makeMentions } from "../../docs/javascripts/workshop/mentions.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { byKind, LABELS, promptsFor, quoted } from "../../docs/javascripts/workshop/prompts.mjs";
import { chance } from "./random.mjs";
import { tables } from "./tables.mjs";

const { plainText } = makeSpeech(tables);
const term = (id, ...forms) => ({ forms, meaning: "…", href: `nachschlagen/glossar/#begriff-${id}` });
const TERMS = [
  term("nat", "NAT"), term("firewall", "Firewall"), term("change", "Change"), term("standard-change", "Standard-Change"), term("patch", "Patch"), term("sla", "SLA"),
  term("mfa", "MFA", "zweiter Faktor"), term("treiber", "Treiber"), term("anonym", "anonym"), term("ip", "IP-Adresse", "IP-Adressen"), term("schwachstelle", "Schwachstelle"), term("itil"),
];
const mentions = makeMentions(TERMS);
const found = (text) => mentions(text).map(({ term: { href }, words }) => `${href.split("-").slice(1).join("-")}: ${words}`);

const MENTIONED = {
  "Die Firewalls, der Firewall und des Firewalls": ["firewall: Firewalls", "firewall: Firewall", "firewall: Firewalls"],
  "Hardware-Firewall, Firewallregeln und Netzfirewall": ["firewall: Hardware-Firewall", "firewall: Firewallregeln", "firewall: Netzfirewall"],
  "Ein Standard-Change, Standard Change, zwei Changes": ["standard-change: Standard Change", "standard-change: Standard Change", "change: Changes"],
  "mit dem zweiten Faktor": ["mfa: zweiten Faktor"],
  "Kein zweiter. Faktor dazu": [],
  "NAT-Regel, aber nat und NATO nicht; SLAs": ["nat: NAT-Regel", "sla: SLAs"],
  "Der Druckertreiber und die Treibern": ["treiber: Druckertreiber", "treiber: Treibern"],
  "Patchkabel": [],
  "sich change dich": [],
  "nat.firma.example, NAT@firma.example": [],
  "NAT.": ["nat: NAT"],
  "anonyme Umfrage; Anonym": ["anonym: anonyme", "anonym: Anonym"],
  "die IP-Adresse und IP‑Adressen": ["ip: IP-Adresse", "ip: IP‑Adressen"],
  "Schwachstellen, Schwachstelle": ["schwachstelle: Schwachstellen", "schwachstelle: Schwachstelle"],
};
for (const [text, expected] of Object.entries(MENTIONED)) test(`terms in „${text}“`, () => assert.deepEqual(found(text).map((each) => each.replace("Standard-Change", "Standard Change")), expected));

const card = (id, title, page, kind = "open", more = {}) => ({ id, title, page, kind, formerly: [], topic: "Netz", ...more });
const CARDS = [
  ...["nat", "firewall", "change", "sla"].map((id) => card(`glossary/${id}`, "Was bedeutet das?", "nachschlagen/glossar/fragen/netz/", "term")),
  card("netz/nat", "Wozu dient NAT?", "ueben/fragen/netz/"), card("netz/beides", "Was haben NAT und eine Firewall gemein?", "ueben/fragen/netz/"),
  card("netz/halb", "Was hat NAT mit einem Change zu tun?", "ueben/fragen/netz/"), card("netz/nichts", "Was ist ein Ring?", "ueben/fragen/netz/"),
  card("fall/nat", "Warum haben Sie NAT genommen?", "fallstudien/fall/fragen/"), card("netz/andere", "Wozu NAT?", "ueben/fragen/netz/", "open", { exams: ["andere"] }),
];
const asking = makeAsking({ terms: TERMS, cards: CARDS, plainText });
const slides = [
  makeSlide("f1", { title: "Titel", headline: "Ein Umzug" }), makeSlide("f2", { title: "Lage", headline: "NAT am Rand", notes: "Die Router nutzen NAT. [Firewall]" }),
  makeSlide("f3", { title: "Weg", bullets: [{ text: "Eine **Firewall**", bullets: [] }], notes: "Mehr nicht." }), makeSlide("f4", { title: "Ende", notes: "Wieder NAT." }),
];
const talk = makeTalk({ exam: "support", slides, hidden: [makeSlide("f5", { notes: "Ein Change." })], metadata: { ...makeTalk().metadata, risks: ["Das SLA reißt."] } });

test("what is asked follows from what is said, the most central first, with the reason", () => {
  const asked = asking.askedAbout(talk);
  assert.deepEqual(asked.map(({ card: { id }, why }) => [id, why]), [
    ["glossary/nat", "weil du auf Folie 2 und 4 „NAT“ sagst"], ["netz/beides", "weil du auf Folie 2 und 4 „NAT“ sagst und auf Folie 3 „Firewall“ steht"],
    ["netz/nat", "weil du auf Folie 2 und 4 „NAT“ sagst"], ["glossary/firewall", "weil auf Folie 3 „Firewall“ steht"],
    ["netz/halb", "weil du auf Folie 2 und 4 „NAT“ sagst"], ["glossary/sla", "weil du „SLA“ unter „Risiken“ nennst"],
  ]);
  assert.deepEqual(asking.askedAbout(talk), asked);
});

const memory = (stability, due) => ({ stability, difficulty: 5, last: 100, due, reviews: 5, lapses: 0 });
const cardsKnown = (memories) => Object.entries(memories).map(([id, known]) => ({ id, memory: known }));

test("a weak card comes before a sure one, and each says how well it is known", () => {
  const conditionOf = conditionIn({ today: 100, exam: null, cards: cardsKnown({ "glossary/nat": memory(1000, 200), "netz/nat": null, "netz/halb": memory(0.3, 100) }) });
  assert.deepEqual(["glossary/nat", "netz/nat", "netz/halb", "unbekannt"].map((id) => conditionOf(id).state), ["solid", "new", "due", "new"]);
  const asked = asking.askedAbout(talk, conditionOf);
  const order = asked.map(({ card: { id } }) => id);
  assert.ok(order.indexOf("glossary/nat") > order.indexOf("netz/nat"));
  assert.equal(asked.find(({ card: { id } }) => id === "netz/halb").state, "due");
  assert.deepEqual(asking.askedAbout(talk, () => ({ weak: NaN, state: "new" })), asking.askedAbout(talk));
});

test("who was asked a moment ago and did not know it is weak, though it is remembered today; before an exam its day counts", () => {
  const weak = (exam, stability) => conditionIn({ today: 100, exam, cards: cardsKnown({ a: memory(stability, 101) }) })("a").weak;
  assert.ok(weak(null, 0.3) > 0.25 && weak(null, 0.3) > weak(null, 30), String(weak(null, 0.3)));
  assert.ok(weak(160, 30) > weak(107, 30) && weak(100, 30) === 0);
});

test("an exam asks its own cards only", () => {
  const ids = asking.askedAbout({ ...talk, exam: "andere" }).map(({ card: { id } }) => id);
  assert.ok(ids.includes("netz/andere") && !asking.askedAbout(talk).some(({ card: { id } }) => id === "netz/andere"));
});

test("a talk that says nothing is asked nothing, and there may be no glossary", () => {
  assert.deepEqual(asking.askedAbout(makeTalk()), []);
  assert.deepEqual(promptsFor(makeTalk(), plainText), []);
  assert.deepEqual(makeAsking({ terms: [], cards: CARDS, plainText }).askedAbout(talk), []);
});

const filled = (changes = {}) => makeTalk({
  metadata: { topic: "Umzug", audience: "IT-Leitung.", situation: "Es war „alt“.", goal: "neu!", success_criteria: ["*Ruhe*"], scope: "hier", risks: ["Ausfall"] },
  slides: [...slides, makeSlide("f6", { title: "Wahl", bullets: [{ text: "Verworfen: gemieteter Dienst", bullets: [] }], notes: "Die Protokolle bleiben hier." })], ...changes,
});

test("every kind asks, filled from one's own fields", () => {
  const prompts = promptsFor(filled(), plainText, asking.usedIn(filled()));
  assert.deepEqual([...new Set(prompts.map(({ kind }) => kind))], Object.keys(LABELS));
  assert.deepEqual(byKind(prompts).flat(), prompts);
  assert.deepEqual(byKind(prompts).map(([{ label }]) => label), Object.values(LABELS));
  const asked = prompts.map(({ question }) => question);
  for (const each of [
    "Warum haben Sie „gemieteter Dienst“ verworfen?", "Als Risiko nennen Sie: „Ausfall“. Was hätten Sie getan, wenn es trotzdem so gekommen wäre?",
    "Ihre Ausgangslage war: „Es war ‚alt‘“. Was wäre anders gewesen, wenn es doppelt so viele Anwender betroffen hätte?", "Als Erfolgskriterium nennen Sie: „Ruhe“. Wie haben Sie das gemessen?",
    "Auf Folie 2 sagen Sie „NAT“. Was heißt das in Ihrem Fall genau?",
    "Auf Folie 5 sagen Sie „Protokolle“. Welche personenbezogenen Daten kommen dabei vor, und wie haben Sie sie geschützt?",
  ]) assert.ok(asked.includes(each), each);
  assert.equal(prompts.find(({ kind }) => kind === "alternative").slide, "f6");
});

test("where nothing is rejected, a way that was not taken is asked for", () =>
  assert.match(promptsFor(filled({ slides }), plainText).find(({ kind }) => kind === "alternative").question, /^Ihr Ziel war: „neu“\. Welchen anderen Weg/));

const ALPHABET = [..."aä NAT.,;:!?–-„“”\"'«»‚‘*_`[](){}<>&\\\n\t\u2028\u0000\ud800😀1%", "Verworfen: ", "Firewall", "<script>", "{{ x }}", "${x}", "$&", "$1", "[Klick]"];
test("every sentence is whole, whatever stands in the fields", () => {
  const draw = chance(15);
  const text = () => Array.from({ length: draw(60) }, () => ALPHABET[draw(ALPHABET.length)]).join("");
  for (let turn = 0; turn < 400; turn += 1) {
    const metadata = { topic: text(), audience: text(), situation: text(), goal: text(), success_criteria: [text(), text()], scope: text(), risks: [text()] };
    const odd = makeTalk({ metadata, slides: [1, 2, 3].map((number) => makeSlide(`f${number}`, { title: text(), headline: text(), notes: text(), bullets: [{ text: text(), bullets: [text()] }] })) });
    for (const { question, why } of promptsFor(odd, plainText, asking.usedIn(odd))) {
      assert.match(question, /^[A-Z][^\n]*\?$/u);
      assert.match(why, /^weil .*[^.]$/u);
      assert.equal(question.split("„").length, question.split("“").length, question);
    }
    for (const { why, score } of asking.askedAbout(odd)) assert.ok(/^weil .+ (?:sagst|steht|nennst)$/u.test(why) && score > 0);
  }
});

test("a field is quoted on one line and not too long", () => {
  assert.equal(quoted("  Der „neue“\nDrucker.  "), "„Der ‚neue‘ Drucker“");
  assert.equal(quoted("\"Neu\" heißt der (“neue”) »Drucker« hier „neu\""), "„‚Neu‘ heißt der (‚neue‘) ‚Drucker‘ hier ‚neu‘“");
  assert.equal(quoted(" –. "), "");
  assert.ok(quoted("wort ".repeat(100)).length < 160 && quoted("wort ".repeat(100)).endsWith("wort …“"));
});

test("texts that were written to be slow are not", () => {
  const slow = ["aä".repeat(10_000), ". ".repeat(10_000) + "x", "gegen ".repeat(20_000), "a-".repeat(10_000), " ".repeat(20_000) + "x", "hätte ".repeat(20_000), "1.".repeat(10_000)];
  const start = performance.now();
  for (const text of slow) promptsFor(filled({ slides: [makeSlide("f1", { title: text, notes: text.slice(0, 20_000) })], metadata: { ...talk.metadata, topic: text } }), plainText, asking.usedIn(talk));
  assert.ok(performance.now() - start < 20_000);
});
