// Which words of a text are terms of the glossary, and where their explanation fits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf } from "../../docs/javascripts/frame/explanation.mjs";
import { finder } from "../../docs/javascripts/frame/terms.mjs";

const terms = [["DNS", "DNS-Server"], ["Service Request", "Serviceanfrage"], ["SLA"], ["Incident"], ["Change"], ["C++ (neu)"]]
  .map((forms) => ({ forms, meaning: "", href: `#${forms[0]}` }));

/** @param {string} text */
const found = (text) => finder(terms)(text).map(({ index, length, term }) => [text.slice(index, index + length), term.forms[0]]);

test("whole words are found, in the order of the text", () => {
  assert.deepEqual(found("Zuerst DNS, dann der Incident."), [["DNS", "DNS"], ["Incident", "Incident"]]);
});

test("German endings belong to the word", () => {
  const text = "Incidents, des Changes, zwei SLAs, zwei Serviceanfragen, vielen Service Requests";
  assert.deepEqual(found(text).map(([word]) => word), ["Incidents", "Changes", "SLAs", "Serviceanfragen", "Service Requests"]);
});

test("the longest form wins", () => {
  assert.deepEqual(found("der DNS-Server"), [["DNS-Server", "DNS"]]);
});

test("the first part of a compound with a hyphen is a term, a later one is not", () => {
  assert.deepEqual(found("die SLA-Frist"), [["SLA", "SLA"]]);
  assert.deepEqual(found("das Test-SLA"), []);
});

test("parts of words, other cases, and parts of addresses are not terms", () => {
  for (const text of ["DNSSEC", "Slalom", "dns", "Changing", "change", "exDNS", "ÜSLA", "SLAß", "DNS.example", "max@DNS", "www.DNS", "DNS_1"]) {
    assert.deepEqual(found(text), [], text);
  }
});

test("signs around a word do not hide it", () => {
  for (const text of ["DNS.", "„DNS“", "(DNS)", "DHCP/DNS", "DNS: was", "DNS?", "Was ist DNS"]) assert.deepEqual(found(text), [["DNS", "DNS"]], text);
});

test("a term of two words is found over a line break", () => {
  assert.deepEqual(found("ein Service\n  Request"), [["Service\n  Request", "Service Request"]]);
  assert.deepEqual(found("ein Service\u00A0Request"), [["Service\u00A0Request", "Service Request"]]);
});

test("signs in a form are just signs", () => {
  assert.deepEqual(found("mit C++ (neu) gebaut"), [["C++ (neu)", "C++ (neu)"]]);
  assert.deepEqual(found("mit CCC neu gebaut"), []);
});

test("without terms nothing is found", () => {
  assert.deepEqual(finder([])("DNS"), []);
  assert.deepEqual(finder([{ forms: [], meaning: "", href: "" }])("DNS"), []);
});

const view = { width: 390, height: 844 };
const tip = { width: 300, height: 120 };

test("an explanation stands under its word, above it where there is no room", () => {
  assert.deepEqual(placeOf({ left: 20, top: 100, bottom: 120 }, tip, view), { left: 20, top: 126 });
  assert.deepEqual(placeOf({ left: 20, top: 800, bottom: 820 }, tip, view), { left: 20, top: 674 });
});

test("an explanation never leaves the window", () => {
  assert.equal(placeOf({ left: 380, top: 100, bottom: 120 }, tip, view).left, 82);
  assert.equal(placeOf({ left: -4, top: 100, bottom: 120 }, tip, view).left, 8);
  assert.equal(placeOf({ left: 20, top: 60, bottom: 80 }, tip, { width: 390, height: 150 }).top, 86);
});

test("a form is found however its words are spaced, in the glossary and in the text", () => {
  const term = { forms: ["Service  Request"], meaning: "", href: "#request" };
  assert.deepEqual(finder([term])("ein Service\n Request"), [{ index: 4, length: 16, term }]);
});
