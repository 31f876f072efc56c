// Says that a new version of the site is there, and takes it when somebody agrees: quietly, and never where it would disturb.

import { button, make } from "../base/elements.mjs";
import { readPassing, writePassing } from "../base/shelf.mjs";

const SAID = "Es gibt eine neue Fassung dieser Website.";
/** Where somebody speaks, writes or is being tested. Where cards are practised, the looks hide it. */
const UNDISTURBED = ["stage", "screen", "mock-exam", "examining", "workshop", "short-test", "marking-sheet", "speaking-rate"].map((part) => `[data-part~="${part}"]`).join();

/** @param {ServiceWorkerRegistration} registration */
export function watch(registration) {
  if (document.querySelector(UNDISTURBED)) return;
  const offer = () => {
    if (registration.waiting && registration.active && !readPassing("later", "version")) show(registration);
  };
  whenCome(registration, offer);
  offer();
}

/** Hear of each version that has come, also of one that was found before this page was there. @param {ServiceWorkerRegistration} registration @param {() => void} hear */
export function whenCome(registration, hear) {
  const follow = () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => coming.state === "installed" && hear());
  };
  registration.addEventListener("updatefound", follow);
  follow();
}

/** @param {ServiceWorkerRegistration} registration */
function show(registration) {
  if (document.querySelector("[data-news]")) return;
  const news = make("div", { class: "gp-news", role: "status", "data-news": true }, make("p", {}, SAID));
  const leave = () => news.remove();
  news.append(
    button("Neu laden", () => take(registration), { class: "gp-button gp-button--primary" }),
    button("Später", () => {
      writePassing("later", "version", "1");
      leave();
    }),
  );
  // Somebody has agreed in another tab.
  navigator.serviceWorker.addEventListener("controllerchange", leave);
  document.body.append(news);
}

/**
 * Once the new version is in power, the page is its first: also one that was loaded past the worker, or where another tab was quicker.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function take({ waiting }) {
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
  waiting.postMessage({ type: "take over" });
}
