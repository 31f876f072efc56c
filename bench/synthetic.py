"""Write made-up case studies to measure with: as YAML, or as the Markdown that a trainer would write by hand instead.

They are as long as a real one, have every kind of artifact, and are the same for the same number each time.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from generalprobe.command import Parser, project_root, run
from generalprobe.exporting.writing import to_yaml
from generalprobe.format.case_study import AnyArtifact, CaseStudy, Slide
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.fields import Model
from generalprobe.format.questions import AnyQuestion, OpenQuestion, QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook, Term
from generalprobe.format.wording import slugify
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Project
from generalprobe.talk import say
from macros import BY_ID, OF_FILES

_ROLES = "Der Service Desk|Die IT-Leitung|Das Serverteam|Die Buchhaltung|Der Vertrieb|Das Netzwerkteam|Die Schulung"
_TEAMS = "Vertrieb|Netz|Server|Schulung|Leitung"
_VERBS = "prüft|meldet|dokumentiert|bestätigt|beobachtet|erklärt|misst|vergleicht"
_THINGS = (
    "die Warteschlange am Druckserver|das abgelaufene Zertifikat|den Ausfall der VPN-Einwahl|die Sperre im Verzeichnis"
    "|die Ausgabe von `Get-Service`|die Regel in der Firewall|den **zweiten** Versuch am Testgerät"
    "|das Skript zur Anmeldung|die Zuordnung der Lizenzen|das Protokoll der letzten Anmeldung"
)
_TIMES = "noch am Vormittag|vor der Freigabe|nach dem Neustart|in einem Wartungsfenster|bei jedem Anruf|am nächsten Tag"
_REASONS = (
    "damit niemand dieselbe Spur zweimal verfolgt|weil nur ein Messwert die Vermutung belegt"
    "|und hält das Ergebnis im Ticket fest|weil die Alternative mehr Zeit gekostet hätte"
    "|damit die Betroffenen wissen, woran sie sind|und nennt den Zeitpunkt der nächsten Meldung"
)
_TITLES = (
    "Titel und Zielgruppe|Ausgangslage|Ziel und Abgrenzung|Vorgehen: Analyse|Vorgehen: Fehlersuche"
    "|Lösung und Entscheidung|Ergebnis mit Nutzen|Fazit und Erkenntnisse"
)
_TAGS = "vpn|drucker|e-mail|netzwerk|windows|anmeldung|lizenz|eskalation|datenschutz|update"
_SECONDS = (30, 60, 60, 90, 90, 90, 90, 60)
_FILLED = 0.86  # of a slide's time; the last sentence goes beyond
_TEXT_WIDTH = 110
_BUDGET = "10:00"


class Writer:
    """Makes up one case study, always the same one for a number."""

    def __init__(self, number: int, project: Project, *, diagrams: bool = True) -> None:
        self._number = number
        self._diagrams = diagrams
        self._exam_id, exam = next(iter(project.exams.items()))
        self._topics = exam.topics
        self._image = min(project.images)
        self._random = Random(number)

    def case_study(self) -> CaseStudy:
        """The whole case study."""
        values = {
            "title": f"{self._random.choice(_TAGS.split('|')).title()} im Standort {self._number}",
            "focus": self._random.choice(["technology", "communication", "mixed"]),
            "exam": self._exam_id,
            "summary": self._prose(30),
            "tags": self._random.sample(_TAGS.split("|"), 3),
            "metadata": self._metadata(),
            "slides": [self._slide(index) for index in range(len(_SECONDS))],
            "questions": [self._question(index) for index in range(8)],
        }
        return CaseStudy.model_validate(values)

    def _metadata(self) -> dict[str, Any]:
        return {
            "topic": f"Fall {self._number}: {self._point()}",
            "audience": "Service-Management und IT-Leitung",
            "situation": self._prose(30),
            "goal": self._prose(30),
            "success_criteria": [self._sentence() for _ in range(3)],
            "scope": self._prose(15),
            "risks": [self._sentence() for _ in range(2)],
        }

    def _slide(self, index: int) -> dict[str, Any]:
        seconds = _SECONDS[index]
        bullets: list[Any] = [self._point() for _ in range(3)]
        if index % 3 == 1:
            bullets[1] = {"text": bullets[1], "bullets": [self._point()]}
        slide = {
            "title": _TITLES.split("|")[index],
            "headline": f"Standort {self._number}, Schritt {index + 1}",
            "bullets": bullets,
            "artifact": self._artifact(index),
            "notes": self._notes(seconds),
            "time": f"{seconds // 60}:{seconds % 60:02}",
        }
        return {key: value for key, value in slide.items() if value is not None}

    def _artifact(self, index: int) -> dict[str, Any] | None:
        caption = f"Beleg {self._number}.{index}"
        shapes: list[dict[str, Any] | None] = [
            None,
            {"kind": "diagram", "source": self._diagram(), "description": self._plain()},
            {"kind": "quote", "text": self._prose(15), "source": "Rückmeldung an den Service Desk"},
            {"kind": "table", "columns": ["Schritt", "Wer", "Wann"], "rows": [self._row() for _ in range(4)]},
            {"kind": "code", "language": "powershell", "code": self._code()},
            {"kind": "image", "src": self._image, "alt": self._plain()},
            {"kind": "table", "columns": ["Thema", "Vorher", "Nachher"], "rows": [self._row() for _ in range(3)]},
            {"kind": "placeholder", "description": self._sentence()},
        ]
        artifact = shapes[index]
        if artifact and artifact["kind"] == "diagram" and not self._diagrams:
            artifact = {"kind": "placeholder", "description": artifact["description"]}
        return {**artifact, "caption": caption} if artifact else None

    def _diagram(self) -> str:
        steps = [f'    s{step}["{self._pick(_TIMES)} {step}"] --> s{step + 1}' for step in range(3)]
        return "\n".join(["flowchart TB", *steps, '    s3["behoben"]']) + "\n"

    def _code(self) -> str:
        lines = [f"Get-EventLog System -Newest {self._random.randint(5, 90)}"]
        lines += [f"Test-NetConnection 192.0.2.{self._random.randint(1, 254)}  # {n}" for n in "123"]
        return "\n".join(lines) + "\n"

    def _row(self) -> list[str]:
        return [f"Schritt {self._random.randint(1, 9)}", self._pick(_TEAMS), f"{self._random.randint(8, 17)}:15 Uhr"]

    def _question(self, index: int) -> dict[str, Any]:
        when, what = self._pick(_TIMES), self._pick(_THINGS)
        return {
            "id": f"frage-{index + 1}",
            "topic": self._topics[index % len(self._topics)],
            "question": f"Warum hat Ihr Team {when} {what} in Schritt {index + 1} untersucht?",
            "expects": "".join(f"- {self._point()}\n" for _ in range(3)),
            "answer": self._paragraphs(90),
        }

    def _paragraphs(self, words: int) -> str:
        """Three paragraphs, lines broken as in an editor."""
        return "\n\n".join(textwrap.fill(self._prose(words // 3), _TEXT_WIDTH) for _ in range(3)) + "\n"

    def _notes(self, seconds: int) -> str:
        """As many sentences as fill the time, in lines as in an editor."""
        sentences: list[str] = []
        while sum(say(sentence).seconds for sentence in sentences) < _FILLED * seconds:
            sentences.append(self._sentence())
        return textwrap.fill(" ".join(sentences), _TEXT_WIDTH) + "\n"

    def _prose(self, words: int) -> str:
        sentences: list[str] = []
        while sum(sentence.count(" ") + 1 for sentence in sentences) < words - 5:
            sentences.append(self._sentence())
        return " ".join(sentences)

    def _sentence(self) -> str:
        thing, time, reason = self._pick(_THINGS), self._pick(_TIMES), self._pick(_REASONS)
        comma = "" if reason.startswith("und") else ","
        return f"{self._pick(_ROLES)} {self._pick(_VERBS)} {thing} {time}{comma} {reason}."

    def _plain(self) -> str:
        return self._sentence().replace("`", "").replace("**", "")

    def _point(self) -> str:
        return f"{self._pick(_THINGS)}, {self._pick(_TIMES)}"

    def _pick(self, choices: str) -> str:
        return self._random.choice(choices.split("|"))


def written_by_hand(study: CaseStudy, neighbours: tuple[str, str]) -> dict[str, str]:
    """The pages that a trainer would write for a case study: file name → Markdown."""
    return {"index.md": _case_study_page(study, neighbours), "fragen.md": _quiz_page(study)}


def _case_study_page(study: CaseStudy, neighbours: tuple[str, str]) -> str:
    parts = [_head(study), "## Rahmen des Vortrags {#rahmen}", _metadata(study)]
    for number, slide in enumerate(study.slides, start=1):
        parts += [f"## Folie {number}: {slide.title} {{#folie-{number}}}", _slide(slide)]
    artifacts = [(number, slide.artifact) for number, slide in enumerate(study.slides, 1) if slide.artifact]
    parts += ["## Artefakte im Überblick {#artefakte}"]
    parts += ["\n".join(f"- [Folie {number}](#folie-{number}): {artifact.caption}" for number, artifact in artifacts)]
    parts += ["## Fragen der Prüfer {#fragen}"]
    parts += ["\n".join(f"1. [{question.question}](fragen.md#frage-{question.id})" for question in study.questions)]
    previous, following = neighbours
    parts += ["[Fragen üben](fragen.md)", f"[Zurück](../{previous}/index.md) · [Weiter](../{following}/index.md)"]
    return "\n\n".join(parts) + "\n"


def _head(study: CaseStudy) -> str:
    times = "\n".join(f"| {number} | {slide.title} | {slide.time} |" for number, slide in enumerate(study.slides, 1))
    return (
        f"---\ntitle: {study.title}\ndescription: {study.summary.replace(':', '')}\n---\n\n# {study.title}\n\n"
        f"{study.summary}\n\n**Schwerpunkt:** {study.focus} · **Zielgruppe:** {study.metadata.audience} · "
        f"**Geplant:** {study.planned} von {_BUDGET}\n\n| Folie | Titel | Zeit |\n|---|---|---|\n{times}"
    )


def _metadata(study: CaseStudy) -> str:
    metadata = study.metadata
    texts = {"Thema": metadata.topic, "Zielgruppe": metadata.audience, "Ausgangslage": metadata.situation}
    texts |= {"Ziel": metadata.goal, "Abgrenzung": metadata.scope}
    lists = {"Erfolgskriterien": metadata.success_criteria, "Risiken": metadata.risks}
    parts = [f"**{name}:** {text}" for name, text in texts.items()]
    parts += [f"**{name}:**\n\n{_list(items)}" for name, items in lists.items()]
    return "\n\n".join(parts)


def _slide(slide: Slide) -> str:
    bullets = [
        line for bullet in slide.bullets for line in (bullet.text, *(f"    - {text}" for text in bullet.bullets))
    ]
    parts = [f"### {slide.headline}", "\n".join(line if line[0] == " " else f"- {line}" for line in bullets)]
    parts += [_artifact(slide.artifact)] if slide.artifact else []
    return "\n\n".join([*parts, f'??? note "Sprechtext ({slide.time})"', _indented(slide.notes)])


def _artifact(artifact: AnyArtifact) -> str:
    match artifact.kind:
        case "diagram":
            shown = f"```mermaid\n{artifact.source}```\n\n{artifact.description}"
        case "quote":
            shown = f"> „{artifact.text}“\n>\n> {artifact.source}"
        case "table":
            rows = [artifact.columns, ["---"] * len(artifact.columns), *artifact.rows]
            shown = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        case "code":
            shown = f"```{artifact.language}\n{artifact.code}```"
        case "image":
            shown = f"![{artifact.alt}](../../{artifact.src})"
        case "placeholder":
            shown = f'!!! info "Platzhalter"\n    {artifact.description}'
    return f"{shown}\n\n*{artifact.caption}*"


def _quiz_page(study: CaseStudy) -> str:
    title = f"Fragen: {study.title}"
    head = f"---\ntitle: '{title}'\n---\n\n# {title}\n\n[Zurück zur Fallstudie](index.md)"
    return "\n\n".join([head, *map(_question, study.questions)]) + "\n"


def _question(question: AnyQuestion) -> str:
    assert isinstance(question, OpenQuestion)
    answer = f"**Das wollen die Prüfer hören**\n\n{question.expects}\n**Musterantwort**\n\n{question.answer}"
    heading = f"## {question.question} {{#frage-{question.id}}}"
    return f'{heading}\n\n{question.topic}\n\n??? success "Antwort zeigen"\n\n{_indented(answer)}'


def _list(items: tuple[str, ...]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _indented(text: str) -> str:
    return textwrap.indent(text.rstrip(), "    ")


def write_the_rest_by_hand(project: Project, docs: Path) -> None:
    """Write what our site makes of all files but case studies, as pages and in the places of macros."""
    for name, text in rest_by_hand(project).items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    for page in docs.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_MACRO.sub(lambda call: _shown(project, call), text), encoding="utf-8")


def rest_by_hand(project: Project) -> dict[str, str]:
    """A page for each bank, each file of phrases, each conversation and each topic of the glossary: path → Markdown."""
    pages = {
        f"{entry.kind.place}/{entry.id}.md": as_markdown(entry.model)
        for model in (QuestionBank, PhraseBook, Dialogue)
        for entry in project.entries(model)
    }
    topics: dict[str, list[Term]] = defaultdict(list)
    for term in (term for entry in project.entries(Glossary) for term in entry.model.terms):
        topics[term.topic].append(term)
    return pages | {f"glossar/{slugify(topic)}.md": as_markdown(tuple(terms)) for topic, terms in topics.items()}


_UNSEEN = frozenset({"id", "formerly", "kind", "difficulty", "topic", "lesson", "exam"})
_MODEL_OF = {macro.__name__: model for macro, model in OF_FILES.items()}
_MACRO = re.compile(r"\{\{ *(\w+)\((.*?)\) *\}\}")


def _shown(project: Project, call: re.Match[str]) -> str:
    """What a macro shows of files, by hand; what others write are lists that nobody would keep, and forms."""
    model, ids = _MODEL_OF.get(call[1]), re.findall(r"[\w-]+", call[2])
    entries = project.entries(model) if model else ()
    return "\n\n".join(as_markdown(entry.model, 3) for entry in entries if entry.id in ids or model not in BY_ID)


def as_markdown(value: Any, level: int = 1) -> str:
    """All texts of a model: the first one of each group as a heading, lists as lists, all else as paragraphs."""
    return "\n\n".join(_parts(value, level)) + "\n"


def _parts(value: Any, level: int) -> Iterator[str]:
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        yield _list(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item, level)
    elif isinstance(value, Model):
        shown = (getattr(value, name) for name in type(value).model_fields if name not in _UNSEEN)
        first, *others = filter(None, shown)
        yield f"{'#' * min(level, 6)} {first}" if isinstance(first, str) else "\n\n".join(_parts(first, level + 1))
        for other in others:
            yield from _parts(other, level + 1)
    elif isinstance(value, str) and value:
        yield value


def overview_by_hand(studies: dict[str, CaseStudy]) -> str:
    """The overview that a trainer would write: a list of links."""
    items = [
        f"- [{study.title}]({id}/index.md) ({study.focus}, {study.planned}): {study.summary}"
        for id, study in studies.items()
    ]
    return "\n".join(["# Fallstudien", "", *items, ""])


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    studies = made_up(options.count, load_project(project_root(), []), diagrams=options.diagrams)
    options.folder.mkdir(parents=True, exist_ok=True)
    (_write_markdown if options.markdown else _write_yaml)(studies, options.folder)
    return 0


def made_up(count: int, project: Project, *, diagrams: bool = True) -> dict[str, CaseStudy]:
    """So many case studies by id, for the project's first exam."""
    numbers = range(1, count + 1)
    return {f"fall-{number:04}": Writer(number, project, diagrams=diagrams).case_study() for number in numbers}


