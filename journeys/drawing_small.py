"""Where everything lies in the drawing of a journey in small.

Across in percentages, so that a card may be any width; down in pixels. Only the line itself is stretched.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeys.small import SmallJourney

WIDTH = 1000  # of the stretched part, in its own units
TOP, HIGHEST, LOWEST, GROUND = 6, 15, 49, 57
MARGIN = 2  # percent, at both ends of the axis
DAYS_A_MONTH = 365.25 / 12
MOST_TICKS = 14
# Percent from the start to the anchor moment, by the way its label grows, so that two labels never touch.
LABEL_ROOM = {"start": 32, "middle": 32, "end": 50}


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of time that a whole row of cards shares, in days from the anchor moment."""

    low: float
    high: float

    def across(self, time: float) -> float:
        """Percentage from the left."""
        length = (self.high - self.low) or 1
        return round(MARGIN + (time - self.low) / length * (100 - 2 * MARGIN), 2)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place across, and for a label which way it grows (SVG's text-anchor)."""

    x: float
    y: float = 0
    feeling: int | None = None
    grows: str = "middle"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What `_drawing_small.html` draws; None is left out."""

    blind_x: float
    blind_width: float
    path: str
    ticks: tuple[float, ...]
    contact: Mark | None
    anchor: Mark | None
    start: Mark | None
    lowest: Mark | None


def shared_axis(journeys: Iterable[SmallJourney]) -> Axis:
    """One axis for journeys of one life event; the anchor moment is always on it."""
    timed = [small for small in journeys if small.timed]
    low = min((small.start for small in timed), default=0)
    high = max((small.end for small in timed), default=0)
    return Axis(min(low, 0), max(high, 0))


def drawn(small: SmallJourney, axis: Axis) -> Drawing | None:
    """None without steps. A journey without known days is drawn step by step, on an axis of its own."""
    if small.start is None:
        return None
    if not small.timed:
        axis = Axis(small.start, small.end)
    begin = axis.across(small.start)
    until = axis.across(small.end if small.first_contact is None else small.first_contact)
    anchor = _label(axis.across(0)) if small.timed and small.anchor else None
    return Drawing(
        blind_x=begin,
        blind_width=round(until - begin, 2),
        path=curve([(axis.across(time) / 100 * WIDTH, height(feeling)) for time, feeling in small.points]),
        ticks=_ticks(axis) if small.timed else (),
        contact=None if small.first_contact is None else Mark(until),
        anchor=anchor,
        start=_start_label(begin, anchor) if small.timed else None,
        lowest=_lowest(small, axis),
    )


def height(feeling: int) -> float:
    return HIGHEST + (2 - feeling) / 4 * (LOWEST - HIGHEST)


def curve(points: Sequence[tuple[float, float]]) -> str:
    """A smooth line that is level at each point, so that it never says more than the points do."""
    if not points:
        return ""
    (x, y), *others = points
    parts = [f"M{x:.0f} {y:g}"]
    for next_x, next_y in others:
        middle = (x + next_x) / 2
        parts.append(f"C{middle:.0f} {y:g} {middle:.0f} {next_y:g} {next_x:.0f} {next_y:g}")
        x, y = next_x, next_y
    return "".join(parts)


def _ticks(axis: Axis) -> tuple[float, ...]:
    """Months, or as many months together as leave room."""
    step = DAYS_A_MONTH
    while (axis.high - axis.low) / step > MOST_TICKS:
        step *= 3
    first, last = int(axis.low // step) + 1, int(axis.high // step)
    return tuple(axis.across(number * step) for number in range(first, last + 1))


def _label(x: float) -> Mark:
    return Mark(x, grows="start" if x < 15 else "end" if x > 80 else "middle")


def _start_label(begin: float, anchor: Mark | None) -> Mark | None:
    if anchor and abs(anchor.x - begin) < LABEL_ROOM[anchor.grows]:
        return None
    return Mark(begin, grows="end" if begin > 80 else "start")


def _lowest(small: SmallJourney, axis: Axis) -> Mark | None:
    if small.lowest is None:
        return None
    time, feeling = small.lowest
    return Mark(axis.across(time), height(feeling), feeling)
