// Elements made by scripts: text goes in as text, attributes as attributes, nothing as markup.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean>} [attributes] true stands without a value, false is left out
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * A part of a drawing.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean>} [attributes]
 * @param {Node[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @param {string} text
 * @param {() => void} onClick
 * @param {Record<string, string | number | boolean>} [attributes]
 */
export function button(text, onClick, attributes = {}) {
  const element = make("button", { type: "button", class: "gp-button", ...attributes }, text);
  element.addEventListener("click", onClick);
  return element;
}

/**
 * Let a button act when it is pressed twice; in between it asks, until it is left.
 *
 * @param {HTMLElement} element
 * @param {string} question
 * @param {() => void} act
 */
export function askFirst(element, question, act) {
  const label = element.textContent;
  const calm = () => { element.textContent = label; };
  element.addEventListener("blur", calm);
  element.addEventListener("click", () => {
    if (element.textContent !== question) {
      element.textContent = question;
      return;
    }
    calm();
    act();
  });
}

/** Let a key close a dialog, and do nothing else. @param {HTMLDialogElement} dialog @param {string} key */
export function closeBy(dialog, key) {
  dialog.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== key.toLowerCase()) return;
    event.preventDefault(); // The page behind it leaves it alone then.
    dialog.close();
  });
}

/** Put the keyboard where reading goes on. @param {HTMLElement} element */
export function focusOn(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Let it say something; what has not changed stays untouched. @param {HTMLElement} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {Record<string, string | number | boolean>} attributes */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
}
