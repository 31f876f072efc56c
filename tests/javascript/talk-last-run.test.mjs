// What a page says of the rehearsals of a talk that it only links to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lastSaid } from "../../docs/javascripts/talk/last-run.mjs";
import { NOW, each, ran, talkOf } from "./talk-samples.mjs";

const talk = talkOf();
const at = (days) => ({ at: NOW - days * 24 * 60 * 60 * 1000 });

test("the last whole one with its time and its day, and how many there were", () => {
  assert.equal(lastSaid([ran(talk, each(72), at(2))], NOW), "9:36 am Di, 24. Nov.");
  assert.equal(lastSaid([ran(talk, each(80), at(9)), ran(talk, each(72), at(2)), ran(talk, { titel: 40 }, at(1))], NOW), "3-mal, zuletzt 9:36 am Di, 24. Nov.");
  assert.equal(lastSaid([ran(talk, each(72), at(400))], NOW), "9:36 am Mi, 22. Okt. 2025");
});

test("parts have no time of the whole, and reading along silently is no rehearsal", () => {
  assert.equal(lastSaid([ran(talk, { titel: 40 }, at(1))], NOW), "in Teilen, zuletzt am Mi, 25. Nov.");
  assert.equal(lastSaid([ran(talk, each(72), { ...at(1), mode: "silent" })], NOW), "");
  assert.equal(lastSaid([], NOW), "");
});
