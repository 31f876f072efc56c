"""What candidates hand in is judged on the page „Mein Vortrag“ as the check judges it: rule by rule, slide by slide."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from answers import asked
from decks import DECKS, RESAVED, saved
from foreign import Page, deck, line, picture, table, text
from imported import CATALOGUE, MARP, PAGE, SLIDEV
from random_german import texts
from samples import ROOT, said
from strange import PNG, STRANGE
from test_importing_choices import FORMS as CHOICES
from test_importing_choices import MORE
from test_importing_forms import ASKED, TOLD
from test_importing_texts import FORMS, WAYS

from generalprobe import addresses
from generalprobe.importing.catalogue import is_catalogue
from generalprobe.importing.marp import is_marp
from generalprobe.importing.page import is_page
from generalprobe.importing.remark import is_remark
from generalprobe.importing.slidev import is_slidev, is_split, is_surely_slidev
from generalprobe.pages import data_files
from generalprobe.pages.speech import speech_file
from generalprobe.pages.workshop import rules_file, widths_file
from generalprobe.reading.loading import load_project
from generalprobe.submissions import judge

EXAM = "it-support-specialist"
REMARK = ("slide", "code", "severity", "message")
PROJECT = load_project(ROOT, [])
_ENGLISH = "First of all I would like to show you what we did and why we did it, and what the users said about it."


def _slide(title: str, *notes: str, bullets: tuple[str, ...] = (), more: tuple[str, ...] = ()) -> Page:
    image = ("i1", "image", "../media/a.png")
    return Page([text("title", title), text("body", *bullets), *more], [text("body", *notes)] if notes else [], [image])


_WORDS = [escape(each) for each in texts(60, seed=18) if each.isprintable()]
TALKS = {
    "times": [
        _slide("Netz im Lager", said(20), "Geplant: 0:20", bullets=("Zielgruppe – die Prüfer",)),
        _slide("Zu viel", said(90), "Geplant: 0:40"),
        _slide("Zu wenig", said(20), "Vorführung: 2:00", "Geplant: 1:30"),
        _slide("Zu lang", said(60), "Geplant: 5:00"),
        _slide("Gezeigt", "Vorführung: 0:32"),
        _slide("Gezeigt und geplant", "Vorführung: 0:32", "Geplant: 0:32"),
        *[_slide(f"Schritt {at}", said(80), "Geplant: 1:20") for at in range(5)],
    ],
    "too-much": [
        _slide(" ".join(_WORDS[:9]), "x", bullets=tuple(_WORDS[:30])),
        _slide("Lang", "x", more=(table(*[["a", "b"]] * 30),)),
        _slide("Breit", "x", more=(text("", line("Consolas", "x" * 200)),)),
        _slide("Zitat", "x", more=(text("body", f"„{' '.join(_WORDS[:20])}“", "— Leitung", name="Zitat"),)),
        _slide("Bild", "x", more=(picture("i1", alt=" ".join(_WORDS)),)),
        _slide("Bild", "x", more=(picture("i1"), text("", " ".join(_WORDS), name="Bildunterschrift"))),
        _slide("Rahmen", "x", more=(text("", "Platzhalter", " ".join(_WORDS), name="Platzhalter"),)),
    ],
    "said": [
        _slide("Englisch", *[_ENGLISH] * 3, bullets=("Zielgruppe: IT-Leitung",)),
        _slide("Zeichen", "# Eine Notiz", "```", "Get-Process", "```", "&lt;!-- still --&gt;", "[Klick] Guten Tag."),
        _slide("", "Ohne Titel"),
        *[_slide("Doppelt", "Guten Tag.", bullets=("Ein Punkt",))] * 2,
        replace(_slide("Reserve", "x"), attributes=' show="0"'),
        *[_slide("", bullets=("Wie ein Titel",))] * 2,
        *[_slide("")] * 2,
    ],
}


OWN = f"""\
# Drucker im Lager

- Thema: Der *Treiber*
- Zielgruppe: IT-Leitung
- Risiken:
    - Der Versand steht

## Start

Zeit: 0:30

- Zielgruppe: Logistik

Sprechtext:

{said(25)}

---

## Ausgangslage

Zeit: 1:30
Vorführung: 0:15

### Nichts kommt an

- Seit Montag
    - seit dem Update
- **Fett** und `code`

> Es kommt nichts aus dem Drucker.
> – Lagerleiterin

