import assert from "node:assert/strict";
import { test } from "node:test";

import { cacheOf } from "../../docs/javascripts/base/site-name.mjs";
import { addressOf, isVisit, shownAnywhere, withSlash } from "../../docs/javascripts/offline/asked.mjs";
import { fetchExactly, hashOf, isFull, keepAll } from "../../docs/javascripts/offline/fetched.mjs";
import { dropped, hashesOf, missing, named, stateOf } from "../../docs/javascripts/offline/list.mjs";
import { whenCome } from "../../docs/javascripts/offline/news.mjs";
import { answered } from "../../docs/javascripts/offline/store.mjs";
import { amountSaid } from "../../docs/javascripts/offline/words.mjs";

const SCOPE = new URL("https://lernen.example/kurs/");

/** @param {string} url @param {object} [other] */
const asked = (url, other = {}) => ({ method: "GET", url, mode: "navigate", headers: new Headers(), ...other });

/** @param {string} url @param {object} [other] */
const address = (url, other) => addressOf(asked(url, other), SCOPE);

const caseOf = (title, ...files) => ({ title, packed: 10, files });
const ROUTER = caseOf("Router", ["fallstudien/router/", "r1", 100], ["bild.svg", "b1", 10]);
const DRUCKER = caseOf("Drucker", ["fallstudien/drucker/", "d1", 200], ["bild.svg", "b1", 10]);
const LIST = {
  core: [["", "s1", 50], ["lernen/", "l1", 70], ["a.mjs", "a1", 5]],
  cases: { "fallstudien/router/": ROUTER, "fallstudien/drucker/": DRUCKER },
  rest: [["trainer/", "t1", 30]],
};
const device = (...hashes) => (hash) => hashes.includes(hash);
const addresses = (rows) => rows.map(([each]) => each).sort();

test("a page has one address, whatever is said to it and however it is named", () => {
  assert.equal(address("https://lernen.example/kurs/"), "");
  assert.equal(address("https://lernen.example/kurs/index.html"), "");
  assert.equal(address("https://lernen.example/kurs/buehne/?fall=drucker#folie-2"), "buehne/");
  assert.equal(address("https://lernen.example/kurs/lernen/index.html"), "lernen/");
  assert.equal(address("https://lernen.example/kurs/b%C3%BCro.svg"), "büro.svg");
  assert.equal(address("https://lernen.example/kurs/50%.svg"), "50%.svg");
});

test("other sites, what is sent, and pieces of files are left alone", () => {
  assert.equal(address("https://lernen.example/anderer/"), null);
  assert.equal(address("https://anderswo.example/kurs/"), null);
  assert.equal(address("https://lernen.example/kurs/", { method: "POST" }), null);
  assert.equal(address("https://lernen.example/kurs/", { method: "HEAD" }), null);
  assert.equal(address("https://lernen.example/kurs/ton.webm", { headers: new Headers({ range: "bytes=0-" }) }), null);
});

test("who saves a file visits no page", () => {
  const visited = (url, mode = "navigate") => isVisit(asked(url, { mode }), address(url) ?? "");
  assert.deepEqual(["", "lernen/", "lernen", "404.html"].map((each) => visited(`${SCOPE}${each}`)), [true, true, true, true]);
  assert.equal(visited(`${SCOPE}herunterladen/karten.apkg`), false);
  assert.equal(visited(`${SCOPE}lernen/`, "cors"), false);
});

test("a page that lacks its slash is led to it, and nothing else", () => {
  const files = hashesOf(LIST);
  assert.deepEqual(["lernen", "lernen/", "a.mjs", "fehlt"].map((each) => withSlash(each, files)), ["lernen/", null, null, null]);
});

test("the page that stands in leads right from any address", () => {
  const page = '<html data-root=".."><a href="..">Start</a><a href="../lernen/#a">L</a><script src="../javascripts/x.mjs"></script><a href="#inhalt">';
  assert.equal(shownAnywhere(page, "/kurs/"), '<html data-root="/kurs/"><a href="/kurs/">Start</a><a href="/kurs/lernen/#a">L</a><script src="/kurs/javascripts/x.mjs"></script><a href="#inhalt">');
  assert.match(shownAnywhere(page, "/"), /<a href="\/">Start<\/a><a href="\/lernen\/#a">/);
});

test("a first visit fetches what is kept anyway, each file once", () => {
  assert.deepEqual(addresses(missing(LIST, [], device())), ["", "a.mjs", "lernen/"]);
  assert.deepEqual(missing({ ...LIST, core: [...LIST.core, ["kopie/", "l1", 70]] }, [], device("s1", "a1")).length, 1);
});

test("an update fetches what has changed, and nothing that has only moved", () => {
  const next = { ...LIST, core: [["", "s1", 50], ["lernen/", "l2", 71], ["anders/a.mjs", "a1", 5]] };
  assert.deepEqual(missing(next, [LIST], device("s1", "l1", "a1")), [["lernen/", "l2", 71]]);
});

test("what was taken along or visited comes along, as it is now", () => {
  const next = {
    ...LIST,
    cases: { "fallstudien/router/": caseOf("Router", ["fallstudien/router/", "r2", 100], ["neu.svg", "n1", 10]), "fallstudien/drucker/": caseOf("Drucker", ["fallstudien/drucker/", "d2", 1]) },
    rest: [["trainer/", "t2", 30]],
  };
  const core = ["s1", "l1", "a1"];
  assert.deepEqual(addresses(missing(next, [LIST], device(...core, "r1", "b1"))), ["fallstudien/router/", "neu.svg"]);
  assert.deepEqual(addresses(missing(next, [LIST], device(...core, "t1"))), ["trainer/"]);
  assert.deepEqual(missing(next, [LIST], device(...core)), []);
  const without = { ...LIST, cases: {}, rest: [] };
  assert.deepEqual(missing(without, [LIST], device(...core, "r1", "b1", "t1")), []);
});

