// Whether the browser promises to keep what is stored.

/** @returns {Promise<boolean | null>} whether it has promised not to clear the storage by itself; null: it cannot tell */
export async function isPersistent() {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}

/** Ask for that promise. Some browsers ask the person: so only a button that says so may call this. @returns {Promise<boolean | null>} as `isPersistent` */
export async function askToPersist() {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return null;
  }
}
