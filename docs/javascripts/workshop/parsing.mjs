// XML as the browser reads it: no entities, nothing fetched. Whoever waits on the page notices none of it.

/** Longer without a breath, and what somebody types comes late. */
const BREATH_MS = 30;

let breathed = 0;

/** @param {string} text @returns {Promise<Document | null>} null for what is no XML */
export async function parse(text) {
  if (performance.now() - breathed > BREATH_MS) {
    await new Promise((resolve) => setTimeout(resolve));
    breathed = performance.now();
  }
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  return parsed.getElementsByTagName("parsererror").length ? null : parsed;
}
