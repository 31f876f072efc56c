"""A presentation of PowerPoint as it stands in its file: slides with notes and pictures, and what of them was lost.

`docs/javascripts/workshop/pptx.mjs` and `page.mjs` read the same in the browser; a test holds the two equal. Parts are
read one by one, and not by python-pptx: it opens nothing of a file in which one slide is damaged, and shows neither
sections nor what stands there for newer programs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NoReturn
from xml.etree.ElementTree import Element

from generalprobe.format.case_study import AnyArtifact, Bullet, Image
from generalprobe.importing.archive import LARGEST_PART, Archive
from generalprobe.importing.looks import Looks, looks_of
from generalprobe.importing.notes import spoken
from generalprobe.importing.paragraphs import Addresses, Paragraph, marked, web_address
from generalprobe.importing.plain_text import printable
from generalprobe.importing.shapes import TextShape, shapes_in
from generalprobe.importing.showing import TITLES, heading_in, links_in, shown_in, title_in
from generalprobe.importing.signs import without_signs
from generalprobe.importing.unreadable import Unreadable
from generalprobe.importing.xml import ENDLESS, below, inside, local, parse, relation, text_of

MOST_SLIDES = 300
_MOST_TAGS = 500_000
"""Of all parts together: 300 full slides have 300,000."""
_TYPES, _RELATED, _ABOUT = "[Content_Types].xml", "_rels/.rels", "docProps/core.xml"
_LONGEST_TITLE = 300
_USUAL = re.compile(
    r"(?:PowerPoint-Präsentation|PowerPoint Presentation|Pr[äa]sentation ?\d*|Presentation ?\d*|Folie 1|Slide 1)",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?<![0-9])([0-9]{1,2}):([0-5][0-9])(?![0-9])")
_SAID = {
    "untyped": "In der Datei fehlt das Verzeichnis ihrer Inhalte, darum öffnet sie auch PowerPoint nicht. Nimm eine "
    "andere Fassung der Datei.",
    "headless": "In der Datei ist keine Präsentation zu finden. Öffne sie in PowerPoint und speichere sie unter neuem "
    "Namen als .pptx.",
    "none": "Die Präsentation hat keine Folien.",
    "many": "Die Präsentation hat mehr als 300 Folien. Kopiere die des Vortrags in eine eigene Datei.",
    "broken": "Die Präsentation in der Datei ist beschädigt. Öffne sie in PowerPoint und speichere sie unter neuem "
    "Namen.",
}


@dataclass(frozen=True)
class Picture:
    """A picture under a name that hangs on its content: the same picture has the same name in every file."""

    name: str
    content: bytes


@dataclass(frozen=True)
class DeckSlide:
    """A slide: `key` is its id in the file, `guessed` says that its title was not marked as one, times are in seconds.

    An image's `src` is the name of a picture of the deck.
    """

    key: str
    number: int
    title: str
    bullets: tuple[Bullet, ...] = ()
    artifact: AnyArtifact | None = None
    notes: str = ""
    time_s: int = 0
    demo_s: int = 0
    guessed: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Lost:
    """What one slide lost: names from the table of losses, each with how often, and sentences of what is not shown."""

    number: int
    key: str
    title: str
    names: tuple[tuple[str, int], ...]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deck:
    """A presentation: its slides, hidden ones among them, what was lost, and the pictures that it shows, by name."""

    title: str
    slides: tuple[DeckSlide, ...]
    lost: tuple[Lost, ...]
    pictures: dict[str, Picture]


@dataclass(frozen=True)
class _Place:
    """Where a slide stands in the file."""

    part: str
    key: str
    section: str


@dataclass(frozen=True)
class _Made:
    slide: DeckSlide | None
    lost: Lost
    advance_s: int
    section: str

    @property
    def is_shown(self) -> bool:
        return self.slide is None or not self.slide.hidden


_Related = dict[str, tuple[str, str, bool]]
"""By id: the type (the last word of its address), the target, and whether that lies outside of the file."""


def _refuse(why: str) -> NoReturn:
    raise Unreadable(_SAID[why])


def read_deck(data: bytes) -> Deck:
    """Read a file of PowerPoint. Raises Unreadable."""
    archive = Archive(data)
    if archive.size(_TYPES) is None:
        _refuse("untyped")
    types, related = _parsed(archive, _TYPES), _parsed(archive, _RELATED)
    if types is None or (related is None and archive.size(_RELATED) is not None):
        _refuse("broken")
    targets = [target for kind, target, _ in _relationships(related, "").values() if kind == "officeDocument"]
    places = _places(archive, targets[0]) if targets else _refuse("headless")
    pictures = _Pictures(archive)
    made = [_made(archive, place, number, pictures) for number, place in enumerate(places, start=1)]
    if not any(each.slide for each in made):
        _refuse("broken")
    return _assembled(made, _title(_parsed(archive, _ABOUT)), pictures)


def _parsed(archive: Archive, name: str) -> Element | None:
    """The root of a part; None where there is none or it is damaged."""
    content = archive.read(name)
    if content is None:
        return None
    archive.tags += content.count(b"<")
    if archive.tags > _MOST_TAGS:
        raise Unreadable(ENDLESS)
    return parse(content)


def _relationships(root: Element | None, part: str) -> _Related:
    """What a part is related to, by the root of the part that says so."""
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            each.get("Target", "") if is_outside else _resolved(part, each.get("Target", "")),
            is_outside,
        )
        for each in (() if root is None else root)
        for is_outside in [each.get("TargetMode") == "External"]
    }


def _related_to(archive: Archive, part: str) -> _Related:
    folder, _, name = part.rpartition("/")
    return _relationships(_parsed(archive, f"{folder}/_rels/{name}.rels".lstrip("/")), part)


def _resolved(part: str, target: str) -> str:
    """The path of a part from the root of the file; whatever leads out of it ends there."""
    path = [] if target.startswith("/") else part.split("/")[:-1]
    for step in target.replace("\\", "/").split("/"):
        if step == "..":
            path = path[:-1]
        elif step and step != ".":
            path = [*path, step]
    return "/".join(path)


def _places(archive: Archive, main: str) -> list[_Place]:
    """The slides in the order in which they are shown."""
    root = _parsed(archive, main)
    if root is None and archive.size(main) is not None:
        _refuse("broken")
    if root is None or local(root) != "presentation":
        _refuse("headless")
    parent = inside(root, "sldIdLst")
    listed = [child for child in (root if parent is None else parent) if local(child) == "sldId"]
    if len(listed) > MOST_SLIDES:
        _refuse("many")
    if not listed:
        _refuse("none")
    related, sections, seen = _related_to(archive, main), _sections(root), Counter[str]()
    places = []
    for each in listed:
        id = each.get("id", "")
        seen[id] += 1
        _, part, _ = related.get(relation(each, "id"), ("", "", False))
        places.append(_Place(part, _key(id, seen[id]), sections.get(id, "")))
    return places


def _key(id: str, times: int) -> str:
    """Ids are there once, but in files that something has broken."""
    digits = re.sub("[^0-9]", "", id)[:20] or "0"
    return f"p{digits}" + (f"-{times}" if times > 1 else "")


def _sections(root: Element) -> dict[str, str]:
    """The names of sections, by ids of slides."""
    return {
        each.get("id", ""): section.get("name", "")
        for section in below(root, "section")
        for each in below(section, "sldId")
    }


class _Pictures:
    """The pictures of a file as they are asked for, each looked at once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: dict[str, Picture | str] = {}

    def find(self, target: str) -> Picture | str:
        """A picture by the name of its part, or the name of its flaw."""
        if target not in self._known:
            self._known[target] = self._look(target)
        return self._known[target]

    def by_name(self, name: str) -> Picture | None:
        """One that was found."""
        found = (each for each in self._known.values() if isinstance(each, Picture) and each.name == name)
        return next(found, None)

    def _look(self, target: str) -> Picture | str:
        size = self._archive.size(target)
        if size is not None and size > LARGEST_PART:
            return "large"
        content = self._archive.read(target)
        looks = Looks(flaw="damaged") if content is None else looks_of(content)
        if looks.flaw or content is None:
            return looks.flaw
        return Picture(f"{self._archive.crc(target):08x}-{size}.{looks.ending}", content)


