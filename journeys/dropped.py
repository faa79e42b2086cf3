"""Improvements that nobody will make: not on the map, but shown apart, so that one can be taken up again."""

from dataclasses import dataclass

from journeys.models import Journey
from journeys.pictures import MapPicture


@dataclass(frozen=True, slots=True)
class Dropped:
    """`steps`: whose pains it addressed, of those on the map."""

    id: int
    title: str
    steps: tuple[int, ...]


def dropped_of(journey: Journey, picture: MapPicture) -> tuple[Dropped, ...]:
    """Of a journey loaded `whole()`."""
    steps = [step.id for step in picture.steps]
    rows = zip(journey.all_improvements(), picture.analysis.improvements, strict=True)
    return tuple(
        Dropped(improvement.pk, improvement.title, tuple(steps[index] for index in figures.steps))
        for improvement, figures in rows
        if figures.dropped
    )


def dropped_at(journey: Journey, picture: MapPicture, step: int) -> tuple[Dropped, ...]:
    return tuple(one for one in dropped_of(journey, picture) if step in one.steps)


def dropped_loose(journey: Journey, picture: MapPicture) -> tuple[Dropped, ...]:
    """Those that are not at any step."""
    return tuple(one for one in dropped_of(journey, picture) if not one.steps)
