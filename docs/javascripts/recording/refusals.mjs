// Why a browser hands over no microphone, camera or screen, and the way out. Pure.

/** @typedef {"microphone" | "camera" | "screen"} Kind */
/** @typedef {"insecure" | "unknown" | "denied" | "none" | "busy" | "gone" | "other"} Reason */
/** @typedef {{said: string, cure: string}} Refusal */

/** By the names that browsers give to errors. @type {Map<string, Reason>} */
const REASONS = new Map([
  ["NotAllowedError", "denied"], ["SecurityError", "denied"],
  ["NotFoundError", "none"], ["OverconstrainedError", "gone"],
  ["NotReadableError", "busy"], ["AbortError", "busy"],
]);

/** @type {Record<Kind, {that: string, it: string, none: string, again: string}>} */
const NAMES = {
  microphone: { that: "Das Mikrofon", it: "es", none: "keins", again: "Steck es wieder ein oder wähle ein anderes, dann schalte noch einmal ein." },
  camera: { that: "Die Kamera", it: "sie", none: "keine", again: "Steck sie wieder ein oder wähle eine andere, dann schalte noch einmal ein." },
  screen: { that: "Die Freigabe", it: "sie", none: "keine", again: "Probier sie noch einmal." },
};

const INSECURE = { said: "Diese Adresse ist nicht gesichert, deshalb gibt der Browser nichts frei.", cure: "Öffne die Website mit https:// am Anfang. Sonst geht es nur im Konferenzprogramm." };
const UNKNOWN = { said: "Dieser Browser kann das nicht.", cure: "Öffne die Seite in einem anderen Browser, oder nimm das Konferenzprogramm." };
const SCREEN_DENIED = { said: "Es wurde nichts geteilt.", cure: "Wähle im Fenster des Browsers etwas aus. Erscheint keines, erlaube dem Browser in den Einstellungen des Rechners, den Bildschirm aufzunehmen." };

/** @type {Record<Reason, (kind: Kind) => Refusal>} */
const SAID = {
  insecure: () => INSECURE,
  unknown: () => UNKNOWN,
  denied: (kind) => (kind === "screen" ? SCREEN_DENIED : {
    said: `${NAMES[kind].that} ist für diese Seite nicht erlaubt.`,
    cure: `Klick auf das Symbol links neben der Adresse, erlaube ${NAMES[kind].it} und schalte noch einmal ein. Hilft das nicht, ist ${NAMES[kind].it} in den Einstellungen des Rechners für den Browser gesperrt.`,
  }),
  none: (kind) => ({ said: `${NAMES[kind].that} fehlt: Der Browser findet ${NAMES[kind].none}.`, cure: NAMES[kind].again }),
  busy: (kind) => ({ said: `${NAMES[kind].that} lässt sich nicht öffnen, wahrscheinlich benutzt ${NAMES[kind].it} ein anderes Programm.`, cure: "Beende das Konferenzprogramm und andere Tabs, dann schalte noch einmal ein." }),
  gone: (kind) => ({ said: `${NAMES[kind].that} ist weg.`, cure: NAMES[kind].again }),
  other: (kind) => ({ said: `${NAMES[kind].that} ließ sich nicht öffnen.`, cure: "Lade die Seite neu. Bleibt es dabei, nimm das Konferenzprogramm." }),
};

/** @param {Kind} kind @param {Reason} reason @returns {Refusal} */
export const refusalOf = (kind, reason) => SAID[reason](kind);

/** @param {string} name of the error that came */
export const reasonOf = (name) => REASONS.get(name) ?? "other";
