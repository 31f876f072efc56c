// Takes the worker's place (as `worker.js`) where a site keeps nothing on devices: clears away what an earlier one has kept, and goes.
// It stands alone, as it is.

{
  const worker = /** @type {any} */ (self);
  const start = `generalprobe:${new URL(worker.registration.scope).pathname.replaceAll(":", "%3A")}:offline`;
  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(caches.delete(start).then(() => worker.registration.unregister())));
}
