"""A shared process: the journeys that it serves, and what a change in it would touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db import models

from journeys.models import Journey, Step
from processes.models import Process, ProcessStep


@dataclass(frozen=True, slots=True)
class Served:
    """A journey with the process steps in it, in their order."""

    journey: Journey
    process_steps: tuple[ProcessStep, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """Whatever a change is noticed by. `steps`: of residents, that start it, wait for it or depend on it."""

    served: tuple[Served, ...]
    steps: frozenset[Step]
    personas: int
    departments: tuple[str, ...]
    systems: tuple[str, ...]


def touched_by(process: Process) -> Touched:
    rows = list(in_order(process.process_steps))
    steps = {step for row in rows for step in (row.step, row.awaited_by, row.needed_by) if step}
    served = tuple(
        Served(journey, tuple(among)) for journey, among in groupby(rows, lambda row: row.step.phase.journey)
    )
    return Touched(
        served,
        frozenset(steps),
        len({one.journey.persona_id for one in served}),
        named(row.department for row in rows),
        named(row.system for row in rows),
    )


def in_order(rows: models.QuerySet) -> models.QuerySet:
    """By journey, and there in the order of the process."""
    journey = ("step__phase__journey__title", "step__phase__journey_id")
    along = ("step__phase__journey__persona", "awaited_by", "needed_by")
    place = ("step__phase__order", "step__order", "order")
    return rows.select_related(*along).order_by(*journey, *place)


def named(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))
