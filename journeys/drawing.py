"""Geometry of the map's drawings: plain numbers in, SVG numbers out. Nothing here knows colours or words."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

TOP, BOTTOM = 14.0, 86.0
DAYS_A_TICK = (1, 7, 28, 91, 365, 3652)
TICKS_AT_MOST = 40
LEFT, RIGHT = 1.0, 97.0
Point = tuple[float, float]


def height(feeling: int) -> float:
    """The height of a feeling in a box of 100 high: +2 near the top, -2 near the bottom."""
    return TOP + (2 - feeling) / 4 * (BOTTOM - TOP)


def heartbeat(feelings: Sequence[int | None]) -> list[str]:
    """One path a column, each in a box of 100 by 100, that together make one line through the known feelings.

    A column at a time, so that columns can be drawn again one by one and be as wide as the screen likes.
    """
    paths: list[list[str]] = [[] for _ in feelings]
    known = [(column, feeling) for column, feeling in enumerate(feelings) if feeling is not None]
    for (left, high), (right, low) in pairwise(known):
        for column in range(left, right + 1):
            paths[column].append(_stretch(high, low, right - left, column - left))
    return ["".join(parts) for parts in paths]


@lru_cache(1000)
def _stretch(high: int, low: int, width: int, column: int) -> str:
    """One column of the line between two feelings that are `width` columns apart."""
    start = max(0.0, (column - 0.5) / width)
    stop = min(1.0, (column + 0.5) / width)
    curve = _part((height(high), height(high), height(low), height(low)), start, stop)
    return _path(0.5 - column, width, curve, start, stop)


def _part(curve: tuple[float, ...], start: float, stop: float) -> tuple[float, ...]:
    """The control values of the stretch from `start` to `stop` of a cubic curve (de Casteljau)."""

    def blossom(*ts: float) -> float:
        values = list(curve)
        for t in ts:
            values = [a + (b - a) * t for a, b in pairwise(values)]
        return values[0]

    return tuple(blossom(*([start] * (3 - k) + [stop] * k)) for k in range(4))


def _path(origin: float, width: float, curve: tuple[float, ...], start: float, stop: float) -> str:
    points = [
        (100 * (origin + width * (start + (stop - start) * k / 3)), value) for k, value in enumerate(curve)
    ]
    first, *rest = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{first}C{' '.join(rest)}"


def whole_heartbeat(feelings: Sequence[int | None]) -> str:
    """The same line in one path, in a box as wide as 100 a column."""
    known = [
        (100 * column + 50, height(feeling)) for column, feeling in enumerate(feelings) if feeling is not None
    ]
    if not known:
        return ""
    path = f"M{number(known[0][0])} {number(known[0][1])}"
    for (x, y), (next_x, next_y) in pairwise(known):
        third = (next_x - x) / 3
        numbers = (x + third, y, next_x - third, next_y, next_x, next_y)
        path += "C" + " ".join(number(value) for value in numbers)
    return path


def number(value: float) -> str:
    """At most one decimal: a tenth of a hundredth of a column is less than a pixel."""
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Dot:
    """A step on the ribbon, and the middle of its column; both in percent of the width."""

    at: str
    column: str
    in_sight: bool
    path: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where a word stands: percent, and which end of the word that is."""

    at: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The true-to-scale line of time above the columns. `blind_label`: None where it doesn't fit."""

    dots: tuple[Dot, ...]
    ticks: tuple[str, ...]
    blind_width: str
    blind_label: Label | None
    contact: Label | None
    anchor: Label | None
    anchor_line: str | None


@lru_cache(100)
def ribbon(
    times: tuple[Fraction | None, ...], in_sight: tuple[bool, ...], start: Fraction, end: Fraction
) -> Ribbon:
    """`times` are those of the steps, all known; `end` lies after `start`, or at it."""
    length = float(end - start) or 1.0

    def at(time: Fraction | float) -> float:
        return LEFT + float(time - start) / length * (RIGHT - LEFT)

    first = next((index for index, seen in enumerate(in_sight) if seen), None)
    contact = RIGHT if first is None else at(times[first])
    return Ribbon(
        dots=tuple(_dots([at(time) for time in times], in_sight)),
        ticks=tuple(number(at(day)) for day in _ticks(start, end)),
        blind_width=number(contact - LEFT),
        blind_label=_label((LEFT + contact) / 2) if contact - LEFT > 36 else None,
        contact=None if first is None else _label(contact),
        anchor=_label(at(0)) if start <= 0 <= end else None,
        anchor_line=number(at(0)) if start <= 0 <= end else None,
    )


def _dots(places: Sequence[float], in_sight: Sequence[bool]) -> list[Dot]:
    dots = []
    for index, place in enumerate(places):
        column = 100 * (index + 0.5) / len(places)
        x, to = number(place * 10), number(column * 10)
        path = f"M{x} 0C{x} 46 {to} 30 {to} 70"
        dots.append(Dot(number(place), number(column), in_sight[index], path))
    return dots


def _label(place: float) -> Label:
    if place < 12:
        return Label(number(place), "start")
    return Label(number(place), "end" if place > 86 else "middle")


def _ticks(start: Fraction, end: Fraction) -> range:
    """Whole days, a handful to forty of them, counted from the anchor moment."""
    step = next((days for days in DAYS_A_TICK if (end - start) / days <= TICKS_AT_MOST), None)
    if step is None:
        return range(0)
    first = -(-start.__ceil__() // step) * step
    return range(first, end.__floor__() + 1, step)
