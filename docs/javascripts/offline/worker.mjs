// The site's service worker: keeps all that its list names, and answers with it. A page and all that it loads come from one version.
//
// `generalprobe/offline.py` and the build make of it `worker.js` at the site's root, with the hash of the list, which is the
// name of the version, in front of it. A new version comes to power when somebody agrees, or when no page is open any more;
// pages that are open then go on with the version that they began with.

import { addressOf, isVisit, shownAnywhere, withSlash } from "./asked.mjs";
import { fetchExactly, isFull, keepAll } from "./fetched.mjs";
import { dropped, isPage, missing, named, stateOf } from "./list.mjs";
import { answered, Store } from "./store.mjs";

/** @typedef {import("./store.mjs").Running} Running */
/** @typedef {import("./telling.mjs").Message} Message */
/** @typedef {{request: Request, clientId: string, resultingClientId: string, waitUntil: (done: Promise<unknown>) => void}} Fetching */

/** The compiler knows only of pages. */
const worker = /** @type {any} */ (self);
/** @type {string} */
const VERSION = worker.VERSION;
const SCOPE = new URL(worker.registration.scope);
const LIST = "offline.json";
const NOT_THERE = "nicht-da/";
/** Said instead of an answer that is still to come. */
const GOING = "going";
/** The version of a page that the server has given, and not the list. */
const SERVER = "server";
/** So long it may take from the request for a page until the browser knows the page. */
const ARRIVING_MS = 60_000;

const store = new Store(SCOPE);
let hasLeft = false;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("message", (/** @type {any} */ event) => event.waitUntil(hear(event)));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const address = addressOf(event.request, SCOPE);
  if (address === null || hasLeft) return;
  const answer = isVisit(event.request, address) ? visit(event, address) : load(event, address);
  event.respondWith(answer.catch(() => fetch(event.request))); // Should the cache be broken, the site is as without it.
});

/** All or nothing: the list comes last. What has nothing before it, but for a worker that kept nothing, need not wait. */
async function install(onKept = () => {}) {
  try {
    const before = await store.versions();
    const found = await fetchExactly(new URL(LIST, SCOPE), VERSION);
    if (!found) throw new Error("the list is that of another version");
    const text = new TextDecoder().decode(found.content);
    const hashes = await store.hashes();
    await keepAll(store, SCOPE, missing(JSON.parse(text), await lists(), (hash) => hashes.has(hash)), onKept);
    await store.keepList(VERSION, text);
    if (!before.length) await worker.skipWaiting();
  } catch (reason) {
    await tell({ refused: isFull(reason) ? "full" : "failed" });
    throw reason;
  }
}

/** Pages that are open go on with what they began with; a first visit is taken in at once. */
async function activate() {
  const running = await state();
  const before = running.active;
  running.active = VERSION;
  if (before && before !== VERSION) {
    for (const { id } of await open()) running.clients[id] ??= { version: before, at: 0 };
  }
  await keepState();
  if (!before) await worker.clients.claim();
  await clearAway();
  await tell({ kept: true });
}

/** @type {Promise<void> | undefined} */
let restoring;

/** What was kept was taken away, and the worker is left: by a browser, or because somebody wants it again. */
const restore = (onKept = () => {}) => (restoring ??= install(onKept).then(() => tell({ kept: true })).catch(() => {}).finally(() => (restoring = undefined)));

/** @param {Fetching} event @param {string} address */
async function visit(event, address) {
  event.waitUntil(clearAway());
  const version = await store.version(VERSION);
  if (!version) event.waitUntil(restore());
  const hash = version?.hashes.get(address);
  const kept = hash && (await store.file(hash));
  if (kept) return kept;
  const slashed = version && withSlash(address, version.hashes);
  if (slashed) return Response.redirect(new URL(slashed + new URL(event.request.url).search, SCOPE).href);
  try {
    const exact = hash && (await keptNow(address, hash));
    if (exact) return exact;
    const response = await fetch(event.request);
    await remember(event.resultingClientId, SERVER);
    if (hash) event.waitUntil(worker.registration.update().catch(() => {}));
    return response;
  } catch {
    return notThere();
  }
}

/** What a page loads. @param {Fetching} event @param {string} address */
async function load({ request, clientId, resultingClientId }, address) {
  const name = await versionOf(clientId);
  if (resultingClientId && name !== VERSION) await remember(resultingClientId, name); // A worker is of its page's version.
  if (name === SERVER) return request.mode === "navigate" ? fetch(request) : fromServer(request);
  const hash = (await store.version(name))?.hashes.get(address);
  if (!hash) return fetch(request);
  const kept = await store.file(hash);
  if (kept) return kept;
  try {
    return (await keptNow(address, hash)) ?? Response.error();
  } catch {
    return Response.error();
  }
}

/** What the server has now, and not what a cache had. @param {Request} request */
async function fromServer(request) {
  const response = await fetch(request, { cache: "no-cache" });
  return response.type === "basic" ? new Response(response.body, { status: response.status, headers: answered(response.headers) }) : response;
}

