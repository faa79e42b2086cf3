"""What someone has seen of a journey, as a text that a browser keeps: to tell later what it missed."""

from collections.abc import Iterable

from django.db import connection

from journeys.models import Journey
from organisations.listing import number_in
from organisations.models import Organisation

NOW = """SELECT journey.version, organisation.version, (
        SELECT coalesce(sum(twin.version), 0) FROM journeys_journey twin
        WHERE twin.based_on_id = journey.id OR twin.id = journey.based_on_id
    ) FROM journeys_journey journey
    JOIN organisations_organisation organisation ON organisation.id = journey.organisation_id
    WHERE journey.id = %s"""
# Of a response: the versions of the journey before and after what it draws.
BEFORE, AFTER = "Seen-Before", "Seen-After"


def mark_of(journey: Journey, organisation: Organisation) -> str:
    """Of a journey `with_twins()` and its organisation, as they have just been read."""
    return mark(journey.version, organisation.version, journey.twins)


def mark(version: int, catalogue: int, twins: Iterable[str]) -> str:
    """Three numbers that only grow: its own, that of the catalogue, and those of its twins together."""
    return f"{version}.{catalogue}.{sum(int(twin.partition('.')[2]) for twin in twins)}"


def mark_now(number: int) -> str | None:
    """Of the journey with this number as it is now; None where it is not there any more.

    In plain SQL: what is live asks it twice for each change, and building the same query took longer than it.
    """
    with connection.cursor() as cursor:
        cursor.execute(NOW, [number])
        row = cursor.fetchone()
    return row and ".".join(map(str, row))


def mark_of_all(organisation: Organisation, count: int, versions: int) -> str:
    """Of all journeys of an organisation: how many there are, and their versions together."""
    return f"{versions}.{count}.{organisation.version}"


def version_in(mark: str) -> int | None:
    """The version of the journey itself; None where it is no mark."""
    return number_in(mark.partition(".")[0])
