"""Where in its journeys a session is, as plain objects: the step, its neighbours and the line around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.models import Journey, Step
from journeys.pictures import MapPicture, StepPicture
from journeys.remembered import drawn_lately
from workshops.models import Workshop


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A step among all of the session; `index` is that in its own journey. `before` and `after`: the rows."""

    step: Step
    journey: Journey
    picture: MapPicture
    index: int
    before: Step | None
    after: Step | None

    @property
    def drawn(self) -> StepPicture:
        return self.picture.steps[self.index]

    @property
    def number(self) -> int:
        return self.index + 1

    @property
    def count(self) -> int:
        return len(self.picture.steps)


def whereabouts(workshop: Workshop, steps: Sequence[Step], asked: int | None) -> Whereabouts | None:
    """At the step that is asked for, or else where the group is, or else at the first; None without steps.

    `steps`: all of the session, in order.
    """
    numbers = [step.pk for step in steps]
    place = next((numbers.index(pk) for pk in (asked, workshop.step_id) if pk in numbers), 0)
    if not steps:
        return None
    step = steps[place]
    journey, picture = drawn_lately(step.phase.journey_id, ())
    index = next((index for index, drawn in enumerate(picture.steps) if drawn.id == step.pk), None)
    if index is None:  # only for a situation, so it is not on the map as it stands
        return None
    return Whereabouts(
        step=step,
        journey=journey,
        picture=picture,
        index=index,
        before=steps[place - 1] if place else None,
        after=steps[place + 1] if place + 1 < len(steps) else None,
    )
