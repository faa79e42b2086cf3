"""Steps, or one lane, go along to another journey of the organisation. Nothing of the first changes.

Findings and improvements stay behind: see journeys/copying.py. Days count from the anchor moment, so between
life events they stay behind too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from journeys.arranging import Place, Vanished, route_of
from journeys.copying import CARDS, anew, copy_rows, copy_steps, let_go, point_at_copies
from journeys.models import Journey, LifeEvent, Situation, Step, StepSituation

LANES = {"pains": "pains", "contacts": "encounters", "facts": "facts", "processes": "process_steps"}
POINTING = ("awaited_by", "needed_by")  # at other steps of the journey


@dataclass(frozen=True, slots=True)
class LaneCopy:
    """How many cards were copied, lay there already, and found no step to lie at."""

    copied: int
    there: int
    left: int


def copy_to(steps: Sequence[Step], place: Place) -> list[Step]:
    """Copies in another journey, with situations of the same name."""
    other = place.phase.journey
    same_event = steps[0].phase.journey.life_event_id == other.life_event_id
    copies = copy_steps(steps, place, **({} if same_event else {"offset_days": None}))
    at = {step.pk: copy.pk for step, copy in zip(steps, copies, strict=True)}
    made = {name: copy_rows(name, at) for name in CARDS}
    point_at_copies(made["pains"], made["process_steps"])
    let_go(other)
    known = {situation.name.casefold(): situation for situation in other.life_event.situations.all()}
    StepSituation.objects.bulk_create(
        anew(row, step_id=at[row.step_id], situation_id=known[row.situation.name.casefold()].pk)
        for row in _situations_of(steps)
        if row.situation.name.casefold() in known
    )
    return copies


def missing_situations(steps: Sequence[Step], other: Journey) -> list[str]:
    """Situations that the steps are for and the life event of the other journey lacks."""
    known = {name.casefold() for name in other.life_event.situation_names()}
    names = [row.situation.name for row in _situations_of(steps)]
    return [name for name in dict.fromkeys(names) if name.casefold() not in known]


def add_situations(names: Sequence[str], life_event: LifeEvent) -> None:
    last = life_event.situations.aggregate(last=models.Max("order"))["last"]
    first = 0 if last is None else last + 1
    Situation.objects.bulk_create(
        Situation(organisation_id=life_event.organisation_id, life_event=life_event, name=name, order=order)
        for order, name in enumerate(names, first)
    )


def _situations_of(steps: Sequence[Step]) -> models.QuerySet:
    return StepSituation.objects.filter(step__in=steps).select_related("situation").order_by("pk")


def copy_lane(lane: str, journey: Journey, other: Journey, rest: Step | None = None) -> LaneCopy:
    """Each card goes to the step of the same title; what has none goes to `rest`, or stays behind.

    Raises `Vanished` where someone else took `rest` away.
    """
    if rest and not any(rest in row for row in route_of(other).values()):
        raise Vanished
    model = apps.get_model("journeys.Step")._meta.get_field(LANES[lane]).related_model
    there = model.objects.filter(step__phase__journey=other)
    last = dict(there.order_by("step").values_list("step").annotate(models.Max("order")))
    said = {(row.step_id, *what_it_says(row)) for row in there}
    twins, copies, counts = twins_of(other), [], {"copied": 0, "there": 0, "left": 0}
    pointing = [name for name in POINTING if hasattr(model, name)]
    cards = model.objects.filter(step__phase__journey=journey).select_related("step", *pointing)
    for row in cards.order_by("step__phase__order", "step__order", "order"):
        step = twins.get(row.step.title.casefold(), rest)
        if step is None or (step.pk, *what_it_says(row)) in said:
            counts["left" if step is None else "there"] += 1
            continue
        last[step.pk] = last.get(step.pk, -1) + 1
        at = {f"{name}_id": _twin_of(getattr(row, name), twins) for name in pointing}
        at |= {"process_step_id": None} if lane == "pains" else {}
        copies.append(anew(row, step_id=step.pk, order=last[step.pk], **at))
        counts["copied"] += 1
    model.objects.bulk_create(copies)
    return LaneCopy(**counts)


def twins_of(journey: Journey) -> dict[str, Step]:
    """Steps by title; of steps with the same title the first one."""
    steps = [step for row in route_of(journey).values() for step in row]
    return {step.title.casefold(): step for step in reversed(steps)}


def _twin_of(step: Step | None, twins: Mapping[str, Step]) -> int | None:
    twin = step and twins.get(step.title.casefold())
    return twin.pk if twin else None


def what_it_says(row: models.Model) -> tuple:
    """A card without its number, its place and the steps of its journey that it points at."""
    place = {"id", "step_id", "order", "organisation_id", *(f"{name}_id" for name in POINTING)}
    place.add("process_step_id")
    return tuple(getattr(row, f.attname) for f in row._meta.concrete_fields if f.attname not in place)
