// Lists as sentences have them. Pure.

/** @param {readonly string[]} items @returns {string} such as „9:00, 10:00 und 10:30“ */
export const listed = (items) => new Intl.ListFormat("de").format(items);
