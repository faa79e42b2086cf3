"""Labels along a line, each on a pole of its own: none lies over another, and no pole runs through a label.

Numbers in, numbers out. A label hangs to the right of its pole. Labels that are close stand in a block, the
first of them farthest from the line: so each pole passes by those that hang lower.
"""

from collections.abc import Sequence
from dataclasses import dataclass

POLE, GAP = 8.0, 8.0
FARTHEST = 100.0
DEPTHS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45)


@dataclass(frozen=True, slots=True)
class Flag:
    """`left`: of the label, and so of its pole. `row`: 0 is the one nearest to the line."""

    left: float
    row: int


def flags(places: Sequence[float], width: float, room: float) -> list[Flag]:
    """One for each place on the line, in their order, which never goes back; `room`: how long the line is.

    As few rows as possible, with no pole farther than `FARTHEST` from its place; where that can't be, as near
    as possible. A room too small for all of them in one block is made larger by who asks: see `least_room`.
    """
    if not places:
        return []
    tried = []
    for depth in (*(depth for depth in DEPTHS if depth < len(places)), len(places)):
        blocks = _blocks(places, width, depth)
        lefts = _lefts(places, _distances(blocks, width), room - width)
        if lefts is not None:
            far = max(abs(left - place) for left, place in zip(lefts, places, strict=True))
            tried.append((far, lefts, blocks))
            if far <= FARTHEST:
                break
    _, lefts, blocks = min(tried, key=lambda one: max(one[0], FARTHEST))
    return [Flag(left, row) for left, row in zip(lefts, _rows(blocks), strict=True)]


def least_room(count: int, width: float) -> float:
    """In which all labels can stand in one block."""
    return width + POLE * max(count - 1, 0)


def _blocks(places: Sequence[float], width: float, depth: int) -> list[int]:
    """How many labels stand in each block, at most `depth`."""
    blocks: list[int] = []
    last = -float("inf")
    for place in places:
        if blocks and place < last + width + GAP and blocks[-1] < depth:
            blocks[-1] += 1
            last = max(place, last + POLE)
        else:
            blocks.append(1)
            last = max(place, last + width + GAP)
    return blocks


def _distances(blocks: Sequence[int], width: float) -> list[float]:
    """At least from each pole to the one before it; the first has none."""
    distances = [distance for size in blocks for distance in (width + GAP, *[POLE] * (size - 1))]
    return [0.0, *distances[1:]]


def _lefts(places: Sequence[float], distances: Sequence[float], farthest: float) -> list[float] | None:
    """As near to the places as the distances allow, from 0 to `farthest`; None where they don't fit.

    Without the distances it is a line that may not fall and comes nearest to given values: pools of
    neighbours take their mean ("pool adjacent violators").
    """
    taken, total = [], 0.0
    for distance in distances:
        total += distance
        taken.append(total)
    if total > farthest:
        return None
    pools: list[tuple[float, int]] = []
    for place, before in zip(places, taken, strict=True):
        mean, count = place - before, 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        pools.append((mean, count))
    means = [min(max(mean, 0.0), farthest - total) for mean, count in pools for _ in range(count)]
    return [mean + before for mean, before in zip(means, taken, strict=True)]


def _rows(blocks: Sequence[int]) -> list[int]:
    return [row for size in blocks for row in range(size - 1, -1, -1)]


def lanes(stretches: Sequence[tuple[float, float]]) -> list[int]:
    """The first lane, from 0, in which each stretch touches none before it; they begin in order."""
    ends: list[float] = []
    chosen = []
    for start, end in stretches:
        lane = next((lane for lane, taken in enumerate(ends) if taken < start), len(ends))
        ends[lane:] = [end, *ends[lane + 1 :]]
        chosen.append(lane)
    return chosen
