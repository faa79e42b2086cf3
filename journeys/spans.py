"""The stretches of a journey in which we are out of sight: before, between and after the contacts with us.

Lengths are those of `sight.py`; a stretch within one day has steps and no days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from journeys.analysis import Analysis
from journeys.figures import rounded

BLIND, GAP, TAIL = "blind", "gap", "tail"


@dataclass(frozen=True, slots=True)
class Stretch:
    """`after`, `before`: the steps around it, None at an end of the journey. `steps`: those within it.
    `longest`: of the gaps. `never`: we are out of sight all along."""

    kind: str
    after: int | None
    before: int | None
    days: Fraction
    steps: int
    longest: bool = False
    never: bool = False

    @property
    def whole_days(self) -> int:
        return rounded(self.days, 0)

    @property
    def is_there(self) -> bool:
        return self.days > 0 or self.steps > 0


def stretches(analysis: Analysis) -> list[Stretch]:
    """In order of time; none where no time is known."""
    if analysis.span.start is None:
        return []
    return [stretch for stretch in _stretches(analysis) if stretch.is_there]


def _stretches(analysis: Analysis) -> Iterator[Stretch]:
    sight, steps = analysis.sight, analysis.steps
    contacts: Sequence[int] = sight.contacts
    never = not contacts
    yield Stretch(BLIND, None, sight.first_contact, sight.blind_days, sight.blind_steps, never=never)
    for earlier, later in pairwise(contacts):
        days = max(steps[later].time - steps[earlier].end, Fraction(0))
        longest = (earlier, later) == sight.longest_gap_days_between
        yield Stretch(GAP, earlier, later, days, later - earlier - 1, longest)
    if contacts:
        yield Stretch(TAIL, contacts[-1], None, sight.tail_days, sight.tail_steps)
