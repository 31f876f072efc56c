"""Texts in the forms that are taken over, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from samples import ROOT

from generalprobe.format.case_study import CaseStudy
from generalprobe.importing.files import Wishes, import_file
from generalprobe.importing.proposing import Imported
from generalprobe.importing.text import as_text, grouped
from generalprobe.reading.loading import load_project, read_text
from generalprobe.reading.project import Entry, ModelT

WISHES = Wishes("it-support-specialist", load_project(ROOT, []).exams["it-support-specialist"])

PAGE = """\
---
title: "Beispiel: Drucker im Lager"
---

# Beispielpräsentation: Drucker im Lager

!!! abstract "Auf einen Blick"
    Ein Vortrag mit **Technik-Fokus**.

---

## Metadaten

| Feld | Inhalt |
|------|--------|
| **Titel** | Ein Treiber nach dem Update |
| **Zielgruppe** | IT-Leitung |
| **Ausgangslage** | Seit Montag kommt kein Beleg |
| **Ziel** | Alle drucken |
| **Erfolgskriterien** | Keine Meldung, die offen bleibt; kein Ausfall |
| **Scope** | Nur das Lager |
| **Risiken** | Stillstand, Rückstand |

---

## Folie 1: Titel + Zielgruppe

### Folientitel
**Nichts kommt an**

### Bulletpoints
- Vorgetragen von: [Dein Name]
- Zielgruppe: IT-Leitung

!!! quote "Speaker Notes"
    „Guten Tag. Ich nenne es ‚den Fall'. Er sagte: „Es druckt nichts.“"

**Zeit:** 0:30

---

## Folie 2: Analyse – erster Teil

### Folientitel
**Was ich geprüft habe**

### Bulletpoints
- Warteschlange leer
    - an allen Plätzen

### Artefakt (Platzhalter)
> [Ausschnitt aus dem Protokoll]

!!! quote "Speaker Notes"
    „Zuerst die Warteschlange."

    „Dann der Treiber."

**Zeit:** 1:30

---

## Prüferfragen und Antworten

??? question "Frage 1: Was ist ein Treiber?"
    **Antwort:** Er übersetzt für das Gerät.

??? question "Frage 2: Warum nicht neu kaufen?"
    **Antwort:** Zu teuer.

    - und zu spät
"""

CATALOGUE = """\
# Fragenkatalog

## Kategorie 1: Grundlagen & Begriffe (Fragen 1–2)

??? question "Frage 1.1: Was trennt „Incident" und „Problem"?"
    **Antwort:** Das eine ist die Störung.

    1. eins
    2. zwei

    **Was Prüfer hören wollen:** die Ursache
    **Schwierigkeit:** leicht
    **Nachfrage:** Und dann?

??? question "Frage 1.2: Was ist ein SLA?"
    „Eine Vereinbarung."

    | Stufe | Zeit |
    |-------|------|
    | P1 | 4 h |

## 2. Sicherheit

### Frage 2.1: Wie schützen Sie Daten?

**Musterantwort:** Mit Rechten.

**Stichpunkte:**

- Rechte
- Sicherung

### Frage 2.2: Und ohne Antwort?
"""


MARP = """\
---
marp: true
theme: gaia
title: "Netz im Lager"
---

<!-- _class: lead -->

# Netz im Lager

Zielgruppe: IT-Leitung

<!--
Guten Tag.
Zeit: 1:30
-->

---

Lage
----

- Montag
  - nichts ging

![bg left:40% w:200 Der Plan](plan.png)

<!-- prettier-ignore -->
<!-- Der Versand stand: kein Beleg. -->
<!-- Und noch ein Satz. -->

---

* eins
* zwei

![bg](hintergrund.png)
"""


SLIDEV = """\
---
theme: seriph
title: Konto gesperrt
duration: 10min
---

# Konto gesperrt

<!--
Guten Tag. [click] Ich zeige es.
-->

---
layout: two-cols
---

# Lage

<v-clicks>

- eins

</v-clicks>

::right::

```ts {1|2-3}
const a = 1
```

<!-- Das sagt niemand. -->

Noch ein Text

---
hide: true
---

# Geheim

---
src: ./andere.md
---

---

# Ergebnis

<Counter :count="10" />

- 40 % weniger

---

```yaml
---
```
"""


def import_text(text: str | bytes, **wishes: object) -> list[Imported]:
    data = text if isinstance(text, bytes) else text.encode()
    return import_file(data, Wishes(WISHES.exam_id, WISHES.exam, **wishes))  # type: ignore[arg-type]


def talk_of(text: str | bytes) -> tuple[CaseStudy, list[str]]:
    """The case study of a text, after it went through a file, and what was lost."""
    [found] = import_text(text)
    return read_back(found, CaseStudy), grouped(found.losses)


def read_back(found: Imported, model: type[ModelT]) -> ModelT:
    entry = read_text(Path(f"{found.id}.yml"), as_text(found, "x.md"), model, ROOT)
    assert isinstance(entry, Entry), [each.message for each in entry.source.problems]
    assert not entry.source.problems
    assert entry.model == found.model
    return entry.model
