// The main menu at phone width: a button that opens the navigation, closed by Escape or by a click elsewhere.

/** @param {HTMLElement} button */
export function mount(button) {
  const menu = /** @type {HTMLElement} */ (document.getElementById(button.getAttribute("aria-controls") ?? ""));

  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.toggleAttribute("data-open", open);
  };

  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    const returnFocus = menu.contains(document.activeElement);
    show(false);
    if (returnFocus) button.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && isOpen() && !menu.contains(target) && !button.contains(target)) show(false);
  });
}
