"""The one axis of time that all journeys of a comparison lie on. Plain numbers in, plain numbers out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WIDTH = 1100.0
LEFT, RIGHT = 28.0, 1056.0
MOST_TICKS = 14
MONTH, YEAR = 365.25 / 12, 365.25
# The anchor moment is on the axis, unless it lies so far away that nothing else could be told apart.
FARTHEST_ANCHOR = 3


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high`, in days from the anchor moment; `high` is the later one."""

    low: float
    high: float

    def across(self, time: float) -> float:
        return round(LEFT + (time - self.low) / (self.high - self.low) * (RIGHT - LEFT), 1)

    @property
    def shows_anchor(self) -> bool:
        return self.low <= 0 <= self.high


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    number: int


@dataclass(frozen=True, slots=True)
class Ticks:
    """`unit`: of the numbers at the ticks: day, week, month or year."""

    unit: str
    ticks: tuple[Tick, ...]

    @property
    def shown(self) -> tuple[Tick, ...]:
        """Those with a number: the anchor moment has a name of its own."""
        return tuple(tick for tick in self.ticks if tick.number)


def shared_scale(spans: Iterable[tuple[float, float]]) -> Scale | None:
    """One axis for all of these (start, end); None where nobody knows a day."""
    spans = list(spans)
    if not spans:
        return None
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    with_anchor = min(low, 0.0), max(high, 0.0)
    if with_anchor[1] - with_anchor[0] <= FARTHEST_ANCHOR * max(high - low, 1.0):
        low, high = with_anchor
    return Scale(low, high if high > low else low + 1)


def ticks_on(scale: Scale) -> Ticks:
    """Whole days, weeks, months or years from the anchor moment: as fine as leaves room for the numbers."""
    length = scale.high - scale.low
    unit, days, step = next(each for each in _steps() if length / (each[1] * each[2]) <= MOST_TICKS)
    first = -int(-scale.low // (days * step)) * step
    numbers = range(first, int(scale.high // days) + 1, step)
    return Ticks(unit, tuple(Tick(scale.across(number * days), number) for number in numbers))


def _steps() -> Iterator[tuple[str, float, int]]:
    """(unit, its days, how many of it a tick); without end."""
    for unit, days, multiples in (
        ("day", 1.0, (1, 2)),
        ("week", 7.0, (1, 2)),
        ("month", MONTH, (1, 2, 3, 6)),
    ):
        for multiple in multiples:
            yield unit, days, multiple
    tens = 1
    while True:
        for multiple in (1, 2, 5):
            yield "year", YEAR, multiple * tens
        tens *= 10
