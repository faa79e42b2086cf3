"""What lies at a step, as plain objects for the map."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from journeys.analysis import Analysis, StepFigures
from journeys.models import Journey, Step
from journeys.stencils import Number, Words

STALE_AFTER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Contact:
    """An encounter; `party` is the kind of who stands behind it."""

    id: Number
    name: Words
    channel: str
    party: str
    party_name: Words
    unwanted: bool


@dataclass(frozen=True, slots=True)
class FactCard:
    """`stale`: checked over a year ago, or never."""

    id: Number
    text: Words
    source: Words
    checked_on: date | None
    stale: bool


@dataclass(frozen=True, slots=True)
class PainCard:
    id: Number
    text: Words
    severity: int
    influence: str
    assumption: bool


@dataclass(frozen=True, slots=True)
class ImprovementCard:
    id: Number
    title: Words
    reach: str | None


@dataclass(frozen=True, slots=True)
class ProcessCard:
    id: Number
    title: Words
    department: Words


def contacts_of(step: Step) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            encounter.pk,
            encounter.touchpoint.name,
            encounter.touchpoint.channel,
            encounter.touchpoint.party.kind,
            encounter.touchpoint.party.name,
            not encounter.wanted,
        )
        for encounter in step.loaded_encounters
    )


def facts_of(step: Step) -> tuple[FactCard, ...]:
    return tuple(
        FactCard(fact.pk, fact.text, fact.source, fact.checked_on, is_stale(fact.checked_on))
        for fact in step.loaded_facts
    )


def is_stale(checked_on: date | None) -> bool:
    return checked_on is None or timezone.localdate() - checked_on > STALE_AFTER


def pains_of(step: Step, figures: StepFigures) -> tuple[PainCard, ...]:
    return tuple(
        PainCard(pain.pk, pain.text, pain.severity, pain.influence or "", found.evidence == "none")
        for pain, found in zip(step.loaded_pains, figures.pains, strict=True)
    )


def processes_of(step: Step) -> tuple[ProcessCard, ...]:
    return tuple(
        ProcessCard(process.pk, process.title, process.department) for process in step.loaded_process_steps
    )


def improvements_by_step(
    journey: Journey, analysis: Analysis
) -> tuple[list[tuple[ImprovementCard, ...]], tuple[ImprovementCard, ...]]:
    """The improvements at each step whose pain they address, and those that address none; none dropped."""
    at_step: list[list[ImprovementCard]] = [[] for _ in analysis.steps]
    loose = []
    for improvement, figures in zip(journey.loaded_improvements, analysis.improvements, strict=True):
        if figures.dropped:
            continue
        card = ImprovementCard(improvement.pk, improvement.title, figures.reach)
        for index in figures.steps:
            at_step[index].append(card)
        if not figures.steps:
            loose.append(card)
    return [tuple(cards) for cards in at_step], tuple(loose)