def _made(archive: Archive, place: _Place, number: int, pictures: _Pictures) -> _Made:
    """A slide with its page of notes."""
    root = _root_named(_parsed(archive, place.part), "sld")
    related = _related_to(archive, place.part)
    notes_part = next((target for kind, target, _ in related.values() if kind == "notesSlide"), "")
    notes = _root_named(_parsed(archive, notes_part), "notes") if notes_part else None
    lost: list[str] = []
    slide, dropped = None, tuple[str, ...]()
    if root is None:
        lost.append("broken")
    else:
        slide, dropped = _slide(root, notes, place.key, number, related, pictures, lost)
    if notes_part and notes is None:
        lost.append("notes-broken")
    if slide and slide.hidden:
        lost.append("hidden")
    counted = tuple(Counter(lost).items())
    said = Lost(number, place.key, slide.title if slide else "", counted, dropped)
    return _Made(slide, said, 0 if root is None else _advance(root), place.section)


def _root_named(root: Element | None, name: str) -> Element | None:
    return root if root is not None and local(root) == name else None


def _slide(
    root: Element,
    notes_page: Element | None,
    key: str,
    number: int,
    related: _Related,
    pictures: _Pictures,
    lost: list[str],
) -> tuple[DeckSlide, tuple[str, ...]]:
    """The slide, and what is said of things that it no longer shows."""
    found = shapes_in(root, _addresses(related))
    shown = shown_in(found.shapes, lambda id: _picture(related.get(id), pictures))
    lost += [*found.lost, *shown.lost]
    title, guessed, rest = _headed(shown.texts, lost)
    notes, times = spoken(notes_page, lost)
    bullets = _bullets(rest, lost)
    hidden = root.get("show") in ("0", "false", "off")
    slide = DeckSlide(key, number, title, bullets, shown.artifact, notes, guessed=guessed, hidden=hidden, **times)
    return slide, shown.dropped


