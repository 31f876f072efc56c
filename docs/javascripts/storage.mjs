// The browser's storage, guarded: full or forbidden it costs what was to be remembered, never the page.

/**
 * @param {string} kind such as "setting" or "progress"
 * @param {string} id
 * @returns {string | null} what was stored, null when there is nothing or no storage
 */
export function read(kind, id) {
  try {
    return localStorage.getItem(key(kind, id));
  } catch {
    return null;
  }
}

/**
 * Store a text; null removes it.
 *
 * @param {string} kind
 * @param {string} id
 * @param {string | null} value
 */
export function write(kind, id, value) {
  try {
    if (value === null) localStorage.removeItem(key(kind, id));
    else localStorage.setItem(key(kind, id), value);
  } catch {
    // Nothing to do: the page works all the same.
  }
}

/** @param {string} kind @param {string} id */
export const key = (kind, id) => `generalprobe:${kind}:${id}`;
