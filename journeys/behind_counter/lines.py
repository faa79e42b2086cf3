"""The lines between cards, as pieces that each cell of the lanes draws for itself.

A lane is as high as its highest card, which only the browser knows: so a line is a chain of pieces, each
drawn from the middle or the edge of its own cell (static/css/pages/swimlanes.css).
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from journeys.behind_counter.work import Work

#: By lane and column.
Pieces = dict[tuple[int, int], list[str]]


def pieces(work: Sequence[Work], columns: Sequence[int], lanes: Sequence[int]) -> Pieces:
    """`columns` and `lanes`: where each process step lies."""
    found: Pieces = defaultdict(list)
    places = list(zip(lanes, columns, strict=True))
    named = [place for one, place in zip(work, places, strict=True) if one.department]
    for giver, taker in pairwise(named):
        _pass_on(found, giver, taker)
    for one, place in zip(work, places, strict=True):
        _drop(found, one, place, starts=_is_first(one, work))
    return found


def _is_first(one: Work, work: Sequence[Work]) -> bool:
    return next(other for other in work if other.step == one.step) is one


def _pass_on(found: Pieces, giver: tuple[int, int], taker: tuple[int, int]) -> None:
    """From one card to the next: along the lane of the giver, and in the column of the taker to its lane."""
    (lane, column), (to, last) = giver, taker
    kind = "same" if lane == to else "over"
    found[lane, column].append(f"out-{kind}")
    for between in range(column + 1, last):
        found[lane, between].append(f"across-{kind}")
    if lane == to:
        found[taker].append("in-same")
        return
    down = to > lane
    found[lane, last].append("turn-down" if down else "turn-up")
    for between in range(min(lane, to) + 1, max(lane, to)):
        found[between, last].append("pass")
    found[taker].append("in-down" if down else "in-up")


def _drop(found: Pieces, one: Work, place: tuple[int, int], *, starts: bool) -> None:
    """Between the line of sight and the card: the step starts it, or waits for it or depends on it."""
    lane, column = place
    told = {"start": starts, "wait": one.awaited_by is not None, "need": one.needed_by is not None}
    for kind in (kind for kind, there in told.items() if there):
        for above in range(lane):
            found[above, column].append(f"{kind}-through")
        found[place].append(kind)
