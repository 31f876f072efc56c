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

/** @returns {Storage | null} null where the browser forbids even to ask */
export function deviceStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** @returns {Promise<boolean | null>} whether the browser has promised not to clear the storage by itself; null: it cannot tell */
export async function isPersistent() {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}

/** Ask the browser for that promise; some ask the person. @returns {Promise<boolean | null>} as `isPersistent` */
export async function askToPersist() {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return null;
  }
}
