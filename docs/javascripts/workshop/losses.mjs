// What of a presentation is not taken over, each with what helps. Pure.

/** @typedef {keyof typeof LOST} Lost */
/** @typedef {{number: number, key: string, title: string} & ({lost: Lost, times: number} | {said: string})} Loss `number`: which slide of the file, from 1 */

const AS_PICTURE = "Speichere das Original in PowerPoint als Bild (rechte Maustaste, „Als Grafik speichern“) und füge dieses Bild ein.";

export const LOST = {
  smartart: `Eine SmartArt-Grafik lässt sich nicht lesen. ${AS_PICTURE}`,
  chart: `Ein Diagramm lässt sich nicht lesen. ${AS_PICTURE}`,
  object: `Ein eingebettetes Objekt, etwa eine Excel-Tabelle, lässt sich nicht lesen. ${AS_PICTURE}`,
  other: `Ein Bestandteil der Folie lässt sich nicht lesen. ${AS_PICTURE}`,
  drawing: "Gezeichnete Formen und Pfeile fallen weg, ihre Texte stehen als Stichpunkte da. Gehört die Zeichnung zum Vortrag, speichere sie als Bild.",
  still: "Etwas Besonderes, etwa eine Freihandzeichnung oder ein 3D-Modell, steht als Bild da.",
  ink: `Freihandzeichnungen fallen weg. ${AS_PICTURE}`,
  formula: "Eine Formel steht nur als Text da. Sieh nach, ob er noch stimmt.",
  video: "Ein Video fällt weg. Zeigst du es, trage seine Dauer als Vorführung ein.",
  audio: "Eine Tonaufnahme fällt weg. Spielst du sie ab, trage ihre Dauer als Vorführung ein.",
  animation: "Die Animation fällt weg: Alles steht von Anfang an auf der Folie.",
  invisible: "Was unsichtbar geschaltet ist, bleibt weg.",
  vector: "Ein Bild im Format EMF, WMF oder SVG lässt sich nicht zeigen. Speichere es in PowerPoint als PNG und füge dieses ein.",
  unknown: "Ein Bild hat ein Format, das Browser nicht zeigen. Füge es als PNG oder JPG ein.",
  large: "Ein Bild ist zu groß: mehr als 20 MB oder 50 Megapixel. Verkleinere es und füge es neu ein.",
  damaged: "Ein Bild ist beschädigt. Füge es neu ein.",
  linked: "Ein Bild liegt nicht in der Datei, sondern nur als Verweis auf eine andere. Füge es in PowerPoint mit „Einfügen“ statt „Verknüpfen“ ein.",
  cropped: "Ein zugeschnittenes Bild steht ganz da, auch mit den Rändern, die du abgeschnitten hast. Sieh nach, ob sie jemand sehen darf.",
  background: "Das Hintergrundbild der Folie fällt weg.",
  listed: "Code oder ein Zitat steht als Stichpunkte da: Gezeigt wird auf einer Folie nur eins.",
  wide: "Eine Tabelle hat mehr als 100 Zeilen oder 30 Spalten, und was darüber ist, fällt weg. Zeige nur, worüber du sprichst.",
  merged: "Verbundene Zellen einer Tabelle sind wieder getrennt.",
  deep: "Stichpunkte der dritten Ebene und darunter stehen auf der zweiten.",
  long: "Ein Text hat mehr als 20.000 Zeichen, und was darüber ist, fällt weg. Ein ganzer Vortrag hat etwa 9.000.",
  nested: "Die Gruppen der Folie sind zu tief verschachtelt; was tiefer liegt, fällt weg.",
  address: "Wohin ein Link führt, fällt weg, sein Text bleibt: Mit kommen Links ins Web aus Stichpunkten, Tabellen und Zitaten.",
  hidden: "Die Folie ist ausgeblendet: Sie wird nicht gezeigt und zählt nicht mit.",
  broken: "Die Folie ist beschädigt und fällt weg. Öffne die Datei in PowerPoint, sieh nach und speichere sie neu.",
  "notes-broken": "Die Notizen der Folie sind beschädigt und fallen weg.",
};
