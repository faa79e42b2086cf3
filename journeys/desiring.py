"""A desired journey is made from the current one in one go; its steps are twins of the first ones."""

from collections.abc import Collection

import pghistory
from django.db import transaction

from journeys.changes import changing
from journeys.copying import anew, copy_rows
from journeys.models import Change, Journey, Pain, Phase, Step
from organisations.models import User

ALONG = ("step_situations", "facts", "encounters", "process_steps")


def desire(journey: Journey, *, title: str, solved: Collection[int], by: User) -> Journey:
    """A desired journey with the same steps and what lies at them, without the pains that are `solved`.

    Findings and improvements stay with the current one, where they were heard and solve something.
    """
    with transaction.atomic(), pghistory.context(user=by.pk):
        desired = Journey.objects.create(
            organisation=journey.organisation,
            life_event=journey.life_event,
            persona=journey.persona,
            kind=Journey.Kind.TO_BE,
            title=title,
            goal=journey.goal,
            based_on=journey,
        )
        with changing(desired, by=by, kind=Change.Kind.BEGIN):
            at = _steps(journey, desired)
            made = {name: copy_rows(name, at) for name in ALONG}
            _pains(at, solved, made["process_steps"])
    return desired


def _steps(journey: Journey, desired: Journey) -> dict[int, int]:
    """Copies of all phases and steps; gives the number of each copy by that of its original."""
    phases = list(journey.phases.all())
    copies = Phase.objects.bulk_create([anew(phase, journey_id=desired.pk) for phase in phases])
    into = {phase.pk: copy.pk for phase, copy in zip(phases, copies, strict=True)}
    steps = list(Step.objects.filter(phase__journey=journey).order_by("pk"))
    made = Step.objects.bulk_create([anew(step, phase_id=into[step.phase_id]) for step in steps])
    return {step.pk: copy.pk for step, copy in zip(steps, made, strict=True)}


def _pains(at: dict[int, int], solved: Collection[int], process_steps: dict[int, int]) -> None:
    """Copies of the pains that are left, each in its place behind the one before."""
    copies, placed = [], dict.fromkeys(at, 0)
    for pain in Pain.objects.filter(step__in=at).exclude(pk__in=solved).order_by("step", "order"):
        there = {"step_id": at[pain.step_id], "process_step_id": process_steps.get(pain.process_step_id)}
        copies.append(anew(pain, order=placed[pain.step_id], **there))
        placed[pain.step_id] += 1
    Pain.objects.bulk_create(copies)
