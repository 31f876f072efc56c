"""The talks and the exams' rules as the browser fetches them, to show slides and to measure a rehearsal."""

from __future__ import annotations

import json
from typing import Any

from generalprobe import addresses
from generalprobe.drawing import Drawing, draw
from generalprobe.format.case_study import Diagram, Slide
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.pages.cases import Case, cases
from generalprobe.pages.directions import directions_in
from generalprobe.pages.recipe import Recipe, recipe
from generalprobe.pages.text import printable
from generalprobe.published import (
    VERSION,
    AnyPublishedArtifact,
    PublishedBullet,
    PublishedDiagram,
    PublishedExam,
    PublishedSlide,
    PublishedTalk,
)
from generalprobe.reading.project import Entry, Project
from generalprobe.talk import Taken
from generalprobe.typesetting import Density, density


def talk_files(project: Project) -> dict[str, Recipe]:
    """Every talk with its drawings, and every exam, by path below the site's root."""
    files = {addresses.exam_file(entry.id): recipe(exam_file, entry, of=(entry,)) for entry in project.entries(Exam)}
    for case in cases(project):
        files[addresses.talk_file(case.id)] = recipe(talk_file, case, of=(case.entry,))
        for slide in case.study.slides:
            if isinstance(slide.artifact, Diagram):
                path, source = addresses.drawing_file(case.id, slide.key), slide.artifact.source
                files[path] = recipe(drawing_file, source, of=(source,))
    return files


def talk_file(case: Case) -> str:
    """Write the talk of a case study for the browser."""
    study = case.study
    taken = zip(study.slides, case.talk.slides, strict=True)
    return _written(
        PublishedTalk.model_construct(
            version=VERSION,
            id=case.id,
            title=study.title,
            draft=study.draft,
            exam=study.exam,
            page=addresses.case_study(case.id),
            metadata=study.metadata,
            slides=tuple(
                _slide(case.id, slide, time, density(slide, first=number == 0))
                for number, (slide, time) in enumerate(taken)
            ),
        )
    )


def exam_file(entry: Entry[Exam]) -> str:
    """Write the rules of an exam for the browser."""
    return _written(PublishedExam.model_construct(version=VERSION, id=entry.id, **dict(entry.model)))


def drawing_file(source: str) -> str:
    """Write what a diagram shows as SVG, for a page whose colours it takes; empty where it is no diagram."""
    drawing = draw(source)
    if not isinstance(drawing, Drawing):
        return '<svg xmlns="http://www.w3.org/2000/svg"/>'
    size = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawing.shapes}</svg>'


def _slide(id: str, slide: Slide, taken: Taken, density: Density) -> PublishedSlide:
    return PublishedSlide.model_construct(
        key=slide.key,
        formerly=slide.formerly,
        title=slide.title,
        headline=slide.headline,
        bullets=tuple(PublishedBullet(text=each.text, bullets=each.bullets) for each in slide.bullets),
        artifact=_artifact(id, slide),
        density=density,
        notes=slide.notes,
        directions=directions_in(slide.notes),
        time_s=int(slide.time),
        demo_s=int(slide.demo),
        spoken_s=round(float(taken.spoken.seconds), 3),
        silent_s=int(taken.pauses),
        syllables=taken.spoken.syllables,
    )


def _artifact(id: str, slide: Slide) -> AnyPublishedArtifact | None:
    match slide.artifact:
        case Diagram() as diagram:
            drawn = isinstance(draw(diagram.source), Drawing)
            address = addresses.drawing_file(id, slide.key) if drawn else ""
            return PublishedDiagram(**dict(diagram), drawing=address)
        case artifact:
            return artifact


def _written(model: Model) -> str:
    return json.dumps(_as_json(model), ensure_ascii=False, separators=(",", ":"))


def _as_json(value: Any) -> Any:
    """What becomes JSON of a model: its fields by their names, texts as pages show them, durations in seconds."""
    match value:
        case str():
            return printable(value)
        case tuple():
            return [_as_json(item) for item in value]
        case Duration():
            return int(value)
        case Model():
            return {name: _as_json(item) for name, item in vars(value).items()}
        case _:
            return value
