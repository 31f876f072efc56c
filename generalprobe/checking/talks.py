"""The rules of an exam applied to case studies: what the format allows and the exam does not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from unicodedata import normalize

from generalprobe.checking.doubles import check_slides_twice
from generalprobe.checking.questions import (
    check_exam_name,
    check_questions,
    check_topic,
)
from generalprobe.format.case_study import CaseStudy, Image, Slide, Table
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Discussion, Exam, Presentation, SlideLimits, SpeechLimits
from generalprobe.format.questions import Question
from generalprobe.format.wording import meant, shorten, slugify
from generalprobe.problems import Finding, Path
from generalprobe.speech import Seconds, is_english
from generalprobe.speech.accuracy import WORDS_PER_MINUTE
from generalprobe.speech.text import plain_text, unsaid
from generalprobe.talk import Taken, Talk

_ENOUGH_WORDS = 50
_WORD = re.compile(r"\w+")
_UMLAUTS = str.maketrans("äöü", "aou")
_ENDING = re.compile(r"(?<=\w{4})(?:innen|in|iums?|ien|es|en|e|s|n)$")
_UNSAID = {
    "comment": "steht ein Kommentar; niemand sagt ihn",
    "code": "steht Code; niemand sagt ihn",
    "heading": "beginnt eine Zeile mit `#`; ein Kommentar ist das hier nicht",
}


def check_case_study(
    case_study: CaseStudy, exams: Mapping[str, Exam], known_exams: Collection[str], images: frozenset[str]
) -> Iterator[Finding]:
    """Find all that is wrong with a case study that has the right format.

    Args:
        case_study: the model.
        exams: the readable exams by id.
        known_exams: ids of all exam files, readable or not.
        images: paths of the images below docs/.
    """
    yield from _check_slides_format(case_study, images)
    exam = exams.get(case_study.exam)
    yield from check_questions(case_study.questions, [exam.discussion] if exam else [])
    yield from _check_topics(case_study, exam)
    if exam:
        yield from _check_against_exam(case_study, exam)
    else:
        yield from check_exam_name(case_study.exam, known_exams)


def _check_against_exam(case_study: CaseStudy, exam: Exam) -> Iterator[Finding]:
    yield from _check_audience(case_study.metadata.audience, exam.forbidden_audiences)
    yield from _check_talk(case_study.planned, exam.presentation)
    yield from _check_slide_count(len(case_study.slides), exam.slides)
    for index, slide in enumerate(case_study.slides):
        yield from _check_slide(index, slide, exam.slides)
    yield from _check_spoken(case_study, exam)
    yield from _check_question_count(len(case_study.questions), exam.discussion)


def _check_audience(audience: str, forbidden: tuple[str, ...]) -> Iterator[Finding]:
    words = list(_WORD.finditer(audience))
    stems = [_stem(word[0]) for word in words]
    for wanted in _stems_of(forbidden):
        for at in range(len(words) - len(wanted) + 1):
            if stems[at : at + len(wanted)] == wanted:
                named = audience[words[at].start() : words[at + len(wanted) - 1].end()]
                yield Finding("ZIEL01", ("metadata", "audience"), f"„{named}“ ist keine zulässige Zielgruppe")
                return


@lru_cache(maxsize=64)
def _stems_of(phrases: tuple[str, ...]) -> list[list[str]]:
    """Those of the words of each phrase, the longest phrase first."""
    return [[_stem(word) for word in _WORD.findall(phrase)] for phrase in sorted(phrases, key=len, reverse=True)]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A word without its ending: case, number and gender make no other audience."""
    return _ENDING.sub("", word.casefold().translate(_UMLAUTS)).rstrip("s")


def _check_talk(planned: Duration, limits: Presentation) -> Iterator[Finding]:
    if planned > limits.cutoff:
        excess = planned - limits.cutoff
        yield _of_talk("ZEIT03", f"Geplant sind {planned}, abgebrochen wird bei {limits.cutoff} ({excess} zu viel)")
    elif planned > limits.budget:
        excess = planned - limits.budget
        yield _of_talk("ZEIT01", f"Geplant sind {planned}, der Zeitrahmen ist {limits.budget} ({excess} zu viel)")
    elif planned < limits.shortest:
        yield _of_talk("ZEIT04", f"Geplant sind nur {planned}, empfohlen sind mindestens {limits.shortest}")


def _of_talk(code: str, message: str) -> Finding:
    """A finding about all slides together."""
    return Finding(code, ("slides",), message, at_key=True)