def _write_yaml(studies: dict[str, CaseStudy], folder: Path) -> None:
    for id, study in studies.items():
        (folder / f"{id}.yml").write_text(to_yaml(study), encoding="utf-8")


def _write_markdown(studies: dict[str, CaseStudy], folder: Path) -> None:
    ids = list(studies)
    for index, (id, study) in enumerate(studies.items()):
        pages = written_by_hand(study, (ids[index - 1], ids[(index + 1) % len(ids)]))
        (folder / id).mkdir()
        for name, text in pages.items():
            (folder / id / name).write_text(text, encoding="utf-8")
    (folder / "index.md").write_text(overview_by_hand(studies), encoding="utf-8")


def _parser() -> Parser:
    parser = Parser(prog="synthetic.py", description="Schreibt erfundene Fallstudien, mit denen sich messen lässt.")
    parser.add_argument("count", metavar="ANZAHL", type=int, help="wie viele")
    parser.add_argument("folder", metavar="ORDNER", type=Path, help="wohin")
    parser.add_argument("--no-diagrams", dest="diagrams", action="store_false", help="ohne Diagramme")
    parser.add_argument("--markdown", action="store_true", help="als von Hand geschriebene Seiten statt als YAML")
    return parser


if __name__ == "__main__":
    run(main)
