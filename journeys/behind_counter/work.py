"""The process behind a journey as plain objects, in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeys.cards import time_of
from journeys.models import Journey
from journeys.pictures import StepPicture


@dataclass(frozen=True, slots=True)
class Work:
    """A process step. `step`: the index of the step that starts it, among those that count; `awaited_by` and
    `needed_by` likewise, None where there is none (on this route). `part_of`: a shared process, its address.
    """

    id: int
    title: str
    step: int
    department: str = ""
    system: str = ""
    work_minutes: int | None = None
    wait_days: int | None = None
    seen: bool = False
    awaited_by: int | None = None
    needed_by: int | None = None
    part_of: tuple[str, str] | None = None
    time: str = field(default="", compare=False)


def work_of(journey: Journey, steps: Sequence[StepPicture]) -> list[Work]:
    """Of a journey loaded `whole()`, behind the steps that count."""
    places = {step.id: index for index, step in enumerate(steps)}
    rows = (step for phase in journey.loaded_phases for step in phase.loaded_steps if step.pk in places)
    return [_work(process, places) for step in rows for process in step.loaded_process_steps]


def _work(process, places: Mapping[int, int]) -> Work:
    shared = process.part_of
    return Work(
        id=process.pk,
        title=process.title,
        step=places[process.step_id],
        department=process.department,
        system=process.system,
        work_minutes=process.work_minutes,
        wait_days=process.wait_days,
        seen=process.seen,
        awaited_by=places.get(process.awaited_by_id),
        needed_by=places.get(process.needed_by_id),
        part_of=(shared.name, shared.get_absolute_url()) if shared else None,
        time=time_of(process),
    )