/** Fetch a file, and keep it where there is room. @param {string} address @param {string} hash */
async function keptNow(address, hash) {
  const found = await fetchExactly(new URL(address, SCOPE), hash);
  if (!found) return null;
  const response = new Response(found.content.slice(0), { headers: answered(found.headers) });
  await store.keepFile(hash, found.content, found.headers).catch(() => {});
  return response;
}

/** A page that says that another one is not on the device, at the other's address. */
async function notThere() {
  const hash = (await store.version(VERSION))?.hashes.get(NOT_THERE);
  const page = hash && (await store.file(hash));
  if (!page) return Response.error();
  return new Response(shownAnywhere(await page.text(), SCOPE.pathname), { status: 503, headers: page.headers });
}

/** @param {{data: Message, ports: MessagePort[]}} event */
async function hear({ data, ports: [port] }) {
  if (data.type === "take over") return worker.skipWaiting();
  if (data.type === "leave") return leave(port);
  if (data.type === "stay") await stay(port);
  const version = await store.version(VERSION);
  if (!version) return port?.postMessage(null);
  let failed = "";
  if (data.type === "take") failed = await take(version.list, data.addresses, () => port?.postMessage(GOING));
  if (data.type === "drop") await store.dropFiles(dropped(version.list, data.addresses, await has(), await lists()).map(([, hash]) => hash));
  const there = await has();
  const away = data.type === "which" ? data.addresses.filter((address) => version.hashes.has(address) && isPage(address) && !there(version.hashes.get(address) ?? "")) : [];
  port?.postMessage({ ...stateOf(version.list, there), away, failed });
}

/** Nothing is kept any more, also while pages are open that still ask here. @param {MessagePort} port */
async function leave(port) {
  hasLeft = true;
  await store.clear();
  await worker.registration.unregister();
  port.postMessage(null);
}

/** Somebody wants it after all, and pages are still open. @param {MessagePort} port */
async function stay(port) {
  hasLeft = false;
  if (!(await store.version(VERSION))) await restore(() => port.postMessage(GOING));
}

/** @param {import("./list.mjs").List} list @param {string[]} addresses @param {() => void} onKept @returns {Promise<"" | "full" | "failed">} */
async function take(list, addresses, onKept) {
  const there = await has();
  try {
    await keepAll(store, SCOPE, named(list, addresses).filter(([, hash]) => !there(hash)), onKept);
    return "";
  } catch (reason) {
    return isFull(reason) ? "full" : "failed";
  }
}

/** What the versions on the device say. @returns {Promise<import("./list.mjs").List[]>} */
async function lists() {
  const versions = await Promise.all((await store.versions()).map((version) => store.version(version)));
  return versions.flatMap((version) => version?.list ?? []);
}

/** What the device has at this moment. */
async function has() {
  const hashes = await store.hashes();
  return (/** @type {string} */ hash) => hashes.has(hash);
}

/** @type {Running} what is known where nothing can be read */
const NOBODY = { active: null, clients: {} };
/** @type {Promise<Running> | undefined} */
let remembered;

/** Which pages run on another version: also a worker that was stopped in between knows it. */
const state = () => (remembered ??= store.running().catch(() => NOBODY));

const keepState = async () => store.keepRunning(await state()).catch(() => {});

/** @param {string} clientId */
async function versionOf(clientId) {
  return (await state()).clients[clientId]?.version ?? VERSION;
}

/** @param {string} clientId @param {string} version */
async function remember(clientId, version) {
  if (!clientId) return;
  (await state()).clients[clientId] = { version, at: Date.now() };
  await keepState();
}

/** Forget pages that are closed, and versions and files that none needs. While another version is coming, its files wait here too. */
async function clearAway() {
  const running = await state();
  const alive = new Set((await open()).map(({ id }) => id));
  const gone = Object.entries(running.clients).filter(([id, { at }]) => !alive.has(id) && Date.now() - at > ARRIVING_MS);
  for (const [id] of gone) delete running.clients[id];
  if (gone.length) await keepState();
  const needed = new Set([VERSION, ...Object.values(running.clients).map(({ version }) => version)]);
  const done = (await store.versions()).filter((version) => !needed.has(version));
  const { installing, waiting } = worker.registration;
  if (!done.length || installing || waiting) return;
  for (const version of done) await store.dropList(version);
  const left = await Promise.all((await store.versions()).map((version) => store.version(version)));
  const used = new Set(left.flatMap((each) => [...(each?.hashes.values() ?? [])]));
  await store.dropFiles([...(await store.hashes())].filter((hash) => !used.has(hash)));
}

/** @returns {Promise<{id: string, postMessage: (message: unknown) => void}[]>} */
const open = () => worker.clients.matchAll({ includeUncontrolled: true, type: "all" });

/** @param {import("./telling.mjs").News} news */
async function tell(news) {
  for (const client of await open()) client.postMessage(news);
}
