"""Questions, terms and phrases checked: what their format allows and sense does not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from generalprobe.format.exam import Discussion, Exam, exams_asking
from generalprobe.format.questions import (
    AnyQuestion,
    ChoiceQuestion,
    GapsQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    QuestionBank,
)
from generalprobe.format.vocabulary import Glossary, PhraseBook, Term
from generalprobe.format.wording import meant, shorten
from generalprobe.problems import Finding, Path
from generalprobe.speech import is_english
from generalprobe.speech.text import plain_text
from generalprobe.talk import Taken

_OTHERS = r"genannte[nrs]?|vorgenannte[nrs]?|obige[nrs]?|oben|vorherige[nrs]?|davon|aufgeführte[nrs]?"
_REFERS = re.compile(
    rf"^(?:alle|alles|keine[rs]?|nichts|sämtliche|beide[s]?)\b[^,;:.]{{0,30}}\b(?:{_OTHERS})\b"
    r"|^(?:alle|keine|beide)(?: der| dieser| anderen)* (?:Antworten|Aussagen|Möglichkeiten)\b[^,;:]{0,30}$"
    r"|^(?:beides|alles|alle|keine[rs]?|nichts)\.?$",
    re.IGNORECASE,
)
"""Words that tell of an option that it refers to those above it."""


def check_questions(questions: Sequence[AnyQuestion], limits: Collection[Discussion]) -> Iterator[Finding]:
    """Find what is wrong with questions by themselves; `limits` are those of all exams concerned."""
    for index, question in enumerate(questions):
        path = ("questions", index)
        match question:
            case OpenQuestion():
                yield from _check_answer(question, path, limits)
                yield from _check_points(question, path)
                if question.follow_up and not plain_text(question.follow_up).strip().endswith("?"):
                    yield Finding("FRAGE13", (*path, "follow_up"), "Die Nachfrage endet nicht mit einem Fragezeichen")
            case ChoiceQuestion():
                yield from _check_options(question, path)
            case OrderQuestion():
                yield from _check_repeated(question.steps, [(*path, "steps", at) for at in range(len(question.steps))])
            case MatchQuestion():
                yield from _check_pairs(question, path)
            case GapsQuestion():
                yield from _check_gaps(question, path)


def check_topic(topic: str, path: Path, topics: Collection[str]) -> Iterator[Finding]:
    """Find a topic that no exam has."""
    if topic not in topics:
        hint = meant(topic, topics) or f"Möglich sind: {', '.join(f'`{known}`' for known in topics)}."
        yield Finding("FRAGE04", path, f"Das Themengebiet „{topic}“ gibt es nicht", hint)


def check_exam_name(name: str, known: Collection[str]) -> Iterator[Finding]:
    """Find the name of an exam for which there is no file; `known` are all that have one, readable or not."""
    if name and name not in known:
        yield Finding("PRUEFUNG01", ("exam",), f"Die Prüfung `{name}` gibt es nicht", meant(name, known))


def check_bank(
    bank: QuestionBank, exams: Mapping[str, Exam], known_exams: Collection[str], pages: Collection[str]
) -> Iterator[Finding]:
    """Find what is wrong with a file of the question bank."""
    yield from _check_belonging(bank, exams, known_exams, pages)
    asking = exams_asking(bank.topic, exams, bank.exam)
    yield from check_questions(bank.questions, [exam.discussion for exam in asking.values()])
    for index, question in enumerate(bank.questions):
        if question.topic:
            message = "Das Themengebiet steht schon oben in der Datei"
            yield Finding("FRAGE08", ("questions", index, "topic"), message, at_key=True)


def check_phrases(
    book: PhraseBook, exams: Mapping[str, Exam], known_exams: Collection[str], pages: Collection[str]
) -> Iterator[Finding]:
    """Find what is wrong with a file of phrases."""
    yield from _check_belonging(book, exams, known_exams, pages)


def _check_belonging(
    file: QuestionBank | PhraseBook, exams: Mapping[str, Exam], known_exams: Collection[str], pages: Collection[str]
) -> Iterator[Finding]:
    """The exam, the topic and the lesson that a file of questions or phrases names."""
    yield from check_exam_name(file.exam, known_exams)
    named = {file.exam: exams[file.exam]} if file.exam in exams else exams
    yield from check_topic(file.topic, ("topic",), _topics(named))
    yield from check_lesson(file.lesson, ("lesson",), pages)


def check_glossary(glossary: Glossary, exams: Mapping[str, Exam]) -> Iterator[Finding]:
    """Find topics that do not exist, meanings that tell the term, terms spelled alike or confused with nothing."""
    ids = {term.id for term in glossary.terms}
    spelled: dict[str, int] = {}
    for index, term in enumerate(glossary.terms):
        yield from check_topic(term.topic, ("terms", index, "topic"), _topics(exams))
        yield from _check_meaning(term, ("terms", index, "meaning"))
        yield from _check_confusion(term, ("terms", index, "confused_with", "term"), ids)
        for form, path in _forms(term, index):
            if form in spelled:
                yield Finding("BEGRIFF02", path, f"„{form}“ steht schon bei Begriff {spelled[form]}")
            spelled.setdefault(form, index + 1)


def _forms(term: Term, index: int) -> list[tuple[str, Path]]:
    forms = [(form, ("terms", index, "forms", at)) for at, form in enumerate(term.forms)]
    return [(term.term, ("terms", index, "term")), *forms]


def _check_meaning(term: Term, path: Path) -> Iterator[Finding]:
    for name in (term.term, *term.forms):
        if name in term.meaning and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", term.meaning):
            yield Finding("BEGRIFF03", path, f"In der Bedeutung steht „{name}“, nach dem rückwärts gefragt wird")
            return


def _check_confusion(term: Term, path: Path, ids: Collection[str]) -> Iterator[Finding]:
    if not term.confused_with:
        return
    other = term.confused_with.term
    if other == term.id:
        yield Finding("BEGRIFF01", path, "Der Begriff verweist auf sich selbst")
    elif other not in ids:
        yield Finding("BEGRIFF01", path, f"Den Begriff `{other}` gibt es nicht", meant(other, ids))


def _check_answer(question: OpenQuestion, path: Path, limits: Collection[Discussion]) -> Iterator[Finding]:
    if is_english(question.answer):
        message = "Die Antwort ist englisch; geschätzt wird nur deutscher Text"
        yield Finding("SPRECH02", (*path, "answer"), message, at_key=True)
        return
    answer = Taken.of(question.answer)
    for shortest, longest in dict.fromkeys((each.shortest_answer, each.longest_answer) for each in limits):
        if shortest <= round(answer.seconds) <= longest:
            continue
        advice = f"empfohlen sind {shortest} bis {longest}"
        yield Finding("FRAGE05", (*path, "answer"), f"Die Antwort dauert etwa {answer}, {advice}", at_key=True)


def _check_points(question: OpenQuestion, path: Path) -> Iterator[Finding]:
    if not any(point.said for point in question.points):
        return
    paragraphs = [" ".join(line.split()) for line in plain_text(question.answer).splitlines()]
    for at, point in enumerate(question.points):
        said = " ".join(point.said.split())
        if said and not any(said in paragraph for paragraph in paragraphs):
            yield Finding("FRAGE09", (*path, "points", at, "said"), f"„{shorten(said)}“ steht nicht in der Antwort")


def refers_to_others(option: str) -> bool:
    """Whether an option tells of those above it, so that it has to stay at the end."""
    return _REFERS.search(plain_text(option)) is not None


def _check_options(question: ChoiceQuestion, path: Path) -> Iterator[Finding]:
    right = [option.right for option in question.options]
    if not any(right) or all(right):
        which = "richtig" if not any(right) else "falsch"
        yield Finding("FRAGE06", (*path, "options"), f"Keine der Antworten ist {which}", at_key=True)
    yield from _check_pinned(question, path)
    places = [(*path, "options", at, "text") for at in range(len(right))]
    yield from _check_repeated([option.text for option in question.options], places)


def _check_pinned(question: ChoiceQuestion, path: Path) -> Iterator[Finding]:
    for at, option in enumerate(question.options):
        if not option.last and refers_to_others(option.text):
            message = f"„{shorten(option.text)}“ bezieht sich auf die anderen Antworten, die durcheinander stehen"
            yield Finding("FRAGE12", (*path, "options", at, "text"), message)


def _check_pairs(question: MatchQuestion, path: Path) -> Iterator[Finding]:
    for side in ("left", "right"):
        places = [(*path, "pairs", at, side) for at in range(len(question.pairs))]
        yield from _check_repeated([getattr(pair, side) for pair in question.pairs], places)


def _check_gaps(question: GapsQuestion, path: Path) -> Iterator[Finding]:
    if question.places != len(question.gaps):
        message = f"Lücken im Text: {question.places}, unter `gaps`: {len(question.gaps)}"
        yield Finding("FRAGE10", (*path, "text"), message)
    for number, gap in enumerate(question.gaps):
        places = [(*path, "gaps", number, "accepted", at) for at in range(len(gap.accepted))]
        yield from _check_repeated([_as_compared(answer) for answer in gap.accepted], places)


def _as_compared(answer: str) -> str:
    """What counts of an answer that is typed into a gap."""
    return "".join(answer.lower().split())


def _check_repeated(texts: Sequence[str], places: Sequence[Path]) -> Iterator[Finding]:
    for at, (text, place) in enumerate(zip(texts, places, strict=True)):
        if text in texts[:at]:
            yield Finding("FRAGE07", place, "Das steht in dieser Frage schon einmal")


def check_lesson(lesson: str, path: Path, pages: Collection[str]) -> Iterator[Finding]:
    """Find a page that there is not."""
    if lesson and lesson not in pages:
        yield Finding("SEITE01", path, f"In docs/ gibt es keine Seite „{lesson}“", meant(lesson, pages))


def _topics(exams: Mapping[str, Exam]) -> list[str]:
    return list(dict.fromkeys(topic for exam in exams.values() for topic in exam.topics))
