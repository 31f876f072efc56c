// A field for a day: what is typed by half is named, and what is emptied is taken away.

/** @typedef {import("./calendar.mjs").Day} Day */

/**
 * Hear of what somebody enters. While the field has the keyboard, half a date is nothing yet; left so, it is incomplete.
 *
 * @param {HTMLInputElement} field
 * @param {(value: string) => Day | null} dayIn what was typed as a day, null where it is none
 * @param {() => Day | null} current the day that holds
 * @param {(day: Day | null) => void} onDay another day, or null where the field was emptied
 * @param {() => void} onIncomplete
 */
export function mountDayField(field, dayIn, current, onDay, onIncomplete) {
  const isWhole = () => dayIn(field.value) !== null || (field.value === "" && !field.validity.badInput);
  const enter = () => {
    const day = dayIn(field.value);
    if (isWhole() && day !== current()) onDay(day);
  };
  field.addEventListener("change", enter);
  // Emptied part by part, a field has no value from the first part on, and tells of nothing after it.
  field.addEventListener("blur", () => {
    if (isWhole()) {
      field.removeAttribute("aria-invalid");
      enter();
    } else {
      field.setAttribute("aria-invalid", "true");
      onIncomplete();
    }
  });
}
