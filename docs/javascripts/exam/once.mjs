// A button of a remote control that is pressed twice, or a click that was meant as one, counts once. Pure.

/** So long nobody has read what is new, let alone answered it. */
const TOO_SOON_MS = 1000;

/**
 * @param {() => number} now milliseconds that only grow
 * @returns {{begin: () => void, isMeant: () => boolean}} `begin` when something new is shown; `isMeant` whether a press can be meant for that
 */
export function makeOnce(now) {
  let since = -Infinity;
  return {
    begin() {
      since = now();
    },
    isMeant: () => now() - since >= TOO_SOON_MS,
  };
}