Sprechtext:

{said(70)}

- eins
- zwei

## Tabelle

|  | b |
|---|---|
| 1 | 2 |

Sprechtext: {said(40)}

## Code

```bash
ping -n 3
```

Sprechtext:

Kurz.
"""
"""A talk in the form of the page."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All presentations that the tests have but the longest, talks with what rules are about, and a text."""
    folder = tmp_path_factory.mktemp("decks")
    made = STRANGE | {name: deck(*pages, pictures=PNG) for name, pages in TALKS.items()}
    for name, data in made.items():
        (folder / f"{name}.pptx").write_bytes(data)
    (folder / "own.md").write_text(OWN, encoding="utf-8")
    named = {"own": folder / "own.md"} | {name: folder / f"{name}.pptx" for name in made}
    resaved = {f"resaved {file.stem}": file for file in sorted(RESAVED.glob("*.pptx")) if file.stem != "many"}
    return named | resaved | {name: saved(folder, name) for name in DECKS if name != "many"}


def test_the_page_judges_as_the_check_does(files: dict[str, Path]) -> None:
    written = data_files(PROJECT)
    exam = written[addresses.exam_file(EXAM)].render()
    known = {"speech": speech_file(), "rules": rules_file(), "widths": widths_file(), "exam": exam}
    answers = dict(zip(files, asked("class", known, [str(file) for file in files.values()]), strict=True))
    here = {name: _judged(file) for name, file in files.items()}
    assert {name: _told(found) for name, found in answers.items()} == here
    seen = Counter(code for found in here.values() for _, code, _, _ in found["remarks"])
    assert len(seen) >= 15, seen


def _judged(file: Path) -> dict[str, Any]:
    found = judge(file.name, file.read_bytes(), EXAM, PROJECT.exams[EXAM])
    assert found.spoken
    return {
        "slides": found.slides,
        "hidden": found.hidden,
        "planned": None if found.planned is None else int(found.planned),
        "spoken": [round(each, 3) for each in (found.spoken.seconds, found.spoken.low, found.spoken.high)],
        "silent": list(found.unsaid),
        "audience": found.audience,
        "bullets": found.most_bullets,
        "lost": len(found.lost),
        "remarks": sorted((each.slide, each.code, each.severity, each.message) for each in found.remarks),
    }


def _told(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "slides": found["slides"],
        "hidden": found["hidden"],
        "planned": found["plannedS"],
        "spoken": [round(found["spoken"][name], 3) for name in ("expected", "low", "high")],
        "silent": found["silent"],
        "audience": found["audience"],
        "bullets": found["mostBullets"],
        "lost": len(found["losses"]),
        "remarks": sorted(
            tuple(each[name] for name in ("slide", "code", "severity", "message")) for each in found["remarks"]
        ),
    }


