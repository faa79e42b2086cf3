"""What has to be drawn again after a change: only what differs from what the user sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from journeys.dropped import dropped_loose
from journeys.explanations import Headline, blind_figure, headline_figures
from journeys.heard import heard
from journeys.models import Journey
from journeys.pictures import LANES, MapPicture, PhasePicture, StepPicture


@dataclass(frozen=True, slots=True)
class Seen:
    """A journey loaded `whole()`, with its map."""

    journey: Journey
    picture: MapPicture


@dataclass(frozen=True, slots=True)
class Redrawn:
    """`phases`: those in which columns came, went or moved; `cells`: the lanes to draw again, by step.

    Both None: the whole map.
    """

    head: bool = True
    figures: bool = True
    ribbon: bool = True
    loose: bool = True
    heard: bool = True
    line: bool = True
    compared: bool = True
    menu: bool = True
    phases: list[PhasePicture] | None = None
    cells: list[tuple[StepPicture, list[str]]] | None = None


def redrawn(before: Seen | None, after: Seen, edited: str) -> Redrawn:
    """`before` None: not known, so all is drawn. `edited`: the id of the cell that still shows its form."""
    if before is None:
        return Redrawn()
    old, new = before.picture, after.picture
    counts_alike = old.behind is new.behind  # where only words differ: journeys/rewording.py
    has_same_frame = _frame(old) == _frame(new)
    phases = [
        phase for was, phase in zip(old.phases, new.phases, strict=False) if _outline(was) != _outline(phase)
    ]
    return Redrawn(
        head=_head(before) != _head(after),
        figures=not counts_alike and _told(headline_figures(old)) != _told(headline_figures(new)),
        ribbon=_ribbon(old) != _ribbon(new),
        loose=_loose(before) != _loose(after) or edited == "loose",
        heard=not counts_alike and heard(old.analysis) != heard(new.analysis),
        line=old.line != new.line,
        compared=old.compared != new.compared,
        menu=_menu(old) != _menu(new),
        phases=phases if has_same_frame else None,
        cells=_cells(old, new, edited, phases) if has_same_frame else None,
    )


def _loose(seen: Seen) -> tuple:
    return seen.picture.loose, dropped_loose(seen.journey, seen.picture)


def _frame(picture: MapPicture) -> tuple:
    """How many columns there are, whether they have a line, and the phases that they stand in."""
    phases = [(phase.id, phase.name) for phase in picture.phases]
    return len(picture.steps), bool(picture.line), picture.has_other, phases


def _outline(phase: PhasePicture) -> list[tuple]:
    """What decides where its columns stand and how they look as a whole."""
    return [(step.id, step.in_sight, step.first_contact) for step in phase.steps]


def _menu(picture: MapPicture) -> list[tuple]:
    return [(phase.id, phase.name, len(phase.steps)) for phase in picture.phases]


def _head(seen: Seen) -> tuple:
    journey = seen.journey
    subject = (journey.title, journey.goal, journey.kind, journey.persona_id, journey.taken_from)
    return *subject, len(seen.picture.steps)


def _ribbon(picture: MapPicture) -> tuple:
    titles = [(step.id, step.head.title) for step in picture.steps]
    return picture.ribbon, picture.analysis.sight, titles, _told([blind_figure(picture)])


def _told(figures: Iterable[Headline]) -> list[tuple[Any, ...]]:
    """Figures as they show: of the steps behind them only the titles."""
    return [
        (figure.number, figure.words, [(step.id, step.head.number, step.head.title) for step in figure.steps])
        for figure in figures
    ]


def _cells(
    old: MapPicture, new: MapPicture, edited: str, phases: list[PhasePicture]
) -> list[tuple[StepPicture, list[str]]]:
    """In phases that are not drawn again whole."""
    changes, at_work, earlier = [], edited.partition("-")[0], {step.id: step for step in old.steps}
    for after in (step for phase in new.phases if phase not in phases for step in phase.steps):
        before = earlier[after.id]
        if before is after and at_work != f"s{after.id}":
            continue
        lanes = [
            lane for lane in LANES if before.cell(lane) != after.cell(lane) or edited == f"s{after.id}-{lane}"
        ]
        if lanes:
            changes.append((after, lanes))
    return changes
