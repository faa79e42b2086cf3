"""Steps are copied with all that lies at them: texts, feeling, time, situations, cards and process.

In the same journey a copy rests on the same findings, and its pains are addressed by the same improvements:
what is known of the step holds for its copy until someone says otherwise. In another journey neither goes
along: it is about someone else there, so it is an assumption until somebody there says so too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from django.apps import apps
from django.db import models

from journeys.arranging import Place, Vanished, is_there, put, route_of, write

if TYPE_CHECKING:
    from journeys.models import Journey, Phase, Step

CARDS = ("facts", "encounters", "pains", "process_steps")


def duplicate_steps(steps: Sequence[Step]) -> list[Step]:
    """Copies in the same journey, together behind the last of the steps."""
    last = steps[-1]
    return _whole_copies(steps, Place(last.phase, last))


def copy_phase(phase: Phase) -> Phase:
    """A copy behind it, with copies of its steps."""
    copy = anew(phase)
    copy.place_after(phase)
    _whole_copies(list(phase.steps.all()), Place(copy))
    return copy


def _whole_copies(steps: Sequence[Step], place: Place) -> list[Step]:
    copies = copy_steps(steps, place)
    at = _by_original(steps, copies)
    made = {name: copy_rows(name, at) for name in ("step_situations", *CARDS)}
    point_at_copies(made["pains"], made["process_steps"])
    copy_evidence("step", at)
    copy_evidence("pain", made["pains"])
    _copy("improvements.AddressedPain", "pain", made["pains"])
    return copies


def copy_steps(steps: Sequence[Step], place: Place, **changes) -> list[Step]:
    """The steps by themselves, in a place of this or another journey; `changes` hold for each copy.

    Raises `Vanished` where someone else took that place away.
    """
    copies = [anew(step, phase_id=place.phase.pk, origin=uuid4(), **changes) for step in steps]
    route = route_of(place.phase.journey)
    if not is_there(place, route):
        raise Vanished
    write(put(route, copies, place, route))
    return copies


def copy_rows(name: str, at: Mapping[int, int]) -> dict[int, int]:
    """What lies at steps, `name` as the step calls it, at their copies: by the number of the original."""
    return _copy(apps.get_model("journeys.Step")._meta.get_field(name).related_model._meta.label, "step", at)


def point_at_copies(pains: Mapping[int, int], process_steps: Mapping[int, int]) -> None:
    """Copies of pains come from the copies of the process steps that the originals come from."""
    model = apps.get_model("journeys.Pain")
    rows = list(model.objects.filter(pk__in=pains.values(), process_step__isnull=False))
    for row in rows:
        row.process_step_id = process_steps.get(row.process_step_id)
    model.objects.bulk_update(rows, ["process_step"])


def let_go(journey: Journey) -> None:
    """Process steps of a journey no longer point at steps of the one that they were copied from."""
    copies = apps.get_model("processes.ProcessStep").objects.filter(step__phase__journey=journey)
    for name in ("awaited_by", "needed_by"):
        elsewhere = copies.filter(**{f"{name}__isnull": False}).exclude(
            **{f"{name}__phase__journey": journey}
        )
        elsewhere.update(**{name: None})


def copy_evidence(field: str, at: Mapping[int, int]) -> None:
    """The findings about a step or a pain are about its copy too, at the end of what each is about."""
    about = apps.get_model("journeys.EvidenceAbout")
    rows = list(about.objects.filter(**{f"{field}__in": at}).order_by("evidence", "order"))
    used = about.objects.filter(evidence__in={row.evidence_id for row in rows}).order_by("evidence")
    last = dict(used.values_list("evidence").annotate(models.Max("order")))
    copies = []
    for row in rows:
        last[row.evidence_id] += 1
        changes = {f"{field}_id": at[getattr(row, f"{field}_id")], "order": last[row.evidence_id]}
        copies.append(anew(row, **changes))
    about.objects.bulk_create(copies)


def anew(row: models.Model, **changes) -> models.Model:
    """A new row that says the same."""
    fields = [field.attname for field in row._meta.concrete_fields if not field.primary_key]
    return type(row)(**{name: getattr(row, name) for name in fields} | changes)


def _copy(label: str, field: str, at: Mapping[int, int]) -> dict[int, int]:
    """The rows that point with `field` at a key of `at` anew: what points at an original, at its copy."""
    model = apps.get_model(label)
    originals = model._meta.get_field(field).related_model
    pointing = [one.attname for one in model._meta.concrete_fields if one.related_model is originals]
    rows = list(model.objects.filter(**{f"{field}__in": at}).order_by("pk"))
    copies = model.objects.bulk_create(
        anew(row, **{name: at.get(getattr(row, name), getattr(row, name)) for name in pointing})
        for row in rows
    )
    return _by_original(rows, copies)


def _by_original(rows: Sequence[models.Model], copies: Sequence[models.Model]) -> dict[int, int]:
    return {row.pk: copy.pk for row, copy in zip(rows, copies, strict=True)}
