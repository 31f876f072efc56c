// All of the screen, where a browser gives it; telephones of one maker do not.

export const canFill = () => Boolean(document.fullscreenEnabled);

export const isFull = () => document.fullscreenElement !== null;

/** Take all of the screen, or give it back; refused, the page stays as it is. */
export async function toggleFull() {
  try {
    await (isFull() ? document.exitFullscreen() : document.documentElement.requestFullscreen({ navigationUI: "hide" }));
  } catch {
    // It asks for a press of a key or a click that has just been.
  }
}
