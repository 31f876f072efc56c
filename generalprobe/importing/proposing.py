"""An outline as a case study, a catalogue as files of questions: what a file does not say is proposed, and named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generalprobe.format.case_study import AnyArtifact, CaseStudy, Image, Metadata, Placeholder, Slide
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Discussion, Exam
from generalprobe.format.fields import LONGEST_PROSE
from generalprobe.format.questions import AnyQuestion, ChoiceQuestion, OpenQuestion, QuestionBank
from generalprobe.format.wording import shorten, slugify
from generalprobe.importing.losses import LOST, Loss
from generalprobe.importing.outline import Asked, Catalogue, Outline, OutlineSlide
from generalprobe.importing.topics import guessed_topic, topic_of
from generalprobe.importing.unreadable import Unreadable
from generalprobe.talk import Taken

_STEP_S = 5
_LONGEST_S = 99 * 60
_LONGEST_ID = 48
_MOST_SLIDES, _MOST_QUESTIONS = 300, 2_000
_MANY = "Darin sind mehr als 300 Folien oder 2.000 Fragen. Nimm nur, was zusammengehört."
_NO_SLIDE = "Darin ist keine Folie zu finden, die gezeigt wird."
_MISSING = {
    "topic": "[Titel des Vortrags]",
    "audience": "[Wirkliche Rolle, zum Beispiel IT-Leitung]",
    "situation": "[Ausgangslage]",
    "goal": "[Was erreicht werden sollte]",
    "success_criteria": "[Woran man den Erfolg misst]",
    "scope": "[Was dazugehört und was nicht]",
    "risks": "[Was schiefgehen konnte, und was dagegen half]",
}
"""The texts of the skeleton, of which the check says that they are still there."""
NAMES = {
    "topic": "Titel des Vortrags",
    "audience": "Zielgruppe",
    "situation": "Ausgangslage",
    "goal": "Ziel",
    "success_criteria": "Erfolgskriterien",
    "scope": "Abgrenzung",
    "risks": "Risiken",
}
"""What trainers call the keys of a case study's metadata."""
_NO_TITLE = "[Titel der Fallstudie]"
_NO_SUMMARY = "[Worum es geht, in ein bis zwei Sätzen]"
_NO_ANSWER = "[Musterantwort: Kernaussage, Erklärung, Beispiel; {} bis {} Minuten]"
_ASKING = re.compile(
    "was|w(?:ie|arum|ieso|eshalb|ann|o|er|en|em)|welche[rsnm]?|ist|sind|war(?:en)?|hat(?:te)?|haben?|kann|koenn(?:en|te)|"
    "w(?:ird|erden|urden?|uerden)|sie|ihre?[nm]?|ihnen|ich|man|es|eine?[nmrs]?|d(?:er|ie|as|en|em|es)|und|oder|i[nm]|"
    "a[nm]|au[fs]|bei|beim|mit|vo[nm]|zu[mr]?|fuer|zuerst|genau|denn|dabei|bedeutet|heisst|versteht|unter|bitte|"
    "erklaeren|nennen|beschreiben|unterschied|zwischen|als|so|nicht|da|hier|machen|tun|gemacht|getan"
)
"""Words of a question that do not say what it is about."""


@dataclass(frozen=True)
class Imported:
    """What becomes a file: its id, what it holds, what was lost, and what was proposed and wants to be looked at."""

    id: str
    model: CaseStudy | QuestionBank
    losses: tuple[Loss, ...] = ()
    proposals: tuple[str, ...] = ()
    times: Mapping[int, str] = field(default_factory=dict)
    """By the index of a slide, why its time was proposed."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By their paths below docs/."""


def case_study_of(
    outline: Outline, exam_id: str, exam: Exam, *, topic: str = "", images: bool = False, id: str = ""
) -> Imported:
    """Make a draft of an outline under the rules of an exam, with pictures if wished. Raises Unreadable."""
    if not outline.slides:
        raise Unreadable(_NO_SLIDE)
    if len(outline.slides) > _MOST_SLIDES or len(outline.questions) > _MOST_QUESTIONS:
        raise Unreadable(_MANY)
    id = id or proposed_id(outline.title) or "vortrag"
    kept = _Pictures(id, outline.pictures if images else {}, outline.flaws, are_wished=images)
    losses, proposals, times = list(outline.losses), [], dict[int, str]()
    slides = list(_slides(outline.slides, exam, kept, times, losses))
    missing = [key for key in _MISSING if not outline.metadata.get(key)]
    if missing:
        proposals.append(f"In [eckigen Klammern] fehlt noch: {', '.join(NAMES[key] for key in missing)}")
    if outline.focus is None:
        proposals.append("`focus: mixed` ist angenommen: technology, communication oder mixed")
    proposals += [
        f"{_place(slide, number)}: Die Überschrift war nicht als solche gekennzeichnet und ist geraten"
        for number, slide in enumerate(outline.slides, start=1)
        if slide.guessed
    ]
    proposals += [
        f"{_place(slide, number)}: Die Überschrift fehlt, so heißt sie nach ihrer Nummer"
        for number, slide in enumerate(outline.slides, start=1)
        if not slide.title and not slide.headline
    ]
    proposals += [
        f"{_place(slide, number)}: Was das Bild zeigt, steht nirgends: Ein Satz dazu fehlt"
        for number, slide in enumerate(outline.slides, start=1)
        if isinstance(slide.artifact, Image) and not slide.artifact.alt
    ]
    if times:
        counted = "1 Folie" if len(times) == 1 else f"{len(times)} Folien"
        proposals.append(f"Zeit von {counted}: Sie stand nicht da; ein Kommentar sagt, woher sie kommt")
    questions = _questions(outline.questions, exam, topic, proposals)
    situation = str(outline.metadata.get("situation", ""))
    model = CaseStudy(
        title=outline.title or _NO_TITLE,
        draft=True,
        focus=outline.focus or "mixed",
        exam=exam_id,
        summary=outline.summary or situation or _NO_SUMMARY,
        metadata=_metadata(outline.metadata),
        slides=tuple(slides),
        questions=tuple(questions),
    )
    return Imported(id, model, tuple(losses), tuple(proposals), times, kept.taken)


