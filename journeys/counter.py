"""What happens behind the counter along the steps of a journey."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from journeys.route import listed


class Handover(NamedTuple):
    """From one department to the next; the indexes are of the steps among those that count."""

    given_at: int
    giver: str
    taken_at: int
    taker: str


@dataclass(frozen=True, slots=True)
class BehindCounter:
    departments: tuple[str, ...]
    handovers: tuple[Handover, ...]
    wait_days: int | None
    work_minutes: int | None


def behind_counter(steps: Sequence[Mapping]) -> BehindCounter:
    process = [(index, item) for index, step in enumerate(steps) for item in listed(step, "process")]
    named = [(index, item["department"]) for index, item in process if item.get("department")]
    return BehindCounter(
        departments=tuple(dict.fromkeys(department for _, department in named)),
        handovers=tuple(Handover(*given, *taken) for given, taken in pairwise(named) if given[1] != taken[1]),
        wait_days=sum_of_known(item.get("wait_days") for _, item in process),
        work_minutes=sum_of_known(item.get("work_minutes") for _, item in process),
    )


def sum_of_known(values: Iterable[int | None]) -> int | None:
    """None where none is known."""
    known = [int(value) for value in values if value is not None]
    return sum(known) if known else None