def _check_slide_count(count: int, limits: SlideLimits) -> Iterator[Finding]:
    advice = f"empfohlen sind {limits.fewest} bis {limits.most}"
    if count < limits.fewest:
        yield _of_talk("FOLIE01", f"Nur {_slides(count)}, {advice}")
    if count > limits.most:
        yield Finding("FOLIE02", ("slides", limits.most), f"{_slides(count)}, {advice}")


def _slides(count: int) -> str:
    return "1 Folie" if count == 1 else f"{count} Folien"


def _check_slide(index: int, slide: Slide, limits: SlideLimits) -> Iterator[Finding]:
    name = f"Folie {index + 1}"
    place, planned = ("slides", index, "time"), f"{name} ist auf {slide.time} geplant"
    if slide.time < limits.shortest:
        yield Finding("ZEIT05", place, f"{planned}, empfohlen ist mindestens {limits.shortest}")
    if slide.time > limits.longest:
        yield Finding("ZEIT06", place, f"{planned}, empfohlen ist höchstens {limits.longest}")
    bullets = sum(1 + len(bullet.bullets) for bullet in slide.bullets)
    if bullets > limits.most_bullets:
        message = f"{name} hat {bullets} Stichpunkte, empfohlen sind höchstens {limits.most_bullets}"
        yield Finding("FOLIE03", ("slides", index, "bullets"), message, at_key=True)


def _check_spoken(case_study: CaseStudy, exam: Exam) -> Iterator[Finding]:
    talk = Talk.of(case_study, exam)
    for index, (slide, taken) in enumerate(zip(case_study.slides, talk.slides, strict=True)):
        yield from _check_notes(index, slide, taken, exam.speech)
        yield from _check_unsaid(index, slide.notes)
    if not any(is_english(slide.notes) for slide in case_study.slides):
        notes = [slide.notes for slide in case_study.slides]
        yield from _check_spoken_talk(talk.whole, notes, exam.presentation)


def _check_notes(index: int, slide: Slide, taken: Taken, limits: SpeechLimits) -> Iterator[Finding]:
    name, place = f"Folie {index + 1}", ("slides", index, "notes")
    if is_english(slide.notes):
        message = f"Der Sprechtext von {name} ist englisch; geschätzt wird nur deutscher"
        yield Finding("SPRECH02", place, message, at_key=True)
        return
    percent = round(100 * taken.seconds / slide.time) if slide.time else 0
    planned = f"{name} ist auf {slide.time} geplant, der Sprechtext dauert"
    if not slide.notes:
        if slide.demo < slide.time:
            yield Finding("ZEIT10", ("slides", index), f"{name} hat keinen Sprechtext", at_key=True)
    elif taken.seconds > slide.time and taken.low > slide.time:  # the first is quickly told
        yield Finding("ZEIT02", ("slides", index, "time"), f"{planned} etwa {taken}")
    elif percent > limits.most_percent:
        yield Finding("ZEIT08", ("slides", index, "time"), f"{planned} etwa {taken}")
    elif percent < limits.least_percent:
        message = f"Sprechtext füllt nur {percent} % von {name}: etwa {taken} bei {slide.time} geplant"
        yield Finding("ZEIT09", place, message, at_key=True)


def _check_unsaid(index: int, notes: str) -> Iterator[Finding]:
    place, name = ("slides", index, "notes"), f"Im Sprechtext von Folie {index + 1}"
    for words, kind in unsaid(notes):
        yield Finding("SPRECH01", place, f"{name} {_UNSAID[kind]}", words=words)


def _check_spoken_talk(talk: Taken, notes: Iterable[str], limits: Presentation) -> Iterator[Finding]:
    """By the words that the notes have, one tells how many are missing or too many."""
    if limits.shortest <= round(talk.seconds) <= limits.budget:
        return
    is_sure = talk.low > limits.budget or talk.high < limits.shortest
    words = sum(len(plain_text(each).split()) for each in notes)
    message = f"Gesprochen dauert der Vortrag etwa {talk}, {_off(talk, words, limits)}"
    frame = f"der Zeitrahmen ist {limits.shortest} bis {limits.budget}"
    yield _of_talk("ZEIT12" if is_sure else "ZEIT11", f"{message}; {frame}")


def _off(talk: Taken, words: int, limits: Presentation) -> str:
    """Which way a talk misses its limits and how far, in round numbers."""
    is_short = talk.seconds < limits.shortest
    gap_s = float(limits.shortest) - talk.seconds if is_short else talk.seconds - limits.budget
    word_s = talk.spoken.seconds / words if words >= _ENOUGH_WORDS else 60 / WORDS_PER_MINUTE
    time = Seconds(_rounded(gap_s, 5 if gap_s < 60 else 10))
    off_by = _rounded(gap_s / word_s, 10 if gap_s < 60 else 50)
    return f"rund {time} zu {'kurz' if is_short else 'lang'} (etwa {off_by:,} Wörter)".replace(",", ".")