TEXTS = {
    "page": PAGE,
    "catalogue": CATALOGUE,
    "marp": MARP,
    "slidev": SLIDEV,
    "own": "# Lager\n\n- Zielgruppe: IT\n\n## Lage\n\nZeit: 1:30\n\n- eins\n\n---\n\nSprechtext:\n\nGuten Tag.\n",
    "theme": "---\ntheme: seriph\ntitle: Netz\n---\n\n# A\n\n- eins\n\n---\n\n# B\n\n- zwei\n",
    "comments": "# A\n\n<!-- Guten Tag. -->\n\n---\n\n# B\n\n- zwei\n",
    "code": '# A\n\n```yaml\n---\nlayout: x\n---\n```\n\n```\n## Folie 1\n??? question "x"\n```\n',
    "questions behind slides": PAGE.replace("## Prüferfragen und Antworten", "## Fragen"),
    "remark": "layout: true\n---\n# A\n\n- eins\n???\nGuten Tag.\n",
    "remark with keys": "---\ntitle: Netz\n---\n# A\n\n???\nGuten Tag.\n---\nlayout: true\n---\n# B\n",
    "code with marks": "# A\n\n```\n???\nx\n```\n\n---\n\n# B\n\n- zwei\n",
    "marks alone": "# A\n\n???\nGuten Tag.\n",
    "marks for what is missing": "# Folie 1: A\n\nSprechtext: Guten Tag.\n\n???\n\n---\n\n# Folie 2: B\n",
    "boxes between rules": '# A\n\n---\n\n??? question "Was ist DNS?"\n    Namen.\n\n---\n',
    "asking headings with points": "# Netz\n\n### Wer? (2 Punkte)\n\nIch.\n\n### Wo? (leicht)\n\nHier.\n",
    "callouts": "# A\n\n## Lage ⏱ 0:40\n\n- eins\n\n> [!note] Sprechtext\n> Guten Tag.\n",
    "asking callouts": "# A\n\n> [!question]- Was ist PoE?\n> Strom.\n\n> [!tip] Und sonst?\n> Nichts.\n",
    "bare callouts": "# A\n\n> [!note]\n> Guten Tag.\n\n> [!question]\n> Was?\n",
    "said otherwise": "# A\n\n## Lage\n\n*Das sage ich:* Guten Tag.\n\n## Ende\n\n*Das sage ich:* Danke.\n",
    "cards": "# A\n\nVorderseite: Was ist DNS?\nRückseite: Namen.\n\n**Rückfrage 1:** Warum?\n*Antwort:* Darum.\n",
    "named lines": "Quiz\n====\n\nFrage 1 (leicht)\nWozu dient DNS?\nZu Namen.\n\nFrage 2:\nUnd DHCP?\n[ ] a\n[x] b\n",
    "counted": "Folie 1 – Lage\nSprechtext: Guten Tag.\nFolie 2 – Ziel\n• eins\n",
    "mentioned": "Wie auf\nFolie 2: gesagt\nund\nFolie 4: gezeigt\n",
    "tasks": "# A\n\n## Nennen Sie drei.\n\nx\n\n## Erklären Sie zwei.\n\ny\n",
    "tasks in bold": "# A\n\n**1) Nennen Sie drei. (2 P.)**\nx\n\n**Was noch? (1 P.)**\ny\n",
    "listed tasks": "# A\n\n1. Nennen Sie drei.\n   x\n2. Beschreiben Sie eins.\n   y\n",
    "columns": "| Frage | A | B | Richtig |\n|--|--|--|--|\n| Wozu | x | y | A |\n| Wo | x | y | B |\n",
    "asking headings": "# Netz\n\n### Frage 1: Was ist DNS?\n\nNamen.\n\n### Frage 2: Und DHCP?\n\nAdressen.\n",
    "storyboard": "| Folie | Titel | Sprechtext |\n|---|---|---|\n| 1 | Lage | Guten Tag. |\n| 2 | Ziel | Danke. |\n",
    "slidev with slides": "---\ntheme: x\n---\n# Folie 1: Lage\n\n---\nlayout: center\n---\n# Folie 2: Ziel\n",
    "hidden contents": "---\nhide: [toc]\n---\n# Netz\n\n- eins\n",
    "article": "Ein Aufsatz.\n\n## Teil\n\nNoch einer.",
    "lesson": "# a\n\n---\n\n## b\n\n- c\n\n---\n\n## d\n",
    "italics": "# Netz\n\n## Lage\n\n- eins\n\n_Sprechtext_\nGuten Tag.\n",
    "pandoc": "% Netz\n% IT\n\n# Lage\n\n::: {.incremental}\n- eins\n:::\n\n::: notes\nGuten Tag.\n:::\n",
    "nothing": "",
}
READ_AS = (
    ("marp", is_marp),
    ("remark", is_remark),
    ("slidev", is_surely_slidev),
    ("page", is_page),
    ("catalogue", is_catalogue),
    ("slidev", is_slidev),
    ("split", is_split),
)
"""In the order in which the command asks."""


def test_the_page_knows_a_text_for_what_the_command_reads_it_as() -> None:
    choices = {f"choice {name}": f"# Technik\n\n{text}\n{MORE}" for name, text in CHOICES.items()}
    ways = {f"page {name}": way(PAGE).replace("\r\n", "\n") for name, way in WAYS.items()}
    asking = {f"asked {name}": f"# Technik\n\n{text}" for name, text in ASKED.items()}
    told = {f"told {name}": f"# Netz im Lager\n\nZielgruppe: IT-Leitung\n\n{text}" for name, text in TOLD.items()}
    given = TEXTS | choices | ways | asking | told | {f"{name} of all": text for name, text in FORMS.items()}
    here = {name: next((form for form, is_one in READ_AS if is_one(text)), "") for name, text in given.items()}
    assert dict(zip(given, asked("form", {}, list(given.values())), strict=True)) == here
    assert set(here.values()) == {"", *(form for form, _ in READ_AS)}
