"""Words looked up on a map, whatever their case and accents."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from django.utils.functional import Promise

from journeys.lane_choice import NAMES
from journeys.pictures import MapPicture
from journeys.stencils import SHOWN
from organisations.plain import plain


@dataclass(frozen=True, slots=True)
class Hit:
    """`place`: the id of the cell on the page; `lane`: empty for a title."""

    place: str
    title: str
    lane: str | Promise
    text: str


def look_up(picture: MapPicture, words: str) -> list[Hit]:
    """In the order of the map, phase by phase and step by step."""
    wanted = plain(words)
    return [hit for hit in _texts_of(picture) if wanted in plain(hit.text)]


def _texts_of(picture: MapPicture) -> Iterator[Hit]:
    for phase in picture.phases:
        yield Hit(f"fase-{phase.id}", phase.name, "", phase.name)
        for step in phase.steps:
            for text in _words(step.head):
                yield Hit(f"s{step.id}-head", step.head.title, "", text)
            for lane, name in NAMES.items():
                if lane != "feeling":  # a drawing
                    for text in _words(getattr(step, lane)):
                        yield Hit(f"s{step.id}-{lane}", step.head.title, name, text)


def _words(value: Any) -> Iterator[str]:
    """Every text that a card or cell shows as it was typed."""
    if isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value):
        for field in fields(value):
            content = getattr(value, field.name)
            if field.type not in SHOWN:
                yield from _words(content)
            elif content and isinstance(content, str):
                yield content
