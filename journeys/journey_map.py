"""The map of one journey as plain objects (journeys/pictures.py)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from journeys import drawing
from journeys.analysis import Analysis, StepFigures, analyse
from journeys.behind import steps_behind
from journeys.cards import (
    ImprovementCard,
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
from journeys.pictures import Beat, Doing, Head, MapPicture, PhasePicture, Source, StepPicture, Thinking
from journeys.twins import Twin, compared, told_of_twins, twins_between


def map_of(
    journey: Journey,
    situations: Sequence[str] = (),
    beside: Journey | None = None,
    before: MapPicture | None = None,
) -> MapPicture:
    """The map of a journey loaded by `whole()`. Raises `UnknownSituation`.

    `beside`: the journey to compare it with, loaded likewise: its basis, or the desired one.
    `before`: an earlier map of it, in the same language and on the same day; of a step that is the same the
    picture is taken from there.
    """
    analysis = analyse(document_of(journey), situations)
    rows = [phase.loaded_steps for phase in journey.loaded_phases]
    steps = [rows[phase][order] for phase, order in (figures.place for figures in analysis.steps)]
    twins = twins_between(journey, beside)
    feelings = [twins[step.pk].feeling if step.pk in twins else None for step in steps]
    other_lines = drawing.heartbeat(feelings)
    improvements, loose = improvements_by_step(journey, analysis)
    told = told_of_twins(journey, beside, twins)
    sources = _sources(journey, analysis, steps, other_lines, improvements, told)
    pictures = _drawn(sources, before)
    return MapPicture(
        phases=_phases(journey, analysis, [picture for _source, picture in pictures.values()]),
        ribbon=_ribbon(analysis),
        line=drawing.whole_heartbeat([step.feeling for step in steps]),
        has_other=any(other_lines),
        loose=loose,
        analysis=analysis,
        behind=steps_behind(analysis),
        compared=compared(journey, beside, twins, told),
        sources=pictures,
    )


def _sources(
    journey: Journey,
    analysis: Analysis,
    steps: Sequence[Step],
    other_lines: Sequence[str],
    improvements: Sequence[tuple[ImprovementCard, ...]],
    told: Mapping[int, Twin],
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
            told[step.pk],
        )
        for step, figures, line, other_line in zip(steps, analysis.steps, lines, other_lines, strict=True)
    ]


def _drawn(sources: Sequence[Source], before: MapPicture | None) -> dict[int, tuple[Source, StepPicture]]:
    earlier, pictures = before.sources if before else {}, {}
    for source in sources:
        same, picture = earlier.get(source.step.pk, (None, None))
        picture = picture if same and source.is_like(same) else step_picture(source)
        pictures[source.step.pk] = source, picture
    return pictures


def step_picture(source: Source) -> StepPicture:
    """One column of the map."""
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
            twin=source.twin,
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
        tuple(step.time for step in analysis.steps),
        tuple(step.in_sight for step in analysis.steps),
        analysis.span.start,
        analysis.span.end,
    )
