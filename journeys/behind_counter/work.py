"""The process behind a journey as plain objects, in order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeys.cards import time_of
from journeys.models import Journey
from journeys.pictures import StepPicture

#: Number and words of each.
Told = tuple[tuple[int, str], ...]


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
    pains: Told = ()
    improvements: Told = ()
    time: str = field(default="", compare=False)


def work_of(journey: Journey, steps: Sequence[StepPicture]) -> list[Work]:
    """Of a journey loaded `whole()`, behind the steps that count."""
    places = {step.id: index for index, step in enumerate(steps)}
    rows = [step for phase in journey.loaded_phases for step in phase.loaded_steps if step.pk in places]
    pains = _by_process_step((pain, pain.text) for step in rows for pain in step.loaded_pains)
    planned = (one for one in journey.all_improvements() if one.status != "dropped")
    improvements = _by_process_step((one, one.title) for one in planned)
    return [
        _work(process, places, pains[process.pk], improvements[process.pk])
        for step in rows
        for process in step.loaded_process_steps
    ]


def _by_process_step(rows: Iterable[tuple[Any, str]]) -> dict[int | None, list[tuple[int, str]]]:
    found = defaultdict(list)
    for row, words in rows:
        found[row.process_step_id].append((row.pk, words))
    return found


def _work(process: Any, places: Mapping[int, int], pains: Sequence, improvements: Sequence) -> Work:
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
        pains=tuple(pains),
        improvements=tuple(improvements),
        time=time_of(process),
    )
