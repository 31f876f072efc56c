// What a camera and a shared screen show, as far as light, size and kind go: from a small picture to words. Pure.

/** @typedef {import("./loudness.mjs").Finding} Finding */
/** @typedef {{middle: number, edge: number, brightest: number, glare: number}} Light  brightness from 0 to 255; `glare` is the share of the middle that is white */

/** The picture is made so small before it is judged. */
export const [WIDTH, HEIGHT] = [48, 27];
const WHITE = 248;
/** Rules of thumb. */
const [BLACK, DARK, BRIGHTER_BEHIND, MUCH_GLARE] = [20, 60, 60, 0.4];

/** @param {Uint8ClampedArray} points red, green, blue and alpha, row by row @returns {Light} */
export function lightOf(points) {
  const inside = [], outside = [];
  let brightest = 0;
  for (let place = 0; place < WIDTH * HEIGHT; place += 1) {
    const [x, y] = [(place % WIDTH) / WIDTH, Math.floor(place / WIDTH) / HEIGHT];
    const value = 0.2126 * points[4 * place] + 0.7152 * points[4 * place + 1] + 0.0722 * points[4 * place + 2];
    brightest = Math.max(brightest, value);
    if (x >= 1 / 3 && x < 2 / 3 && y >= 0.2) inside.push(value);
    if ((x < 1 / 4 || x >= 3 / 4) && y < 2 / 3) outside.push(value);
  }
  return { middle: mean(inside), edge: mean(outside), brightest, glare: inside.filter((value) => value >= WHITE).length / inside.length };
}

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether there is nothing at all to be seen. @param {Light} light */
export const isBlack = ({ brightest }) => brightest < BLACK;

/** @param {Light} light @returns {Finding} */
export function lightSaid(light) {
  const { middle, edge, glare } = light;
  if (isBlack(light)) return wrong("Das Bild ist schwarz.", "Schieb die Abdeckung vor der Kamera auf. Manche Laptops haben dafür eine Taste.");
  if (edge - middle > BRIGHTER_BEHIND && middle < 2 * DARK) return wrong("Hinter dir ist es viel heller als vor dir.", "Setz dich so, dass das Fenster vor dir ist, oder verdunkle es und stell eine Lampe hinter den Bildschirm.");
  if (middle < DARK) return wrong("In der Mitte des Bildes ist es dunkel.", "Stell eine Lampe hinter den Bildschirm, die dir ins Gesicht leuchtet, nicht von oben.");
  if (glare > MUCH_GLARE) return wrong("Die Mitte des Bildes ist überstrahlt.", "Dreh die Lampe zur Wand oder rück ein Stück vom Fenster weg.");
  return { good: true, said: "Die Mitte des Bildes ist hell genug, und das Licht kommt nicht von hinten.", cure: "" };
}

/** @param {number} width @param {number} height in points @returns {Finding} */
export function sizeSaid(width, height) {
  const said = `Die Kamera liefert ${width} × ${height} Punkte`;
  if (height > width) return wrong(`${said}, hochkant.`, "Stell das Gerät quer, dann füllst du das Bild.");
  if (height < 480) return wrong(`${said}. Das ist grob.`, "Stell im Konferenzprogramm eine höhere Auflösung ein, oder nimm eine andere Kamera.");
  return { good: true, said: `${said}. Das genügt.`, cure: "" };
}

/** @param {string} said @param {string} cure @returns {Finding} */
const wrong = (said, cure) => ({ good: false, said, cure });

/** What browsers call the thing that is shared. */
const SURFACES = new Map([
  ["monitor", "der ganze Bildschirm. Dann sieht man auch Benachrichtigungen und alles, was du sonst öffnest; ein Fenster allein zeigt weniger"],
  ["window", "ein einzelnes Fenster. Was daneben liegt, sieht niemand"],
  ["browser", "ein Tab dieses Browsers. Liegen deine Folien woanders, teilst du in der Prüfung ihr Fenster"],
]);

/** @param {string | undefined} surface @param {number} width @param {number} height in points @param {Light} light of what came @returns {Finding} */
export function sharedSaid(surface, width, height, light) {
  if (isBlack(light)) return wrong("Geteilt war nur Schwarz.", "Erlaube dem Browser in den Einstellungen des Rechners, den Bildschirm aufzunehmen, und probier es noch einmal.");
  return { good: true, said: `Geteilt war ${SURFACES.get(surface ?? "") ?? "etwas; was es war, sagt dieser Browser nicht"} (${width} × ${height} Punkte).`, cure: "" };
}
