// How much a day may be: reviews in all, and new cards among them. Pure.

/** What is usual, and what can be set. */
export const BOUNDS = { daily: { usual: 60, least: 1, most: 500 }, fresh: { usual: 10, least: 0, most: 200 } };

/**
 * @param {"daily" | "fresh"} name
 * @param {string | number | null} value
 * @returns {number | null} null for what is no such amount
 */
export function amountOf(name, value) {
  const { least, most } = BOUNDS[name];
  const amount = Number(value);
  const isOne = value !== null && value !== "" && Number.isInteger(amount) && amount >= least && amount <= most;
  return isOne ? amount : null;
}
