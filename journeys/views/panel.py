"""The side panel: one step with all that lies at it, beside the map. The ids of its cells begin with `p`."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from journeys.dropped import Dropped, dropped_at
from journeys.evidence import FindingAtStep, findings_at
from journeys.looking import Look
from journeys.pictures import LANES, MapPicture, StepPicture
from journeys.redrawing import Seen

FINDINGS = "findings"  # what the panel has below the lanes
CELL_IN_PANEL = re.compile(r"p(\d+)-")


@dataclass(frozen=True, slots=True)
class Panel:
    """`look`: what it stands beside. After a change `redrawn` are the lanes that it touched."""

    step: StepPicture
    findings: list[FindingAtStep]
    earlier: StepPicture | None
    later: StepPicture | None
    look: Look
    dropped: tuple[Dropped, ...] = ()
    redrawn: tuple[str, ...] = ()
    has_other_findings: bool = False
    has_other_dropped: bool = False

    @property
    def url(self) -> str:
        return self.look.address_of_step(self.step.id)

    @property
    def earlier_url(self) -> str:
        return self.look.address_of_step(self.earlier.id)

    @property
    def later_url(self) -> str:
        return self.look.address_of_step(self.later.id)

    @property
    def closed_url(self) -> str:
        return f"{self.look.address()}#stap-{self.step.id}"


def panel_of(context: dict, step: int, **after: Any) -> Panel | None:
    """The panel of a step; None where the step isn't on the map (any more)."""
    steps = context["picture"].steps
    place = next((index for index, picture in enumerate(steps) if picture.id == step), None)
    if place is None:
        return None
    return Panel(
        steps[place],
        findings_at(context["journey"], step, steps[place].pains),
        steps[place - 1] if place else None,
        steps[place + 1] if place + 1 < len(steps) else None,
        context["look"],
        dropped_at(context["journey"], context["picture"], step),
        **after,
    )


def cell_at_work(request: HttpRequest) -> str:
    """The id of the cell that an htmx request comes from, or of the cell around its editor."""
    target = (request.htmx.target or "") if request.htmx else ""
    return target.rpartition("#")[2].removesuffix("-editor")


def is_in_panel(request: HttpRequest) -> bool:
    return CELL_IN_PANEL.match(cell_at_work(request)) is not None


def cell_in(request: HttpRequest, cell: str) -> str:
    """The id of a cell where its user is at work: on the map, or in the panel of that step."""
    in_panel = CELL_IN_PANEL.match(cell_at_work(request))
    return f"p{cell[1:]}" if in_panel and cell.startswith(f"s{in_panel[1]}-") else cell


def panel_after(request: HttpRequest, before: Seen | None, context: dict, edited: str) -> Panel | None:
    """The panel as it is after a change, with the lanes that differ from `before` or were edited in it."""
    step = context["look"].step
    if step is None:
        return None
    old = before and step_in(before.picture, step)
    new = step_in(context["picture"], step)
    lanes, other, dropped = LANES, True, True
    if old and new:
        # A new step is made in the cell of the one beside it, which has nothing else to say.
        at_work = {edited, cell_at_work(request) if request else ""}
        lanes = tuple(
            lane for lane in LANES if old.cell(lane) != new.cell(lane) or f"p{step}-{lane}" in at_work
        )
        # Each finding is counted in the head or at a pain.
        other = bool({"head", "pains"} & {*lanes}) or edited == f"p{step}-{FINDINGS}"
        now = dropped_at(context["journey"], context["picture"], step)
        dropped = dropped_at(before.journey, before.picture, step) != now
    return panel_of(context, step, redrawn=lanes, has_other_findings=other, has_other_dropped=dropped)


def step_in(picture: MapPicture, step: int) -> StepPicture | None:
    return next((one for one in picture.steps if one.id == step), None)