test("the device tells what it has", () => {
  const state = stateOf(LIST, device("s1", "l1", "a1", "r1", "b1", "t1"));
  assert.deepEqual(state.core, { pages: 2, bytes: 125 });
  assert.deepEqual(state.cases.map(({ title, kept, bytes }) => [title, kept, bytes]), [["Router", true, 110], ["Drucker", false, 210]]);
  assert.deepEqual(state.visited, { pages: 1, bytes: 30, addresses: ["trainer/"] });
  const half = stateOf(LIST, device("s1", "l1", "a1", "d1"));
  assert.deepEqual(half.visited.addresses, ["fallstudien/drucker/"]);
});

test("what goes takes nothing with it that is still wanted", () => {
  const has = device("s1", "l1", "a1", "r1", "b1", "d1", "t1");
  assert.deepEqual(addresses(dropped(LIST, ["fallstudien/router/"], has)), ["fallstudien/router/"]);
  assert.deepEqual(addresses(dropped(LIST, ["fallstudien/router/"], device("r1", "b1", "d2"))), ["bild.svg", "fallstudien/router/"]);
  assert.deepEqual(addresses(dropped(LIST, ["trainer/", "lernen/"], has)), ["trainer/"]);
  const waiting = { ...LIST, core: [...LIST.core, ["trainer/", "t1", 30]] };
  assert.deepEqual(addresses(dropped(LIST, ["trainer/"], has, [LIST, waiting])), [], "a version that waits keeps it");
  assert.deepEqual(addresses(named(LIST, ["fallstudien/drucker/", "trainer/"])), ["bild.svg", "fallstudien/drucker/", "trainer/"]);
});

test("only exactly what the list names is taken, and a cache that is behind is passed by", async (context) => {
  const [right, wrong] = ["richtig", "falsch"].map((text) => new TextEncoder().encode(text));
  const hash = await hashOf(right.buffer);
  assert.match(hash, /^[\w-]{12}$/);
  const serve = (...answers) => {
    const tried = [];
    context.mock.method(globalThis, "fetch", async (_, { cache }) => {
      tried.push(cache);
      return answers[tried.length - 1];
    });
    return tried;
  };
  const behind = serve(new Response(wrong), new Response(right, { headers: { "content-type": "text/html" } }));
  const found = await fetchExactly(new URL("a", SCOPE), hash);
  assert.equal(new TextDecoder().decode(found?.content), "richtig");
  assert.equal(found?.headers.get("content-type"), "text/html");
  assert.deepEqual(behind, ["default", "reload"]);
  serve(new Response(wrong), new Response(wrong));
  assert.equal(await fetchExactly(new URL("a", SCOPE), hash), null);
  serve(new Response(right, { status: 500 }), new Response(right, { status: 500 }));
  assert.equal(await fetchExactly(new URL("a", SCOPE), hash), null);
});

test("without room nothing half stays; what another mistake left waits for the next try", async (context) => {
  const content = new TextEncoder().encode("x");
  const hash = await hashOf(content.buffer);
  context.mock.method(globalThis, "fetch", async (url) => new Response(String(url).endsWith("fehlt") ? "anderes" : content));
  const storeOf = (room) => {
    const kept = [];
    return { kept, keepFile: async (each) => { if (kept.length >= room) throw new DOMException("", "QuotaExceededError"); kept.push(each); }, dropFiles: async (gone) => { kept.splice(0, gone.length); } };
  };
  const full = storeOf(2);
  await assert.rejects(keepAll(full, SCOPE, ["a", "b", "c", "d"].map((each) => [each, hash, 1])), isFull);
  assert.deepEqual(full.kept, []);
  const torn = storeOf(9);
  let told = 0;
  await assert.rejects(keepAll(torn, SCOPE, [["a", hash, 1], ["fehlt", hash, 1]], () => told++), /fehlt/);
  assert.deepEqual(torn.kept, [hash]);
  assert.equal(told, 1);
});

test("what a server says of the way, or to caches, is not kept", () => {
  const headers = answered(new Headers({ vary: "*", "content-encoding": "gzip", "cache-control": "max-age=9", "content-type": "text/html" }));
  assert.deepEqual([...headers], [["cache-control", "no-cache"], ["content-type", "text/html"]]);
});

test("two sites of one origin have two caches, and amounts are said in German", () => {
  assert.notEqual(cacheOf("/"), cacheOf("/kurs/"));
  assert.equal(amountSaid({ pages: 116, bytes: 7_049_000 }), "116 Seiten, 7\u00a0MB");
  assert.equal(amountSaid({ pages: 1, bytes: 4000 }), "1 Seite, 4\u00a0kB");
  assert.equal(amountSaid({ pages: 0, bytes: 4000 }), "4\u00a0kB");
});

test("a version is heard of that was on its way before the page was there, and the next one", () => {
  const coming = (state) => Object.assign(new EventTarget(), { state });
  const found = Object.assign(new EventTarget(), { installing: coming("installed") });
  let heard = 0;
  whenCome(found, () => heard++);
  found.installing.dispatchEvent(new Event("statechange"));
  assert.equal(heard, 1);
  found.installing = coming("redundant");
  found.dispatchEvent(new Event("updatefound"));
  found.installing.dispatchEvent(new Event("statechange"));
  assert.equal(heard, 1);
});