def banks_of(catalogue: Catalogue, exam: Exam, *, topic: str = "", id: str = "") -> list[Imported]:
    """Make a file of questions for each heading; the first names what was lost. Raises Unreadable."""
    if sum(map(len, catalogue.groups.values())) > _MOST_QUESTIONS:
        raise Unreadable(_MANY)
    stem = id or proposed_id(catalogue.title, 24)
    found: list[Imported] = []
    for heading, named, asked in _by_topic(catalogue, exam, topic):
        proposals: list[str] = []
        own = named or guessed_topic(f"{heading} {asked[0].about} {asked[0].question}", exam.topics)
        if not named:
            said = f"Die Überschrift „{heading}“ nennt keins" if heading else "Keine Überschrift nennt eins"
            proposals.append(f"Das Themengebiet „{own}“ ist angenommen: {said}")
        questions = [each.model_copy(update={"topic": ""}) for each in _questions(asked, exam, own, proposals)]
        title = heading or catalogue.title or own
        name = "-".join(filter(None, (stem, proposed_id(heading, 32) if heading != catalogue.title else "")))
        model = QuestionBank(title=title, draft=True, topic=own or title, questions=tuple(questions))
        found.append(Imported(name or "fragen", model, () if found else catalogue.losses, tuple(proposals)))
    return found


def _by_topic(catalogue: Catalogue, exam: Exam, topic: str) -> Iterator[tuple[str, str, list[Asked]]]:
    """The headings with a topic and questions; those that name topics of their own are parted by them."""
    for heading, asked in catalogue.groups.items():
        owns = [topic or (topic_of(each.about, exam.topics) if each.about != heading else "") for each in asked]
        named = {*filter(None, owns)}
        of_heading = topic or topic_of(heading, exam.topics) or (named.pop() if len(named) == 1 else "")
        parts: dict[str, list[Asked]] = {}
        for own, each in zip(owns, asked, strict=True):
            parts.setdefault(own or of_heading, []).append(each)
        for own, among in parts.items():
            whole = own if heading == catalogue.title else f"{heading}: {own}"
            yield whole if len(parts) > 1 and own != of_heading else heading, own, among


def proposed_id(text: str, longest: int = _LONGEST_ID) -> str:
    """A slug of whole words of a text; nothing where it has no letter."""
    slug = slugify(text)
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
        slug = re.sub(f"(?:-(?:{_ASKING.pattern}))+$", "", slug)
    return "" if slug.replace("-", "").isdecimal() else slug


def _metadata(said: Mapping[str, str | tuple[str, ...]]) -> Metadata:
    values: dict[str, str | tuple[str, ...]] = {key: said.get(key) or missing for key, missing in _MISSING.items()}
    for key in ("success_criteria", "risks"):
        value = values[key]
        values[key] = (value,) if isinstance(value, str) else value
    return Metadata.model_validate(values)


class _Pictures:
    """Pictures get a path below docs/ as they are taken."""

    def __init__(self, id: str, known: Mapping[str, bytes], flaws: Mapping[str, str], *, are_wished: bool) -> None:
        self._are_wished = are_wished
        self._flaws = flaws
        self._folder = f"images/{id}"
        self._known = known
        self.taken: dict[str, bytes] = {}

    def take(self, src: str, number: int) -> str:
        """The path of a picture of a slide; nothing where there is none."""
        if src not in self._known:
            return ""
        path = f"{self._folder}/folie-{number}.{src.rpartition('.')[2]}"
        self.taken[path] = self._known[src]
        return path

    def left(self, src: str) -> str:
        """Why a picture does not come along."""
        if not self._are_wished:
            return LOST["picture"]
        return f"{LOST[self._flaws.get(src, 'picture-missing')]} Es heißt „{shorten(src)}“."