def _addresses(related: _Related) -> Addresses:
    links = {id: target for id, (kind, target, is_outside) in related.items() if kind == "hyperlink" and is_outside}
    return Addresses({id: web_address(target) for id, target in links.items()})


def _picture(related: tuple[str, str, bool] | None, pictures: _Pictures) -> tuple[str, str]:
    """The name of a picture by what the slide says of it, or of its flaw."""
    _, target, is_outside = related or ("", "", False)
    found = "linked" if is_outside else pictures.find(target)
    return ("", found) if isinstance(found, str) else (found.name, "")


def _headed(texts: Sequence[TextShape], lost: list[str]) -> tuple[str, bool, list[Paragraph]]:
    """The title as it is marked, else what is read as one; and all other paragraphs."""
    title, heading = title_in(texts), heading_in(texts)
    lost += ["address"] * links_in(shape for shape in texts if shape.role in TITLES)
    rest = [shape.paragraphs for shape in texts if shape.role not in TITLES]
    if title or not heading:
        return title, False, without_signs(rest)
    first = heading.paragraphs[0]
    lost += ["address"] * len(first.links)
    return first.text, True, without_signs([[each for each in shape if each is not first] for shape in rest])


def _bullets(paragraphs: Sequence[Paragraph], lost: list[str]) -> tuple[Bullet, ...]:
    if any(each.level > 1 for each in paragraphs):
        lost.append("deep")
    bullets: list[tuple[str, list[str]]] = []
    for each in paragraphs:
        if each.level and bullets:
            bullets[-1][1].append(marked(each))
        else:
            bullets.append((marked(each), []))
    return tuple(Bullet.model_construct(text=text, bullets=tuple(under)) for text, under in bullets)


def _advance(root: Element) -> int:
    """After how many seconds the next slide comes by itself, 0 where it does not."""
    after = next((said for each in below(root, "transition") if (said := each.get("advTm"))), "0")
    return min(3600, int(int(after) / 1000 + 0.5)) if re.fullmatch("[0-9]{1,12}", after) else 0


def _assembled(made: Sequence[_Made], said: str, pictures: _Pictures) -> Deck:
    slides = tuple(
        replace(each.slide, time_s=time_s)
        for each, time_s in zip(made, _proposed_times(made), strict=True)
        if each.slide
    )
    names = [each.artifact.src for each in slides if isinstance(each.artifact, Image)]
    shown = {name: picture for name in names if (picture := pictures.by_name(name))}
    lost = tuple(each.lost for each in made if each.lost.names or each.lost.dropped)
    return Deck(said or slides[0].title, slides, lost, shown)


def _proposed_times(made: Sequence[_Made]) -> list[int]:
    """From the notes, else from when the slide changes by itself, else a share of the time in a section's name."""
    own = [(each.slide.time_s if each.slide else 0) or each.advance_s for each in made]
    is_open = [each.slide is not None and each.is_shown and not time_s for each, time_s in zip(made, own, strict=True)]
    times = list(own)
    for at, each in enumerate(made):
        match = _IN_NAME.search(each.section) if is_open[at] else None
        if match:
            within = [other for other, one in enumerate(made) if one.section == each.section and one.is_shown]
            left = 60 * int(match[1]) + int(match[2]) - sum(own[other] for other in within)
            times[at] = max(0, int(left / sum(is_open[other] for other in within) + 0.5))
    return times


def _title(about: Element | None) -> str:
    """What the file says of itself, unless no human has said it."""
    titles = below(about, "title") if about is not None else []
    said = " ".join(printable(text_of(titles[0])).split())[:_LONGEST_TITLE] if titles else ""
    return "" if _USUAL.fullmatch(said) else said
