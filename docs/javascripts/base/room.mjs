// How much something takes on the device, and how much the browser has left for this site.

const [KILO, MEGA, GIGA] = [1e3, 1e6, 1e9];

/** @param {number} bytes @returns {string} such as 340 kB or 2,1 GB */
export function sizeSaid(bytes) {
  const [unit, factor] = bytes >= 0.95 * GIGA ? ["GB", GIGA] : bytes >= 0.95 * MEGA ? ["MB", MEGA] : ["kB", KILO];
  const amount = bytes / Number(factor);
  return `${amount.toLocaleString("de", { maximumFractionDigits: amount < 10 && factor !== KILO ? 1 : 0 })}\u00a0${unit}`;
}

/** @returns {Promise<number | null>} in bytes; null where the browser does not say */
export async function roomLeft() {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  } catch {
    return null;
  }
}
