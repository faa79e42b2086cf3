"""Where the steps of a journey stand: taken up as a whole, rearranged, and written where something differs.

Every order is 0, 1, 2 … within its phase, and a phase that had steps keeps one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps

from journeys.ordering import renumber

if TYPE_CHECKING:
    from journeys.models import Journey, Phase, Step

Route = dict[int, list["Step"]]  # by the number of the phase, in the order of the map


class Stays(Exception):
    """A step or phase can't move or go: a phase keeps at least one step, and a journey one phase."""


class Vanished(Stays):
    """Someone else took away what was to move, or where it was to go."""


class EmptiesPhase(Stays):
    """The steps are the last of a phase."""

    def __init__(self, phase: Phase) -> None:
        super().__init__(phase.name)
        self.phase = phase


@dataclass(frozen=True, slots=True)
class Place:
    """In a phase, behind one of its steps (None: as the first)."""

    phase: Phase
    after: Step | None = None


def route_of(journey: Journey) -> Route:
    route: Route = {phase.pk: [] for phase in journey.phases.all()}
    steps = apps.get_model("journeys.Step").objects.filter(phase__journey=journey)
    for step in steps.order_by("phase__order", "order"):
        route[step.phase_id].append(step)
    return route


def move_steps(steps: Collection[Step], place: Place) -> list[Step]:
    """Put the steps in one place, in the order they have; raises `EmptiesPhase` and `Vanished`."""
    route, numbers = route_of(place.phase.journey), {step.pk for step in steps}
    moving = [step for row in route.values() for step in row if step.pk in numbers]
    if not moving or not is_there(place, route):
        raise Vanished
    left = put(without(route, numbers), moving, place, route)
    check_none_emptied(place.phase.journey, route, left)
    write(left)
    return moving


def shift_steps(steps: Collection[Step], journey: Journey, direction: int) -> list[Step]:
    """Each one place to the left (-1) or right (+1), also over the edge of a phase; raises as `move_steps`.

    `Stays` where the foremost is at an end: then none of them moves.
    """
    route, numbers = route_of(journey), {step.pk for step in steps}
    moving = [step for row in route.values() for step in row if step.pk in numbers]
    if not moving:
        raise Vanished
    left = {phase: [*row] for phase, row in route.items()}
    for step in moving[::-direction]:
        shift(left, step, direction)
    check_none_emptied(journey, route, left)
    write(left)
    return moving


def shift(route: Route, step: Step, direction: int) -> None:
    rows = [*route.values()]
    at = next(at for at, row in enumerate(rows) if step in row)
    place = rows[at].index(step) + direction
    rows[at].remove(step)
    if 0 <= place <= len(rows[at]):
        rows[at].insert(place, step)
    elif 0 <= at + direction < len(rows):
        beyond = rows[at + direction]
        beyond.insert(0 if direction > 0 else len(beyond), step)
    else:
        raise Stays


def is_there(place: Place, route: Route) -> bool:
    row = route.get(place.phase.pk)
    return row is not None and (place.after is None or place.after in row)


def check_none_emptied(journey: Journey, route: Route, left: Route) -> None:
    emptied = [phase for phase, row in route.items() if row and not left[phase]]
    if emptied:
        raise EmptiesPhase(journey.phases.get(pk=emptied[0]))


def without(route: Route, numbers: Collection[int]) -> Route:
    return {phase: [step for step in row if step.pk not in numbers] for phase, row in route.items()}


def put(left: Route, steps: list[Step], place: Place, route: Route) -> Route:
    """`left` with the steps in their place; `route` is how it was, to find a place behind one that left."""
    row, was = left[place.phase.pk], route[place.phase.pk]
    numbers = [step.pk for step in was]
    before = numbers[: numbers.index(place.after.pk) + 1] if place.after else []
    index = sum(step.pk in before for step in row)
    return left | {place.phase.pk: [*row[:index], *steps, *row[index:]]}


def write(route: Route) -> None:
    """Save new steps, and the phase and order of those that stand elsewhere now."""
    new, moved = [], []
    for phase, row in route.items():
        for order, step in enumerate(row):
            if (step.phase_id, step.order) != (phase, order) or step.pk is None:
                step.phase_id, step.order = phase, order
                (new if step.pk is None else moved).append(step)
    model = apps.get_model("journeys.Step")
    model.objects.bulk_update(moved, ["phase", "order"])
    model.objects.bulk_create(new)


def emptied_by(steps: Iterable[Step], journey: Journey) -> list[Phase]:
    """The phases that have no step left without these."""
    route = route_of(journey)
    left = without(route, {step.pk for step in steps})
    return [phase for phase in journey.phases.all() if route[phase.pk] and not left[phase.pk]]


def remove_steps(steps: Collection[Step], journey: Journey) -> None:
    """Delete the steps, and each phase of which none is left; raises `Stays` where the journey keeps none."""
    route = route_of(journey)
    left = without(route, {step.pk for step in steps})
    if not any(left.values()):
        raise Stays
    emptied = [phase for phase, row in route.items() if row and not left[phase]]
    journey.phases.filter(pk__in=emptied).delete()
    apps.get_model("journeys.Step").objects.filter(pk__in=[step.pk for step in steps]).delete()
    renumber(journey.phases.all())
    write({phase: row for phase, row in left.items() if phase not in emptied})
