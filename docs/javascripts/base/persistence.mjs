// Whether the browser is willing to keep what is stored when room gets scarce. It promises nothing: what one visits too seldom may go all the same.

/** @returns {Promise<boolean | null>} null: it cannot tell */
export async function isPersistent() {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}

/** Ask for it. Some browsers ask the person: so only a button that says so may call this. @returns {Promise<boolean | null>} as `isPersistent` */
export async function askToPersist() {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return null;
  }
}
