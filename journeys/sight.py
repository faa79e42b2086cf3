"""How long a journey takes, and where in it the organisation is in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from journeys.timeline import Placed


@dataclass(frozen=True, slots=True)
class Span:
    """All None where no step has a known time."""

    start: Fraction | None = None
    end: Fraction | None = None
    length: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """`contacts`: the steps in sight. `…_between`: the two of them around the longest gap."""

    contacts: tuple[int, ...]
    first_contact: int | None
    blind_steps: int
    blind_steps_share: Fraction | None
    blind_days: Fraction | None
    blind_days_share: Fraction | None
    longest_gap_days: Fraction | None
    longest_gap_days_between: tuple[int, int] | None
    longest_gap_steps: int | None
    longest_gap_steps_between: tuple[int, int] | None
    tail_days: Fraction | None
    tail_steps: int | None


def span_of(times: Sequence[Placed]) -> Span:
    if not times or times[0].time is None:
        return Span()
    start, end = times[0].time, max(placed.end for placed in times)
    return Span(start, end, end - start)


def sight_of(times: Sequence[Placed], in_sight: Sequence[bool], span: Span) -> Sight:
    contacts = tuple(index for index, seen in enumerate(in_sight) if seen)
    first, last = (contacts[0], contacts[-1]) if contacts else (None, None)
    timed = span.length is not None
    blind_steps = len(times) if first is None else first
    blind_days = span.length if first is None or not timed else times[first].time - span.start
    gap_days, gap_days_between = _longest_gap_days(times, contacts) if timed else (None, None)
    gap_steps, gap_steps_between = _longest_gap_steps(contacts)
    return Sight(
        contacts=contacts,
        first_contact=first,
        blind_steps=blind_steps,
        blind_steps_share=Fraction(blind_steps, len(times)) if times else None,
        blind_days=blind_days,
        blind_days_share=blind_days / span.length if span.length else None,
        longest_gap_days=gap_days,
        longest_gap_days_between=gap_days_between,
        longest_gap_steps=gap_steps,
        longest_gap_steps_between=gap_steps_between,
        tail_days=span.end - times[last].end if contacts and timed else None,
        tail_steps=len(times) - 1 - last if contacts else None,
    )


def _longest_gap_days(
    times: Sequence[Placed], contacts: Sequence[int]
) -> tuple[Fraction | None, tuple[int, int] | None]:
    gaps = [
        (times[later].time - times[earlier].end, (earlier, later)) for earlier, later in pairwise(contacts)
    ]
    if not gaps:
        return None, None
    days, between = max(gaps, key=lambda gap: gap[0])
    return max(days, Fraction(0)), between


def _longest_gap_steps(contacts: Sequence[int]) -> tuple[int | None, tuple[int, int] | None]:
    gaps = [(later - earlier - 1, (earlier, later)) for earlier, later in pairwise(contacts)]
    return max(gaps, key=lambda gap: gap[0]) if gaps else (None, None)
