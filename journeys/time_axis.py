"""The axis of time that a journey is drawn on, true to scale: days from the anchor moment in, pixels out."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, zip_longest

MONTH, YEAR = 365.25 / 12, 365.25
WHOLE = "alles"
# Pixels a day of each scale; the whole journey is as wide as the screen.
SCALES: dict[str, float | None] = {
    WHOLE: None,
    "jaren": 120 / YEAR,
    "maanden": 96 / MONTH,
    "weken": 98 / 7,
    "dagen": 96.0,
}
WIDTH, WIDEST = 1200.0, 24_000.0
BEFORE, AFTER = 24.0, 120.0
TICK = 56.0
UNITS = (
    *((1.0, "day", 1), (7.0, "week", 1), (7.0, "week", 2)),
    *((MONTH, "month", 1), (MONTH, "month", 3)),
    *((YEAR, "year", count) for count in (1, 2, 5, 10, 25, 50, 100)),
)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`start`: the day at the left edge. `earlier`, `later`: whether the journey goes on beyond an edge."""

    start: float
    per_day: float
    width: float
    earlier: bool = False
    later: bool = False

    def at(self, day: Fraction | float) -> float:
        return (float(day) - self.start) * self.per_day

    def day(self, at: float) -> float:
        return self.start + at / self.per_day

    @property
    def end(self) -> float:
        return self.day(self.width)

    @property
    def middle(self) -> float:
        return self.day(self.width / 2)


@dataclass(frozen=True, slots=True)
class Ticks:
    """`unit`: what the numbers count from the anchor moment. `marks`: a place and a number."""

    unit: str
    marks: tuple[tuple[float, int], ...]


def time_axis(start: Fraction, end: Fraction, per_day: float | None, middle: float | None) -> TimeAxis:
    """From the real start to the end, at least a day; a stretch around `middle` where it grows too wide."""
    first, length = float(start), max(float(end - start), 1.0)
    if per_day is None:
        per_day = (WIDTH - BEFORE - AFTER) / length
        return TimeAxis(first - BEFORE / per_day, per_day, WIDTH)
    wide = length * per_day + BEFORE + AFTER
    if wide <= WIDTH:
        return TimeAxis(first - (BEFORE + (WIDTH - wide) / 2) / per_day, per_day, WIDTH)
    left, width = first - BEFORE / per_day, min(wide, WIDEST)
    rightmost = left + (wide - width) / per_day
    asked = left if middle is None else middle - width / 2 / per_day
    at = min(max(asked, left), rightmost)
    return TimeAxis(at, per_day, width, earlier=at > left, later=at < rightmost)


def ticks(axis: TimeAxis) -> Ticks:
    """Whole units from the anchor moment, with room for a number at each."""
    units = (unit for unit in UNITS if unit[0] * unit[2] * axis.per_day >= TICK)
    days, name, count = next(units, UNITS[-1])
    step = days * count
    first, last = int(axis.start // step) + 1, int(axis.end // step)
    return Ticks(name, tuple((axis.at(number * step), number * count) for number in range(first, last + 1)))


@dataclass(frozen=True, slots=True)
class Spread:
    """Where a step stands: of `count` at the same time it is the `nth`, from 1."""

    day: Fraction
    nth: int
    count: int


def spread(times: Sequence[Fraction]) -> list[Spread]:
    """Days don't tell hours: steps of one moment stand in their order, within that day, before the next."""
    groups = [(time, len(list(group))) for time, group in groupby(times)]
    following = [time for time, _ in groups[1:]]
    places = []
    for (time, count), later in zip_longest(groups, following):
        room = 1 if later is None else min(1, later - time)
        places += [Spread(time + room * Fraction(nth, count), nth + 1, count) for nth in range(count)]
    return places
