// On a case study: offers to take it along once the site is on the device, and loads nothing for it before.

/** @param {HTMLElement} place */
export function mount(place) {
  if (document.documentElement.dataset.offline === undefined || !("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.ready.then(() => import("./case.mjs")).then(({ showCase }) => showCase(place)).catch(() => {});
}
