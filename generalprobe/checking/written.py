"""What written pages link to and call, and what the navigation names: without it the site cannot be built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatch
from posixpath import dirname, normpath, relpath
from urllib.parse import unquote

from generalprobe.checking.addresses import Website, address_of, draft
from generalprobe.checking.diagrams import know_written, report_diagrams
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.kinds import KIND_OF
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.wording import composed, meant
from generalprobe.memory import Memory
from generalprobe.problems import Problem
from generalprobe.reading.project import Entry, Project
from generalprobe.reading.source import Source

MACROS: Mapping[str, type[Model] | tuple[str, ...] | None] = {
    "slide": CaseStudy,
    "quiz": CaseStudy,
    "dialogue": Dialogue,
    "escalation_matrix": EscalationMatrix,
    "exam": Exam,
    "preparation": ("milestones", "checklist", "plan-b"),
    "operator_details": ("imprint", "controller", "hosting"),
    **dict.fromkeys(
        ("case_study_overview", "dialogue_overview", "examining", "exam_topics", "fitness_test", "my_talks", "stage")
    ),
    **dict.fromkeys(("exam_plans", "format_reference", "rules_reference", "glossary", "phrases", "question_catalogue")),
    **dict.fromkeys(("mock_exam", "my_plan", "my_recordings", "my_standing", "offline_kept", "practice_today")),
    **dict.fromkeys(("short_test", "start")),
    "tile_states": None,
    **dict.fromkeys(("erase_everything", "hearing_accuracy", "marking_criteria", "marking_sheet")),
    **dict.fromkeys(("reading_examples", "reading_test", "speech_accuracy", "spoken_example", "topic_ideas")),
}
"""What pages can call, and what its first argument names: a file of a kind, or one of a few words."""

_Wrong = tuple[str, str]
"""What is wrong, and what to do."""

_FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ >]*\1[`~]* *$|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_RAW = re.compile(r"\{%-? *raw *-?%\}.*?\{%-? *endraw *-?%\}|\{#.*?#\}", re.DOTALL)
_RENDERED = re.compile(r"\A---\n(?:.*\n)*?render_macros: *true *\n(?:.*\n)*?---\n")
_APART = re.compile("[\u0300-\u036f][\\w\u0300-\u036f]*")
_LINK = re.compile(r"\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)|^ {0,3}\[[^\]\n]+\]: *<?([^\s>]+)", re.MULTILINE)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_CALL = re.compile(r"(?<![\w.\"'])(?P<name>[a-z_]\w*)\(\s*(?:([\"'])(?P<first>[^\"']*)\2(?:\s*,\s*(?P<number>\d+))?)?")


def check_written(project: Project, memory: Memory | None = None) -> list[Problem]:
    """All problems of the written pages and of the navigation, sorted; what the memory knows is not drawn again."""
    know_written(project.written.values(), memory or Memory())
    website = Website(project)
    problems: list[Problem] = []
    for path, text in project.written.items():
        source = Source(f"docs/{path}", text)
        _check_encoding(source)
        _check_umlauts(source)
        _check_links(source, path, website)
        report_diagrams(source)
        if _RENDERED.match(text):
            _check_calls(source, project)
        problems += source.problems
    return sorted([*problems, *_check_navigation(project, website)])


def _check_encoding(source: Source) -> None:
    if (at := source.text.find("\ufffd")) >= 0:
        source.report("DATEI03", *source.position(at), "Hier steht etwas, das kein UTF-8 ist")


def _check_umlauts(source: Source) -> None:
    """Find the first letter of a page that is two characters: a search for it finds nothing."""
    if not source.text.isascii() and (apart := _APART.search(source.text)):
        start = re.search(r"\w*$", source.text[: apart.start()]).start()  # type: ignore[union-attr]
        word = source.text[start : apart.end()]
        hint = f"Die Seite neu tippen oder ersetzen, hier: `{composed(word)}`."
        place = source.position(start)
        source.report("TEXT03", *place, f"Der Umlaut in „{word}“ besteht aus zwei Zeichen", hint, width=len(word))


def _check_links(source: Source, path: str, website: Website) -> None:
    text = source.text
    for hidden in (_FENCE, _COMMENT, _CODE):
        text = hidden.sub(_blanked, text)
    for match in _LINK.finditer(text):
        group = 1 if match[1] is not None else 2
        if "{{" not in match[group] and (wrong := _wrong_link(match[group], path, website)):
            place = source.position(match.start(group))
            source.report("SEITE02", *place, *wrong, width=len(match[group]))


def _wrong_link(link: str, page: str, website: Website) -> _Wrong | None:
    if re.match(r"[a-z][a-z0-9+.-]*:|//", link, re.IGNORECASE):
        return None
    path, _, anchor = unquote(link).partition("#")
    path = path.partition("?")[0]
    target = normpath(f"{dirname(page)}/{path}".lstrip("/")) if path else page
    made = website.made.get(target)
    if path.startswith("/") or not (made or target in website.project.documents):
        return _nowhere(link, path, anchor, page, website)
    if made and made.draft:
        return draft(made)
    if target.endswith(".md") and website.lacks(address_of(target), anchor):
        near = website.near(address_of(target), anchor)
        hint = f"Meintest du `{link.partition('#')[0]}#{near}`?" if near else ""
        return f"Auf „{target}“ gibt es keine Stelle „{anchor}“", hint
    return None


def _nowhere(link: str, path: str, anchor: str, page: str, website: Website) -> _Wrong:
    """What is said of a link to no file; one that names the page by its address is told the page's file."""
    files = [*website.project.written, *website.made]
    address = path.removeprefix(website.project.site_url) if path.startswith("/") else f"{dirname(page)}/{path}"
    address = normpath(f"/{address}").lstrip("/.")
    behind = f"#{anchor}" if anchor else ""
    for file in files:
        if address_of(file).rstrip("/") == address:
            message = f"Der Link „{link}“ nennt keine Datei; auf geschriebenen Seiten führen Links zu Dateien"
            return message, f"So schreiben: `{_relative(file, page)}{behind}`."
    near = meant(address, [*files, *website.project.images])
    hint = re.sub("`(.+?)`", lambda found: f"`{_relative(found[1], page)}{behind}`", near)
    return f"Die Datei „{address}“ gibt es nicht", hint


