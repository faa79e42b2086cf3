"""What can be followed live: kinds of topics, each registered by the app that owns it."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that is followed. `also`: numbers of others that show on it (twins of a journey)."""

    kind: str
    number: int
    organisation: int = field(compare=False)
    also: frozenset[int] = field(default=frozenset(), compare=False)

    def __str__(self) -> str:
        return f"{self.kind}:{self.number}"


@dataclass(frozen=True, slots=True)
class Update:
    """What brings someone up to date. `mark`: what they have seen after it; an opaque text of an app's own.

    `html`: partials to swap in, may be empty. `told`: what else the browser has to know, as plain data.
    `turns_at`: when it will be otherwise though nobody writes; it is drawn again then.
    """

    mark: str
    html: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    turns_at: datetime | None = None


class Gone(Exception):
    """The topic is not there any more."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`hears`: for each channel of NOTIFY, whether a notice (its JSON) is about a topic.

    `draw(topic, view, since)` gives what someone needs who looks through `view` (equal views are drawn once)
    and has seen `since`; an update with the mark `since` is sent to nobody. It runs in a thread, may query,
    and raises `Gone`. Notices that come while it draws are drawn together.
    """

    name: str
    hears: Mapping[str, Callable[[dict, Topic], bool]]
    draw: Callable[[Topic, Any, str], Update]


View = Hashable
_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Call it from `AppConfig.ready`."""
    _kinds[kind.name] = kind


def kind_of(topic: Topic) -> Kind:
    return _kinds[topic.kind]


def channels() -> set[str]:
    """Every channel of NOTIFY that some kind hears."""
    return {channel for kind in _kinds.values() for channel in kind.hears}
