// Why a file cannot be read: the one thing that readers throw, a German sentence for whoever chose it. Pure.

export class Unreadable extends Error {}

/** @typedef {{trouble: string}} Trouble */

/**
 * What a reader found, or why it cannot go on.
 *
 * @template Found
 * @param {() => Promise<Found> | Found} read
 * @returns {Promise<Found | Trouble>}
 */
export async function readable(read) {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof Unreadable) return { trouble: reason.message };
    throw reason;
  }
}
