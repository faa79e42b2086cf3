"""The figures of the life event of a journey, kept for as long as none of its current journeys changes."""

from collections.abc import Sequence
from hashlib import sha256

from django.core.cache import cache

from journeys.models import Journey
from journeys.passing_documents import passing_documents
from journeys.places import places, shared_touchpoints
from journeys.querysets import JourneyQuerySet


def figures_around(journey: Journey, situations: Sequence[str]) -> dict[str, list[dict]]:
    """`places` and `shared_touchpoints` as `figures.life_event_figures` has them; one query when known."""
    journeys = journey.life_event.journeys.as_is()
    versions = sorted(journeys.values_list("pk", "version", "organisation__version"))
    known_by = sha256(repr((versions, list(situations))).encode()).hexdigest()
    return cache.get_or_set(f"around/{known_by}", lambda: _computed(journeys, situations), timeout=24 * 3600)


def _computed(journeys: JourneyQuerySet, situations: Sequence[str]) -> dict[str, list[dict]]:
    documents = passing_documents(journeys)
    return {
        "places": places(documents, situations),
        "shared_touchpoints": shared_touchpoints(documents, situations),
    }
