"""A map as plain objects, ready to be drawn.

Equal pictures are drawn the same: what has to be drawn again after a change is what differs from before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, make_dataclass
from typing import Any

from journeys import drawing
from journeys.analysis import Analysis, StepFigures
from journeys.cards import Contact, FactCard, ImprovementCard, PainCard, ProcessCard, RestsOn
from journeys.models import Step
from journeys.stencils import Number, Words
from journeys.twins import Compared, Twin


@dataclass(frozen=True, slots=True)
class Head(RestsOn):
    """`moment`: in words, empty where no time is known. `moved`: earlier than the step before."""

    number: Number
    title: Words
    moment: Words
    moved: bool
    situations: tuple[str, ...]
    evidence: str
    findings: Words
    twin: Twin


@dataclass(frozen=True, slots=True)
class Title:
    """What a cell further down knows of the head."""

    title: Words


@dataclass(frozen=True, slots=True)
class Beat:
    """A step's part of the hartslag: its own feeling, and its stretch of both lines as SVG paths."""

    feeling: int | None
    line: Words
    other: Words


@dataclass(frozen=True, slots=True)
class Doing:
    """What the person does, beside how it was meant; `differs` where both are known."""

    text: Words
    designed: Words
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Thinking:
    text: Words
    needs: Words


@dataclass(frozen=True, slots=True)
class StepPicture:
    """A column of the map: one field a lane."""

    id: Number
    in_sight: bool
    first_contact: bool
    head: Head
    doing: Doing
    thinking: Thinking
    feeling: Beat
    contacts: tuple[Contact, ...]
    pains: tuple[PainCard, ...]
    improvements: tuple[ImprovementCard, ...]
    facts: tuple[FactCard, ...]
    processes: tuple[ProcessCard, ...]

    def cell(self, lane: str) -> Any:
        """The step as the cell of one lane knows it."""
        if lane == "head":
            return HeadCell(self.id, self.in_sight, self.first_contact, self.head)
        return LANE_CELLS[lane](self.id, Title(self.head.title), getattr(self, lane))


@dataclass(frozen=True, slots=True)
class HeadCell:
    id: Number
    in_sight: bool
    first_contact: bool
    head: Head


LANES = tuple(
    field.name for field in fields(StepPicture) if field.name not in ("id", "in_sight", "first_contact")
)
LANE_CELLS = {
    lane: make_dataclass("Cell", [("id", Number), ("head", Title), (lane, Any)], frozen=True, slots=True)
    for lane in LANES
    if lane != "head"
}


@dataclass(frozen=True, slots=True)
class Source:
    """All that a column is drawn from. `found`: how many findings are about the step, and about each pain."""

    step: Step
    figures: StepFigures
    beat: Beat
    improvements: tuple[ImprovementCard, ...]
    anchor: str
    found: tuple[int, ...]
    twin: Twin

    def is_like(self, other: "Source") -> bool:
        """Whether they give the same picture: the step with all that lies at it is the very same object."""
        return self.step is other.step and self == other


@dataclass(frozen=True, slots=True)
class PhasePicture:
    id: Number
    name: Words
    steps: tuple[StepPicture, ...]


@dataclass(frozen=True, slots=True)
class MapPicture:
    """`line`: the hartslag in one. `has_other`: its basis, or the desired one, has a line too.
    `loose`: improvements that are not at any step. `behind`: by figure the indexes of the steps behind it.
    `compared`: with the journey laid beside it. `sources`: what each step was drawn from, by its number."""

    phases: tuple[PhasePicture, ...]
    ribbon: drawing.Ribbon | None
    line: str
    has_other: bool
    loose: tuple[ImprovementCard, ...]
    analysis: Analysis
    behind: Mapping[str, tuple[int, ...]]
    compared: Compared | None
    sources: Mapping[int, tuple[Source, StepPicture]] = field(compare=False, repr=False)

    @property
    def steps(self) -> tuple[StepPicture, ...]:
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def width(self) -> int:
        """Of the box that `line` is drawn in."""
        return 100 * len(self.analysis.steps)
