"""Writes what the product knows as JSON, for people and programs elsewhere."""

import json
from collections.abc import Mapping
from copy import copy

from journeys.documents import document_of
from journeys.figures import figures, life_event_figures
from journeys.models import Journey


def as_json(content: Mapping) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def exported(journey: Journey) -> str:
    """The text of the document of a journey loaded with `whole()`: always the same for the same content."""
    return as_json(document_of(journey))


def exported_by_name(journey: Journey) -> str:
    """The same, and it tells of a journey of our own whose it is: for who imports it elsewhere."""
    own = copy(journey)
    own.taken_from = journey.taken_from or journey.organisation.name
    return exported(own)


def all_figures(journey: Journey, situations: list[str]) -> dict:
    """The figures of a journey loaded with `whole()` and of its life event.

    Raises `UnknownSituation`."""
    siblings = journey.life_event.journeys.as_is().whole()
    return {
        **figures(document_of(journey), situations),
        "life_event": life_event_figures([document_of(sibling) for sibling in siblings], situations),
    }
