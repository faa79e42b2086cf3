"""What a session shows and others edit meanwhile: its journeys, and the catalogue that they draw on."""

from collections.abc import Callable, Mapping

from django.db.models import Sum

from journeys.models.journey import CHANNEL as JOURNEY_CHANGED
from live.kinds import Topic
from organisations.triggers import CATALOGUE_CHANGED
from workshops.models import Workshop
from workshops.triggers import CHANNEL

HEARS: Mapping[str, Callable[[dict, Topic], bool]] = {
    CHANNEL: lambda told, topic: told["workshop"] == topic.number,
    JOURNEY_CHANGED: lambda told, topic: told["journey"] in topic.also,
    CATALOGUE_CHANGED: lambda told, topic: told["organisation"] == topic.organisation,
}


def topic_of(workshop: Workshop, kind: str) -> Topic:
    journeys = workshop.workshop_journeys.values_list("journey", flat=True)
    return Topic(kind, workshop.pk, workshop.organisation_id, frozenset(journeys))


def journeys_mark(workshop: Workshop) -> str:
    """Which state of its journeys it shows: numbers that only grow."""
    of = workshop.workshop_journeys.aggregate(
        versions=Sum("journey__version", default=0), catalogue=Sum("organisation__version", default=0)
    )
    return f"{of['versions']}.{of['catalogue']}"
