"""The process on one scale of time: minutes of work beside days of waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from journeys.behind_counter.numbers import MINUTES_OF_A_DAY
from journeys.behind_counter.work import Work

WIDTH = 1000  # of the drawing


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind`: work, wait, or resident: waiting that a step of the resident waits for as well."""

    kind: str
    x: str
    width: str
    work: Work


@dataclass(frozen=True, slots=True)
class Strip:
    """`day`: how wide a day is; `days`: marks of whole days, as far as they can be told apart."""

    pieces: tuple[Piece, ...]
    days: tuple[tuple[str, int], ...]


def strip(work: Sequence[Work]) -> Strip | None:
    """One after the other, waiting first; None where no time is known."""
    told = [(kind, minutes, one) for one in work for kind, minutes in _parts(one) if minutes]
    total = sum(minutes for _kind, minutes, _one in told)
    if not total:
        return None
    pieces, start = [], 0
    for kind, minutes, one in told:
        pieces.append(Piece(kind, _place(start, total), _place(minutes, total), one))
        start += minutes
    whole = total // MINUTES_OF_A_DAY
    every = max(1, -(-whole // 12))
    days = tuple((_place(day * MINUTES_OF_A_DAY, total), day) for day in range(0, whole + 1, every))
    return Strip(tuple(pieces), days)


def _parts(one: Work) -> list[tuple[str, int]]:
    kind = "wait" if one.awaited_by is None else "resident"
    return [(kind, (one.wait_days or 0) * MINUTES_OF_A_DAY), ("work", one.work_minutes or 0)]


def _place(minutes: int, total: int) -> str:
    return f"{float(Fraction(minutes * WIDTH, total)):.2f}"
