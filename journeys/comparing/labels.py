"""Words in a drawing, each where there is room: none ever lies over another word or a mark."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from journeys.comparing.scale import WIDTH

# Of Noto Sans, in ems; rather too wide than too narrow.
NARROW, WIDE = 0.36, 0.95
CHARACTER, CAPITAL = 0.6, 0.72
GAP = 4.0  # around a word
LINE = 1.25  # height of a word, in ems


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Self) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """`x`: where the word begins, or ends where it `grows` to the left; `y`: the line it stands on."""

    kind: str
    text: str
    x: float
    y: float
    grows: str
    box: Box


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a word could stand: to the right (start) or to the left (end) of `x`."""

    x: float
    y: float
    grows: str


@dataclass
class Board:
    """What lies on one row so far."""

    taken: list[Box] = field(default_factory=list)

    def keep_free(self, x: float, y: float, radius: float) -> None:
        self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def put(self, kind: str, text: str, size: float, spots: Iterable[Spot]) -> Label | None:
        """At the first spot with room; None where there is none."""
        for spot in spots:
            box = box_of(text, size, spot)
            if box.left >= 0 and box.right <= WIDTH and not any(box.overlaps(other) for other in self.taken):
                self.taken.append(box)
                return Label(kind, text, spot.x, spot.y, spot.grows, box)
        return None


def box_of(text: str, size: float, spot: Spot) -> Box:
    width = width_of(text, size)
    left = spot.x - width if spot.grows == "end" else spot.x
    top = spot.y - size
    return Box(left - GAP, top, left + width + GAP, top + size * LINE)


def width_of(text: str, size: float) -> float:
    return round(size * sum(map(_ems, text)), 1)


def _ems(character: str) -> float:
    if character in "ijltfrI.,:;'’‘!|()[] -":
        return NARROW
    if character in "mwMW@%…—" or ord(character) > 0x2E7F:
        return WIDE
    return CAPITAL if character.isupper() else CHARACTER


def shortened(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
