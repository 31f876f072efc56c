// Whether the site runs as an app, and how it becomes one: by the browser's own offer, or on iPhone and iPad by hand.

/** @typedef {Event & {prompt: () => Promise<unknown>}} Offer  only some browsers make it, once on a page */
/** @typedef {{event: Offer | null}} Offered  what has been offered so far, maybe before anybody wanted to know */

/** Stands in the address that the manifest has the app begin with (`generalprobe/installing.py`). */
const MARK = "von";

/** Started from the home screen or as a window of its own, not in a tab. */
export const isApp = () => matchMedia("(display-mode: standalone)").matches || isOnHomeScreen() === true;

/** Whether this page was opened by starting the app. The mark is taken from the address, so that nobody passes it on. */
export function wasStarted() {
  const address = new URL(location.href);
  const isMarked = address.searchParams.get(MARK) === "app";
  if (isMarked) {
    address.searchParams.delete(MARK);
    history.replaceState(history.state, "", address);
  }
  return isMarked || isApp();
}

/** iPhone and iPad offer nothing: it is done by hand, in two steps. */
export const isByHand = () => isOnHomeScreen() === false && navigator.maxTouchPoints > 1;

/** @returns {boolean | undefined} undefined for browsers that do not know of one */
const isOnHomeScreen = () => /** @type {Navigator & {standalone?: boolean}} */ (navigator).standalone;