def _rounded(number: float, step: int) -> int:
    return max(1, round(number / step)) * step


def _check_slides_format(case_study: CaseStudy, images: frozenset[str]) -> Iterator[Finding]:
    yield from _check_slide_keys(case_study.slides)
    yield from check_slides_twice(case_study.slides)
    for index, slide in enumerate(case_study.slides):
        if slide.demo > slide.time:
            yield Finding(
                "ZEIT07",
                ("slides", index, "demo"),
                f"Die Vorführung ({slide.demo}) ist länger als die Folie ({slide.time})",
            )
        if isinstance(slide.artifact, Image):
            yield from _check_image(index, slide.artifact, images)
        if isinstance(slide.artifact, Table):
            yield from _check_table(index, slide.artifact)


def _check_slide_keys(slides: Sequence[Slide]) -> Iterator[Finding]:
    owner: dict[str, int] = {}
    for number, slide in enumerate(slides, start=1):
        for key, path in _keys(slide, ("slides", number - 1)):
            if not key or key.isdecimal():
                message = (
                    f"`{key}` ist eine Nummer" if key else f"Der Titel „{shorten(slide.title)}“ hat keine Buchstaben"
                )
                yield Finding("FOLIE04", path, f"{message} und taugt nicht als Kennung")
            elif key in owner:
                yield Finding("FOLIE04", path, f"Die Kennung `{key}` gehört schon zu Folie {owner[key]}")
            owner.setdefault(key, number)


def _keys(slide: Slide, path: Path) -> list[tuple[str, Path]]:
    """What a slide is known by, and was, each with its place."""
    former = [(key, (*path, "formerly", at)) for at, key in enumerate(slide.formerly)]
    return [(slide.key, (*path, "id" if slide.id else "title")), *former]


def _check_image(index: int, image: Image, images: frozenset[str]) -> Iterator[Finding]:
    path = ("slides", index, "artifact", "src")
    if _leaves_docs(image.src):
        yield Finding("BILD02", path, f"„{image.src}“ liegt außerhalb von docs/")
    elif image.src not in images:
        yield Finding("BILD01", path, f"In docs/ gibt es kein Bild „{image.src}“", _meant_image(image.src, images))


def _meant_image(src: str, images: frozenset[str]) -> str:
    """The image that was meant; other systems put umlauts in names together of two characters, which nobody sees."""
    alike = [known for known in images if normalize("NFC", known) == normalize("NFC", src)]
    if not alike:
        stems = {PurePosixPath(known).stem: known for known in sorted(images)}
        near = re.search("`(.+)`", meant(PurePosixPath(src).stem, stems))  # folder and ending are alike anyway
        return f"Meintest du `{stems[near[1]]}`?" if near and near[1] in stems else ""
    name = PurePosixPath(alike[0])
    new = f"{slugify(name.stem)}{name.suffix}"
    return f"Die Umlaute im Namen der Datei sind zusammengesetzte Zeichen: sie in `{new}` umbenennen, auch hier."


def _leaves_docs(src: str) -> bool:
    path = PurePosixPath(src.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", src) is not None


def _check_table(index: int, table: Table) -> Iterator[Finding]:
    columns = len(table.columns)
    for number, row in enumerate(table.rows):
        if len(row) != columns:
            message = f"Zeile {number + 1} der Tabelle hat {len(row)} Werte, die Tabelle {columns} Spalten"
            yield Finding("FOLIE05", ("slides", index, "artifact", "rows", number), message)


def _check_question_count(count: int, limits: Discussion) -> Iterator[Finding]:
    if count == 0:
        yield Finding("FRAGE01", ("questions",), "Die Fallstudie hat keine Frage", at_key=True)
    elif count < limits.fewest_questions:
        message = f"Nur {count} von mindestens {limits.fewest_questions} Fragen"
        yield Finding("FRAGE02", ("questions",), message, at_key=True)


def _check_topics(case_study: CaseStudy, exam: Exam | None) -> Iterator[Finding]:
    for index, question in enumerate(case_study.questions):
        path = ("questions", index, "topic")
        if not question.topic:
            about = Question.model_fields["topic"].description
            yield Finding("FORM02", path, "Schlüssel `topic` fehlt", f"`topic:` ergänzen: {about}")
        elif exam:
            yield from check_topic(question.topic, path, exam.topics)
