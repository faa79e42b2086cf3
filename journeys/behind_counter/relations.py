"""The track above the line of sight: from what is done behind the counter to the step that waits for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.behind_counter.work import Work

WAIT, NEED = "wait", "need"
LEVEL, TOP = 22, 12  # heights, in the units of the drawing: a sixteenth of a rem
DROP = {WAIT: 0.65, NEED: 0.85}  # where in its column it comes up, as the pieces below the line do
LETTER = 7  # the width of one, about


@dataclass(frozen=True, slots=True)
class Relation:
    """A line up from a card, along its level, and up into a step. `label`: empty where it has no room."""

    kind: str
    x1: float
    x2: float
    y: int
    label: str
    label_x: float


@dataclass(frozen=True, slots=True)
class Track:
    width: int
    height: int
    relations: tuple[Relation, ...]


def track(
    work: Sequence[Work], columns: Sequence[int], widths: Sequence[int], starts: Sequence[int]
) -> Track:
    """`columns`: of each process step. `widths`: of each column. `starts`: the first column of each step."""
    left = [sum(widths[:column]) for column in range(len(widths) + 1)]
    lines = sorted(
        (_line(kind, one, column, step, left, starts))
        for one, column in zip(work, columns, strict=True)
        for kind, step in ((WAIT, one.awaited_by), (NEED, one.needed_by))
        if step is not None
    )
    levels: list[float] = []
    placed = []
    for first, last, kind, x1, x2, words in lines:
        level = next((level for level, end in enumerate(levels) if end < first), len(levels))
        levels[level:] = [last, *levels[level + 1 :]]
        fits = words if len(words) * LETTER < last - first else ""
        placed.append(Relation(kind, x1, x2, TOP + LEVEL * (level + 1), fits, first + 6))
    return Track(left[-1], TOP + LEVEL * (len(levels) + 1), tuple(placed))


def _line(
    kind: str, one: Work, column: int, step: int, left: Sequence[int], starts: Sequence[int]
) -> tuple[float, float, str, float, float, str]:
    """Its ends from left to right, its kind, where it comes up and goes in, and what it says."""
    x1 = left[column] + (left[column + 1] - left[column]) * DROP[kind]
    into = starts[step]
    # Into the middle of its first column; beside that where it comes up in the same one.
    x2 = left[into] + (left[into + 1] - left[into]) * (0.5 if into != column else DROP[kind])
    return min(x1, x2), max(x1, x2) + 4, kind, x1, x2, one.title
