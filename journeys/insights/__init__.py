"""Every figure of a journey in words: what it is, what it means here, and what to do next."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from journeys.around import figures_around
from journeys.insights.around import of_life_event
from journeys.insights.counter import of_counter
from journeys.insights.evidence import of_evidence
from journeys.insights.insight import Group
from journeys.insights.pains import of_pains
from journeys.insights.plans import of_plans
from journeys.insights.sight import of_sight
from journeys.pictures import MapPicture

__all__ = ["insights", "insights_of"]


def insights(context: Mapping[str, Any]) -> dict[str, Any]:
    """What the lens draws, from the context of the map."""
    journey = context["journey"]
    around = of_life_event(figures_around(journey, context["chosen"]), journey.life_event_id)
    groups = insights_of(context["picture"], context["anchor"])
    return {"groups": [*groups, Group("around", _("The journeys of this life event together"), around)]}


def insights_of(picture: MapPicture, anchor: str) -> list[Group]:
    return [
        Group("sight", _("In and out of sight"), of_sight(picture, anchor)),
        Group("pains", _("What hurts"), of_pains(picture)),
        Group("plans", _("What will be done"), of_plans(picture)),
        Group("evidence", _("What it rests on"), of_evidence(picture)),
        Group("counter", _("Behind the counter"), of_counter(picture)),
    ]
