"""When the steps of a journey happen: exact days from the anchor moment, placed where they are not known."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple


class Placed(NamedTuple):
    """A step on the time axis. `moved`: its own offset lies before that of an earlier step."""

    time: Fraction | None
    end: Fraction | None
    estimated: bool
    moved: bool


def placed(steps: Sequence[Mapping]) -> list[Placed]:
    """One `Placed` a step, in the order given; steps need `offset_days` and `duration_days` only."""
    offsets = [step.get("offset_days") for step in steps]
    known = _running_maximum(offsets)
    if not known:
        return [Placed(None, None, False, False) for _ in steps]
    times = _times(known, len(steps))
    return [
        Placed(
            time=time,
            end=time + int(step.get("duration_days") or 0),
            estimated=offset is None,
            moved=offset is not None and offset < time,
        )
        for step, offset, time in zip(steps, offsets, times, strict=True)
    ]


def _running_maximum(offsets: Sequence[int | None]) -> list[tuple[int, int]]:
    """(order, days) of the known ones, never going back in time."""
    known: list[tuple[int, int]] = []
    for order, offset in enumerate(offsets):
        if offset is not None:
            days = int(offset)
            known.append((order, max(days, known[-1][1]) if known else days))
    return known


def _times(known: Sequence[tuple[int, int]], count: int) -> list[Fraction]:
    """Evenly spread between two known ones; the first and last known time before and after them."""
    first, (last_order, last_days) = known[0], known[-1]
    times = [Fraction(first[1])] * first[0]
    for (a, days_a), (b, days_b) in pairwise(known):
        times += [Fraction(days_a * (b - k) + days_b * (k - a), b - a) for k in range(a, b)]
    return times + [Fraction(last_days)] * (count - last_order)
