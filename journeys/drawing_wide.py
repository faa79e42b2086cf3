"""Geometry of the hartslag on the wall: one step stands out, and words have a strip of their own.

Everything is in the units of one box, which grows with the screen: plain numbers in, plain numbers out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeys.drawing_small import curve

WIDTH, HEIGHT = 1232, 172
TOP, BOTTOM = 56, 142
FACE, CURRENT_FACE = 15, 20
WINDOW = 156  # at least, so that what the room feels fits in it
BLIND_ROOM, CONTACT_ROOM = 290, 200  # of the words in the strip above the line


@dataclass(frozen=True, slots=True)
class Stretch:
    x: float
    width: float

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Point:
    """A face, by its middle; `corner` is where its box of twice `radius` begins."""

    x: float
    y: float
    feeling: int
    radius: float
    current: bool

    @property
    def corner(self) -> tuple[float, float]:
        return round(self.x - self.radius, 1), round(self.y - self.radius, 1)

    @property
    def size(self) -> float:
        return 2 * self.radius


@dataclass(frozen=True, slots=True)
class WideBeat:
    """`contact`: the line where we come into sight. A label without room is None."""

    path: str
    points: tuple[Point, ...]
    blind: tuple[Stretch, ...]
    window: Stretch | None
    contact: float | None
    contact_grows: str
    contact_label: float | None
    blind_label: float | None
    room: float | None = None


def height(feeling: float) -> float:
    return round(TOP + (2 - feeling) / 4 * (BOTTOM - TOP), 1)


def wide_beat(
    feelings: Sequence[int | None],
    in_sight: Sequence[bool],
    current: int | None = None,
    room: float | None = None,
) -> WideBeat:
    """One column a step, equally wide. `room`: what the people in the room feel at the current step."""
    column = WIDTH / (len(feelings) or 1)
    first = next((index for index, seen in enumerate(in_sight) if seen), None)
    contact = None if first is None else round(first * column, 1)
    window = None if current is None else _window((current + 0.5) * column, column, contact)
    grows, label, taken = _contact_label(contact, window)
    known = [(index, feeling) for index, feeling in enumerate(feelings) if feeling is not None]
    return WideBeat(
        path=curve([((index + 0.5) * column, height(feeling)) for index, feeling in known]),
        points=tuple(_point(index, feeling, column, current) for index, feeling in known),
        blind=tuple(_blind(in_sight, column)),
        window=window,
        contact=contact,
        contact_grows=grows,
        contact_label=label,
        blind_label=_blind_label(WIDTH if contact is None else contact, [window, taken]),
        room=None if room is None else height(room),
    )


def _point(index: int, feeling: int, column: float, current: int | None) -> Point:
    radius = CURRENT_FACE if index == current else round(min(FACE, column * 0.44), 1)
    return Point(round((index + 0.5) * column, 1), height(feeling), feeling, radius, index == current)


def _window(middle: float, column: float, contact: float | None) -> Stretch:
    """Around the current step, on one side of the first contact."""
    width = min(max(column, WINDOW), WIDTH - 4)
    begin = middle - width / 2
    if contact is not None and begin < contact < begin + width:
        begin = contact if middle > contact else contact - width
    return Stretch(round(min(max(begin, 2), WIDTH - width - 2), 1), round(width, 1))


def _blind(in_sight: Sequence[bool], column: float) -> Iterable[Stretch]:
    index = 0
    for seen, run in groupby(in_sight):
        count = len(list(run))
        if not seen:
            yield Stretch(round(index * column, 1), round(count * column, 1))
        index += count


def _contact_label(contact: float | None, window: Stretch | None) -> tuple[str, float | None, Stretch | None]:
    """Right of the line, or left of it where the window or the edge is in the way."""
    if contact is None:
        return "start", None, None
    for grows, begin, place in (
        ("start", contact, contact + 12),
        ("end", contact - CONTACT_ROOM, contact - 12),
    ):
        words = Stretch(begin, CONTACT_ROOM)
        if words.x >= 0 and words.end <= WIDTH and not _touch(words, window):
            return grows, round(place, 1), words
    return "start", None, None


def _touch(one: Stretch, other: Stretch | None) -> bool:
    return other is not None and one.x < other.end and other.x < one.end


def _blind_label(end: float, taken: Sequence[Stretch | None]) -> float | None:
    """The middle of the longest free stretch before the first contact."""
    free, begin = [], 0.0
    for part in sorted((part for part in taken if part and part.x < end), key=lambda part: part.x):
        free.append(Stretch(begin, part.x - begin))
        begin = max(begin, part.end)
    longest = max([*free, Stretch(begin, end - begin)], key=lambda stretch: stretch.width)
    return round(longest.middle, 1) if longest.width >= BLIND_ROOM else None
