"""Whom an improvement serves: the pains that it addresses, journey by journey."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef

from improvements.models import Improvement
from journeys.models import Encounter, Journey, Pain


@dataclass(frozen=True)
class Served:
    """Pains of one journey, in the order of its steps; each knows whether its step is `in_sight`."""

    journey: Journey
    pains: list[Pain]


def served_by(improvement: Improvement) -> list[Served]:
    own = Encounter.objects.filter(step=OuterRef("step"), touchpoint__party__kind="own")
    pains = (
        Pain.objects.filter(addressed_pains__improvement=improvement)
        .select_related("step__phase__journey__persona")
        .annotate(in_sight=Exists(own))
        .order_by(
            "step__phase__journey__title",
            "step__phase__journey",
            "step__phase__order",
            "step__order",
            "order",
        )
    )
    return grouped(pains)


def grouped(pains: Iterable[Pain]) -> list[Served]:
    by_journey = groupby(pains, lambda pain: pain.step.phase.journey)
    return [Served(journey, list(found)) for journey, found in by_journey]
