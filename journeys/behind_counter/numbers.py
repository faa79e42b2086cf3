"""What can be counted behind the counter, beside the figures of every journey (docs/words.md)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from journeys.behind_counter.work import Work
from journeys.counter import sum_of_known

MINUTES_OF_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Handover:
    giver: Work
    taker: Work


@dataclass(frozen=True, slots=True)
class Busiest:
    """The pair of departments between which work goes over most often, in this direction."""

    giver: str
    taker: str
    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """None: nothing of it is known. `resident_wait_days`: of what a step of the resident waits for."""

    departments: tuple[str, ...]
    handovers: tuple[Handover, ...]
    wait_days: int | None
    work_minutes: int | None
    resident_wait_days: int | None
    longest: Work | None
    busiest: Busiest | None

    @property
    def waiting_share(self) -> Fraction | None:
        """Of waiting in waiting and work together; it goes on day and night. None where one isn't known."""
        if self.wait_days is None or self.work_minutes is None:
            return None
        waiting = self.wait_days * MINUTES_OF_A_DAY
        return Fraction(waiting, waiting + self.work_minutes) if waiting + self.work_minutes else None


def numbers_of(work: Sequence[Work]) -> Numbers:
    found = handovers(work)
    waits = [one for one in work if one.wait_days]
    return Numbers(
        departments=tuple(dict.fromkeys(one.department for one in work if one.department)),
        handovers=tuple(found),
        wait_days=sum_of_known(one.wait_days for one in work),
        work_minutes=sum_of_known(one.work_minutes for one in work),
        resident_wait_days=sum_of_known(one.wait_days for one in work if one.awaited_by is not None),
        longest=max(waits, key=lambda one: one.wait_days, default=None),  # the first of equals
        busiest=_busiest(found),
    )


def handovers(work: Sequence[Work]) -> list[Handover]:
    """Where two that follow each other are of other departments; those without one are left out first."""
    named = [one for one in work if one.department]
    return [Handover(*pair) for pair in pairwise(named) if pair[0].department != pair[1].department]


def _busiest(found: Sequence[Handover]) -> Busiest | None:
    """Of pairs that are as busy the one where most is waited after it, then the first."""
    pairs: dict[tuple[str, str], list[Handover]] = defaultdict(list)
    for one in found:
        pairs[one.giver.department, one.taker.department].append(one)
    if not pairs:
        return None
    waited = {pair: sum(one.taker.wait_days or 0 for one in among) for pair, among in pairs.items()}
    most = max(pairs, key=lambda pair: (len(pairs[pair]), waited[pair]))
    return Busiest(*most, tuple(pairs[most]))
