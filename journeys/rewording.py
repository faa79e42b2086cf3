"""The map of a journey in which no more than words changed since it was drawn last.

That is what someone does who types along with a conversation. No figure follows from words, so it need not
wait for figures, lines and cards that come out the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from django.db import models

from journeys.analysis import Analysis
from journeys.documents import WORDS, with_words
from journeys.journey_map import step_picture
from journeys.models import Journey, Step
from journeys.pictures import MapPicture

#: What Django keeps on a row that it loaded.
OF_INSTANCE = ("_state", "_prefetched_objects_cache")
Place = tuple[int, int]
Row = TypeVar("Row", bound=models.Model)


def reworded(picture: MapPicture, was: Journey, now: Journey) -> MapPicture | None:
    """The map of `now`, from that of `was`; None where more differs than the words of steps.

    Both loaded `whole()`; `picture` was drawn with no journey beside it.
    """
    try:
        steps = _reworded_steps(was, now)
    except _MoreDiffers:
        return None
    analysis = _analysis(picture.analysis, steps)
    sources = dict(picture.sources)
    for figures in analysis.steps:
        if step := steps.get(figures.place):
            source = replace(sources[step.pk][0], step=step, figures=figures)
            sources[step.pk] = source, step_picture(source)
    phases = tuple(
        replace(phase, steps=tuple(sources[step.id][1] for step in phase.steps)) for phase in picture.phases
    )
    return replace(picture, phases=phases, analysis=analysis, sources=sources)


class _MoreDiffers(Exception):
    """Than the words of steps."""


def _reworded_steps(was: Journey, now: Journey) -> dict[Place, Step]:
    """By their place in the journey."""
    _check_alike(was, now, but={"version", "loaded_phases"})
    found = {}
    for phase, before, after in _replaced(was.loaded_phases, now.loaded_phases):
        _check_alike(before, after, but={"loaded_steps"})
        for order, step, reworded_step in _replaced(before.loaded_steps, after.loaded_steps):
            _check_alike(step, reworded_step, but={*OF_INSTANCE, *WORDS})
            found[phase, order] = reworded_step
    return found


def _replaced(before: list[Row], after: list[Row]) -> Iterator[tuple[int, Row, Row]]:
    """The rows that are other objects than before, each with its index."""
    if len(before) != len(after):
        raise _MoreDiffers
    pairs = enumerate(zip(before, after, strict=True))
    return ((index, old, new) for index, (old, new) in pairs if old is not new)


def _check_alike(before: Row, after: Row, but: set[str]) -> None:
    """Lists of rows have to be the very same: rows are equal already where their numbers are."""
    old, new = (
        {name: value for name, value in vars(row).items() if name not in but} for row in (before, after)
    )
    lists = [name for name, value in new.items() if isinstance(value, list)]
    if old != new or any(old[name] is not new[name] for name in lists):
        raise _MoreDiffers


def _analysis(analysis: Analysis, steps: Mapping[Place, Step]) -> Analysis:
    """With the new words in its document and at its steps."""
    phases = [{**phase, "steps": list(phase["steps"])} for phase in analysis.document["phases"]]
    for (phase, order), step in steps.items():
        phases[phase]["steps"][order] = with_words(phases[phase]["steps"][order], step)
    figures = tuple(
        replace(step, step=phases[step.place[0]]["steps"][step.place[1]]) if step.place in steps else step
        for step in analysis.steps
    )
    return replace(analysis, document={**analysis.document, "phases": phases}, steps=figures)
