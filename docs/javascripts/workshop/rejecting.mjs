// Whether a sentence names something that was not done though it could have been. Pure.
//
// Half of the words that say so mean something else as well: colleagues leave („ausgeschieden“), packets are dropped („verworfen“), servers refuse
// („abgelehnt“), fields offer („zur Auswahl“). Each way of saying it therefore has what it needs beside it, or what may not stand there.

const WITHIN = "[^.!?]{0,100}?";
/** @param {TemplateStringsArray} parts */
const pattern = ({ raw: [text] }) => new RegExp(text.replaceAll("…", WITHIN).replaceAll("<", "(?<![\\p{L}\\p{N}])").replaceAll(">", "(?![\\p{L}\\p{N}])"), "iu");

const I = pattern`<(?:ich|wir)>`;
const PASSIVE = pattern`<w(?:ird|urden?|erden|orden)>`;
const OPTION = pattern`<(?:\p{L}*(?:vorschlag|vorschläge|idee|ideen|lösung|variante|option|möglichkeit|weg|wege|plan|angebot|alternative))(?:en|s|n)?>`;
/** What devices drop, and people lose. */
const DROPPED = pattern`<(?:\p{L}*(?:pakete?n?|frames?|rahmen|mails?|nachrichten?|änderung(?:en)?|eingaben?|entw[uü]rf\p{L}*|daten\p{L}*|adressen?|anfragen?|sitzung(?:en)?|verbindung(?:en)?|lease\p{L}*))>`;
const PEOPLE = pattern`(?:mitarbeit|kolleg|anwender|benutzer|person|leiter|chef|azubi|auszubildend|administrator|beschäftigt|angestellt|techniker|betrieb|unternehmen|firma|dienst|<(?:er|sie|jemand|wer)>)`;
const SCREEN = pattern`(?:feld|menü|liste|dialog|fenster|assistent|formular)`;
/** Damage that was kept off is no way that was left aside. */
const DAMAGE = pattern`(?:<ohne>|<sonst>|<wenn>|<falls>|ausfall|stillstand|schaden|angr[ie]i?ff)`;
const CLOCK = pattern`<gegen\s+(?:\d|ein\s+uhr|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mittag|abend|ende|anfang)`;

