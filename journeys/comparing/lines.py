"""Thin lines from row to row between the same touchpoints, and the places under the rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from journeys.comparing.labels import GAP, Box, Label, Spot, box_of
from journeys.comparing.rows import HEIGHT, STOP
from journeys.comparing.scale import WIDTH
from journeys.places import Place

MOST_LINES, MOST_PLACES = 6, 12
TRACK, FIRST_TRACK, DOT = 28, 22, 5.5
NAME = 13.0

Anchors = Mapping[Place, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """The part of a line that lies in one row."""

    path: str
    own: bool


def lines_between(places: Sequence[Place], rows: Sequence[Anchors | None]) -> list[tuple[Line, ...]]:
    """By row the parts that lie in it, of the first few places that several rows pass. None: no drawing."""
    parts: list[dict[Line, None]] = [{} for _ in rows]
    drawn = 0
    for place in places:
        passing = [number for number, row in enumerate(rows) if row and place in row]
        if len(passing) < 2 or drawn == MOST_LINES:
            continue
        drawn += 1
        for above, below in pairwise(passing):
            for number, path in _stretch(above, rows[above][place], below, rows[below][place]):
                parts[number][Line(path, place.is_own)] = None
    return [tuple(lines) for lines in parts]


def _stretch(
    above: int, start: tuple[float, float], below: int, end: tuple[float, float]
) -> list[tuple[int, str]]:
    """From a stop straight down, through rows between, and in the last one bending to the other stop."""
    (x, y), (to_x, to_y) = start, end
    top, bend = to_y - STOP, (to_y - STOP) / 2
    parts = [(above, f"M{x:g} {y + STOP:g}V{HEIGHT}")]
    parts += [(number, f"M{x:g} 0V{HEIGHT}") for number in range(above + 1, below)]
    return [*parts, (below, f"M{x:g} 0C{x:g} {bend:g} {to_x:g} {bend:g} {to_x:g} {top:g}")]


@dataclass(frozen=True, slots=True)
class Visited:
    """A place that people pass before we are in sight: at which times, by how many journeys."""

    place: Place
    xs: tuple[float, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Track:
    """A place as it is drawn under the rows."""

    kind: str
    y: float
    xs: tuple[float, ...]
    label: Label

    @property
    def from_x(self) -> float:
        return self.xs[0]

    @property
    def to_x(self) -> float:
        return self.xs[-1]


def tracks_of(visited: Sequence[Visited]) -> tuple[list[Track], float]:
    """Where each place lies, most passed first, and how high that is: each on the first line with room."""
    taken: list[Box] = []
    tracks = []
    for each in visited[:MOST_PLACES]:
        track, box = next(
            (track, box)
            for track, box in _on_each_line(each)
            if not any(box.overlaps(other) for other in taken)
        )
        taken.append(box)
        tracks.append(track)
    return tracks, max((box.bottom for box in taken), default=0) + 10


def _on_each_line(each: Visited) -> Iterator[tuple[Track, Box]]:
    """The track and all that it takes, on the first line, on the second, and so on without end."""
    for line in count():
        y = FIRST_TRACK + line * TRACK
        left, right = min(each.xs) - DOT, max(each.xs) + DOT
        beside = [Spot(right + 6, y + 4, "start"), Spot(left - 6, y + 4, "end")]
        spots = [*beside, Spot(max(left, GAP), y + 20, "start"), Spot(WIDTH - GAP, y + 20, "end")]
        boxes = [(spot, box_of(each.words, NAME, spot)) for spot in spots]
        spot, box = next((each for each in boxes if each[1].left >= 0 and each[1].right <= WIDTH), boxes[-1])
        label = Label("place", each.words, spot.x, spot.y, spot.grows, box)
        whole = Box(min(left, box.left), y - 10, max(right, box.right), max(y + 10, box.bottom))
        yield Track(each.place.party_kind, y, each.xs, label), whole
