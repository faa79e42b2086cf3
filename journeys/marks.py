"""What someone has seen of a journey, as a text that a browser keeps: to tell later what it missed."""

from collections.abc import Iterable

from journeys.models import Journey
from organisations.models import Organisation

# Of a response: the versions of the journey before and after what it draws.
BEFORE, AFTER = "Seen-Before", "Seen-After"


def mark_of(journey: Journey, organisation: Organisation) -> str:
    """Of a journey `with_twins()` and its organisation, as they have just been read."""
    return mark(journey.version, organisation.version, journey.twins)


def mark(version: int, catalogue: int, twins: Iterable[str]) -> str:
    """Three numbers that only grow: its own, that of the catalogue, and those of its twins together."""
    return f"{version}.{catalogue}.{sum(int(twin.partition('.')[2]) for twin in twins)}"


def mark_of_all(organisation: Organisation, count: int, versions: int) -> str:
    """Of all journeys of an organisation: how many there are, and their versions together."""
    return f"{versions}.{count}.{organisation.version}"


def version_in(mark: str) -> int | None:
    """The version of the journey itself; None where it is no mark."""
    number = mark.partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else None
