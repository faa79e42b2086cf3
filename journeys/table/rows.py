"""The rows of the table: one a step, in the order of the journey."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from journeys.models import Step
from journeys.pictures import MapPicture, PhasePicture, StepPicture


@dataclass(frozen=True, slots=True)
class Row:
    """A step with its picture. `place`: of its phase. `time`: in days, also where it is estimated."""

    step: Step
    picture: StepPicture
    phase: PhasePicture
    place: int
    time: Fraction | None
    estimated: bool

    @property
    def id(self) -> int:
        return self.step.pk

    @property
    def number(self) -> int:
        return self.picture.head.number


def rows_of(picture: MapPicture) -> list[Row]:
    """All steps that count in the situations of this picture."""
    rows = []
    for place, phase in enumerate(picture.phases):
        for step in phase.steps:
            source, _picture = picture.sources[step.id]
            figures: Any = source.figures
            rows.append(Row(source.step, step, phase, place, figures.time, figures.estimated))
    return rows