/** What says it, what else must be there, and what must not. @type {{says: RegExp, needs?: RegExp, never?: (text: string) => boolean}[]} */
const WAYS = [
  { says: pattern`<verworfen:` },
  { says: pattern`<verw[aoi]rf(?:en|st|t)?>|<verwerfen?>`, never: (text) => DROPPED.test(text) && !I.test(text) },
  { says: pattern`<abgelehnt>|<lehnten?\s(?:ich|wir)>`, needs: I, never: (text) => PASSIVE.test(text) },
  { says: pattern`<abgelehnt>`, needs: OPTION },
  { says: pattern`<ausgeschieden>|<sch(?:ied|ieden|eidet|eiden)>…<aus>[^\p{L}]*$`, never: (text) => PEOPLE.test(text) },
  { says: /(?<!\p{L})(?:Alternative(?!\s+\p{Lu})|Alternativen(?!\s+\p{Lu}))(?!\p{L})/u, never: (text) => NO_CHOICE.test(text) || OFFERED.test(text) },
  { says: pattern`<alternativ>…<(?:hätten?|wären?|könnten?|käme)>` },
  { says: pattern`<gegen\s…<entschieden>`, needs: pattern`<(?:mich|uns|sich)>`, never: (text) => CLOCK.test(text) },
  { says: pattern`<dagegen\s+entschieden>|<entsch(?:ied|ieden|eide|eiden)>…<(?:da)?gegen>` },
  { says: pattern`<(?:da)?gegen>…<spr(?:ach|achen|icht|echen)>|<spr(?:ach|achen|icht|echen)>…<(?:da)?gegen>` },
  { says: pattern`<(?:war|ist|waren|sind)>…<vom\s+tisch>|<abgeraten>|<(?:diskutiert|besprochen|überlegt|erwogen)\s+und\s+(?:dann\s+|doch\s+|wieder\s+)?(?:gelassen|fallen)` },
  { says: pattern`<lieber\s(?:habe|haben)\s(?:ich|wir)>…,\s+als>|<(?:habe|haben)\s(?:ich|wir)>…<lieber>…,\s+(?:als|statt)>` },
  { says: pattern`<(?:idee|vorschlag|variante|möglichkeit)>…<(?:fand|fanden|hielt|hielten)\s(?:ich|wir)>…<(?:schlecht|falsch|ungeeignet|unsicher|riskant)>` },
  { says: pattern`<k(?:am|amen|ommt|ommen|äme|ämen)>…<nicht\s+(?:infrage|in\s+frage|in\s+betracht)>|<nicht\s+(?:infrage|in\s+frage|in\s+betracht)\s+(?:k|gek)` },
  { says: pattern`<nicht\s+in\s+(?:betracht|erwägung)\s+gezogen>`, needs: I },
  { says: pattern`<(?:war|waren|ist|sind|wären?)>…<keine\s+(?:gute\s+|echte\s+)?(?:option|lösung|alternative)>` },
  { says: pattern`<hätten?>…<nicht[s]?\s(?:genügt|geholfen|gereicht|gelöst|gebracht|gelohnt)>` },
  { says: pattern`<hätten?\s(?:ich|wir|man)>…<können>|<(?:ich|wir|man)\shätten?>…<können>`, never: (text) => DAMAGE.test(text) },
  { says: pattern`<hätten?>…<(?:gekostet|gedauert|gebraucht|bedeutet|gebunden)>`, never: (text) => DAMAGE.test(text) },
  { says: pattern`<wären?>…<zu\s+(?:teuer|aufw[eä]ndig|langsam|langwierig|riskant|unsicher|groß|früh|spät|umständlich|kompliziert|gefährlich|viel|wenig)>|<war(?:en)?\s+(?:mir|uns)\s(?:aber\s|einfach\s)?zu\s` },
  { says: pattern`<wären?>…<(?:schneller|billiger|einfacher|leichter|bequemer|sicherer|besser|möglich)(?:\s+gewesen|\s+gegangen)?>…<(?:aber|doch|jedoch|nur)>|<wären?\s+zwar>|<möglich\s+wären?>|<wären?>…<nicht\s+(?:möglich|sinnvoll|nötig|sicher)\s+gewesen>` },
  { says: pattern`<(?:überlegt|erwogen|nachgedacht|in\s+erwägung)>…<(?:aber|doch|jedoch|allerdings)>|<(?:zuerst|erst|anfangs|eigentlich|ursprünglich)\swollten?\s(?:ich|wir)>…<(?:aber|doch|jedoch)>|<(?:ich|wir)\swollten?\s(?:auch\s)?(?:zuerst|erst|anfangs|eigentlich|ursprünglich)>…<(?:aber|doch|jedoch)>` },
  { says: pattern`<(?:statt|anstatt|anstelle)\s(?!\d)…<(?:habe|haben|hab|bin|sind)\s(?:ich|wir)>|<(?:ich|wir)>…,\s(?:an)?statt\s…(?:<zu\s|zu\p{L}+en>)` },
  { says: pattern`<(?:habe|haben)\s(?:ich|wir)>…<(?:verzichtet|abgesehen|abstand\s+genommen)>|<(?:ich|wir)\s(?:habe|haben)>…<(?:verzichtet|abstand\s+genommen)>|<verzichteten?\s(?:ich|wir)>` },
  { says: pattern`<nicht\s+gewählt>|<woll(?:te|ten)\s(?:ich|wir)\s+nicht,` },
  { says: pattern`<(?:fiel|fielen|fällt)>…<(?:weg|flach)>`, needs: OPTION },
  { says: pattern`^(?:warum|wieso|weshalb)\s+(?:nicht|keine?)>` },
  { says: pattern`<(?:ich|wir)\s(?:habe|haben)\s+nicht>…,\s+sondern\s` },
  { says: pattern`^keine?\s\p{L}+…,\s+(?:weil|denn|da)\s` },
  { says: pattern`<bewusst\s+(?:nicht|gegen)>`, needs: I },
  { says: pattern`<zur\s+(?:aus)?wahl\s+st(?:and|ehen|eht)|<st(?:and|anden|ehen|eht)>…<zur\s+(?:aus)?wahl>`, never: (text) => SCREEN.test(text) },
  { says: pattern`<(?:andere[nrs]?|zweite[nrs]?|weitere[nrs]?)\s+(?:möglichkeit|lösung|variante|option)>(?::|>…<(?:war|wäre|hätte|bestand)>)`, never: (text) => NO_CHOICE.test(text) },
  { says: pattern`<(?:option|variante|möglichkeit|lösung|plan)\s+(?:b|2|zwei|ii)>…<(?:war|wäre|hätte)>` },
];
const NO_CHOICE = pattern`<(?:gab|gibt|hatten?|haben?|blieb|sah)>…<keine>|<ohne\s(?:eine\s)?alternative>|<keine\s+andere`;
/** A way round that was offered in the meantime. */
const OFFERED = pattern`<als\s+alternative>…<(?:bot|boten|biete|bieten|angeboten|bekam|bekamen|nutzten?|genutzt)>`;

/** Most of a talk stays as it is while somebody writes. @type {Map<string, boolean>} */
const known = new Map();
const MOST_KNOWN = 2000;

/** @param {string} sentence */
export function rejects(sentence) {
  const found = known.get(sentence) ?? isRejecting(sentence);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(sentence, found);
  return found;
}

/** @param {string} sentence */
const isRejecting = (sentence) => WAYS.some(({ says, needs, never }) => says.test(sentence) && (!needs || needs.test(sentence)) && !never?.(sentence));
