"""Diagrams become shapes in the colours of the site; nothing else of a source reaches a page."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
import yaml
from injection.payloads import DIAGRAMS, PAYLOADS
from samples import CASE_STUDY, ROOT

from generalprobe.checking.diagrams import check_diagrams, written_diagrams
from generalprobe.drawing import KINDS, Drawing, Fault, draw, fenced_diagrams
from generalprobe.drawing.cleaning import ALLOWED, SHAPES, cleaned
from generalprobe.format.case_study import CaseStudy
from generalprobe.pages.fences import diagram

SAMPLES = {
    "flowchart": "flowchart LR\n  drucker[Drucker] -->|druckt nicht| rechner{Am Rechner?}",
    "sequence": "sequenceDiagram\n  Anwender->>Support: Das Netz ist weg\n  Note over Support: prüft\n",
    "state": "stateDiagram-v2\n  [*] --> Neu\n  Neu --> Geschlossen: gelöst",
    "gantt": "gantt\n  dateFormat HH:mm\n  axisFormat %H:%M\n  section Störung\n  Ausfall :crit, 09:00, 30m",
    "timeline": "timeline\n  title Der Tag\n  9 Uhr : Ausfall\n  13 Uhr : behoben",
    "pie": 'pie title Ursachen\n  "Netz" : 40\n  "Konto" : 60',
    "mindmap": "mindmap\n  root((Störung))\n    Netz\n    Konto",
    "quadrantChart": "quadrantChart\n  x-axis selten --> oft\n  Sperrung: [0.3, 0.6]",
    "journey": "journey\n  title Ein Tag\n  section Morgen\n    Melden: 3: Anwender",
    "class": "classDiagram\n  Ticket <|-- Incident\n  Ticket : +Priorität",
    "er": "erDiagram\n  ANWENDER ||--o{ TICKET : meldet",
}
"""One of each kind that is promised."""


def drawing(source: str) -> Drawing:
    drawn = draw(source)
    assert isinstance(drawn, Drawing), drawn
    return drawn


def fault(source: str) -> Fault:
    drawn = draw(source)
    assert isinstance(drawn, Fault)
    return drawn


def shapes(drawn: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(f"<svg>{drawn.shapes}</svg>")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_that_is_promised_is_drawn(kind: str) -> None:
    drawn = drawing(SAMPLES[kind])
    assert drawn.kind == kind
    assert drawn.width > 40
    assert drawn.labels
    assert SAMPLES[kind].split()[0] == KINDS[kind][1]


def test_the_handbook_lists_the_kinds() -> None:
    page = (ROOT / "docs/trainer/diagramme.md").read_text("utf-8")
    assert re.findall(r"^\| [^|]+ \| `([\w-]+)", page, re.MULTILINE) == [word for _, word in KINDS.values()]


def test_what_stands_in_it_is_named_in_its_order() -> None:
    assert drawing(SAMPLES["flowchart"]).labels == ("druckt nicht", "Drucker", "Am Rechner?")


def test_a_source_can_say_what_it_is_called() -> None:
    drawn = drawing("flowchart LR\n  accTitle: Weg der Meldung\n  accDescr: Vom Anwender zum Support.\n  a --> b")
    assert (drawn.title, drawn.description) == ("Weg der Meldung", "Vom Anwender zum Support.")


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_the_sites(kind: str) -> None:
    """Each is a variable that base.css gives a value for both schemes."""
    base = (ROOT / "docs/stylesheets/base.css").read_text("utf-8")
    markup = drawing(SAMPLES[kind]).shapes
    used = set(re.findall(r"var\(--([a-z-]+)\)", markup))
    assert used
    assert [name for name in sorted(used) if f"  --{name}: var(--light, " not in base] == []
    assert re.findall("#[0-9a-f]{3}", markup) == []


HOSTILE = [
    *PAYLOADS,
    *DIAGRAMS,
    *(f'flowchart LR\n  a["{payload.replace(chr(34), "#quot;")}"] -->|{payload[:20]}| b' for payload in PAYLOADS),
    *(f"sequenceDiagram\n  A->>B: {payload.splitlines()[0]}" for payload in PAYLOADS),
    *(f'pie title {payload.splitlines()[0]}\n  "{payload[:30]}" : 3' for payload in PAYLOADS),
    "flowchart LR\n  a --> b\n  style a fill:#f00\\,stroke:url(javascript:1)\n  class b gp-hidden",
    "flowchart LR\n  a --> b\n  classDef gp-hidden fill:red;position:fixed\n  class b gp-hidden",
    "flowchart LR\n  a:::gp-hidden@{ shape: icon, icon: 'x', label: '<svg onload=1>' }",
    "---\nconfig:\n  fontFamily: 'x; background: url(//evil.example)'\n---\nflowchart LR\n  a --> b",
]


def test_nothing_but_shapes_reaches_a_page() -> None:
    """Whatever a source holds: no other element, attribute or value, and no address."""
    drawn = [each for each in map(draw, HOSTILE) if isinstance(each, Drawing)]
    assert len(drawn) > 60
    for each in drawn:
        for element in shapes(each).iter():
            assert element.tag in SHAPES | {"svg"}
            for name, value in element.attrib.items():
                assert ALLOWED[name].fullmatch(value)
                assert "url" not in value


def test_what_the_engine_might_let_through_is_left_out() -> None:
    hostile = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"><script>1</script>'
        '<a x:href="javascript:1"><text>Link</text></a><image href="https://evil.example/"/><foreignObject/>'
        '<g onclick="1" id="a" class="gp-hidden" style="background:url(//evil.example)" fill="url(#x)">'
        '<text x="1" y="expression(1)" onload="1">Bleibt &lt;b&gt;</text></g><use href="#a"/></svg>'
    )
    assert cleaned(hostile)[0] == '<g><text x="1">Bleibt &lt;b&gt;</text></g>'


def test_an_authors_colour_is_kept_with_text_that_can_be_read_on_it() -> None:
    dark = drawing("flowchart LR\n  a[Wichtig] --> b\n  style a fill:#202020")
    assert '<rect x="-' in dark.shapes
    assert 'fill="#202020"' in dark.shapes
    assert re.search(r'<text [^>]*fill="#ffffff">Wichtig<', dark.shapes)
    light = drawing("flowchart LR\n  a[Wichtig] --> b\n  style a fill:#ffd")
    assert re.search(r'<text [^>]*fill="#000000">Wichtig<', light.shapes)


def test_a_mistake_has_its_line() -> None:
    found = fault("flowchart LR\n  a --> b\n  dieses --> [[[ nicht\n")
    assert (found.code, found.line, found.words) == ("DIAGRAMM01", 3, "dieses --> [[[ nicht")
    assert found.message == "Zeile 3 des Diagramms ist nicht zu verstehen: „dieses --> [[[ nicht“"


def test_a_source_that_ends_too_early_points_at_its_last_line() -> None:
    assert fault("flowchart LR\n  a -->\n\n").line == 2


@pytest.mark.parametrize("source", ["gitGraph\n  commit\n", "Unsinn\n", "zenuml\n  A.b()\n", ""])
def test_an_unknown_kind_says_which_there_are(source: str) -> None:
    found = fault(source)
    assert found.code == "DIAGRAMM03"
    assert [word for _, word in KINDS.values() if f"`{word}`" not in found.hint] == []


def test_what_would_take_for_ever_is_too_large() -> None:
    left, right = (" & ".join(f"{side}{each}" for each in range(40)) for side in "ab")
    assert fault(f"flowchart LR\n  {left} --> {right} --> {left}").code == "DIAGRAMM02"
    assert fault("flowchart LR\n" + "  a --> b\n" * 1000).code == "DIAGRAMM02"
    chain = [f"  n{each} --> n{each + 1}\n" for each in range(101)]
    assert fault("stateDiagram-v2\n" + "".join(chain)).code == "DIAGRAMM02"
    assert drawing("flowchart LR\n" + "".join(chain[:100])).kind == "flowchart"
    assert drawing(SAMPLES["pie"]).kind == "pie"


def test_two_builds_draw_the_same() -> None:
    """Also another process, whatever its hash seed is."""
    command = "from generalprobe.drawing import draw; import sys; print(draw(sys.argv[1]))"
    source = SAMPLES["sequence"]
    other = subprocess.run(
        [sys.executable, "-c", command, source], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == str(draw(source))


def test_two_alike_on_one_page_have_ids_of_their_own() -> None:
    page = type("Markdown", (), {})()
    first, second, other = (diagram(SAMPLES[kind], "", "", {}, page) for kind in ("pie", "pie", "er"))
    ids = re.findall(r' id="([^"]+)"', first + second + other)
    assert len(ids) == len(set(ids)) == 6
    named = re.findall(r'aria-labelledby="([^"]+)"', first + second + other)
    assert " ".join(named).split() == ids


def test_a_broken_diagram_stays_text() -> None:
    page = diagram("Unsinn <b>", "", "", {}, type("Markdown", (), {})())
    assert page.startswith('<pre class="gp-diagram"')
    assert "Unsinn &lt;b&gt;" in page
    assert "svg" not in page


def _study(source: str, bullets: bool) -> CaseStudy:
    data = yaml.safe_load(CASE_STUDY)
    data["slides"][0] |= {"artifact": {"kind": "diagram", "source": source, "description": "Was es zeigt."}}
    data["slides"][0] |= {"bullets": ["Ein Punkt"] if bullets else []}
    return CaseStudy.model_validate(data)


def test_the_check_finds_broken_and_unreadable_diagrams() -> None:
    wide = "flowchart LR\n" + "\n".join(f"  n{each}[Ein langer Text] --> n{each + 1}[Noch einer]" for each in range(6))
    assert [finding.code for finding in check_diagrams(_study("flowchart LR\n  a -->", True))] == ["DIAGRAMM01"]
    assert [finding.code for finding in check_diagrams(_study(wide, True))] == ["DIAGRAMM04"]
    assert [finding.code for finding in check_diagrams(_study(wide, False))] == ["DIAGRAMM04"]
    assert list(check_diagrams(_study(SAMPLES["flowchart"], False))) == []


PAGE = """# Titel

```mermaid
flowchart LR
  a --> b
```

!!! note

    ~~~ mermaid
    flowchart LR
      a --> [[[
    ~~~

````markdown
```mermaid
kein Diagramm, sondern ein Beispiel
```
````
"""


def test_the_fences_of_a_page_are_found_where_they_stand() -> None:
    found = list(fenced_diagrams(PAGE))
    assert found == [(4, "flowchart LR\n  a --> b\n"), (11, "flowchart LR\n  a --> [[[\n")]


def test_a_mistake_on_a_written_page_has_page_and_line() -> None:
    (problem,) = written_diagrams({"seite.md": PAGE})
    assert (problem.file, problem.line, problem.column, problem.code) == ("docs/seite.md", 12, 7, "SEITE05")
    assert problem.severity == "error"
    assert problem.source.strip() == "a --> [[["