def _slides(
    outlined: Sequence[OutlineSlide], exam: Exam, pictures: _Pictures, times: dict[int, str], losses: list[Loss]
) -> Iterator[Slide]:
    ids = _Ids()
    for number, slide in enumerate(outlined, start=1):
        title, place = _title(slide, number), _place(slide, number)
        artifact = _artifact(slide.artifact, slide.number or number, title, pictures, place, losses)
        notes = _within_limit(slide.notes, place, losses)
        time, why = _time(slide, notes, exam)
        if why:
            times[number - 1] = why
        yield Slide(
            title=title,
            headline=slide.headline or title,
            bullets=slide.bullets,
            artifact=artifact,
            notes=notes,
            time=time,
            demo=slide.demo,
            id=ids.take(proposed_id(title) or f"folie-{slide.number or number}"),
        )


def _title(slide: OutlineSlide, number: int) -> str:
    return slide.title or slide.headline or f"Folie {slide.number or number}"


def _place(slide: OutlineSlide, number: int) -> str:
    """A slide as its file numbers it, however many before it stayed behind."""
    return f"Folie {slide.number or number} („{shorten(_title(slide, number))}“)"


def _artifact(
    artifact: AnyArtifact | None, number: int, title: str, pictures: _Pictures, place: str, losses: list[Loss]
) -> AnyArtifact | None:
    """A picture stays one where it comes along; else a placeholder says what it shows."""
    if not isinstance(artifact, Image):
        return artifact
    alt = artifact.alt or f"Bild zu „{title}“"
    if path := pictures.take(artifact.src, number):
        return Image(kind="image", src=path, alt=alt, caption=artifact.caption)
    losses.append(Loss(place, pictures.left(artifact.src)))
    return Placeholder(kind="placeholder", description=alt, caption=artifact.caption)


def _within_limit(text: str, place: str, losses: list[Loss]) -> str:
    """Whole paragraphs, as many as there may be."""
    if len(text) <= LONGEST_PROSE:
        return text
    losses.append(Loss(place, LOST["long"]))
    return text[:LONGEST_PROSE].rpartition("\n\n")[0] or text[:LONGEST_PROSE]


def _time(slide: OutlineSlide, notes: str, exam: Exam) -> tuple[Duration, str]:
    """What is planned, else what notes and demo take, to five seconds; and why, where it is proposed.

    Nothing is proposed that is shorter than what the rules of the exam advise.
    """
    shortest = exam.slides.shortest
    if slide.time is not None:
        return slide.time, ""
    if not notes:
        return max(shortest, slide.demo), "vorgeschlagen: Ohne Sprechtext ist es die kürzeste Zeit"
    taken = Taken.of(notes, slide.demo)
    seconds = Duration(min(_LONGEST_S, round(taken.seconds / _STEP_S) * _STEP_S))
    if seconds < shortest:
        return shortest, f"vorgeschlagen: Es ist die kürzeste Zeit, der Sprechtext dauert nur etwa {taken}"
    return seconds, f"vorgeschlagen: Der Sprechtext dauert etwa {taken}"


def _questions(asked: Sequence[Asked], exam: Exam, topic: str, proposals: list[str]) -> list[AnyQuestion]:
    ids = _Ids()
    made: list[AnyQuestion] = []
    guessed = []
    for number, each in enumerate(asked, start=1):
        named = topic or topic_of(each.about, exam.topics)
        guessed += [] if named else [number]
        if not each.answer and not each.options:
            proposals.append(f"Frage {number} („{shorten(each.question)}“) hat noch keine Antwort")
        id = ids.take(_question_id(each.question) or f"frage-{number}")
        made.append(_question(each, id, named or guessed_topic(each.question, exam.topics), exam.discussion))
    if guessed:
        counted = "1 Frage" if len(guessed) == 1 else f"{len(guessed)} Fragen"
        proposals.append(f"Das Themengebiet von {counted} ist nach den Worten der Frage angenommen")
    return made


def _question(asked: Asked, id: str, topic: str, discussion: Discussion) -> AnyQuestion:
    answer = asked.answer[:LONGEST_PROSE]
    if asked.options:
        return ChoiceQuestion(
            id=id,
            kind="choice",
            topic=topic,
            difficulty=asked.difficulty,
            question=asked.question,
            options=asked.options,
            explanation=answer,
        )
    return OpenQuestion(
        id=id,
        topic=topic,
        difficulty=asked.difficulty,
        question=asked.question,
        expects=asked.expects[:LONGEST_PROSE],
        points=asked.points,
        answer=answer or _NO_ANSWER.format(discussion.shortest_answer, discussion.longest_answer),
        follow_up=asked.follow_up,
    )


def _question_id(question: str) -> str:
    """The words that say what it is about."""
    words = [word for word in slugify(question).split("-") if not _ASKING.fullmatch(word)]
    return proposed_id("-".join(words[:5]), 40) or proposed_id(question, 40)


class _Ids:
    """Each id once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers = Counter[str]()

    def take(self, wanted: str) -> str:
        """The id that is wanted, with a number where another one has it."""
        id, stem = wanted, re.sub("-[0-9]+$", "", wanted)
        while id in self._taken:
            self._numbers[stem] += 1
            id = f"{stem}-{self._numbers[stem] + 1}"
        self._taken.add(id)
        return id