def _relative(file: str, page: str) -> str:
    return relpath(file, dirname(page) or ".")


def _check_calls(source: Source, project: Project) -> None:
    text = _RAW.sub(_blanked, source.text)
    own = set(re.findall(r"\{%-? *macro +(\w+)", text)) | set(re.findall(r"\bimport\b.*?(\w+) *-?%\}", text))
    for tag in _TAG.finditer(text):
        for call in _CALL.finditer(tag[0]):
            wrong = None if call["name"] in own else _wrong_call(call, tag, project)
            if wrong:
                place = source.position(tag.start() + call.start())
                source.report("SEITE03", *place, *wrong, width=len(call[0]))


def _wrong_call(call: re.Match[str], tag: re.Match[str], project: Project) -> _Wrong | None:
    name, first = call["name"], call["first"]
    if name not in MACROS:
        if tag[0].startswith("{{") and not tag[0][2 : call.start()].strip(" \n-"):
            return f"Aufrufen kann eine Seite „{name}“ nicht", meant(name, MACROS)
        return None
    known = MACROS[name]
    if first is None or known is None:
        return None
    if isinstance(known, tuple):
        return None if first in known else (f"Einen Teil „{first}“ gibt es nicht", meant(first, known))
    file = next((each for each in project.files_of(known) if each.id == first), None)
    if file is None:
        kind = KIND_OF[known]
        return f"In data/{kind.place} gibt es keine Datei „{first}.yml“", meant(
            first, [each.id for each in project.files_of(known)]
        )
    if file.draft:
        return draft(file)
    if name == "slide" and call["number"] and isinstance(file, Entry):
        most = len(file.model.slides)
        if not 1 <= int(call["number"]) <= most:
            return f"{file.file} hat keine Folie {call['number']}", f"Eine Nummer von 1 bis {most} einsetzen."
    return None


def _check_navigation(project: Project, website: Website) -> list[Problem]:
    """Find entries of the navigation without a page, and written pages without an entry."""
    settings = project.settings
    source = Source("mkdocs.yml", settings.text)
    for entry in dict.fromkeys(settings.navigation):
        if re.match(r"[a-z]+:|/", entry) or entry in project.documents:
            continue
        file = website.made.get(entry)
        wrong = (f"Die Seite „{entry}“ gibt es nicht", meant(entry, project.written)) if file is None else draft(file)
        if file is None or file.draft:
            at = re.search(rf"(?<![\w/]){re.escape(entry)}(?![\w/])", settings.text)
            source.report("SEITE04", *source.position(at.start() if at else 0), *wrong, width=len(entry))
    missing = [page for page in project.written if settings.navigation and not _has_entry(page, project)]
    return [*source.problems, *(problem for page in missing for problem in _without_entry(page))]


def _has_entry(page: str, project: Project) -> bool:
    """Whether a page stands in the navigation or, by a pattern as in `.gitignore`, need not; the last one decides."""
    needless = False
    for pattern in project.settings.not_in_navigation:
        bare = pattern.removeprefix("!").strip("/")
        if fnmatch(page, bare) or fnmatch(page, f"{bare}/*"):
            needless = not pattern.startswith("!")
    return needless or page in project.settings.navigation


def _without_entry(page: str) -> list[Problem]:
    source = Source(f"docs/{page}", "")
    hint = f"In mkdocs.yml unter `nav:` eine Zeile ergänzen, zum Beispiel `- Titel der Seite: {page}`."
    source.report("SEITE04", 0, 0, "Die Seite fehlt in der Navigation", hint)
    return source.problems


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
