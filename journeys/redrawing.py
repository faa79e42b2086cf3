"""What has to be drawn again after a change: only what differs from what the user sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from journeys.explanations import Headline, blind_figure, headline_figures
from journeys.journey_map import LANES, MapPicture, StepPicture
from journeys.models import Journey


@dataclass(frozen=True, slots=True)
class Seen:
    """A journey loaded `whole()`, with its map."""

    journey: Journey
    picture: MapPicture


@dataclass(frozen=True, slots=True)
class Redrawn:
    """`cells`: the lanes to draw again, by step; None: the whole map, as columns came, went or moved."""

    head: bool = True
    figures: bool = True
    ribbon: bool = True
    loose: bool = True
    cells: list[tuple[StepPicture, list[str]]] | None = None


def redrawn(before: Seen | None, after: Seen, edited: str) -> Redrawn:
    """`before` None: not known, so all is drawn. `edited`: the id of the cell that still shows its form."""
    if before is None:
        return Redrawn()
    old, new = before.picture, after.picture
    return Redrawn(
        head=_head(before) != _head(after),
        figures=_told(headline_figures(old)) != _told(headline_figures(new)),
        ribbon=_ribbon(old) != _ribbon(new),
        loose=old.loose != new.loose,
        cells=_cells(old, new, edited) if _outline(old) == _outline(new) else None,
    )


def _outline(picture: MapPicture) -> list[tuple]:
    """What decides where columns stand and how they look as a whole."""
    return [
        (phase.id, phase.name, [(step.id, step.in_sight, step.first_contact) for step in phase.steps])
        for phase in picture.phases
    ]


def _head(seen: Seen) -> tuple:
    journey = seen.journey
    return journey.title, journey.goal, journey.kind, journey.persona_id, len(seen.picture.steps)


def _ribbon(picture: MapPicture) -> tuple:
    titles = [(step.id, step.head.title) for step in picture.steps]
    return picture.ribbon, picture.analysis.sight, titles, _told([blind_figure(picture)])


def _told(figures: Iterable[Headline]) -> list[tuple[Any, ...]]:
    """Figures as they show: of the steps behind them only the titles."""
    return [
        (figure.number, figure.words, [(step.id, step.head.number, step.head.title) for step in figure.steps])
        for figure in figures
    ]


def _cells(old: MapPicture, new: MapPicture, edited: str) -> list[tuple[StepPicture, list[str]]]:
    changes = []
    at_work = edited.partition("-")[0]
    for before, after in zip(old.steps, new.steps, strict=True):
        if before is after and at_work != f"s{after.id}":
            continue
        lanes = [
            lane for lane in LANES if before.cell(lane) != after.cell(lane) or edited == f"s{after.id}-{lane}"
        ]
        if lanes:
            changes.append((after, lanes))
    return changes
