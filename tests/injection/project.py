"""A project whose every text is a payload: a file of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from copies import ROOT
from injection.filling import Filler
from injection.payloads import DIAGRAMS, ELEMENTS, HANDLERS, LINKS, MARKDOWN, PAYLOADS, TEMPLATES

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook

EXAM = "data/exams/it-support-specialist.yml"
STUDIES = "data/case-studies"
MATRIX = "lernen/eskalation/"
TOPICS = "lernen/thema-eingrenzen/"
DAY = "lernen/pruefungstag/"
PLAN = "plan/"


def write_everything(
    project: Path, marker: Path
) -> tuple[dict[str, Filler], dict[str, Filler], list[tuple[str, Filler]]]:
    """Write a file of every kind for each payload.

    Returns:
        what the case studies hold, by their ids, what other files with cards do, by the addresses of their pages, and
        what lessons show, each with the address of its page.
    """
    fillers = {f"fall-{number:03}": Filler(armed(payload, marker)) for number, payload in enumerate(PAYLOADS)}
    studies = {id: filler.model(CaseStudy) for id, filler in fillers.items()}
    studies["diagramme"] = _diagrams(marker)
    for id, study in studies.items():
        write(project / STUDIES / f"{id}.yml", study)
    others = dict(_write_others(project, marker))
    topics = {question["topic"] for study in studies.values() for question in study["questions"]}
    topics |= {filler.payload.replace("§", word) for filler in others.values() for word in filler.fields}
    exam, others["nachschlagen/pruefungen/angriff/"] = _exam(topics)
    write(project / "data" / "exams" / "angriff.yml", exam)
    return fillers, others, list(_write_lessons(project, marker))


def armed(payload: str, marker: Path) -> str:
    """A payload that would leave its mark where the test looks for it."""
    return payload.replace("MARKER", str(marker))


def write(file: Path, data: dict[str, Any]) -> None:
    """Write data as YAML that says each text as it is: an escape in double quotes would be taken for a slip."""
    file.write_text(_yaml(data).removeprefix("\n") + "\n", "utf-8")


def _yaml(value: Any, depth: int = 0) -> str:
    """A value as it stands behind its key or its hyphen."""
    inside = "\n" + "  " * depth
    match value:
        case dict():
            return "".join(f"{inside}{key}:{_yaml(each, depth + 1)}" for key, each in value.items()) or " {}"
        case list() | tuple():
            return "".join(f"{inside}-{_yaml(each, depth + 1)}" for each in value) or " []"
        case str() if "\n" in value:
            lines = value.removesuffix("\n").split("\n")
            return f" |2{'+' if value.endswith(chr(10)) else '-'}{inside}{inside.join(lines)}"
        case str():
            return " '" + value.replace("'", "''") + "'"
    return "" if value is None else f" {str(value).lower()}"


def _exam(topics: set[str]) -> tuple[dict[str, Any], Filler]:
    """The real exam's numbers, everything else a payload, and the topics that the studies' questions have."""
    real = yaml.safe_load((ROOT / EXAM).read_text("utf-8"))
    times = {"budget": "10:00", "shortest": "0:30", "cutoff": "10:30"}
    discussion = {"budget": "5:00", "shortest_answer": "0:30", "longest_answer": "1:00"}
    filler = Filler("<script>window.pwned='§'</script>{{ 7 * 191 }}")
    filled = filler.model(Exam)
    of_criteria = {word for word, (place, _) in filler.fields.items() if place.endswith(".topic")}
    topics = topics | {filler.payload.replace("§", word) for word in of_criteria}
    hidden = ("topics", "forbidden_audiences")
    filler.fields = {
        word: place
        for word, place in filler.fields.items()
        if not place[0].startswith(hidden) and word not in of_criteria
    }
    filled["marking_sheet"]["scale"] *= 2
    slides = real["slides"] | {"shortest": "0:30", "longest": "1:30"}
    changed = {
        "presentation": times,
        "slides": slides,
        "discussion": real["discussion"] | discussion,
        "topics": sorted(topics),
    }
    return filled | changed, filler


def _diagrams(marker: Path) -> dict[str, Any]:
    """A case study of many short slides, each with a diagram: payloads as sources and as labels, and worse."""
    harmless = Filler("§ nichts")
    study = harmless.model(CaseStudy)
    labels = [payload.replace('"', "#quot;").replace("\n", " ") for payload in ELEMENTS + HANDLERS + LINKS]
    sources = [*MARKDOWN, *TEMPLATES, *(f'flowchart LR\n  a["{label}"] --> b' for label in labels), *DIAGRAMS]
    plain = {"headline": "Überschrift", "time": "0:02"}
    diagrams = [{"kind": "diagram", "source": armed(source, marker), "description": "Diagramm"} for source in sources]
    slides = [{"title": f"Titel {at}", **plain, "artifact": diagram} for at, diagram in enumerate(diagrams)]
    return study | {"slides": slides}


def _write_others(project: Path, marker: Path) -> Iterator[tuple[str, Filler]]:
    """A file of questions and one of phrases for each payload, and a glossary of all of them."""
    terms = []
    for number, payload in enumerate(PAYLOADS):
        bank, book, glossary = (Filler(armed(payload, marker)) for _ in range(3))
        data = bank.model(QuestionBank)
        for question in data["questions"]:
            del question["topic"]  # that of the file counts
        bank.fields = {word: place for word, place in bank.fields.items() if not place[0].endswith("].topic")}
        write(project / "data" / "question-bank" / f"bank-{number:03}.yml", data)
        write(project / "data" / "phrases" / f"satz-{number:03}.yml", book.model(PhraseBook))
        [term] = glossary.model(Glossary)["terms"]
        terms.append(term | {"id": f"begriff-{number}", "formerly": []})
        yield f"ueben/fragen/bank-{number:03}/", bank
        yield f"nachschlagen/formulierungen/#{number}", book
        yield f"nachschlagen/glossar/#{number}", glossary
    write(project / "data" / "glossary.yml", {"terms": terms})


def _write_lessons(project: Path, marker: Path) -> Iterator[tuple[str, Filler]]:
    """Conversations, a matrix, topics and a preparation."""
    yield from _write_dialogues(project, marker)
    rows, shown = _filled(EscalationMatrix, MATRIX, marker)
    write(project / "data" / "escalation-matrices" / "standard.yml", rows)
    yield from shown
    topics, shown = _filled(TopicIdeas, TOPICS, marker)
    write(project / "data" / "topic-ideas.yml", topics | {"fit_from": 1})
    yield from shown
    preparation, shown = _filled(Preparation, DAY, marker)
    plan = [step | {"days_before": len(PAYLOADS) - at} for at, step in enumerate(preparation["plan"])]
    spans = [span | {"days": len(PAYLOADS) - at} for at, span in enumerate(preparation["spans"])]
    write(project / "data" / "preparation.yml", preparation | {"plan": plan, "spans": spans})
    for _, filler in shown:
        planned = {word: place for word, place in filler.fields.items() if place[0].startswith(("plan.", "spans."))}
        yield PLAN, replace(filler, fields=planned)
        yield DAY, replace(filler, fields={word: place for word, place in filler.fields.items() if word not in planned})


def _write_dialogues(project: Path, marker: Path) -> Iterator[tuple[str, Filler]]:
    """One for each payload, whose lines are all one's own."""
    for number, payload in enumerate(PAYLOADS):
        filler = Filler(armed(payload, marker))
        data = filler.model(Dialogue)
        for line in data["lines"]:
            line["step"] = data["steps"][0]
        del data["lines"][1]["worse"], data["lines"][1]["why"]
        gone = (".step", "lines[1].worse", "lines[1].why")
        filler.fields = {word: place for word, place in filler.fields.items() if not place[0].endswith(gone)}
        write(project / f"data/dialogues/angriff-{number:03}.yml", data)
        yield f"lernen/dialoge/angriff-{number:03}/", filler


def _filled(model: Any, address: str, marker: Path) -> tuple[dict[str, Any], list[tuple[str, Filler]]]:
    """One file with the lists of all payloads; its own title, which there is but one of, holds the first."""
    whole: dict[str, Any] = {}
    fillers = []
    for number, payload in enumerate(PAYLOADS):
        filler = Filler(armed(payload, marker), ids=1000 * number)
        for name, value in filler.model(model).items():
            if isinstance(value, list):
                whole.setdefault(name, []).extend(value)
            else:
                whole.setdefault(name, value)
        if number:
            filler.fields = {word: place for word, place in filler.fields.items() if place[0] != "title"}
        fillers.append((address, filler))
    return whole, fillers
