"""The map of one journey as plain objects, ready to be drawn.

Equal pictures are drawn the same: what has to be drawn again after a change is what differs from before.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, make_dataclass
from typing import Any

from django.utils.translation import gettext as _

from journeys import drawing
from journeys.analysis import Analysis, StepFigures, analyse
from journeys.behind import steps_behind
from journeys.cards import (
    Contact,
    FactCard,
    ImprovementCard,
    PainCard,
    ProcessCard,
    RestsOn,
    contacts_of,
    facts_of,
    findings_in_words,
    found_about,
    found_at,
    improvements_by_step,
    pains_of,
    processes_of,
)
from journeys.documents import document_of
from journeys.figures import rounded
from journeys.models import Journey, Step
from journeys.moments import describe_days, describe_roughly
from journeys.stencils import Number, Words


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
    `sources`: what each step was drawn from, by its number."""

    phases: tuple[PhasePicture, ...]
    ribbon: drawing.Ribbon | None
    line: str
    has_other: bool
    loose: tuple[ImprovementCard, ...]
    analysis: Analysis
    behind: Mapping[str, tuple[int, ...]]
    sources: Mapping[int, tuple[Source, StepPicture]] = field(compare=False, repr=False)

    @property
    def steps(self) -> tuple[StepPicture, ...]:
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def width(self) -> int:
        """Of the box that `line` is drawn in."""
        return 100 * len(self.analysis.steps)


def map_of(
    journey: Journey,
    situations: Sequence[str] = (),
    twin: Mapping[str, int] | None = None,
    before: MapPicture | None = None,
) -> MapPicture:
    """The map of a journey loaded by `whole()`; `twin`: its `twin_feelings()`. Raises `UnknownSituation`.

    `before`: an earlier map of it, in the same language and on the same day; of a step that is the same the
    picture is taken from there.
    """
    analysis = analyse(document_of(journey), situations)
    rows = [phase.loaded_steps for phase in journey.loaded_phases]
    steps = [rows[phase][order] for phase, order in (figures.place for figures in analysis.steps)]
    other = journey.twin_feelings() if twin is None else twin
    other_lines = drawing.heartbeat([other.get(step.title) for step in steps])
    improvements, loose = improvements_by_step(journey, analysis)
    sources = _sources(journey, analysis, steps, other_lines, improvements)
    pictures = _drawn(sources, before)
    return MapPicture(
        phases=_phases(journey, analysis, [picture for _source, picture in pictures.values()]),
        ribbon=_ribbon(analysis),
        line=drawing.whole_heartbeat([step.feeling for step in steps]),
        has_other=any(other_lines),
        loose=loose,
        analysis=analysis,
        behind=steps_behind(analysis),
        sources=pictures,
    )


def _sources(
    journey: Journey,
    analysis: Analysis,
    steps: Sequence[Step],
    other_lines: Sequence[str],
    improvements: Sequence[tuple[ImprovementCard, ...]],
) -> list[Source]:
    lines, findings = drawing.heartbeat([step.feeling for step in steps]), found_about(journey)
    return [
        Source(
            step,
            figures,
            Beat(step.feeling, line, other_line),
            improvements[figures.index],
            journey.life_event.anchor,
            found_at(step, findings),
        )
        for step, figures, line, other_line in zip(steps, analysis.steps, lines, other_lines, strict=True)
    ]


def _drawn(sources: Sequence[Source], before: MapPicture | None) -> dict[int, tuple[Source, StepPicture]]:
    earlier, pictures = before.sources if before else {}, {}
    for source in sources:
        same, picture = earlier.get(source.step.pk, (None, None))
        picture = picture if same and source.is_like(same) else _step(source)
        pictures[source.step.pk] = source, picture
    return pictures


def _step(source: Source) -> StepPicture:
    step, figures = source.step, source.figures
    found, *found_at_pains = source.found
    return StepPicture(
        id=step.pk,
        in_sight=figures.in_sight,
        first_contact=figures.is_first_contact,
        head=Head(
            number=figures.index + 1,
            title=step.title,
            moment=_moment(figures, step.duration_days, source.anchor),
            moved=figures.moved,
            situations=tuple(link.situation.name for link in step.loaded_step_situations),
            evidence=figures.evidence,
            findings=findings_in_words(found),
        ),
        doing=Doing(step.doing, step.designed, differs(step)),
        thinking=Thinking(step.thinking, step.needs),
        feeling=source.beat,
        contacts=contacts_of(step),
        facts=facts_of(step),
        pains=pains_of(step, figures, found_at_pains),
        improvements=source.improvements,
        processes=processes_of(step),
    )


def differs(step: Step) -> bool:
    """Whether it goes otherwise than it was meant; spaces and line ends make no difference."""
    lived, meant = step.doing.split(), step.designed.split()
    return bool(lived and meant) and lived != meant


def _moment(figures: StepFigures, duration: int | None, anchor: str) -> str:
    """When a step happens, and how long it takes."""
    if figures.time is None:
        return ""
    words = describe_roughly(rounded(figures.time, 0), anchor)
    if figures.estimated:
        words = _("about %(moment)s (estimated)") % {"moment": words}
    if not duration:
        return words
    return f"{words} · " + _("takes %(duration)s") % {"duration": describe_days(duration)}


def _phases(
    journey: Journey, analysis: Analysis, pictures: Sequence[StepPicture]
) -> tuple[PhasePicture, ...]:
    """Every phase, also one that has no steps (left) in these situations."""
    steps: dict[int, list[Any]] = defaultdict(list)
    for figures, picture in zip(analysis.steps, pictures, strict=True):
        steps[figures.place[0]].append(picture)
    return tuple(
        PhasePicture(phase.pk, phase.name, tuple(steps[index]))
        for index, phase in enumerate(journey.loaded_phases)
    )


def _ribbon(analysis: Analysis) -> drawing.Ribbon | None:
    if analysis.span.start is None:
        return None
    return drawing.ribbon(
        [step.time for step in analysis.steps],
        [step.in_sight for step in analysis.steps],
        analysis.span.start,
        analysis.span.end,
    )
