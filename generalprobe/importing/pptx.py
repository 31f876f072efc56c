"""A presentation of PowerPoint as the outline of a talk."""

from __future__ import annotations

import re

from generalprobe.format.duration import Duration
from generalprobe.importing.deck import Deck, DeckSlide, Lost, read_deck
from generalprobe.importing.losses import Loss, losses_of
from generalprobe.importing.outline import Outline, OutlineSlide
from generalprobe.importing.plain_text import escaped

_AUDIENCE = re.compile(r"Zielgruppe(?: ist)?\s*[:–-]\s*(\S.*)", re.IGNORECASE)


def import_pptx(data: bytes) -> Outline:
    """Read a file of PowerPoint: the slides that it shows, and what of all was lost. Raises Unreadable."""
    return outline_of(read_deck(data))


def outline_of(deck: Deck) -> Outline:
    """A presentation as a talk; hidden slides stay behind."""
    shown = [slide for slide in deck.slides if not slide.hidden]
    audience = audience_in(deck)
    return Outline(
        title=deck.title,
        metadata={"topic": escaped(deck.title)} | ({"audience": audience} if audience else {}),
        slides=tuple(map(_slide, shown)),
        losses=tuple(loss for lost in deck.lost for loss in _losses(lost)),
        pictures={name: picture.content for name, picture in deck.pictures.items()},
    )


def audience_in(deck: Deck) -> str:
    """What a slide names as the audience, in inline Markdown; else nothing."""
    texts = (text for slide in deck.slides for text in _texts(slide))
    return next((match[1].strip() for text in texts if (match := _AUDIENCE.match(text))), "")


def _texts(slide: DeckSlide) -> list[str]:
    under = [text for bullet in slide.bullets for text in (bullet.text, *bullet.bullets)]
    return [escaped(slide.title), *under]


def _slide(slide: DeckSlide) -> OutlineSlide:
    return OutlineSlide(
        title=slide.title,
        headline=slide.title,
        bullets=slide.bullets,
        artifact=slide.artifact,
        notes=slide.notes,
        time=Duration(slide.time_s) if slide.time_s else None,
        demo=Duration(slide.demo_s),
        number=slide.number,
        guessed=slide.guessed,
    )


def _losses(lost: Lost) -> list[Loss]:
    place = f"Folie {lost.number}" + (f" („{lost.title}“)" if lost.title else "")
    named = losses_of(place, [name for name, times in lost.names for _ in range(times)])
    return [*named, *(Loss(place, said) for said in lost.dropped)]
