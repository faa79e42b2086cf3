"""A journey and the desired one made from it: which steps are twins, and what differs."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from journeys.lane_choice import NAMES
from journeys.models import Journey, Step
from journeys.stencils import Words

FEW = 3
ADDED, DROPPED, CHANGED = "added", "dropped", "changed"
TWIN_CARDS = {
    "contacts": lambda step: {
        (card.touchpoint_id, card.wanted, card.experience, card.note) for card in step.loaded_encounters
    },
    "pains": lambda step: {(card.text, card.severity, card.influence) for card in step.loaded_pains},
    "facts": lambda step: {(card.text, card.source) for card in step.loaded_facts},
    "processes": lambda step: {
        (card.title, card.department, card.system, card.work_minutes, card.wait_days, card.seen)
        for card in step.loaded_process_steps
    },
}
TWIN_FIELDS = {
    "doing": ("doing", "designed"),
    "thinking": ("thinking", "needs"),
    "feeling": ("feeling",),
}


@dataclass(frozen=True, slots=True)
class Twin:
    """What became of a step in the journey beside it. `kind`: empty where there is none or it is the same.

    `what`: what differs, in words; `brief`: the same in a narrow column. `url`: of the twin, on its map.
    `is_desired`: whether the step itself is of the desired journey.
    """

    kind: str = ""
    what: Words = ""
    brief: Words = ""
    url: Words = ""
    is_desired: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A step of one of the two journeys; `what`: what differs, in words."""

    title: str
    url: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """The desired journey beside the current one, told from either of them. `other` is the one beside."""

    other: str
    other_url: str
    is_desired: bool
    added: tuple[Named, ...]
    changed: tuple[Named, ...]
    dropped: tuple[Named, ...]


def twins_between(journey: Journey, beside: Journey | None) -> dict[int, Step]:
    """The twin of each step, by its number; both journeys loaded `whole()`.

    Twins have the same origin; of what was imported or typed that is not known, and there they have the same
    title. A step is the twin of one other at most.
    """
    if beside is None:
        return {}
    theirs = steps_of(beside)
    by_origin = {step.origin: step for step in theirs}
    twins = {step.pk: by_origin[step.origin] for step in steps_of(journey) if step.origin in by_origin}
    taken = {step.pk for step in twins.values()}
    by_title = {step.title.casefold(): step for step in theirs if step.pk not in taken}
    for step in steps_of(journey):
        if step.pk not in twins and (twin := by_title.pop(step.title.casefold(), None)):
            twins[step.pk] = twin
    return twins


def steps_of(journey: Journey) -> list[Step]:
    return [step for phase in journey.loaded_phases for step in phase.loaded_steps]


def told_of_twins(journey: Journey, beside: Journey | None, twins: Mapping[int, Step]) -> dict[int, Twin]:
    """By the number of the step; in the language of now."""
    if beside is None:
        return {step.pk: Twin() for step in steps_of(journey)}
    is_desired = journey.kind == Journey.Kind.TO_BE
    alone = Twin(ADDED if is_desired else DROPPED, is_desired=is_desired)
    return {
        step.pk: _told(step, twins[step.pk], beside, is_desired) if step.pk in twins else alone
        for step in steps_of(journey)
    }


def _told(step: Step, twin: Step, beside: Journey, is_desired: bool) -> Twin:
    found = differing(step, twin)
    return Twin(CHANGED if found else "", ", ".join(found), in_brief(found), url_of(twin, beside), is_desired)


def in_brief(found: list[str]) -> str:
    """In the head of a column, which stays in sight: all of it would fill the screen."""
    if len(found) <= FEW:
        return ", ".join(found)
    first = ", ".join(found[: FEW - 1])
    return _("%(first)s and %(count)s more") % {"first": first, "count": len(found) - FEW + 1}


def url_of(step: Step, journey: Journey) -> str:
    return f"{journey.get_absolute_url()}#stap-{step.pk}"


def differing(step: Step, twin: Step) -> list[str]:
    """What differs between two steps, in words."""
    found = []
    if step.title != twin.title:
        found.append(_("title"))
    if (step.offset_days, step.duration_days) != (twin.offset_days, twin.duration_days):
        found.append(_("moment"))
    lanes = [
        lane
        for lane, names in TWIN_FIELDS.items()
        if any(getattr(step, name) != getattr(twin, name) for name in names)
    ]
    lanes += [lane for lane, cards_of in TWIN_CARDS.items() if cards_of(step) != cards_of(twin)]
    return found + [str(NAMES[lane]).lower() for lane in lanes]


def compared(
    journey: Journey, beside: Journey | None, twins: Mapping[int, Step], told: Mapping[int, Twin]
) -> Compared | None:
    if beside is None:
        return None
    is_desired = journey.kind == Journey.Kind.TO_BE
    ours = [step for step in steps_of(journey) if step.pk not in twins]
    taken = {twin.pk for twin in twins.values()}
    theirs = [step for step in steps_of(beside) if step.pk not in taken]
    here, there = _named(ours, journey), _named(theirs, beside)
    return Compared(
        beside.title,
        beside.get_absolute_url(),
        is_desired,
        added=here if is_desired else there,
        changed=tuple(
            Named(step.title, url_of(step, journey), told[step.pk].what)
            for step in steps_of(journey)
            if told[step.pk].kind == CHANGED
        ),
        dropped=there if is_desired else here,
    )


def _named(steps: list[Step], journey: Journey) -> tuple[Named, ...]:
    return tuple(Named(step.title, url_of(step, journey)) for step in steps)
