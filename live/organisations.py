"""The journeys of an organisation together: a page that lists them asks for itself again after a change."""

from django.db.models import Count, Sum

from journeys.marks import mark_of_all
from journeys.models.journey import CHANNEL
from live.kinds import Gone, Kind, Topic, Update
from organisations.models import Organisation
from organisations.triggers import CATALOGUE_CHANGED

NAME = "organisation"


def mark_of(organisation: int) -> str:
    """Raises `Gone`."""
    counted = {"versions": Sum("journeys__version"), "count": Count("journeys")}
    row = Organisation.objects.filter(pk=organisation).annotate(**counted).first()
    if row is None:
        raise Gone
    return mark_of_all(row, row.count, row.versions or 0)


def draw(topic: Topic, _view: None, _since: str) -> Update:
    """Nothing but that there is something new: such a page is of one person."""
    return Update(mark_of(topic.number), told={"again": True})


KIND = Kind(
    NAME,
    {
        CHANNEL: lambda told, topic: told["organisation"] == topic.number,
        CATALOGUE_CHANGED: lambda told, topic: told["organisation"] == topic.number,
    },
    draw,
)
